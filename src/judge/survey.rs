//! What is known of many forces at once: question by question how many surely meet the target, surely fall short, or are
//! not settled, and who has it in place and can be asked.
//!
//! Nobody is ranked. A force of which nothing is said is neither better nor worse than one of which something is.

use std::sync::Arc;

use crate::assessment::{Standing, Verdict};
use crate::checklist::{Checklist, Level, Question, Scale};
use crate::judge::compare::{Named, standing_of};

/// What is known of the forces of one year.
#[derive(Debug, Clone)]
pub struct Year<'a> {
    /// The year, as the assessments are dated.
    pub year: i32,
    /// The assessments, in the order in which they were given.
    pub forces: Vec<Named<'a>>,
    /// Every level question, in the checklist's order.
    pub tallies: Vec<Tally<'a>>,
}

/// What is known of many forces on one question.
#[derive(Debug, Clone)]
pub struct Tally<'a> {
    /// The question.
    pub question: &'a Question,
    /// Forces that surely meet the target.
    pub met: usize,
    /// Forces that surely fall short of it, those among them where nobody could say how things stand.
    pub short: usize,
    /// Forces of which the words fit both.
    pub not_settled: usize,
    /// Forces that surely have it in place, whatever the target, in the order in which they were given.
    pub in_place: Vec<Named<'a>>,
}

impl Tally<'_> {
    /// Of how many forces anything is known on the question.
    pub fn known(&self) -> usize {
        self.met + self.short + self.not_settled
    }
}

/// Groups assessments by their year, oldest first, and tallies each.
pub fn by_year<'a>(checklist: &'a Arc<Checklist>, forces: &[Named<'a>]) -> Vec<Year<'a>> {
    let mut years: Vec<i32> = forces.iter().map(|named| named.assessment.year()).collect();
    years.sort_unstable();
    years.dedup();
    let of_year = |year: i32| {
        let forces: Vec<_> = forces.iter().copied().filter(|named| named.assessment.year() == year).collect();
        Year { year, tallies: tallies(checklist, &forces), forces }
    };
    years.into_iter().map(of_year).collect()
}

/// Tallies what is known of some forces on every level question of a checklist.
pub fn tallies<'a>(checklist: &'a Arc<Checklist>, forces: &[Named<'a>]) -> Vec<Tally<'a>> {
    let scaled = checklist.sections.iter().flat_map(|section| section.scaled());
    scaled.map(|(question, scale)| tally(checklist, question, scale, forces)).collect()
}

fn tally<'a>(
    checklist: &Arc<Checklist>,
    question: &'a Question,
    scale: &Scale,
    forces: &[Named<'a>],
) -> Tally<'a> {
    let mut tally = Tally { question, met: 0, short: 0, not_settled: 0, in_place: Vec::new() };
    for named in forces {
        let standing = standing_of(named.assessment, checklist, question);
        match standing.verdict(scale.target) {
            Some(Verdict::Met) => tally.met += 1,
            Some(Verdict::Gap) => tally.short += 1,
            Some(Verdict::NotSettled) => tally.not_settled += 1,
            None => {}
        }
        if surely_in_place(standing) {
            tally.in_place.push(*named);
        }
    }
    tally
}

/// Whether something is surely in place, so that others can ask how it is done.
fn surely_in_place(standing: Standing) -> bool {
    matches!(standing, Standing::Level(levels) if levels.lowest() >= Level::InPlace)
}
