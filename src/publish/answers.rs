//! The answers in the published JSON, and those carried along.

use serde::Serialize;

use crate::assessment::{self, Answer, Assessment, Renewed, Standing, Value};
use crate::checklist::{Kind, Level, Question};

#[derive(Serialize)]
pub struct Answered<'a> {
    question: &'a str,
    level: Option<String>,
    highest: Option<&'static str>,
    count: Option<serde_json::Value>,
    note: Option<&'a str>,
    evidence: Vec<Evidence<'a>>,
    by: Option<&'a str>,
    on: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    #[serde(rename = "ref")]
    reference: &'a str,
    dated: Option<String>,
}

#[derive(Serialize)]
pub struct Carried<'a> {
    from: String,
    renewed: Option<&'static str>,
    answer: Answered<'a>,
    done: Vec<Done<'a>>,
}

#[derive(Serialize)]
struct Done<'a> {
    id: String,
    action: &'a str,
    level_then: Option<String>,
}

/// What is answered, in the order in which it is asked.
pub fn given(assessment: &Assessment) -> Vec<Answered<'_>> {
    let questions = assessment.checklist.questions();
    questions.filter_map(|question| Some(answer_to(question, assessment.answer(&question.id)?))).collect()
}

/// What was carried along from last time.
pub fn carried(assessment: &Assessment) -> Vec<Carried<'_>> {
    let carried = assessment.carried.iter().filter_map(|(id, carried)| {
        let question = assessment.checklist.question_in_any_edition(id.as_str())?;
        let renewed = assessment.renewal_of(id).map(|renewed| match renewed {
            Renewed::Confirmed => "confirmed",
            Renewed::Same => "same",
            Renewed::Changed => "changed",
            Renewed::Open => "open",
            Renewed::Gone => "gone",
        });
        let answer = answer_to(question, &carried.answer);
        let done = carried.done.iter().map(done).collect();
        Some(Carried { from: carried.from.to_string(), renewed, answer, done })
    });
    carried.collect()
}

fn done(done: &assessment::Done) -> Done<'_> {
    let level_then = done.level_then.and_then(Standing::word);
    Done { id: done.id.to_string(), action: &done.action, level_then }
}

fn answer_to<'a>(question: &'a Question, answer: &'a Answer) -> Answered<'a> {
    let word = answer.value.word();
    let (level, highest, count) = match (answer.value, &question.kind) {
        (Value::Level(levels), _) => {
            (Some(levels.lowest().word().to_owned()), levels.up_to().map(Level::word), None)
        }
        (Value::Count(number), _) => (None, None, Some(number.into())),
        (_, Kind::Count(_)) => (None, None, Some(word.into())),
        (_, Kind::Scale(_)) => (Some(word), None, None),
    };
    let evidence = answer.evidence.iter();
    Answered {
        question: question.id.as_str(),
        level,
        highest,
        count,
        note: answer.note.as_deref(),
        evidence: evidence
            .map(|piece| Evidence {
                reference: &piece.reference,
                dated: piece.dated.map(|date| date.to_string()),
            })
            .collect(),
        by: answer.by.as_deref(),
        on: answer.on.map(|date| date.to_string()),
        from: answer.from.map(|date| date.to_string()),
        to: answer.to.map(|date| date.to_string()),
    }
}
