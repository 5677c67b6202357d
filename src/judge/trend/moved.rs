//! Which of the questions that moved are named: those that matter to a board, and of a tie all or none.

use super::{Baseline, Row, Trend};
use crate::assessment::{Standing, Verdict};
use crate::judge::change::By;

/// How many questions are named at the most, unless more of them are essential and slipped.
const NAMED: usize = 5;

/// The questions that moved one way.
#[derive(Debug, Clone)]
pub struct Moved<'t, 'a> {
    /// Those to be named.
    pub named: Vec<&'t Row<'a>>,
    /// All others that moved that way.
    pub more: Vec<&'t Row<'a>>,
}

impl<'a> Trend<'a> {
    /// The questions that rose. Named are those that are essential or reached their target, by most first.
    pub fn improved(&self, since: Baseline) -> Moved<'_, 'a> {
        let up = |row: &Row<'_>| row.since(since).change.up();
        let mut rows = self.moved(up);
        rows.sort_by_key(|row| std::cmp::Reverse((up(row), row.question.is_essential())));
        let of_note =
            |row: &Row<'_>| row.question.is_essential() || (row.is_met_now() && !row.was_met(since));
        let (candidates, rest): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| of_note(row));
        let (named, cut) = whole_ties(candidates, NAMED, |row| (up(row), row.question.is_essential()));
        Moved { named, more: [cut, rest].concat() }
    }

    /// The questions that slipped. Named are all that are essential, then those that fell below their target, by most
    /// first.
    pub fn slipped(&self, since: Baseline) -> Moved<'_, 'a> {
        let down = |row: &Row<'_>| row.since(since).change.down();
        let mut rows = self.moved(down);
        rows.sort_by_key(|row| std::cmp::Reverse(down(row)));
        let (mut named, others): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|row| row.question.is_essential());
        let fell_below = |row: &Row<'_>| row.was_met(since) && !row.is_met_now();
        let (candidates, rest): (Vec<_>, Vec<_>) = others.into_iter().partition(|row| fell_below(row));
        let (fit, cut) = whole_ties(candidates, NAMED.saturating_sub(named.len()), down);
        named.extend(fit);
        Moved { named, more: [cut, rest].concat() }
    }

    fn moved(&self, by: impl Fn(&Row<'_>) -> Option<By>) -> Vec<&Row<'a>> {
        self.rows.iter().filter(|row| by(row).is_some()).collect()
    }
}

impl Row<'_> {
    fn is_met_now(&self) -> bool {
        self.meets(self.standings.last())
    }

    fn was_met(&self, since: Baseline) -> bool {
        self.meets(self.since(since).from.and_then(|year| self.standings.get(year)))
    }

    fn meets(&self, standing: Option<&Standing>) -> bool {
        let verdict =
            standing.zip(self.question.scale()).and_then(|(standing, scale)| standing.verdict(scale.target));
        verdict == Some(Verdict::Met)
    }
}

/// The first of some rows in order, as many as there is room for, and the others: a tie is never cut in two.
fn whole_ties<'t, 'a, K: PartialEq>(
    rows: Vec<&'t Row<'a>>,
    room: usize,
    key: impl Fn(&Row<'a>) -> K,
) -> (Vec<&'t Row<'a>>, Vec<&'t Row<'a>>) {
    let mut fit = Vec::new();
    let mut cut = Vec::new();
    for tie in rows.chunk_by(|one, other| key(one) == key(other)) {
        let has_room = cut.is_empty() && fit.len() + tie.len() <= room;
        if has_room { fit.extend(tie) } else { cut.extend(tie) }
    }
    (fit, cut)
}
