//! The comparison with another assessment, in the published JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::level::{AnswerWord, HighestWord, answer_word, highest_word};
use super::score::{ScoreRange, score_range};
use crate::judge::compare;

/// The assessment beside another.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Comparison<'a> {
    /// The name of the other assessment: a built-in name, or the path that was given.
    with: &'a str,
    /// The force of the other assessment.
    force: &'a str,
    /// The date of the other assessment.
    date: NaiveDate,
    /// Whether only a part of the other publication is known.
    partial: bool,
    /// Questions that both answer with a level or with unknown: ahead, level, behind and not settled.
    shared: usize,
    /// Questions on which this assessment is above the whole range of the other.
    ahead: usize,
    /// Questions on which both have the same one level.
    level: usize,
    /// Questions on which this assessment is below the whole range of the other.
    behind: usize,
    /// Questions on which the two ranges meet.
    not_settled: usize,
    /// Questions that only this assessment answers.
    not_stated: usize,
    /// Questions that this assessment does not answer.
    unanswered: usize,
    /// The score of this assessment for the shared questions; null if there are none.
    percent: Option<ScoreRange>,
    /// The score of the other assessment for the same questions; null if there are none.
    other_percent: Option<ScoreRange>,
    /// Every question that asks for a level, in the order of the checklist.
    questions: Vec<ComparedQuestion<'a>>,
}

/// A question in both assessments.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ComparedQuestion<'a> {
    /// The id of the question.
    question: &'a str,
    /// This assessment's answer relative to the other's.
    relation: Relation,
    /// This assessment's level, or the lowest of a range; null if it gives no answer.
    level: Option<AnswerWord>,
    /// The highest level of a range; null if it is one level.
    highest: Option<HighestWord>,
    /// The other's level, or the lowest of a range; null if it gives no answer.
    other_level: Option<AnswerWord>,
    /// The highest level of a range; null if it is one level.
    other_highest: Option<HighestWord>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
enum Relation {
    Ahead,
    Level,
    Behind,
    NotSettled,
    NotStated,
    Unanswered,
}

pub fn comparison<'a>(comparison: &compare::Comparison<'a>) -> Comparison<'a> {
    let other = comparison.with.assessment;
    Comparison {
        with: comparison.with.name,
        force: &other.force,
        date: other.date,
        partial: other.source.as_ref().is_some_and(|source| source.kind.is_partial()),
        shared: comparison.shared(),
        ahead: comparison.number(compare::Relation::Ahead),
        level: comparison.number(compare::Relation::Level),
        behind: comparison.number(compare::Relation::Behind),
        not_settled: comparison.number(compare::Relation::NotSettled),
        not_stated: comparison.number(compare::Relation::NotStated),
        unanswered: comparison.number(compare::Relation::Unanswered),
        percent: comparison.percent.map(score_range),
        other_percent: comparison.other_percent.map(score_range),
        questions: comparison.pairs.iter().map(question).collect(),
    }
}

fn question<'a>(pair: &compare::Pair<'a>) -> ComparedQuestion<'a> {
    ComparedQuestion {
        question: pair.question.id.as_str(),
        relation: match pair.relation {
            compare::Relation::Ahead => Relation::Ahead,
            compare::Relation::Level => Relation::Level,
            compare::Relation::Behind => Relation::Behind,
            compare::Relation::NotSettled => Relation::NotSettled,
            compare::Relation::NotStated => Relation::NotStated,
            compare::Relation::Unanswered => Relation::Unanswered,
        },
        level: answer_word(pair.ours),
        highest: highest_word(pair.ours),
        other_level: answer_word(pair.theirs),
        other_highest: highest_word(pair.theirs),
    }
}
