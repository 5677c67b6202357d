//! What the board is asked to decide: only what somebody has to decide, each thing once, with its names.

use chrono::NaiveDate;

use crate::assessment::Action;
use crate::checklist::Question;
use crate::judge::board::Board;

use super::names::named;
use crate::document::Block;
use crate::results::Report;
use crate::text::list_with_and;
use crate::words;

/// What the board is asked; of a whole healthcheck its approval at the least.
pub fn asked(report: &Report<'_>, board: &Board<'_>) -> Vec<Block> {
    let without_action: Vec<&Question> = board.without_action().map(|gap| gap.question).collect();
    let today = report.today;
    let points = [
        questions(
            &without_action,
            "agree an action for this essential gap",
            "agree an action for each of these essential gaps",
        ),
        idle(board.idle),
        late(&board.overdue),
        actions(&board.undated, today, "give this action a date", "give these actions a date"),
        given_up(&board.given_up),
        questions(
            &board.unknown,
            "have the facts established on this question, which nobody could answer",
            "have the facts established on these questions, which nobody could answer",
        ),
        set_aside(report, &board.not_applicable),
    ]
    .into_iter()
    .flatten();
    // What is not finished cannot be approved.
    let approve = (report.is_whole() && board.unconfirmed == 0 && !report.is_approved())
        .then(|| "approve this healthcheck.".to_owned());
    let points: Vec<String> = points.chain(approve).collect();
    if points.is_empty() {
        return Vec::new();
    }
    vec![Block::paragraph("The board is asked to:"), Block::list(points)]
}

fn questions(all: &[&Question], one: &str, many: &str) -> Option<String> {
    let names: Vec<String> = all.iter().map(|question| question.title.clone()).collect();
    asked_of(&names, one, many)
}

fn actions(all: &[&Action], today: NaiveDate, one: &str, many: &str) -> Option<String> {
    let names: Vec<String> = all.iter().map(|action| words::action_with_owner(action, today)).collect();
    asked_of(&names, one, many)
}

/// The other gaps about which nothing is being done: which of them to act on.
fn idle(number: usize) -> Option<String> {
    match number {
        0 => None,
        1 => {
            Some("decide whether to act on the one other gap without an action, or to accept it.".to_owned())
        }
        _ => Some(format!(
            "decide which of the {number} other gaps without an action to act on, and which to accept (chapter 2 of the full \
             report)."
        )),
    }
}

/// Actions whose day has passed, by their numbers: what they are stands above.
fn late(overdue: &[(&Action, usize)]) -> Option<String> {
    let ids: Vec<String> = overdue.iter().map(|(action, _)| action.id.to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    match ids.as_slice() {
        [] => None,
        [id] => Some(format!("give the overdue action {id} a new date.")),
        ids => Some(format!("give the overdue actions {} new dates.", list_with_and(ids))),
    }
}

/// Questions that are said not to apply, each with why.
fn set_aside(report: &Report<'_>, all: &[&Question]) -> Option<String> {
    let name = |question: &&Question| {
        let answer = report.about.assessment.answer(&question.id);
        match answer.and_then(|answer| answer.note.as_deref()) {
            Some(reason) => format!("{} (“{}”)", question.title, reason.trim()),
            None => question.title.clone(),
        }
    };
    let names: Vec<String> = all.iter().map(name).collect();
    asked_of(&names, "agree that this does not apply", "agree that these do not apply")
}

fn given_up(all: &[&Action]) -> Option<String> {
    let name = |action: &&Action| {
        let reason = action.reason.as_deref().unwrap_or_default();
        format!("{} (“{}”)", words::action_with_id(action), reason.trim())
    };
    let names: Vec<String> = all.iter().map(name).collect();
    asked_of(&names, "accept that this action will not be done", "accept that these actions will not be done")
}

fn asked_of(names: &[String], one: &str, many: &str) -> Option<String> {
    match names.len() {
        0 => None,
        1 => Some(format!("{one}: {}.", named(names, "; "))),
        _ => Some(format!("{many}: {}.", named(names, "; "))),
    }
}
