//! An assessment beside others in the published JSON.

use serde::Serialize;

use super::level::{highest_word, level_word};
use super::score::{Ends, ends};
use crate::judge::compare::{Comparison, Pair, Relation};

#[derive(Serialize)]
pub struct Beside<'a> {
    with: &'a str,
    force: &'a str,
    date: String,
    partial: bool,
    shared: usize,
    ahead: usize,
    level: usize,
    behind: usize,
    not_settled: usize,
    not_stated: usize,
    unanswered: usize,
    percent: Option<Ends>,
    other_percent: Option<Ends>,
    questions: Vec<Compared<'a>>,
}

#[derive(Serialize)]
struct Compared<'a> {
    question: &'a str,
    relation: &'static str,
    level: Option<&'static str>,
    highest: Option<&'static str>,
    other_level: Option<&'static str>,
    other_highest: Option<&'static str>,
}

/// An assessment beside another as it is published.
pub fn beside<'a>(comparison: &Comparison<'a>) -> Beside<'a> {
    let other = comparison.with.assessment;
    Beside {
        with: comparison.with.name,
        force: &other.force,
        date: other.date.to_string(),
        partial: other.source.as_ref().is_some_and(|source| source.kind.is_partial()),
        shared: comparison.shared(),
        ahead: comparison.number(Relation::Ahead),
        level: comparison.number(Relation::Level),
        behind: comparison.number(Relation::Behind),
        not_settled: comparison.number(Relation::NotSettled),
        not_stated: comparison.number(Relation::NotStated),
        unanswered: comparison.number(Relation::Unanswered),
        percent: comparison.percent.map(ends),
        other_percent: comparison.other_percent.map(ends),
        questions: comparison.pairs.iter().map(compared).collect(),
    }
}

fn compared<'a>(pair: &Pair<'a>) -> Compared<'a> {
    let relation = match pair.relation {
        Relation::Ahead => "ahead",
        Relation::Level => "level",
        Relation::Behind => "behind",
        Relation::NotSettled => "not-settled",
        Relation::NotStated => "not-stated",
        Relation::Unanswered => "unanswered",
    };
    Compared {
        question: pair.question.id.as_str(),
        relation,
        level: level_word(pair.ours),
        highest: highest_word(pair.ours),
        other_level: level_word(pair.theirs),
        other_highest: highest_word(pair.theirs),
    }
}
