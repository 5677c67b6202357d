//! Where the force stands, and how sure that is.

use std::cmp::Ordering;

use super::lists::{first_titles, one_or_many};
use crate::checklist::Question;
use crate::judge::board::{Board, TargetsSince};
use crate::results::Report;
use crate::text::number_at_sentence_start;
use crate::words;

pub fn position(report: &Report<'_>) -> String {
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
    sentences.extend(not_applicable(coverage.not_applicable));
    if report.shows_evidence() {
        sentences.extend(without_evidence(score.met_without_evidence, &board.essential_without_evidence));
    }
    sentences.extend(words::open_questions_are(card).map(|open_questions_are| {
        format!("{open_questions_are} not answered yet, so this is a draft and what it says may change.")
    }));
    sentences.extend(unconfirmed(board.unconfirmed));
    sentences.join(" ")
}

fn met(report: &Report<'_>, board: &Board<'_>) -> Vec<String> {
    let (force, score) = (&report.about.assessment.force, &report.scorecard.score);
    let coverage = &report.scorecard.coverage;
    let is_draft = coverage.unanswered > 0;
    if score.targets == 0 {
        let nothing_yet = format!("Nothing can be said yet of where {force} stands.");
        let none_applies = !is_draft && coverage.not_applicable > 0;
        return vec![if none_applies { format!("No target applies to {force}.") } else { nothing_yet }];
    }
    // A draft is not compared with last time: it meets fewer targets only because less is answered.
    let since = board.since_last_year.as_ref().filter(|_| !is_draft);
    let than = since.map(|since| than_last_time(score.targets_met, TargetsSince::new(&since.changes)));
    let than = than.unwrap_or_default();
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
    if missed == 1 {
        let not = if score.essential_gaps == 1 { "" } else { "not " };
        let unknown = if coverage.unknown == 0 { "" } else { "; nobody could say how things stand" };
        let which = if score.targets == 1 { "It" } else { "The one it misses" };
        return vec![met, format!("{which} is {not}essential{unknown}.")];
    }
    let unknown = match coverage.unknown {
        0 => String::new(),
        1 => ", and one counts as missed because nobody could say how things stand".to_owned(),
        number => format!(", and {number} count as missed because nobody could say how things stand"),
    };
    vec![met, format!("Of the {missed} it misses, {essential}{unknown}.")]
}

/// `, 2 fewer than last time (51): 3 are newly met, and 5 that were met no longer are`.
fn than_last_time(now: usize, since: TargetsSince) -> String {
    let TargetsSince { met_then, newly_met, no_longer_met, set_aside } = since;
    let than = match now.cmp(&met_then) {
        Ordering::Less => format!(", {} fewer than last time ({met_then})", met_then - now),
        Ordering::Equal => ", as many as last time".to_owned(),
        Ordering::Greater => format!(", {} more than last time ({met_then})", now - met_then),
    };
    let [(is, _), (is_no_longer, was_met), (is_set_aside, was_set_aside)] =
        [newly_met, no_longer_met, set_aside]
            .map(|number| if number == 1 { ("is", "was") } else { ("are", "were") });
    let parts = [
        (newly_met, format!("{newly_met} {is} newly met")),
        (no_longer_met, format!("{no_longer_met} that {was_met} met no longer {is_no_longer}")),
        (set_aside, format!("{set_aside} that {was_set_aside} met {is_set_aside} now said not to apply")),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    match parts.as_slice() {
        [] => than,
        [one] => format!("{than}: {one}"),
        [first @ .., last] => format!("{than}: {}, and {last}", first.join(", ")),
    }
}

fn not_applicable(number: usize) -> Option<String> {
    let many = format!("{number} questions are said not to apply.");
    one_or_many(number, "One question is said not to apply.", &many)
}

/// How many targets are met without evidence, with the titles of the essential ones.
fn without_evidence(number: usize, essential: &[&Question]) -> Option<String> {
    let targets = if number == 1 { "one".to_owned() } else { number.to_string() };
    let are_essential = match (number, essential.len()) {
        (0, _) => return None,
        (_, 0) => String::new(),
        (1, _) => format!(" It is essential: {}.", first_titles(essential)),
        (_, 1) => format!(" One is essential: {}.", first_titles(essential)),
        (_, some) => {
            format!(" {} are essential: {}.", number_at_sentence_start(some), first_titles(essential))
        }
    };
    Some(format!("For {targets} of the targets met no evidence is named.{are_essential}"))
}

fn unconfirmed(number: usize) -> Option<String> {
    let many = format!("{number} answers of last time are not confirmed yet, and count for nothing.");
    one_or_many(number, "One answer of last time is not confirmed yet, and counts for nothing.", &many)
}
