//! The years in the published JSON.

use serde::Serialize;

use super::{Ends, ends, highest_word, level_word};
use crate::assessment::Value;
use crate::score::Percents;
use crate::trend::{self, Change};

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
    change: &'static str,
    by: Option<u32>,
    reason: Option<&'a str>,
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
        years: trend.years.iter().map(year).collect(),
        shared: trend.shared,
        percent: figures(&trend.shared_percent),
        own_percent: figures(&trend.own_percent),
        sections: trend.sections.iter().map(section).collect(),
        questions: trend.rows.iter().map(question).collect(),
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

fn year<'a>(named: &crate::compare::Named<'a>) -> Year<'a> {
    let assessment = named.assessment;
    Year { name: named.name, date: assessment.date.to_string(), edition: &assessment.checklist.edition }
}

fn section<'a>(section: &trend::SectionYears<'a>) -> Section<'a> {
    let (percent, own_percent) = (figures(&section.shared), figures(&section.own));
    Section { id: &section.section.id, percent, own_percent }
}

fn question<'a>(row: &'a trend::Row<'a>) -> Question<'a> {
    let (change, by) = match &row.change {
        Change::Improved(by) => ("improved", Some(*by)),
        Change::Worsened(by) => ("worsened", Some(*by)),
        Change::Unchanged => ("unchanged", None),
        Change::NotSettled => ("not-settled", None),
        Change::NotComparable => ("not-comparable", None),
        Change::New => ("new", None),
        Change::NoEarlierLevel => ("no-earlier-level", None),
        Change::ToBeEstablished => ("to-be-established", None),
        Change::NoLevelNow => ("no-level-now", None),
    };
    let levels = row.standings.iter().map(|standing| level_word(*standing)).collect();
    let highest = row.standings.iter().map(|standing| highest_word(*standing)).collect();
    Question { question: row.question.id.as_str(), levels, highest, change, by, reason: row.broken() }
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
