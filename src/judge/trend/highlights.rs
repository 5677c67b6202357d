//! Which of the questions that changed are named: those that matter to a board. Questions that tie are all named or none.

use std::cmp::Reverse;

use super::{Baseline, Trend};
use crate::judge::change::QuestionChange;

/// How many questions are named at most, unless more of them are essential and got worse.
const NAMED: usize = 5;

#[derive(Debug, Clone)]
pub struct Highlights<'a> {
    pub named: Vec<QuestionChange<'a>>,
    pub others: Vec<QuestionChange<'a>>,
}

impl<'a> Trend<'a> {
    /// The questions that improved. Those that are essential or reached their target are named, the largest rise first.
    pub fn improved(&self, since: Baseline) -> Highlights<'a> {
        let order = |each: &QuestionChange<'_>| (each.change.up(), each.question.is_essential());
        let mut all: Vec<_> = self.changes(since).up().collect();
        all.sort_by_key(|each| Reverse(order(each)));
        let (notable, rest) = all
            .into_iter()
            .partition(|each| each.question.is_essential() || (each.is_met() && !each.was_met()));
        let (named, cut) = split_between_ties(notable, NAMED, order);
        Highlights { named, others: [cut, rest].concat() }
    }

    /// The questions that got worse. All essential ones are named, then those that fell below their target, the largest
    /// fall first.
    pub fn slipped(&self, since: Baseline) -> Highlights<'a> {
        let order = |each: &QuestionChange<'_>| each.change.down();
        let mut all: Vec<_> = self.changes(since).down().collect();
        all.sort_by_key(|each| Reverse(order(each)));
        let (mut named, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|each| each.question.is_essential());
        let (notable, rest) = others.into_iter().partition(|each| each.was_met() && !each.is_met());
        let (fit, cut) = split_between_ties(notable, NAMED.saturating_sub(named.len()), order);
        named.extend(fit);
        Highlights { named, others: [cut, rest].concat() }
    }
}

/// Splits ordered questions where at most `room` come first and no tie is cut in two.
fn split_between_ties<'a, K: PartialEq>(
    questions: Vec<QuestionChange<'a>>,
    room: usize,
    key: impl Fn(&QuestionChange<'a>) -> K,
) -> (Vec<QuestionChange<'a>>, Vec<QuestionChange<'a>>) {
    let ties = questions.chunk_by(|one, other| key(one) == key(other));
    let ends = ties.scan(0, |end, tie| {
        *end += tie.len();
        Some(*end)
    });
    let mut fit = questions.clone();
    let cut = fit.split_off(ends.take_while(|end| *end <= room).last().unwrap_or(0));
    (fit, cut)
}
