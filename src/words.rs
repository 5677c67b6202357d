//! Phrases that stand in more than one place of a report.

use crate::assessment::{Answer, Evidence, Period, Published, Standing, Value};
use crate::checklist::{Level, LevelNames, Question, Term};
use crate::judge::compare::Named;
use crate::judge::score::{Percents, Score, Scorecard};

use crate::document::{Block, Column, Fact, Table};
pub use crate::text::letter;
use crate::text::{long_date, number_of};

mod approval;
mod coverage;
mod finding;
mod moves;
mod plan;
mod review;

pub use approval::{approval, approval_stamp, approved, reopened};
pub use coverage::{asked, coverage, how_many, of_questions, open};
pub use finding::{finding, found_label, value_label};
pub use moves::{change, edition_change};
pub use plan::{
    action_in_full, action_status, action_with_owner, done, due, notes, numbered_action, plan_point, steps,
    stopped, to_do,
};
pub use review::{agreement, reply, reviewed_of, to_review};

/// How the levels of a question are read, wherever they are chosen from.
pub fn how_levels_are_read(names: &LevelNames) -> String {
    format!(
        "The answer is the highest level all of whose words are known to be true. What exists but falls short of {} is \
         {}. In doubt between two levels, choose the lower.",
        names.name(Level::InPlace),
        names.name(Level::Developing)
    )
}

/// A score with its coverage and bounds, never a percentage alone.
pub fn score(card: &Scorecard) -> Vec<Fact> {
    let score = &card.score;
    let scored = card.sections.iter().filter(|section| section.score.percent.is_some()).count();
    let mean = format!("the mean of {scored} of {} sections", card.sections.len());
    let figure = match (score.percent, score.bounds) {
        (Some(percent), _) if percent.is_one() => format!("{percent} of 100, {mean}"),
        (Some(percent), _) => {
            format!("{percent} of 100, over the lowest and over the highest levels of the findings; {mean}")
        }
        (None, Some(_)) => "nothing answered".to_owned(),
        (None, None) => "none, as nothing applies".to_owned(),
    };
    let mut facts = vec![Fact::new("Score", figure), Fact::new("Coverage", coverage(card))];
    facts.extend(score.bounds.map(|Percents { lowest, highest }| {
        let bounds = format!("{lowest} with everything open absent, {highest} with everything open assured");
        Fact::new("Bounds", bounds)
    }));
    facts
}

/// What stands beside a score: `7 of 9 targets met, 1 not settled, 1 essential gap`.
pub fn targets(score: &Score) -> String {
    if score.targets == 0 {
        let open = score.bounds.is_some();
        return if open { "nothing answered" } else { "nothing to score" }.to_owned();
    }
    let also = [
        (score.not_settled, "not settled", "not settled"),
        (score.essential_gaps, "essential gap", "essential gaps"),
    ];
    let also = also.into_iter().filter(|(number, _, _)| *number > 0);
    let also = also.map(|(number, one, many)| format!(", {}", number_of(number, one, many)));
    format!("{} of {} targets met{}", score.targets_met, score.targets, also.collect::<String>())
}

/// A figure that may not exist; of findings, both ends of it.
pub fn percent(percent: Option<Percents>) -> String {
    percent.map_or_else(|| "none".to_owned(), |percent| percent.to_string())
}

/// How a question stands, as a number or a sign, where there is room for no more: `2`, `2–3`, `?`.
pub fn sign(standing: Standing) -> String {
    match standing {
        Standing::Level(levels) => match levels.up_to() {
            None => levels.lowest().points().to_string(),
            Some(highest) => format!("{}–{}", levels.lowest().points(), highest.points()),
        },
        Standing::Unknown => "?".to_owned(),
        Standing::NotApplicable => "n/a".to_owned(),
        Standing::Unanswered => "-".to_owned(),
    }
}

/// A question by its label and its id.
pub fn name(question: &Question) -> String {
    format!("{} [{}]", question.title, question.id)
}

/// An assessment in a list of those that are compared.
pub fn label(named: Named<'_>) -> String {
    let assessment = named.assessment;
    match &assessment.source {
        Some(source) => {
            format!("{}, {} {}, {}", assessment.force, source.publisher, kind(source), source.published)
        }
        None if assessment.assessor.is_empty() => {
            format!("{}, {}", assessment.force, long_date(assessment.date))
        }
        None => format!("{}, {}, {}", assessment.force, assessment.assessor, long_date(assessment.date)),
    }
}

