//! How a published finding is worded: in our paraphrase, with the name of our level beside it.

use crate::assessment::{Answer, Assessment, Value};
use crate::checklist::Question;

/// Who found what a published assessment tells.
pub fn found_label(assessment: &Assessment) -> String {
    format!("{} found", assessment.assessor)
}

/// A published finding: its paraphrase, and our level's name beside it. The text that our checklist gives a level is
/// not what was found, and never stands here.
pub fn finding(question: &Question, answer: &Answer) -> String {
    let reading = match answer.value {
        Value::Level(levels) => format!("our reading: {}", levels.title(question.level_names())),
        other => super::value(question, other),
    };
    match &answer.note {
        Some(note) => format!("{note} ({reading})"),
        None => format!("No more is stated ({reading})."),
    }
}

/// What the value of an answer is called: of a published finding, a level is our reading.
pub fn value_label(assessment: &Assessment, value: Value) -> &'static str {
    match (&assessment.source, value) {
        (Some(_), Value::Level(_)) => "Our reading",
        _ => "Answer",
    }
}
