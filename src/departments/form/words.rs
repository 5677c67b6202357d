//! The words on a form: labels, by which cells are found again, and instructions.

use super::{Form, Identity};
use crate::assessment::Value;
use crate::checklist::{Kind, Level, LevelNames, Question, Section, Term};
use crate::text::{long_date, number_of};

/// Labels of the rows to fill in.
pub const ANSWER: &str = "Answer";
pub const FIGURE: &str = "Figure";
pub const NOTE: &str = "Note";
pub const EVIDENCE: &str = "Evidence, and its date";
pub const SIGNED: &str = "Answered by, and when";
pub const FROM: &str = "First day";
pub const TO: &str = "Last day";
pub const FILLED: &str = "Filled in by, and when";

/// The start of the heading of last year's answers.
pub const LAST_TIME: &str = "Last time, ";

/// Labels of the instructions on the first sheet.
pub const OPENING: [&str; 5] = ["What this is", "What to do", "By when", "Back to", "Please note"];
pub const SHEETS: &str = "The sheets";

pub const ONCE: &str = "Your name and the day stand for every answer that has none of its own.";

/// The start of the sentence about words with an exact meaning.
pub const EXACT: &str = "Words such as ";

/// The label of a question's id and fingerprints.
pub const CODE: &str = "ID";

/// Labels of the form's identity.
pub const FORCE: &str = "Force";
pub const DATE: &str = "Healthcheck of";
pub const CHECKLIST: &str = "Checklist";
pub const EDITION: &str = "Edition";
pub const FORM: &str = "Form";

/// Labels of what is only printed.
pub const QUESTION: &str = "Question";
pub const WHY: &str = "Why";
pub const WHAT_SHOWS: &str = "What would show it";

/// Names of the sheets besides the sections'.
pub const FIRST: &str = "Read me first";
pub const TERMS: &str = "What words mean";
pub const HIDDEN: &str = "healthcheck";

pub const WAY_BACK: &str = "So that the form finds its way back; please leave this as it is";

pub const DONT_KNOW: &str = "don't know";
pub const NOT_APPLICABLE: &str = "not applicable";

pub const WARNING: &str = "Name no person under investigation, no source and no live operation: what is written here \
                           may be disclosed.";

pub fn value(value: Value, names: &LevelNames) -> String {
    match value {
        Value::Unknown => DONT_KNOW.to_owned(),
        Value::NotApplicable => NOT_APPLICABLE.to_owned(),
        other => other.title(names),
    }
}

pub fn choices(question: &Question) -> Vec<String> {
    let levels = match &question.kind {
        Kind::Scale(scale) => Level::ALL.map(|level| scale.names.name(level).to_owned()).to_vec(),
        Kind::Count(_) => Vec::new(),
    };
    levels.into_iter().chain([DONT_KNOW, NOT_APPLICABLE].map(str::to_owned)).collect()
}

pub fn title(form: &Form<'_>) -> String {
    let healthcheck = &form.checklist.healthcheck;
    match &form.identity.force {
        Some(force) => format!("{healthcheck} of {force}"),
        None => healthcheck.clone(),
    }
}

pub fn context(form: &Form<'_>) -> String {
    format!("For {}", form.to)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    Workbook,
    Paper,
}

pub fn opening(form: &Form<'_>, medium: Medium) -> Vec<(&'static str, String)> {
    let number = form.asked().count();
    let whose = if form.identity.force.is_some() { "The force" } else { "A police force" };
    let names = &form.checklist.level_names;
    let what = format!(
        "{whose} is checking its own arrangements for {}. {} for {}. There is no pass mark: a true answer helps, whatever it is.",
        form.checklist.subject,
        number_of(number, "question is", "questions are"),
        form.to
    );
    let (begin, choose, send) = match medium {
        Medium::Workbook => (
            "Go through the sheets behind this one and fill in the yellow cells; a date that you do not know may stay \
             empty. ",
            "choose",
            "Save the file under any name and send it",
        ),
        Medium::Paper => ("", "tick", "Send it"),
    };
    let to_do = format!(
        "{begin}For each question {choose} the highest level \
         all of whose words are true; in doubt between two, the lower. What exists but falls short of “{}” is “{}”. If nobody \
         can say, {choose} “{DONT_KNOW}”. If the question does not apply to this force, {choose} “{NOT_APPLICABLE}” and say why in \
         the note. If somebody else should answer, leave the answer open and say in the note who should be asked.",
        names.name(Level::InPlace),
        names.name(Level::Developing)
    );
    let when = match form.due {
        Some(day) => format!("By {}.", long_date(day)),
        None => "As soon as you can.".to_owned(),
    };
    let back = format!("{send} back to: {}.", form.back_to);
    OPENING.into_iter().zip([what, to_do, when, back, WARNING.to_owned()]).collect()
}

pub fn terms<'a>(form: &Form<'a>) -> Vec<&'a Term> {
    let used: Vec<_> = form.asked().flat_map(|asked| form.checklist.terms_of(asked.question)).collect();
    let is_used = |term: &&Term| used.iter().any(|used| used.means == term.means);
    form.checklist.terms.iter().filter(is_used).collect()
}

/// States that some words have an exact meaning, with two examples; `None` if no term is used.
pub fn exact(form: &Form<'_>) -> Option<String> {
    let used = form.asked().flat_map(|asked| form.checklist.terms_of(asked.question));
    let mut words: Vec<String> = Vec::new();
    for word in used.filter_map(|term| term.words.into_iter().next()) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let some: Vec<String> = words.iter().take(2).map(|word| format!("“{word}”")).collect();
    let some = some.join(" and ");
    (!words.is_empty()).then(|| {
        format!("{EXACT}{some} have one exact meaning here: read the sheet “{TERMS}” before you choose.")
    })
}

pub fn facts(identity: &Identity) -> Vec<(&'static str, String)> {
    let sent = identity.sent.map_or("blank".to_owned(), |sent| sent.to_string());
    let force = identity.force.iter().map(|force| (FORCE, force.clone()));
    let date = identity.date.iter().map(|date| (DATE, date.to_string()));
    let rest = [(CHECKLIST, identity.checklist.clone()), (EDITION, identity.edition.clone()), (FORM, sent)];
    force.chain(date).chain(rest).collect()
}

/// The words of the section's id, cut to 28 characters: Excel allows 31, and a number may follow.
pub fn sheet_name(section: &Section) -> String {
    let mut name = String::new();
    for word in section.id.split('-') {
        if !name.is_empty() && name.len() + 1 + word.len() > 28 {
            break;
        }
        name.push_str(if name.is_empty() { "" } else { " " });
        name.extend(word.chars().take(28));
    }
    let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
    first.to_uppercase() + rest
}
