//! What was published about all forces, in the published JSON.

use serde::Serialize;

use crate::judge::survey::{self, Tally};

/// What was published in a year.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SurveyedYear<'a> {
    /// The year.
    year: i32,
    /// How many forces something was published about.
    forces: usize,
    /// Every question that asks for a level.
    questions: Vec<SurveyedQuestion<'a>>,
}

/// What is known about all forces on a question.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SurveyedQuestion<'a> {
    /// The id of the question.
    question: &'a str,
    /// How many forces anything is known about: met, short and not settled.
    known: usize,
    /// Forces that certainly meet the target.
    met: usize,
    /// Forces that are certainly below the target.
    short: usize,
    /// Forces that may be below the target or meet it.
    not_settled: usize,
    /// The forces that certainly have it in place, whatever the target.
    in_place: Vec<&'a str>,
}

pub fn year<'a>(year: &survey::Year<'a>) -> SurveyedYear<'a> {
    SurveyedYear { year: year.year, forces: year.forces.len(), questions: questions(&year.tallies) }
}

pub fn questions<'a>(tallies: &[Tally<'a>]) -> Vec<SurveyedQuestion<'a>> {
    let question = |tally: &Tally<'a>| SurveyedQuestion {
        question: tally.question.id.as_str(),
        known: tally.known(),
        met: tally.met,
        short: tally.short,
        not_settled: tally.not_settled,
        in_place: tally.in_place.iter().map(|named| named.assessment.force.as_str()).collect(),
    };
    tallies.iter().map(question).collect()
}
