//! One question over the years: how it stood each year, and what happened to it since the last and since the first.

use crate::assessment::{Assessment, Levels, Standing};
use crate::checklist::Question;
use crate::checklist::lineage::Origin;
use crate::judge::change::Change;
use crate::judge::compare::Named;
use crate::judge::compare::asked_in;

/// A question over the years.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The question.
    pub question: &'a Question,
    /// How it stood each year; unanswered where that year's answer cannot be compared.
    pub standings: Vec<Standing>,
    /// Why a year's answer cannot be compared, where that is so.
    pub breaks: Vec<Option<String>>,
    /// What happened to it since the year before the newest, whether or not that year has a level.
    pub since_last: ChangeSince,
    /// What happened to it since the first year with a level.
    pub since_first: ChangeSince,
}

/// What happened to a question since another year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeSince {
    /// What happened to it.
    pub change: Change,
    /// Where that year stands in [`Trend::years`](super::Trend::years); none where no year has a level.
    pub from: Option<usize>,
}

/// Since when a change is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Baseline {
    /// Since the year before the newest.
    Last,
    /// Since the first year with a level.
    First,
}

impl Row<'_> {
    /// Whether every year gives the question a level, or unknown.
    pub fn is_shared(&self) -> bool {
        self.standings.iter().all(|standing| standing.levels().is_some())
    }

    /// What happened to the question since a year.
    pub fn since(&self, since: Baseline) -> ChangeSince {
        match since {
            Baseline::Last => self.since_last,
            Baseline::First => self.since_first,
        }
    }

    /// Why the question cannot be compared with what was asked in the earliest year that has a reason.
    pub fn broken(&self) -> Option<&str> {
        self.breaks.iter().flatten().next().map(String::as_str)
    }

    pub(super) fn shared_levels(&self, year: usize) -> Option<Levels> {
        self.is_shared().then(|| self.standings.get(year)?.levels()).flatten()
    }
}

/// A question of the newest edition over the years.
pub(super) fn row<'a>(years: &[Named<'a>], newest: &Assessment, question: &'a Question) -> Row<'a> {
    let standing = |year: &Named<'a>| {
        asked_in(year.assessment, &newest.checklist, question)
            .and_then(|asked| year.assessment.standing(asked))
            .unwrap_or(Standing::Unanswered)
    };
    let broken = |year: &Named<'a>| match newest.checklist.origin_of(question, &year.assessment.checklist) {
        Origin::NotComparable(_, reason) => Some(reason),
        _ => None,
    };
    let standings: Vec<Standing> = years.iter().map(standing).collect();
    let breaks: Vec<Option<String>> = years.iter().map(broken).collect();
    let since = |year| change_since(years, question, &standings, &breaks, year);
    let first = standings
        .split_last()
        .and_then(|(_, before)| before.iter().position(|standing| standing.levels().is_some()));
    let (since_last, since_first) = (since(years.len().checked_sub(2)), since(first));
    Row { question, standings, breaks, since_last, since_first }
}

/// What happened to a question since a year; since no year at all, where none before the newest has a level.
fn change_since(
    years: &[Named<'_>],
    question: &Question,
    standings: &[Standing],
    breaks: &[Option<String>],
    from: Option<usize>,
) -> ChangeSince {
    let now = standings.last().copied().unwrap_or(Standing::Unanswered);
    let then = from.and_then(|year| standings.get(year)).copied().unwrap_or(Standing::Unanswered);
    let change = match Change::between(then, now) {
        Change::NoLevelThen => why_no_level(years, question, breaks, from),
        change => change,
    };
    ChangeSince { change, from }
}

/// Why a question has no level in a year, or in no year before the newest.
fn why_no_level(
    years: &[Named<'_>],
    question: &Question,
    breaks: &[Option<String>],
    from: Option<usize>,
) -> Change {
    let Some((newest, before)) = years.split_last() else { return Change::NoLevelThen };
    let earlier: Vec<_> = before
        .iter()
        .zip(breaks)
        .enumerate()
        .filter(|(at, _)| from.is_none_or(|from| from == *at))
        .map(|(_, year)| year)
        .collect();
    let checklist = &newest.assessment.checklist;
    let is_new = |year: &Named<'_>| checklist.origin_of(question, &year.assessment.checklist) == Origin::New;
    if earlier.iter().any(|(_, broken)| broken.is_some()) {
        Change::NotComparable
    } else if !earlier.is_empty() && earlier.iter().all(|(year, _)| is_new(year)) {
        Change::New
    } else {
        Change::NoLevelThen
    }
}
