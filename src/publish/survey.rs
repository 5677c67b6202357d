//! What was published on all forces, in sum, in the published JSON.

use serde::Serialize;

use crate::judge::survey::{self, Tally};

#[derive(Serialize)]
pub struct Year<'a> {
    year: i32,
    forces: usize,
    questions: Vec<Question<'a>>,
}

#[derive(Serialize)]
pub struct Question<'a> {
    question: &'a str,
    known: usize,
    met: usize,
    short: usize,
    not_settled: usize,
    in_place: Vec<&'a str>,
}

/// What was published in a year.
pub fn year<'a>(year: &survey::Year<'a>) -> Year<'a> {
    Year { year: year.year, forces: year.forces.len(), questions: questions(&year.tallies) }
}

/// What is known on each question.
pub fn questions<'a>(tallies: &[Tally<'a>]) -> Vec<Question<'a>> {
    let question = |tally: &Tally<'a>| Question {
        question: tally.question.id.as_str(),
        known: tally.known(),
        met: tally.met,
        short: tally.short,
        not_settled: tally.not_settled,
        in_place: tally.in_place.iter().map(|named| named.assessment.force.as_str()).collect(),
    };
    tallies.iter().map(question).collect()
}
