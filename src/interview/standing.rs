//! How far an assessment, a section and a question are answered, in a few words.

use crate::assessment::{Assessment, Value, Verdict};
use crate::checklist::{Question, Section};
use crate::judge::gap::verdict;
use crate::judge::score::Scorecard;
use crate::words;

/// The number of questions and figures that are open; `None` if nothing is.
pub fn open(assessment: &Assessment) -> Option<String> {
    words::open_questions(&Scorecard::new(assessment))
}

/// `3 of 14 answered`, questions and figures together.
pub fn section_progress(assessment: &Assessment, section: &Section) -> String {
    let answered =
        section.questions.iter().filter(|question| assessment.answer(&question.id).is_some()).count();
    format!("{answered} of {} answered", section.questions.len())
}

/// Whether a question is open and has a level from last time.
pub fn can_be_confirmed(assessment: &Assessment, question: &Question) -> bool {
    assessment.confirmed(question, None, assessment.date).is_ok()
}

/// `in place, no evidence`.
pub fn question_status(assessment: &Assessment, question: &Question) -> String {
    let Some(answer) = assessment.answer(&question.id) else {
        return if can_be_confirmed(assessment, question) { "open; answered last time" } else { "open" }
            .to_owned();
    };
    let gap = match verdict(assessment, question) {
        Some(Verdict::Gap) if assessment.has_open_action(&question.id) => ", a gap with an action",
        Some(Verdict::Gap) => ", a gap",
        _ => "",
    };
    let evidence = if answer.lacks_evidence() { ", no evidence" } else { "" };
    format!("{}{gap}{evidence}", words::value(question, answer.value))
}

/// `Answered: in place, no evidence`.
pub fn answered(assessment: &Assessment, question: &Question) -> String {
    match assessment.answer(&question.id) {
        Some(_) => format!("Answered: {}", question_status(assessment, question)),
        None => "Not answered yet".to_owned(),
    }
}

pub fn lacks_action(assessment: &Assessment, question: &Question) -> bool {
    verdict(assessment, question) == Some(Verdict::Gap) && !assessment.has_open_action(&question.id)
}

/// Whether a figure is given without the first or the last day that it covers.
pub fn lacks_period(assessment: &Assessment, question: &Question) -> bool {
    assessment.answer(&question.id).is_some_and(|answer| {
        matches!(answer.value, Value::Count(_)) && (answer.from.is_none() || answer.to.is_none())
    })
}
