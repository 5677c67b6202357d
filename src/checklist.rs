//! What is asked: a checklist of sections, their questions, and the four levels of each.
//!
//! A [`Checklist`] is valid once it exists: ids are unique, every level question describes all four levels, and what
//! one question says of another names a question that is there.

use std::collections::BTreeMap;
use std::fmt;

use crate::fields::{At, Fields, has_key, read_root};
use crate::source::{Invalid, Source};

/// The permanent name of a question: lower-case words joined by hyphens, such as `gifts-single-register`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(String);

impl QuestionId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A text as an id; `None` unless it is lower-case letters, digits and single hyphens.
    pub fn new(text: &str) -> Option<Self> {
        is_id(text).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_id(text: &str) -> bool {
    let word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.len() <= 64 && text.split('-').all(word)
}

/// How far an arrangement has come: existence, operation, effectiveness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// There is nothing.
    Absent,
    /// Planned, being introduced, under review, for some only, or only on concern.
    Developing,
    /// It exists and is used across the force.
    InPlace,
    /// In place, and the force makes sure that it works.
    Assured,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 4] = [Self::Absent, Self::Developing, Self::InPlace, Self::Assured];

    /// Points for scoring, 0 to 3.
    pub fn points(self) -> u32 {
        match self {
            Self::Absent => 0,
            Self::Developing => 1,
            Self::InPlace => 2,
            Self::Assured => 3,
        }
    }

    /// The word in files, commands and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Developing => "developing",
            Self::InPlace => "in-place",
            Self::Assured => "assured",
        }
    }

    /// The word as a person reads it.
    pub fn title(self) -> &'static str {
        match self {
            Self::InPlace => "in place",
            other => other.word(),
        }
    }

    /// The level of a word, if it is one.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// What is asked, in sections, under an id and an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// The name by which assessments refer to it.
    pub id: String,
    /// Which wording of it this is.
    pub edition: String,
    /// Its name for people.
    pub title: String,
    /// What it is built from and what it is not.
    pub about: Option<String>,
    /// Its sections, in the order in which they are asked.
    pub sections: Vec<Section>,
}

/// Questions about one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The section's permanent name.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// What it counts for in the overall score, 1 to 100.
    pub weight: u32,
    /// Its questions, in the order in which they are asked.
    pub questions: Vec<Question>,
}

/// One thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The permanent name to which answers are tied.
    pub id: QuestionId,
    /// A short label, unique in the checklist; from the id where the file gives none.
    pub title: String,
    /// The question itself.
    pub ask: String,
    /// Why it is asked.
    pub why: Option<String>,
    /// The chapters and headings on which it rests.
    pub rests_on: Vec<String>,
    /// Whom to ask.
    pub owner: Option<String>,
    /// What would show the answer.
    pub evidence: Vec<String>,
    /// What to do when it falls short.
    pub action: Option<String>,
    /// Whether its gap comes first, whatever its weight.
    pub essential: bool,
    /// What it counts for within its section, 1 to 100.
    pub weight: u32,
    /// What kind of answer it takes.
    pub kind: Kind,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of four levels.
    Level {
        /// The level that the question asks for.
        target: Level,
        /// What each level looks like, lowest first.
        descriptions: [String; 4],
    },
    /// A figure, which is never scored.
    Count {
        /// What is counted.
        unit: String,
        /// Whether it may be below zero.
        signed: bool,
        /// The count which it may not exceed.
        at_most: Option<QuestionId>,
        /// What to bear in mind when it stands beside another force's.
        caution: Option<String>,
    },
}

impl Question {
    /// The level that is asked for; `None` of a count.
    pub fn target(&self) -> Option<Level> {
        match &self.kind {
            Kind::Level { target, .. } => Some(*target),
            Kind::Count { .. } => None,
        }
    }

    /// What a level looks like for this question; `None` of a count.
    pub fn description(&self, level: Level) -> Option<&str> {
        match &self.kind {
            Kind::Level { descriptions, .. } => Level::ALL
                .iter()
                .zip(descriptions)
                .find(|(each, _)| **each == level)
                .map(|(_, text)| text.as_str()),
            Kind::Count { .. } => None,
        }
    }

    /// What is counted; `None` of a level question.
    pub fn unit(&self) -> Option<&str> {
        match &self.kind {
            Kind::Count { unit, .. } => Some(unit),
            Kind::Level { .. } => None,
        }
    }
}

impl Checklist {
    /// Reads a checklist, in the format of `checklists/README.md`.
    ///
    /// # Errors
    ///
    /// Every problem of the file, each with its place and remedy.
    pub fn parse(source: &Source) -> Result<Self, Invalid> {
        read_root(source, "a checklist", read_checklist)
    }

    /// Whether a text means to be a checklist: it has sections, which an assessment has not.
    pub fn is_claimed_by(source: &Source) -> bool {
        has_key(source, "sections")
    }

    /// Every question, in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The questions that are scored.
    pub fn level_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.target().is_some())
    }

    /// The questions that ask for a figure.
    pub fn count_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.unit().is_some())
    }

    /// The question of an id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id.as_str() == id)
    }

    /// The section of an id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The section in which a question stands.
    pub fn section_of(&self, id: &QuestionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.questions.iter().any(|question| question.id == *id))
    }

    /// The nearest id of a question or section to one that was mistyped.
    pub fn nearest_id(&self, word: &str) -> Option<&str> {
        let sections = self.sections.iter().map(|section| section.id.as_str());
        crate::source::nearest(word, self.questions().map(|question| question.id.as_str()).chain(sections))
    }
}

