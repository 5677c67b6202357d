//! What the board is asked to decide.

use crate::assessment::Action;
use crate::checklist::Question;
use crate::judge::board::Board;

use super::lists::{first_few, first_titles, one_or_many};
use crate::document::Block;
use crate::results::Report;
use crate::text::list_with_and;
use crate::words;

pub fn decisions(report: &Report<'_>, board: &Board<'_>) -> Vec<Block> {
    let without_action: Vec<&Question> = board.without_action().map(|gap| gap.question).collect();
    let undated: Vec<String> =
        board.undated.iter().map(|action| words::action_with_owner(action, report.today)).collect();
    let points = [
        about(
            (without_action.len(), first_titles(&without_action)),
            "agree an action for this essential gap",
            "agree an action for each of these essential gaps",
        ),
        other_gaps(board.other_gaps_without_action),
        overdue(&board.overdue),
        about((undated.len(), first_few(&undated)), "give this action a date", "give these actions a date"),
        not_to_be_done(&board.not_to_be_done),
        about(
            (board.unknown.len(), first_titles(&board.unknown)),
            "have the facts established on this question, which nobody could answer",
            "have the facts established on these questions, which nobody could answer",
        ),
        not_applicable(report, &board.not_applicable),
        // A healthcheck that is not complete cannot be approved.
        (report.is_whole() && board.unconfirmed == 0 && !report.is_approved())
            .then(|| "approve this healthcheck.".to_owned()),
    ];
    Block::list_under(Block::paragraph("The board is asked to:"), points.into_iter().flatten())
}

/// A decision about a number of things, with the first of them.
fn about((number, things): (usize, String), one: &str, many: &str) -> Option<String> {
    one_or_many(number, one, many).map(|decision| format!("{decision}: {things}."))
}

fn other_gaps(number: usize) -> Option<String> {
    one_or_many(
        number,
        "decide whether to act on the one other gap without an action, or to accept it.",
        &format!(
            "decide which of the {number} other gaps without an action to act on, and which to accept (chapter 2 of the full \
             report)."
        ),
    )
}

/// By their ids: the actions themselves are listed above.
fn overdue(actions: &[&Action]) -> Option<String> {
    let ids: Vec<String> = actions.iter().map(|action| action.id.to_string()).collect();
    match ids.as_slice() {
        [] => None,
        [id] => Some(format!("give the overdue action {id} a new date.")),
        ids => Some(format!("give the overdue actions {} new dates.", list_with_and(ids))),
    }
}

fn not_applicable(report: &Report<'_>, questions: &[&Question]) -> Option<String> {
    let name = |question: &&Question| {
        let answer = report.about.assessment.answer(&question.id);
        match answer.and_then(|answer| answer.note.as_deref()) {
            Some(reason) => format!("{} (“{}”)", question.title, reason.trim()),
            None => question.title.clone(),
        }
    };
    let names: Vec<String> = questions.iter().map(name).collect();
    about((names.len(), first_few(&names)), "agree that this does not apply", "agree that these do not apply")
}

fn not_to_be_done(actions: &[&Action]) -> Option<String> {
    let name = |action: &&Action| {
        let reason = action.reason.as_deref().expect("an action that is not to be done has a reason");
        format!("{} (“{}”)", words::action_with_id(action), reason.trim())
    };
    let names: Vec<String> = actions.iter().map(name).collect();
    about(
        (names.len(), first_few(&names)),
        "accept that this action will not be done",
        "accept that these actions will not be done",
    )
}
