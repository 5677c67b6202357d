//! What stands on a form in words: the labels by which its cells are found again, and what it says to who fills it in.

use super::{Form, Identity};
use crate::assessment::Value;
use crate::checklist::{Kind, Level, LevelNames, Question, Section, Term};
use crate::text::{long_date, number_of};

/// The labels before the cells that are filled in.
pub const ANSWER: &str = "Answer";
pub const FIGURE: &str = "Figure";
pub const NOTE: &str = "Note";
pub const EVIDENCE: &str = "Evidence, and its date";
pub const SIGNED: &str = "Answered by, and when";
pub const FROM: &str = "First day";
pub const TO: &str = "Last day";
pub const FILLED: &str = "Filled in by, and when";

/// How the heading of the column begins in which last time's answers stand.
pub const LAST_TIME: &str = "Last time, ";

/// The labels on the first sheet of what it says to who fills the form in.
pub const OPENING: [&str; 5] = ["What this is", "What to do", "By when", "Back to", "Please note"];
pub const SHEETS: &str = "The sheets";

/// What stands there below the name of who fills it in.
pub const ONCE: &str = "Your name and the day stand for every answer that has none of its own.";

/// How it begins to say that some words mean something exact.
pub const EXACT: &str = "Words such as ";

/// The label before a question's id and marks.
pub const CODE: &str = "ID";

/// The labels before what a form belongs to.
pub const FORCE: &str = "Force";
pub const DATE: &str = "Healthcheck of";
pub const CHECKLIST: &str = "Checklist";
pub const EDITION: &str = "Edition";
pub const FORM: &str = "Form";

/// The labels before what is printed only.
pub const QUESTION: &str = "Question";
pub const WHY: &str = "Why";
pub const WHAT_SHOWS: &str = "What would show it";

/// The names of the sheets beside those of the sections.
pub const FIRST: &str = "Read me first";
pub const TERMS: &str = "What words mean";
pub const HIDDEN: &str = "healthcheck";

/// What stands before that which is not to be touched.
pub const WAY_BACK: &str = "So that the form finds its way back; please leave this as it is";

/// What is chosen where nobody knows, or where the question does not apply.
pub const DONT_KNOW: &str = "don't know";
pub const NOT_APPLICABLE: &str = "not applicable";

/// The warning that stands on every form.
pub const WARNING: &str = "Name no person under investigation, no source and no live operation: what is written here \
                           may be disclosed.";

/// A value as it is chosen on a form.
pub fn value(value: Value, names: &LevelNames) -> String {
    match value {
        Value::Unknown => DONT_KNOW.to_owned(),
        Value::NotApplicable => NOT_APPLICABLE.to_owned(),
        other => other.title(names),
    }
}

/// What there is to choose from.
pub fn choices(question: &Question) -> Vec<String> {
    let levels = match &question.kind {
        Kind::Scale(scale) => Level::ALL.map(|level| scale.names.name(level).to_owned()).to_vec(),
        Kind::Count(_) => Vec::new(),
    };
    levels.into_iter().chain([DONT_KNOW, NOT_APPLICABLE].map(str::to_owned)).collect()
}

/// The name of the form.
pub fn title(form: &Form<'_>) -> String {
    let healthcheck = &form.checklist.healthcheck;
    match &form.identity.force {
        Some(force) => format!("{healthcheck} of {force}"),
        None => healthcheck.clone(),
    }
}

/// Whose it is, for the head of every page.
pub fn context(form: &Form<'_>) -> String {
    format!("For {}", form.to)
}

/// What it is, what to do, by when, to whom it goes back, and the warning: each with its label.
pub fn opening(form: &Form<'_>) -> Vec<(&'static str, String)> {
    let number = form.asked().count();
    let whose = if form.identity.force.is_some() { "The force" } else { "A police force" };
    let names = &form.checklist.level_names;
    let what = format!(
        "{whose} is checking its own arrangements for {}. {} for {}. There is no pass mark: a true answer helps, whatever it is.",
        form.checklist.subject,
        number_of(number, "question is", "questions are"),
        form.to
    );
    let to_do = format!(
        "Go through the sheets behind this one and fill in the yellow cells; a date that you do not know may stay empty. For each question choose the highest level \
         all of whose words are true; in doubt between two, the lower. What exists but falls short of “{}” is “{}”. If nobody \
         can say, choose “{DONT_KNOW}”. If the question does not apply to this force, choose “{NOT_APPLICABLE}” and say why in \
         the note. If somebody else should answer, leave the answer open and say in the note who should be asked.",
        names.name(Level::InPlace),
        names.name(Level::Developing)
    );
    let when = match form.due {
        Some(day) => format!("By {}.", long_date(day)),
        None => "As soon as you can.".to_owned(),
    };
    let back = format!("Save the file under any name and send it back to: {}.", form.back_to);
    OPENING.into_iter().zip([what, to_do, when, back, WARNING.to_owned()]).collect()
}

/// The terms of the checklist that stand in the questions of a form.
pub fn terms<'a>(form: &Form<'a>) -> Vec<&'a Term> {
    let used: Vec<_> = form.asked().flat_map(|asked| form.checklist.terms_of(asked.question)).collect();
    let is_used = |term: &&Term| used.iter().any(|used| used.means == term.means);
    form.checklist.terms.iter().filter(is_used).collect()
}

/// That some words of a form mean something exact, with two of them; nothing where none is explained.
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

/// What a form belongs to, label by label.
pub fn facts(identity: &Identity) -> Vec<(&'static str, String)> {
    let sent = identity.sent.map_or("blank".to_owned(), |sent| sent.to_string());
    let force = identity.force.iter().map(|force| (FORCE, force.clone()));
    let date = identity.date.iter().map(|date| (DATE, date.to_string()));
    let rest = [(CHECKLIST, identity.checklist.clone()), (EDITION, identity.edition.clone()), (FORM, sent)];
    force.chain(date).chain(rest).collect()
}

/// The name of a section's sheet: the words of its id, as many as Excel's 31 letters hold with a number behind them.
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
