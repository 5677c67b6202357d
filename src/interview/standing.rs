//! How an assessment, a section and a question stand, in a few words.

use crate::assessment::{Assessment, Verdict};
use crate::checklist::{Question, Section};
use crate::judge::gap::verdict;
use crate::judge::score::Scorecard;
use crate::words;

/// What is still open, questions and figures.
pub fn open(assessment: &Assessment) -> Option<String> {
    words::open_questions(&Scorecard::new(assessment))
}

/// How far a section is answered, its figures among the rest: `3 of 14 answered`.
pub fn of_section(assessment: &Assessment, section: &Section) -> String {
    let answered =
        section.questions.iter().filter(|question| assessment.answer(&question.id).is_some()).count();
    format!("{answered} of {} answered", section.questions.len())
}

/// Whether a question is open and has a level from last time.
pub fn can_be_confirmed(assessment: &Assessment, question: &Question) -> bool {
    assessment.confirmed(question, None, assessment.date).is_ok()
}

/// How a question stands, in a few words: `in place, no evidence`.
pub fn stands(assessment: &Assessment, question: &Question) -> String {
    let Some(answer) = assessment.answer(&question.id) else {
        return if can_be_confirmed(assessment, question) { "open; answered last time" } else { "open" }
            .to_owned();
    };
    let mut words = words::value(question, answer.value);
    if verdict(assessment, question) == Some(Verdict::Gap) {
        words += if assessment.has_open_action(&question.id) { ", a gap with an action" } else { ", a gap" };
    }
    if answer.lacks_evidence() {
        words += ", no evidence";
    }
    words
}

/// How a question was answered, in a sentence's beginning: `Answered: in place, no evidence`.
pub fn answered(assessment: &Assessment, question: &Question) -> String {
    match assessment.answer(&question.id) {
        Some(_) => format!("Answered: {}", stands(assessment, question)),
        None => "Not answered yet".to_owned(),
    }
}

/// Whether an answer is a gap about which nothing is being done.
pub fn lacks_action(assessment: &Assessment, question: &Question) -> bool {
    verdict(assessment, question) == Some(Verdict::Gap) && !assessment.has_open_action(&question.id)
}

/// Whether a figure is given without the days that it covers.
pub fn lacks_period(assessment: &Assessment, question: &Question) -> bool {
    assessment.answer(&question.id).is_some_and(|answer| {
        matches!(answer.value, crate::assessment::Value::Count(_))
            && (answer.from.is_none() || answer.to.is_none())
    })
}
