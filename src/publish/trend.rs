//! The years in the published JSON.

use serde::Serialize;

use super::level::{highest_word, level_word};
use super::score::{Ends, ends};
use crate::assessment::Value;
use crate::judge::change::Change;
use crate::judge::score::Percents;
use crate::judge::trend;

#[derive(Serialize)]
pub struct Trend<'a> {
    years: Vec<Year<'a>>,
    shared: usize,
    percent: Vec<Option<Ends>>,
    own_percent: Vec<Option<Ends>>,
    sections: Vec<Section<'a>>,
    questions: Vec<Question<'a>>,
    counts: Vec<Count<'a>>,
    withdrawn: Vec<Withdrawn<'a>>,
}

#[derive(Serialize)]
struct Year<'a> {
    name: &'a str,
    date: String,
    edition: &'a str,
    changed_after_approval: bool,
}

#[derive(Serialize)]
struct Section<'a> {
    id: &'a str,
    percent: Vec<Option<Ends>>,
    own_percent: Vec<Option<Ends>>,
}

#[derive(Serialize)]
struct Question<'a> {
    question: &'a str,
    levels: Vec<Option<&'static str>>,
    highest: Vec<Option<&'static str>>,
    since_last: ChangeSince<'a>,
    since_first: ChangeSince<'a>,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct ChangeSince<'a> {
    year: Option<&'a str>,
    change: &'static str,
    by: Option<u32>,
    at_least: bool,
}

#[derive(Serialize)]
struct Count<'a> {
    question: &'a str,
    values: Vec<Option<i64>>,
}

#[derive(Serialize)]
struct Withdrawn<'a> {
    question: &'a str,
    reason: &'a str,
}

/// The years as they are published.
pub fn trend<'a>(trend: &'a trend::Trend<'a>) -> Trend<'a> {
    Trend {
        years: trend.years.iter().enumerate().map(|(at, named)| year(trend, at, named)).collect(),
        shared: trend.shared,
        percent: figures(&trend.overall.shared),
        own_percent: figures(&trend.overall.own),
        sections: trend.sections.iter().filter_map(section).collect(),
        questions: trend.rows.iter().map(|row| question(trend, row)).collect(),
        counts: trend.counts.iter().map(count).collect(),
        withdrawn: trend
            .withdrawn
            .iter()
            .map(|(question, reason)| Withdrawn { question: question.id.as_str(), reason })
            .collect(),
    }
}

fn figures(percents: &[Option<Percents>]) -> Vec<Option<Ends>> {
    percents.iter().map(|percent| percent.map(ends)).collect()
}

fn year<'a>(trend: &trend::Trend<'_>, at: usize, named: &crate::judge::compare::Named<'a>) -> Year<'a> {
    let assessment = named.assessment;
    Year {
        name: named.name,
        date: assessment.date.to_string(),
        edition: &assessment.checklist.edition,
        changed_after_approval: trend.changed.iter().any(|changed| changed.year == at),
    }
}

fn section<'a>(scores: &trend::ScoreTrend<'a>) -> Option<Section<'a>> {
    let (percent, own_percent) = (figures(&scores.shared), figures(&scores.own));
    Some(Section { id: &scores.section?.id, percent, own_percent })
}

fn question<'a>(trend: &'a trend::Trend<'a>, row: &'a trend::Row<'a>) -> Question<'a> {
    Question {
        question: row.question.id.as_str(),
        levels: row.standings.iter().map(|standing| level_word(*standing)).collect(),
        highest: row.standings.iter().map(|standing| highest_word(*standing)).collect(),
        since_last: change_since(trend, row.since_last),
        since_first: change_since(trend, row.since_first),
        reason: row.broken(),
    }
}

fn change_since<'a>(
    trend: &trend::Trend<'a>,
    trend::ChangeSince { change, from }: trend::ChangeSince,
) -> ChangeSince<'a> {
    let by = change.up().or(change.down());
    ChangeSince {
        year: from.and_then(|year| trend.years.get(year)).map(|year| year.name),
        change: change_word(change),
        by: by.map(|by| by.levels),
        at_least: by.is_some_and(|by| by.at_least),
    }
}

fn change_word(change: Change) -> &'static str {
    match change {
        Change::Up(_) => "up",
        Change::Down(_) => "down",
        Change::Unchanged => "unchanged",
        Change::NotSettled => "not-settled",
        Change::Established => "established",
        Change::ToBeEstablished => "to-be-established",
        Change::NotComparable => "not-comparable",
        Change::New => "new",
        Change::NoLevelThen => "no-level-then",
        Change::NoLevelNow => "no-level-now",
    }
}

fn count<'a>(
    (question, answers): &(&'a crate::checklist::Question, Vec<Option<&crate::assessment::Answer>>),
) -> Count<'a> {
    let value = |answer: &Option<&crate::assessment::Answer>| match answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => Some(number),
        _ => None,
    };
    Count { question: question.id.as_str(), values: answers.iter().map(value).collect() }
}
