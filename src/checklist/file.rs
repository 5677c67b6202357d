//! Reads a checklist's file, noting every problem at its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::question::is_id;
use super::{
    Checklist, Count, Kind, Level, LevelNames, Question, QuestionId, Replaced, Scale, Section, Term,
    Withdrawn,
};
use crate::text::source::{ParseError, Source};
use crate::toml_text::{At, Fields, Keys, Parsed};

impl Checklist {
    /// Reads the format of `checklists/README.md`. Returns every problem in the file as one error.
    pub fn parse(source: &Source) -> Result<Self, ParseError> {
        Self::read(&Parsed::new(source))
    }

    /// As [`Checklist::parse`], from a text that was parsed already.
    pub fn read(parsed: &Parsed<'_>) -> Result<Self, ParseError> {
        parsed.read("a checklist", checklist)
    }
}

fn checklist(fields: &mut Fields<'_>) -> Option<Checklist> {
    format_version(&mut Keys::Read(fields));
    let id = fields.required_text("id", "\"without-fear-or-favour\"");
    let edition = fields.required_text("edition", "\"2026.1\"");
    let title = fields.required_text("title", "\"Without Fear or Favour\"");
    let healthcheck = fields.string("healthcheck");
    let subject = fields.string("subject");
    let about = fields.string("about");
    let caution = fields.string("caution");
    let level_names = Arc::new(
        fields
            .table("level-names", "the table of level names", read_descriptions)
            .map_or(LevelNames::STANDARD, LevelNames::new),
    );
    let terms = fields.tables("terms", "a term", read_term);
    let mut seen = Seen { level_names: Arc::clone(&level_names), ..Seen::default() };
    let sections = fields.tables("sections", "a section", |section| read_section(section, &mut seen));
    let withdrawn = fields.tables("withdrawn", "a withdrawn question", |fields| {
        let id = earlier_id(fields);
        let reason = fields.required_text("reason", "\"...\"");
        Some(Withdrawn { id: id?, reason: reason?.value })
    });
    if !fields.has("sections") {
        fields.missing("sections", "[{ id = \"...\", title = \"...\", questions = [...] }]");
    }
    seen.check_references(fields, &sections);
    let title = title?.value;
    Some(Checklist {
        id: id?.value,
        edition: edition?.value,
        healthcheck: healthcheck.unwrap_or_else(|| "Healthcheck".to_owned()),
        subject: subject.unwrap_or_else(|| format!("what “{title}” covers")),
        title,
        about,
        caution,
        level_names,
        terms,
        sections,
        withdrawn,
        earlier: None,
        index: Default::default(),
    })
}

fn read_term(fields: &mut Fields<'_>) -> Option<Term> {
    if !fields.has("words") {
        fields.missing("words", "[\"everyone\", \"all\"]");
    }
    let words = fields.texts("words");
    let means = fields.required_text("means", "\"At least nine in ten of those meant.\"");
    Some(Term { words, means: means?.value })
}

fn earlier_id(fields: &mut Fields<'_>) -> Option<QuestionId> {
    let id = fields.required_text("id", "\"gifts-register\"")?;
    let read = QuestionId::new(&id.value);
    if read.is_none() {
        fields.problem(
            id.span,
            format!("`{}` is not an id", id.value),
            "name a question of the previous edition",
        );
    }
    read
}

fn read_replaced(fields: &mut Fields<'_>) -> Option<Replaced> {
    let id = earlier_id(fields);
    if !fields.has("comparable") {
        fields.missing("comparable", "false");
    }
    let comparable = fields.flag("comparable");
    let reason = fields.required_text("reason", "\"...\"");
    Some(Replaced { id: id?, comparable, reason: reason?.value })
}

/// The version of the file format: `1` in every file.
pub(crate) fn format_version(keys: &mut Keys<'_, '_>) {
    let format = keys.required("format", "1").integer(Some(1));
    if let (Keys::Read(fields), Some(format @ (..=0 | 2..))) = (keys, format) {
        let message = format!("this is format {format}, and this program reads format 1");
        fields.problem_at("format", message, "use a newer healthcheck for this file");
    }
}

