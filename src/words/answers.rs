//! Answers with their evidence and periods, and published findings in our paraphrase.

use crate::assessment::{Answer, Assessment, Evidence, Period, Published, Value};
use crate::checklist::Question;
use crate::document::Fact;
use crate::judge::compare::Named;
use crate::text::long_date;

/// Which assessment it is, in a list of several.
pub fn assessment_label(Named { assessment, .. }: Named<'_>) -> String {
    let Assessment { force, assessor, .. } = assessment;
    match &assessment.source {
        Some(source) => {
            format!("{force}, {} {}, {}", source.publisher, publication_kind(source), source.published)
        }
        None if assessor.is_empty() => format!("{force}, {}", long_date(assessment.date)),
        None => format!("{force}, {assessor}, {}", long_date(assessment.date)),
    }
}

pub fn publication_kind(source: &Published) -> String {
    if source.kind.is_partial() { format!("{} (partial)", source.kind) } else { source.kind.to_string() }
}

/// Something that a person typed, in quotation marks.
pub fn quoted(text: &str) -> String {
    format!("“{}”", text.trim().replace(['“', '”'], "\""))
}

pub fn period(period: Period) -> Option<String> {
    match period {
        (Some(from), Some(to)) => Some(format!("{} to {}", long_date(from), long_date(to))),
        (Some(from), None) => Some(format!("from {}", long_date(from))),
        (None, Some(to)) => Some(format!("to {}", long_date(to))),
        (None, None) => None,
    }
}

/// What was answered, with the unit of a count.
pub fn value(question: &Question, value: Value) -> String {
    match (value, question.count()) {
        (Value::Count(number), Some(count)) => format!("{number} {}", count.unit),
        (other, _) => other.title(question.level_names()),
    }
}

/// Every piece of evidence with its date; none if there is no evidence.
pub fn evidence(pieces: &[Evidence], between: &str) -> Option<String> {
    let pieces: Vec<String> = pieces.iter().map(Evidence::to_string).collect();
    (!pieces.is_empty()).then(|| pieces.join(between))
}

/// Everything that an answer says apart from its value.
pub fn answer_facts(answer: &Answer) -> Vec<Fact> {
    let note = if answer.value == Value::NotApplicable { "Reason" } else { "Note" };
    let answered: Vec<String> = answer.by.iter().cloned().chain(answer.on.map(long_date)).collect();
    let facts = [
        (note, answer.note.clone()),
        ("Evidence", evidence(&answer.evidence, "\n")),
        ("Period", period((answer.from, answer.to))),
        ("Answered", (!answered.is_empty()).then(|| answered.join(", "))),
    ];
    facts.into_iter().filter_map(|(label, text)| Some(Fact::new(label, text?))).collect()
}

pub fn found_label(assessment: &Assessment) -> String {
    format!("{} found", assessment.assessor)
}

/// A published finding in our paraphrase, with our level's name. Our description of the level is never shown as a finding.
pub fn finding(question: &Question, answer: &Answer) -> String {
    let reading = match answer.value {
        Value::Level(levels) => format!("our reading: {}", levels.title(question.level_names())),
        other => value(question, other),
    };
    match &answer.note {
        Some(note) => format!("{note} ({reading})"),
        None => format!("No more is stated ({reading})."),
    }
}

/// A published level is called our reading.
pub fn value_label(assessment: &Assessment, value: Value) -> &'static str {
    match (&assessment.source, value) {
        (Some(_), Value::Level(_)) => "Our reading",
        _ => "Answer",
    }
}
