//! One question over the years.

use crate::assessment::{Assessment, Levels, Standing};
use crate::checklist::Question;
use crate::checklist::lineage::Origin;
use crate::judge::change::Change;
use crate::judge::compare::{Named, standing_of};

#[derive(Debug, Clone)]
pub struct Row<'a> {
    pub question: &'a Question,
    pub standings: Vec<Standing>,
    /// For each year why its answer cannot be compared, if it cannot.
    pub breaks: Vec<Option<String>>,
    /// The change since the year before the newest, whether or not that year has a level.
    pub since_last: ChangeSince,
    /// The change since the first year with a level.
    pub since_first: ChangeSince,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeSince {
    pub change: Change,
    /// Index into [`Trend::years`](super::Trend::years); none if no year has a level.
    pub from: Option<usize>,
}

/// Since when a change is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Baseline {
    /// The year before the newest.
    Last,
    /// The first year with a level.
    First,
}

impl Row<'_> {
    /// Whether every year gives the question a level, or unknown.
    pub fn is_shared(&self) -> bool {
        self.standings.iter().all(|standing| standing.levels().is_some())
    }

    pub fn since(&self, since: Baseline) -> ChangeSince {
        match since {
            Baseline::Last => self.since_last,
            Baseline::First => self.since_first,
        }
    }

    /// Why the question cannot be compared with the earliest year that gives a reason.
    pub fn broken(&self) -> Option<&str> {
        self.breaks.iter().flatten().next().map(String::as_str)
    }

    pub(super) fn standing(&self, year: Option<usize>) -> Standing {
        let standing = |year| *self.standings.get(year).expect("a row has a standing for each year");
        year.map_or(Standing::Unanswered, standing)
    }

    pub(super) fn shared_levels(&self, year: usize) -> Option<Levels> {
        self.is_shared().then(|| self.standings.get(year)?.levels()).flatten()
    }
}

pub(super) fn row<'a>(years: &[Named<'a>], newest: &Assessment, question: &'a Question) -> Row<'a> {
    let broken = |year: &Named<'a>| match newest.checklist.origin_of(question, &year.assessment.checklist) {
        Origin::NotComparable(_, reason) => Some(reason),
        _ => None,
    };
    let standing = |year: &Named<'a>| standing_of(year.assessment, &newest.checklist, question);
    let standings: Vec<Standing> = years.iter().map(standing).collect();
    let before = standings.len().saturating_sub(1);
    let first = standings.iter().take(before).position(|standing| standing.levels().is_some());
    let none = ChangeSince { change: Change::NoLevelThen, from: None };
    let breaks = years.iter().map(broken).collect();
    let row = Row { question, standings, breaks, since_last: none, since_first: none };
    let since = |from| ChangeSince { change: change_since(&row, years, from), from };
    let (since_last, since_first) = (since(before.checked_sub(1)), since(first));
    Row { since_last, since_first, ..row }
}

/// The change since a year, or since no year if none before the newest has a level.
fn change_since(row: &Row<'_>, years: &[Named<'_>], from: Option<usize>) -> Change {
    let newest = years.len().checked_sub(1);
    match Change::between(row.standing(from), row.standing(newest)) {
        Change::NoLevelThen => why_no_level(row, years, from),
        change => change,
    }
}

/// Why a question has no level in a year, or in any year before the newest.
fn why_no_level(row: &Row<'_>, years: &[Named<'_>], from: Option<usize>) -> Change {
    let Some((newest, before)) = years.split_last() else { return Change::NoLevelThen };
    let earlier = from.map_or(0..before.len(), |year| year..year + 1);
    let is_new = |year: &Named<'_>| {
        newest.assessment.checklist.origin_of(row.question, &year.assessment.checklist) == Origin::New
    };
    let (years, breaks) =
        before.get(earlier.clone()).zip(row.breaks.get(earlier)).expect("it is an earlier year");
    if breaks.iter().any(Option::is_some) {
        Change::NotComparable
    } else if !years.is_empty() && years.iter().all(is_new) {
        Change::New
    } else {
        Change::NoLevelThen
    }
}