/// From 1 to 100; 1 if the key is missing.
fn read_weight(fields: &mut Fields<'_>) -> u32 {
    let Some(weight) = fields.integer("weight") else { return 1 };
    match u32::try_from(weight.value) {
        Ok(number @ 1..=100) => number,
        _ => {
            let message = "a weight is a whole number from 1 to 100";
            fields.problem(weight.span, message, "write `weight = 2`, say");
            1
        }
    }
}

/// The ids and titles read so far, and the references to check at the end.
#[derive(Default)]
struct Seen {
    ids: BTreeMap<String, &'static str>,
    titles: BTreeMap<String, String>,
    references: Vec<At<String>>,
    level_names: Arc<LevelNames>,
}

impl Seen {
    fn id(&mut self, fields: &mut Fields<'_>, what: &'static str) -> Option<At<String>> {
        let id = fields.required_text("id", "\"gifts-single-register\"")?;
        if !is_id(&id.value) {
            fields.problem(
                id.span,
                format!("`{}` is not an id", id.value.escape_debug()),
                "an id is lower-case words and digits joined by hyphens, such as gifts-single-register",
            );
            return None;
        }
        if let Some(earlier) = self.ids.insert(id.value.clone(), what) {
            let message = format!("the id `{}` is already used by a {earlier}", id.value);
            fields.problem(id.span.clone(), message, "every section and question needs an id of its own");
        }
        Some(id)
    }

    fn title(&mut self, fields: &mut Fields<'_>, id: &str) -> Option<String> {
        let title = match fields.text("title") {
            Some(title) => title,
            None => At { value: from_id(id), span: fields.span() },
        };
        if let Some(earlier) = self.titles.insert(title.value.clone(), id.to_owned()) {
            let message = format!("the title `{}` is already used by `{earlier}`", title.value);
            fields.problem(title.span, message, "give it a title of its own");
        }
        Some(title.value)
    }

    fn check_references(&self, fields: &Fields<'_>, sections: &[Section]) {
        let counts = || {
            let questions = sections.iter().flat_map(|section| &section.questions);
            questions.filter(|question| question.count().is_some()).map(|question| question.id.as_str())
        };
        for reference in &self.references {
            if counts().any(|id| id == reference.value) {
                continue;
            }
            let help = match crate::text::nearest::nearest(&reference.value, counts()) {
                Some(id) => format!("did you mean `{id}`?"),
                None => "name a question that asks for a count".to_owned(),
            };
            let message = format!("`{}` does not ask for a count", reference.value.escape_debug());
            fields.problem(reference.span.clone(), message, help);
        }
    }
}

