//! Answers in the published JSON, and those carried over from last time.

use chrono::NaiveDate;
use serde::Serialize;

use super::level::{AnswerWord, HighestWord, answer_word, highest_word};
use crate::assessment::{self, Assessment, Renewed, Standing, Value};
use crate::checklist::Question;

/// An answer with everything recorded about it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Answer<'a> {
    /// The id of the question.
    question: &'a str,
    /// If the question asks for a level: the level, the lowest of a range, unknown or not-applicable. Null if it asks for a
    /// count.
    level: Option<AnswerWord>,
    /// The highest level of a range; null if it is one level.
    highest: Option<HighestWord>,
    /// If the question asks for a count: the count, unknown or not-applicable. Null if it asks for a level.
    count: Option<CountAnswer>,
    /// The note: if the answer is not-applicable, the reason; in a finding, our paraphrase.
    note: Option<&'a str>,
    /// The evidence for the answer.
    evidence: Vec<Evidence<'a>>,
    /// Who answered.
    by: Option<&'a str>,
    /// When it was answered.
    on: Option<NaiveDate>,
    /// The first day that a count covers, if the answer states its own.
    from: Option<NaiveDate>,
    /// The last day that a count covers, if the answer states its own.
    to: Option<NaiveDate>,
}

#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
enum CountAnswer {
    Count(i64),
    None(NoCount),
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
enum NoCount {
    Unknown,
    NotApplicable,
}

/// A piece of evidence.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Evidence<'a> {
    /// Where to find it.
    #[serde(rename = "ref")]
    reference: &'a str,
    /// Its date.
    dated: Option<NaiveDate>,
}

/// An answer from last time. It counts for nothing until it is confirmed.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Carried<'a> {
    /// The date of the assessment that it is from.
    from: NaiveDate,
    /// What has happened to it; null in a public report.
    renewed: Option<Renewal>,
    /// The answer as it was.
    answer: Answer<'a>,
    /// The actions about it that were done by then.
    done: Vec<Done<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
enum Renewal {
    /// Confirmed as it was.
    Confirmed,
    /// Answered again with the same value.
    Same,
    /// Answered with another value.
    Changed,
    /// Not answered yet.
    Open,
    /// The question is no longer asked.
    Gone,
}

/// An action that was done.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Done<'a> {
    /// Its number, such as A1.
    id: String,
    /// What was done.
    action: &'a str,
    /// The level when the action was opened; null if it was not recorded.
    level_then: Option<AnswerWord>,
}

/// The answers in the order of the checklist.
pub fn answers(assessment: &Assessment) -> Vec<Answer<'_>> {
    let questions = assessment.checklist.questions();
    questions.filter_map(|question| Some(answer(question, assessment.answer(&question.id)?))).collect()
}

/// The answers carried over from last time.
pub fn carried(assessment: &Assessment) -> Vec<Carried<'_>> {
    let carried = assessment.carried.iter().filter_map(|(id, carried)| {
        let question = assessment.checklist.question_in_any_edition(id.as_str())?;
        let renewed = assessment.renewal_of(id).map(|renewed| match renewed {
            Renewed::Confirmed => Renewal::Confirmed,
            Renewed::Same => Renewal::Same,
            Renewed::Changed => Renewal::Changed,
            Renewed::Open => Renewal::Open,
            Renewed::Gone => Renewal::Gone,
        });
        let answer = answer(question, &carried.answer);
        Some(Carried { from: carried.from, renewed, answer, done: carried.done.iter().map(done).collect() })
    });
    carried.collect()
}

fn done(done: &assessment::Done) -> Done<'_> {
    Done { id: done.id.to_string(), action: &done.action, level_then: done.level_then.and_then(answer_word) }
}

fn answer<'a>(question: &'a Question, answer: &'a assessment::Answer) -> Answer<'a> {
    let asks_for_count = question.count().is_some();
    let (standing, count) = match answer.value {
        Value::Level(levels) => (Some(Standing::Level(levels)), None),
        Value::Count(number) => (None, Some(CountAnswer::Count(number))),
        Value::Unknown if asks_for_count => (None, Some(CountAnswer::None(NoCount::Unknown))),
        Value::NotApplicable if asks_for_count => (None, Some(CountAnswer::None(NoCount::NotApplicable))),
        Value::Unknown => (Some(Standing::Unknown), None),
        Value::NotApplicable => (Some(Standing::NotApplicable), None),
    };
    let evidence = answer.evidence.iter();
    Answer {
        question: question.id.as_str(),
        level: standing.and_then(answer_word),
        highest: standing.and_then(highest_word),
        count,
        note: answer.note.as_deref(),
        evidence: evidence
            .map(|piece| Evidence { reference: &piece.reference, dated: piece.dated })
            .collect(),
        by: answer.by.as_deref(),
        on: answer.on,
        from: answer.from,
        to: answer.to,
    }
}
