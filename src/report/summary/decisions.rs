//! What the board is asked to decide: only what somebody has to decide, each thing once, with its names.

use crate::assessment::Action;
use crate::checklist::Question;
use crate::judge::board::Board;

use super::{named, short};
use crate::document::Block;
use crate::report::Report;

/// What the board is asked; that nothing is asked of it, where that is so.
pub fn asked(report: &Report<'_>, board: &Board<'_>) -> Vec<Block> {
    let without_action: Vec<&Question> = board.without_action().map(|gap| gap.question).collect();
    let points: Vec<String> = [
        questions(
            &without_action,
            "agree an action for this essential gap",
            "agree an action for each of these essential gaps",
        ),
        actions(&board.undated, "give this action a date", "give these actions a date"),
        given_up(&board.given_up),
        questions(
            &board.unknown,
            "have this established, which nobody could answer",
            "have these established, which nobody could answer",
        ),
        questions(&board.not_applicable, "agree that this does not apply", "agree that these do not apply"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if points.is_empty() {
        let nothing =
            format!("{} asks no decision of the board but its approval.", report.about.assessment.assessor);
        return vec![Block::paragraph(nothing)];
    }
    vec![Block::paragraph("The board is asked to:"), Block::list(points)]
}

fn questions(all: &[&Question], one: &str, many: &str) -> Option<String> {
    let names: Vec<String> = all.iter().map(|question| question.title.clone()).collect();
    asked_of(&names, one, many)
}

fn actions(all: &[&Action], one: &str, many: &str) -> Option<String> {
    let names: Vec<String> = all.iter().map(|action| short(action)).collect();
    asked_of(&names, one, many)
}

fn given_up(all: &[&Action]) -> Option<String> {
    let name = |action: &&Action| {
        let reason = action.reason.as_deref().unwrap_or_default();
        format!("{}: {} (“{}”)", action.id, action.action, reason.trim())
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