/// `gifts-single-register` as `Gifts single register`.
fn from_id(id: &str) -> String {
    let text = id.replace('-', " ");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn read_section(fields: &mut Fields<'_>, seen: &mut Seen) -> Option<Section> {
    let id = seen.id(fields, "section");
    let title = fields.required_text("title", "\"Gifts and hospitality\"");
    let chapter = fields.string("chapter");
    let weight = read_weight(fields);
    let questions = fields.tables("questions", "a question", |question| read_question(question, seen));
    if questions.is_empty() && !fields.has("questions") {
        fields.missing("questions", "[{ id = \"...\", ask = \"...\", levels = {...} }]");
    }
    let (id, title) = (id?.value, title?.value);
    let chapter = chapter.unwrap_or_else(|| title.clone());
    Some(Section { id, title, chapter, weight, questions })
}

fn read_question(fields: &mut Fields<'_>, seen: &mut Seen) -> Option<Question> {
    let id = seen.id(fields, "question");
    let title = seen.title(fields, id.as_ref().map_or("", |id| &id.value));
    let ask = fields.required_text("ask", "\"Is there ...?\"");
    let subject = fields.string("subject");
    let why = fields.string("why");
    let rests_on = fields.texts("rests-on");
    let owner = fields.string("owner");
    let evidence = fields.texts("evidence");
    let action = fields.string("action");
    let kind = read_kind(fields, seen);
    let replaces = fields.tables("replaces", "a replaced question", read_replaced);
    // Every key is read before any is required, so that none is reported as unknown.
    let (id, title, ask, kind) = (QuestionId::new(&id?.value)?, title?, ask?.value, kind?);
    let subject = subject.unwrap_or_else(|| title.clone());
    Some(Question { id, title, subject, ask, why, rests_on, owner, evidence, action, kind, replaces })
}

/// Reads the keys of both kinds, so that none is reported as unknown.
fn read_kind(fields: &mut Fields<'_>, seen: &mut Seen) -> Option<Kind> {
    let scale = read_scale(fields, Arc::clone(&seen.level_names));
    let count = read_count(fields, seen);
    match (fields.key_span("levels"), fields.key_span("unit")) {
        (Some(_), Some(unit)) => {
            fields.problem(
                unit,
                "a question has either `levels` or a `unit`, not both",
                "delete one of the two",
            );
            None
        }
        (Some(_), None) => {
            let message = |key: &str| format!("`{key}` belongs to a count");
            refuse(fields, ["signed", "at-most", "caution"], message, "delete it, or give a `unit`");
            scale.map(Kind::Scale)
        }
        (None, Some(_)) => {
            let message =
                |key: &str| format!("`{key}` belongs to a question that is scored, and a count is not");
            refuse(fields, ["target", "essential", "weight"], message, "delete it, or describe `levels`");
            count.map(Kind::Count)
        }
        (None, None) => {
            fields.missing(
                "levels",
                "{ absent = \"...\", developing = \"...\", in-place = \"...\", assured = \"...\" }",
            );
            None
        }
    }
}

fn read_scale(fields: &mut Fields<'_>, names: Arc<LevelNames>) -> Option<Scale> {
    let descriptions = fields.table("levels", "the table of levels", read_descriptions);
    let target = read_target(fields);
    let essential = fields.flag("essential");
    let weight = read_weight(fields);
    Some(Scale { target, essential, weight, descriptions: descriptions?, names })
}

fn read_count(fields: &mut Fields<'_>, seen: &mut Seen) -> Option<Count> {
    let unit = fields.text("unit");
    let signed = fields.flag("signed");
    let at_most = fields.text("at-most");
    let caution = fields.string("caution");
    seen.references.extend(at_most.clone());
    let at_most = at_most.and_then(|id| QuestionId::new(&id.value));
    Some(Count { unit: unit?.value, signed, at_most, caution })
}

fn refuse(fields: &Fields<'_>, keys: [&str; 3], message: impl Fn(&str) -> String, help: &str) {
    for key in keys {
        if let Some(span) = fields.key_span(key) {
            fields.problem(span, message(key), help);
        }
    }
}

fn read_target(fields: &mut Fields<'_>) -> Level {
    let Some(target) = fields.text("target") else { return Level::InPlace };
    match Level::from_word(&target.value) {
        Some(Level::Absent) => {
            fields.problem(
                target.span,
                "a target of `absent` asks for nothing",
                "write developing, in-place or assured",
            );
            Level::InPlace
        }
        Some(level) => level,
        None => {
            let message = format!("`{}` is not a level", target.value.escape_debug());
            fields.problem(target.span, message, "write developing, in-place or assured");
            Level::InPlace
        }
    }
}

fn read_descriptions(fields: &mut Fields<'_>) -> Option<[String; 4]> {
    let example = "\"what it looks like\"";
    let absent = fields.required_text("absent", example);
    let developing = fields.required_text("developing", example);
    let in_place = fields.required_text("in-place", example);
    let assured = fields.required_text("assured", example);
    Some([absent?.value, developing?.value, in_place?.value, assured?.value])
}
