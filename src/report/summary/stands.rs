//! Where the force stands, and how sure that is, in sentences.

use std::cmp::Ordering;

use super::names::named;
use crate::checklist::Question;
use crate::judge::board::{Board, MovedSince};
use crate::results::Report;
use crate::text::number_at_sentence_start;
use crate::words;

/// Where the force stands, and how sure that is.
pub fn where_it_stands(report: &Report<'_>) -> String {
    let (assessment, card) = (report.about.assessment, &report.scorecard);
    let (score, coverage) = (&card.score, &card.coverage);
    if let Some(source) = &assessment.source {
        return format!(
            "{} said something on {} of the {} questions. By our reading {} certainly met the target of {} and certainly fell \
             short of {}; of {} the words do not settle it.",
            source.publisher,
            coverage.answered,
            coverage.asked,
            assessment.force,
            score.targets_met,
            score.targets - score.targets_met - score.not_settled,
            score.not_settled
        );
    }
    let board = report.board();
    let mut sentences = met(report, &board);
    sentences.extend(set_aside(coverage.not_applicable));
    if report.shows_evidence() {
        sentences.extend(without_evidence(score.met_without_evidence, &board.essential_without_evidence));
    }
    sentences.extend(words::open_questions(&card.coverage, &card.figures).map(|open| {
        let verb = if coverage.unanswered + card.figures.unanswered == 1 { "is" } else { "are" };
        format!("{open} {verb} not answered yet, so this is a draft and what it says may change.")
    }));
    sentences.extend(unconfirmed(board.unconfirmed));
    sentences.join(" ")
}

/// How many targets are met, beside last time, and what is missed.
fn met(report: &Report<'_>, board: &Board<'_>) -> Vec<String> {
    let (force, score) = (&report.about.assessment.force, &report.scorecard.score);
    let coverage = &report.scorecard.coverage;
    let is_draft = coverage.unanswered > 0;
    if score.targets == 0 {
        return vec![match !is_draft && coverage.not_applicable > 0 {
            true => format!("No target applies to {force}."),
            false => format!("Nothing can be said yet of where {force} stands."),
        }];
    }
    // While anything is open, fewer targets than last time would be no news.
    let moved = board.moved.as_ref().filter(|_| !is_draft);
    let than = moved.map(|moved| than_last_time(score.targets_met, moved)).unwrap_or_default();
    let which = match (is_draft, score.targets) {
        (true, _) => "answered so far",
        (false, 1) => "that applies to it",
        (false, _) => "that apply to it",
    };
    let missed = score.targets - score.targets_met;
    let met = match (score.targets, missed) {
        (1, 0) => format!("{force} meets the one target {which}."),
        (1, _) => format!("{force} misses the one target {which}."),
        (all, 0) => format!("{force} meets all {all} targets {which}{than}."),
        (all, _) => format!("{force} meets {} of the {all} targets {which}{than}.", score.targets_met),
    };
    if missed == 0 {
        return vec![met];
    }
    let essential = match (score.essential_gaps, score.essential_open) {
        (0, 0) => "none is essential".to_owned(),
        (0, _) => "none is essential so far".to_owned(),
        (1, _) => "one is essential".to_owned(),
        (number, _) => format!("{number} are essential"),
    };
    let unknown = match report.scorecard.coverage.unknown {
        0 => String::new(),
        1 => ", and one counts as missed because nobody could say how things stand".to_owned(),
        number => format!(", and {number} count as missed because nobody could say how things stand"),
    };
    if missed == 1 {
        let not = if score.essential_gaps == 1 { "" } else { "not " };
        let unknown = if unknown.is_empty() { "" } else { "; nobody could say how things stand" };
        let which = if score.targets == 1 { "It" } else { "The one it misses" };
        return vec![met, format!("{which} is {not}essential{unknown}.")];
    }
    vec![met, format!("Of the {missed} it misses, {essential}{unknown}.")]
}

/// `, 2 fewer than last time (51): 3 are newly met, and 5 that were met no longer are`.
fn than_last_time(now: usize, moved: &MovedSince<'_>) -> String {
    let then = moved.met;
    let than = match now.cmp(&then) {
        Ordering::Less => format!(", {} fewer than last time ({then})", then - now),
        Ordering::Equal => ", as many as last time".to_owned(),
        Ordering::Greater => format!(", {} more than last time ({then})", now - then),
    };
    let verb = |number| if number == 1 { "is" } else { "are" };
    let parts = [
        (moved.reached, format!("{} {} newly met", moved.reached, verb(moved.reached))),
        (moved.left, format!("{} that {} met no longer {}", moved.left, was(moved.left), verb(moved.left))),
        (
            moved.set_aside,
            format!(
                "{} that {} met {} now said not to apply",
                moved.set_aside,
                was(moved.set_aside),
                verb(moved.set_aside)
            ),
        ),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    match parts.as_slice() {
        [] => than,
        [one] => format!("{than}: {one}"),
        [first @ .., last] => format!("{than}: {}, and {last}", first.join(", ")),
    }
}

fn was(number: usize) -> &'static str {
    if number == 1 { "was" } else { "were" }
}

fn set_aside(number: usize) -> Option<String> {
    match number {
        0 => None,
        1 => Some("One question is said not to apply.".to_owned()),
        _ => Some(format!("{number} questions are said not to apply.")),
    }
}

/// How many targets are met with nothing to show it, the essential ones by name.
fn without_evidence(number: usize, essential: &[&Question]) -> Option<String> {
    let names: Vec<String> = essential.iter().map(|question| question.title.clone()).collect();
    let names = named(&names, "; ");
    match (number, essential.len()) {
        (0, _) => None,
        (1, 0) => Some("For one of the targets met no evidence is named.".to_owned()),
        (1, _) => Some(format!("For one of the targets met no evidence is named. It is essential: {names}.")),
        (_, 0) => Some(format!("For {number} of the targets met no evidence is named.")),
        (_, 1) => {
            Some(format!("For {number} of the targets met no evidence is named. One is essential: {names}."))
        }
        (_, some) => Some(format!(
            "For {number} of the targets met no evidence is named. {} are essential: {names}.",
            number_at_sentence_start(some)
        )),
    }
}

fn unconfirmed(number: usize) -> Option<String> {
    match number {
        0 => None,
        1 => Some("One answer of last time is not confirmed yet, and counts for nothing.".to_owned()),
        _ => Some(format!("{number} answers of last time are not confirmed yet, and count for nothing.")),
    }
}