fn read_checklist(fields: &mut Fields<'_>) -> Option<Checklist> {
    read_format(fields);
    let id = fields.required_text("id", "\"without-fear-or-favour\"");
    let edition = fields.required_text("edition", "\"2026.1\"");
    let title = fields.required_text("title", "\"Without Fear or Favour\"");
    let about = fields.text("about").map(|about| about.value);
    let mut seen = Seen::default();
    let sections = fields.tables("sections", "a section", |section| read_section(section, &mut seen));
    if sections.is_empty() {
        fields.missing("sections", "[{ id = \"...\", title = \"...\", questions = [...] }]");
    }
    seen.check_references(fields, &sections);
    Some(Checklist { id: id?.value, edition: edition?.value, title: title?.value, about, sections })
}

/// The version of the file format, which is `1` in every file.
pub(crate) fn read_format(fields: &mut Fields<'_>) {
    match fields.integer("format") {
        Some(format) if format.value != 1 => fields.problem(
            format.span,
            format!("this is format {}, and this program reads format 1", format.value),
            "use a newer healthcheck for this file",
        ),
        None if !fields.has("format") => fields.missing("format", "1"),
        _ => {}
    }
}

/// The ids that were read so far, and the references that can only be checked at the end.
#[derive(Default)]
struct Seen {
    ids: BTreeMap<String, &'static str>,
    titles: BTreeMap<String, String>,
    references: Vec<At<String>>,
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
            let message = format!("the id `{}` is already that of a {earlier}", id.value);
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
            let message = format!("the title `{}` is already that of `{earlier}`", title.value);
            fields.problem(title.span, message, "give it a title by which it can be told apart");
        }
        Some(title.value)
    }

    fn check_references(&self, fields: &Fields<'_>, sections: &[Section]) {
        let counts = || {
            let questions = sections.iter().flat_map(|section| &section.questions);
            questions.filter(|question| question.unit().is_some()).map(|question| question.id.as_str())
        };
        for reference in &self.references {
            if counts().any(|id| id == reference.value) {
                continue;
            }
            let help = match crate::source::nearest(&reference.value, counts()) {
                Some(id) => format!("did you mean `{id}`?"),
                None => "name a question that asks for a count".to_owned(),
            };
            let message = format!("`{}` is no count question", reference.value.escape_debug());
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
    let weight = fields.weight();
    let questions = fields.tables("questions", "a question", |question| read_question(question, seen));
    if questions.is_empty() && !fields.has("questions") {
        fields.missing("questions", "[{ id = \"...\", ask = \"...\", levels = {...} }]");
    }
    Some(Section { id: id?.value, title: title?.value, weight, questions })
}

fn read_question(fields: &mut Fields<'_>, seen: &mut Seen) -> Option<Question> {
    let id = seen.id(fields, "question");
    let title = seen.title(fields, id.as_ref().map_or("", |id| &id.value));
    let ask = fields.required_text("ask", "\"Is there ...?\"");
    let question = Question {
        id: QuestionId::new(&id?.value)?,
        title: title?,
        ask: ask?.value,
        why: fields.text("why").map(|why| why.value),
        rests_on: fields.texts("rests-on"),
        owner: fields.text("owner").map(|owner| owner.value),
        evidence: fields.texts("evidence"),
        action: fields.text("action").map(|action| action.value),
        essential: fields.flag("essential"),
        weight: fields.weight(),
        kind: read_kind(fields, seen)?,
    };
    Some(question)
}

fn read_kind(fields: &mut Fields<'_>, seen: &mut Seen) -> Option<Kind> {
    let descriptions = fields.table("levels", "the levels of a question", read_descriptions);
    let target = read_target(fields);
    let unit = fields.text("unit");
    let signed = fields.flag("signed");
    let at_most = fields.text("at-most");
    let caution = fields.text("caution").map(|caution| caution.value);
    seen.references.extend(at_most.clone());
    match (fields.key_span("levels"), fields.key_span("unit")) {
        (Some(_), Some(unit)) => {
            fields.problem(unit, "a question has either `levels` or a `unit`", "delete one of the two");
            None
        }
        (Some(_), None) => {
            for key in ["signed", "at-most", "caution"] {
                if let Some(span) = fields.key_span(key) {
                    fields.problem(
                        span,
                        format!("`{key}` belongs to a count"),
                        "delete it, or give a `unit`",
                    );
                }
            }
            Some(Kind::Level { target, descriptions: descriptions? })
        }
        (None, Some(_)) => {
            for key in ["target", "essential", "weight"] {
                if let Some(span) = fields.key_span(key) {
                    let message = format!("`{key}` belongs to a question that is scored, and a count is not");
                    fields.problem(span, message, "delete it, or describe `levels`");
                }
            }
            let at_most = at_most.and_then(|id| QuestionId::new(&id.value));
            Some(Kind::Count { unit: unit?.value, signed, at_most, caution })
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
