//! The trend in the published JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::level::{AnswerWord, HighestWord, answer_word, highest_word};
use super::score::{ScoreRange, score_range};
use crate::assessment::{self, Value};
use crate::checklist;
use crate::judge::change;
use crate::judge::compare::Named;
use crate::judge::score::Percents;
use crate::judge::trend;

/// The force over the years, oldest first. Every list of figures or words has one entry for each year.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Trend<'a> {
    /// The assessments, oldest first.
    years: Vec<Year<'a>>,
    /// How many questions every year answers with a level or with unknown.
    shared: usize,
    /// The overall score of each year for the shared questions, with the newest edition's weights; null if it has none.
    percent: Vec<Option<ScoreRange>>,
    /// The overall score of each year for all its questions; null if it has none.
    own_percent: Vec<Option<ScoreRange>>,
    /// The sections of the newest edition.
    sections: Vec<SectionTrend<'a>>,
    /// The questions of the newest edition that ask for a level.
    questions: Vec<QuestionTrend<'a>>,
    /// The questions of the newest edition that ask for a count.
    counts: Vec<CountTrend<'a>>,
    /// The questions of earlier editions that nothing replaces.
    withdrawn: Vec<WithdrawnQuestion<'a>>,
}

/// The assessment of a year.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Year<'a> {
    /// Its name: a built-in name, or the path that was given.
    name: &'a str,
    /// Its date.
    date: NaiveDate,
    /// The edition of the checklist that it answers.
    edition: &'a str,
    /// Whether its file is no longer what was approved, according to its own record or to the assessment renewed from it.
    changed_after_approval: bool,
}

/// A section over the years.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SectionTrend<'a> {
    /// The id of the section.
    id: &'a str,
    /// The score of each year for the shared questions; null if it has none.
    percent: Vec<Option<ScoreRange>>,
    /// The score of each year for all its questions; null if it has none.
    own_percent: Vec<Option<ScoreRange>>,
}

/// A question over the years.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct QuestionTrend<'a> {
    /// The id of the question.
    question: &'a str,
    /// The level of each year, or the lowest of a range; null if there is no answer, or none that can be compared.
    levels: Vec<Option<AnswerWord>>,
    /// The highest level of a range in each year; null if it is one level.
    highest: Vec<Option<HighestWord>>,
    /// The change since the year before.
    since_last: ChangeSince<'a>,
    /// The change since the first year with a level.
    since_first: ChangeSince<'a>,
    /// Why an earlier year cannot be compared; null if all can.
    reason: Option<&'a str>,
}

/// A change of level.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ChangeSince<'a> {
    /// The name of the earlier assessment; null if there is none.
    year: Option<&'a str>,
    /// The kind of change.
    change: Change,
    /// How many levels it went up or down; null if it did neither.
    #[cfg_attr(test, schemars(range(min = 1)))]
    by: Option<u32>,
    /// Whether it may be more, since a finding is a range.
    at_least: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
enum Change {
    Up,
    Down,
    Unchanged,
    NotSettled,
    Established,
    ToBeEstablished,
    NotComparable,
    New,
    NoLevelThen,
    NoLevelNow,
}

/// A count over the years.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CountTrend<'a> {
    /// The id of the question.
    question: &'a str,
    /// The count of each year; null if none is given.
    values: Vec<Option<i64>>,
}

/// A question that is no longer asked.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct WithdrawnQuestion<'a> {
    /// The id of the question.
    question: &'a str,
    /// Why it was withdrawn.
    reason: &'a str,
}

pub fn trend<'a>(trend: &'a trend::Trend<'a>) -> Trend<'a> {
    let withdrawn = trend.withdrawn.iter();
    Trend {
        years: trend.years.iter().enumerate().map(|(at, named)| year(trend, at, named)).collect(),
        shared: trend.shared,
        percent: score_ranges(&trend.overall.shared),
        own_percent: score_ranges(&trend.overall.own),
        sections: trend.sections.iter().filter_map(section).collect(),
        questions: trend.rows.iter().map(|row| question(trend, row)).collect(),
        counts: trend.counts.iter().map(count).collect(),
        withdrawn: withdrawn
            .map(|(question, reason)| WithdrawnQuestion { question: question.id.as_str(), reason })
            .collect(),
    }
}

fn score_ranges(percents: &[Option<Percents>]) -> Vec<Option<ScoreRange>> {
    percents.iter().map(|percent| percent.map(score_range)).collect()
}

fn year<'a>(trend: &trend::Trend<'_>, at: usize, named: &Named<'a>) -> Year<'a> {
    let assessment = named.assessment;
    Year {
        name: named.name,
        date: assessment.date,
        edition: &assessment.checklist.edition,
        changed_after_approval: trend.changed.iter().any(|changed| changed.year == at),
    }
}

fn section<'a>(scores: &trend::ScoreTrend<'a>) -> Option<SectionTrend<'a>> {
    Some(SectionTrend {
        id: &scores.section?.id,
        percent: score_ranges(&scores.shared),
        own_percent: score_ranges(&scores.own),
    })
}

fn question<'a>(trend: &'a trend::Trend<'a>, row: &'a trend::Row<'a>) -> QuestionTrend<'a> {
    QuestionTrend {
        question: row.question.id.as_str(),
        levels: row.standings.iter().map(|standing| answer_word(*standing)).collect(),
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
        change: match change {
            change::Change::Up(_) => Change::Up,
            change::Change::Down(_) => Change::Down,
            change::Change::Unchanged => Change::Unchanged,
            change::Change::NotSettled => Change::NotSettled,
            change::Change::Established => Change::Established,
            change::Change::ToBeEstablished => Change::ToBeEstablished,
            change::Change::NotComparable => Change::NotComparable,
            change::Change::New => Change::New,
            change::Change::NoLevelThen => Change::NoLevelThen,
            change::Change::NoLevelNow => Change::NoLevelNow,
        },
        by: by.map(|by| by.levels),
        at_least: by.is_some_and(|by| by.at_least),
    }
}

fn count<'a>(
    (question, answers): &(&'a checklist::Question, Vec<Option<&assessment::Answer>>),
) -> CountTrend<'a> {
    let value = |answer: &Option<&assessment::Answer>| match answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => Some(number),
        _ => None,
    };
    CountTrend { question: question.id.as_str(), values: answers.iter().map(value).collect() }
}