/// What kind of publication it is, and whether it is known in part only.
pub fn kind(source: &Published) -> String {
    if source.kind.is_partial() { format!("{} (partial)", source.kind) } else { source.kind.to_string() }
}

/// What somebody typed, as their own words.
pub fn quoted(text: &str) -> String {
    format!("“{}”", text.trim().replace(['“', '”'], "\""))
}

/// A period of days.
pub fn period(period: Period) -> Option<String> {
    match period {
        (Some(from), Some(to)) => Some(format!("{} to {}", long_date(from), long_date(to))),
        (Some(from), None) => Some(format!("from {}", long_date(from))),
        (None, Some(to)) => Some(format!("to {}", long_date(to))),
        (None, None) => None,
    }
}

/// A level and what it looks like for a question. The words are the checklist's: of several states that it names, the
/// force may be in one.
pub fn level_described(question: &Question, level: Level) -> String {
    let name = question.level_names().name(level);
    match question.scale() {
        Some(scale) => format!("{name}, in the checklist's words: “{}”", scale.description_in_full(level)),
        None => name.to_owned(),
    }
}

/// The levels with the numbers that are printed and pressed for them: `0 absent, 1 developing, ...`.
pub fn level_numbers(names: &LevelNames) -> String {
    Level::ALL.map(|level| format!("{} {}", level.points(), names.name(level))).join(", ")
}

/// What was answered, with the unit of a count.
pub fn value(question: &Question, value: Value) -> String {
    match (value, question.count()) {
        (Value::Count(number), Some(count)) => format!("{number} {}", count.unit),
        (other, _) => other.title(question.level_names()),
    }
}

/// The pieces of evidence, one below the other.
pub fn evidence(pieces: &[Evidence]) -> String {
    pieces.iter().map(Evidence::to_string).collect::<Vec<_>>().join("\n")
}

/// Everything that was typed beside an answer's value.
pub fn particulars(answer: &Answer) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(note) = &answer.note {
        let label = if answer.value == Value::NotApplicable { "Reason" } else { "Note" };
        facts.push(Fact::new(label, note));
    }
    if !answer.evidence.is_empty() {
        facts.push(Fact::new("Evidence", evidence(&answer.evidence)));
    }
    if let Some(period) = period((answer.from, answer.to)) {
        facts.push(Fact::new("Period", period));
    }
    let who_and_when: Vec<String> = answer.by.iter().cloned().chain(answer.on.map(long_date)).collect();
    if !who_and_when.is_empty() {
        facts.push(Fact::new("Answered", who_and_when.join(", ")));
    }
    facts
}

/// A count by its label and its unit.
pub fn counted(question: &Question) -> String {
    format!("{} ({})", question.title, question.count().map(|count| count.unit.as_str()).unwrap_or_default())
}

/// What stands where somebody has still to sign.
pub const TO_BE_SIGNED: &str = "not yet approved";

/// What those who sign a report declare.
pub const DECLARED: [&str; 2] = [
    "Assessor: the answers are true and complete to the best of my knowledge.",
    "Approver: I approve this report and its action plan, subject to the decisions that the board is asked for.",
];

/// What those who sign findings without a plan declare.
pub const DECLARED_FINDINGS: [&str; 2] = [
    "Assessor: the answers on which this rests are true and complete to the best of my knowledge.",
    "Approver: I approve these findings.",
];

/// What is to be signed: by whoever assessed, and by whoever approves.
pub fn signatures() -> Table {
    let columns = ["", "Name", "Rank or role", "Date", "Signature"].map(Column::words).to_vec();
    let row = |who: &str| vec![who.to_owned(), String::new(), String::new(), String::new(), String::new()];
    Table { columns, rows: vec![row("Assessor"), row("Approver")] }
}

/// What is said behind the name of an essential question; of another nothing.
pub fn essential(question: &Question) -> &'static str {
    if question.is_essential() { " (essential)" } else { "" }
}

/// What the words of a checklist mean, or of one of its questions.
pub fn terms<'a>(terms: impl IntoIterator<Item = &'a Term>) -> Block {
    Block::list(terms.into_iter().map(|term| format!("{}: {}", term.words.join(", "), term.means)))
}
