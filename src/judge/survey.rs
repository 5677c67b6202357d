//! What is known of many forces: on each question how many certainly meet the target, certainly fall short, or are not
//! settled, and which have it in place and can be asked. Forces are never ranked.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::assessment::Verdict;
use crate::checklist::{Checklist, Level, Question, Scale};
use crate::judge::compare::{Named, standing_of};
use crate::judge::gap::is_at_least;

#[derive(Debug, Clone)]
pub struct Year<'a> {
    pub year: i32,
    pub forces: Vec<Named<'a>>,
    /// Every level question, in the checklist's order.
    pub tallies: Vec<Tally<'a>>,
}

#[derive(Debug, Clone)]
pub struct Tally<'a> {
    pub question: &'a Question,
    pub met: usize,
    /// Forces that certainly fall short of it, or for which the answer is unknown.
    pub short: usize,
    pub not_settled: usize,
    /// Forces that certainly have it in place, whatever the target, in the order given.
    pub in_place: Vec<Named<'a>>,
}

impl Tally<'_> {
    pub fn known(&self) -> usize {
        self.met + self.short + self.not_settled
    }
}

impl<'a> Year<'a> {
    pub fn tally(&self, question: &Question) -> Option<&Tally<'a>> {
        self.tallies.iter().find(|tally| tally.question.id == question.id)
    }
}

/// Oldest first.
pub fn by_year<'a>(checklist: &'a Arc<Checklist>, forces: &[Named<'a>]) -> Vec<Year<'a>> {
    let year = |year: i32| {
        let forces: Vec<_> = forces.iter().copied().filter(|named| named.assessment.year() == year).collect();
        Year { year, tallies: tallies(checklist, &forces), forces }
    };
    years(forces).into_iter().map(year).collect()
}

pub fn years(assessments: &[Named<'_>]) -> BTreeSet<i32> {
    assessments.iter().map(|named| named.assessment.year()).collect()
}

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
        if is_at_least(standing, Level::InPlace) {
            tally.in_place.push(*named);
        }
    }
    tally
}
