//! The summary: where the force stands, what changed, what matters most, and what the board is asked to decide. Its sentences
//! say only what the answers say.

use chrono::NaiveDate;

use crate::assessment::{Action, Renewed, Status};
use crate::checklist::Question;
use crate::judge::board::Board;
use crate::judge::gap::Gap;
use crate::text::{long_date, nonzero, number_at_sentence_start, number_of};

use super::figures;
use crate::document::Block;
use crate::results::Report;
use crate::words;

mod decisions;
mod lists;
mod position;
mod since;

use lists::{MOST, first_titles};

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::chapter("Summary")];
    blocks.extend(introduction(report).map(Block::paragraph));
    blocks.push(Block::paragraph(position::position(report)));
    let board = report.board();
    blocks.extend(board.since_last_year.iter().flat_map(|since| since::last_year(report, since)));
    blocks.extend(essential_gaps(report, &board));
    if report.is_own() && !report.is_public() {
        blocks.extend(overdue(&board, report.today));
        blocks.extend(strengths(&board).map(Block::paragraph));
        blocks.extend(decisions::decisions(report, &board));
    }
    blocks.push(Block::Figure(figures::targets(report)));
    blocks
}

fn introduction(report: &Report<'_>) -> Option<String> {
    if !report.is_redacted() {
        return None;
    }
    let checklist = report.checklist();
    let sections: Vec<String> =
        checklist.sections.iter().map(|section| section.title.to_lowercase()).collect();
    Some(format!(
        "{} {} at its arrangements for {}, by answering {} in {}: {}. Each question is \
         answered by one of four levels and has a target, the level that is asked for. Where nobody could say, the target \
         counts as missed. This paper gives the outcome as it stood on {}.",
        report.about.assessment.force,
        if report.is_whole() { "has looked" } else { "is looking" },
        checklist.subject,
        words::questions_asked(checklist),
        number_of(sections.len(), "area", "areas"),
        sections.join("; "),
        long_date(report.today)
    ))
}

fn essential_gaps(report: &Report<'_>, board: &Board<'_>) -> Vec<Block> {
    let own = report.is_own();
    let lead = match (board.essential.len(), own) {
        (0, true) => return Vec::new(),
        (0, false) => "No essential target is certainly missed.".to_owned(),
        (1, _) => "One essential target is missed:".to_owned(),
        (number, _) => format!("{} essential targets are missed:", number_at_sentence_start(number)),
    };
    let points = board.essential.iter().map(|(gap, actions)| essential_gap(report, gap, actions));
    [Block::paragraph(lead)].into_iter().chain(Block::list_if_any(points)).collect()
}

fn essential_gap(report: &Report<'_>, gap: &Gap<'_>, actions: &[&Action]) -> String {
    let level = format!(
        "{}: {}; target: {}.",
        gap.question.title,
        gap.standing.title(&gap.scale.names),
        gap.scale.names.name(gap.scale.target)
    );
    if !report.is_own() {
        return level;
    }
    if report.is_public() {
        let has_action = report.has_open_action(gap.question);
        let action = if has_action { "An action is planned or under way." } else { "No action is planned." };
        return format!("{level} {action}");
    }
    let actions: Vec<String> = match actions {
        [] => vec![without_open_action(report, gap.question)],
        actions => actions.iter().map(|action| words::action_with_owner(action, report.today)).collect(),
    };
    format!("{level} {}.", actions.join("; "))
}

pub fn without_open_action(report: &Report<'_>, question: &Question) -> String {
    let about = report.about.assessment.actions.iter().filter(|action| action.question == question.id);
    let closed: Vec<String> = about
        .map(|action| match action.status {
            Status::Done => {
                format!("{}, is done, and the target is still missed", words::action_with_id(action))
            }
            _ => format!("{}, is not to be done", words::action_with_id(action)),
        })
        .collect();
    if closed.is_empty() {
        "No action is agreed".to_owned()
    } else {
        format!("{}; no other action is agreed", closed.join("; "))
    }
}

fn overdue(board: &Board<'_>, today: NaiveDate) -> Vec<Block> {
    let lead = match board.overdue.len() {
        0 => return Vec::new(),
        1 => "One action is overdue:".to_owned(),
        number => format!("{} actions are overdue:", number_at_sentence_start(number)),
    };
    let late = |action: &&Action| format!("{}.", words::action_with_owner(action, today));
    let more = board.overdue.len().saturating_sub(MOST);
    let points = board.overdue.iter().take(MOST).map(late);
    let points = points.chain(nonzero([(more, "more")]).into_iter().map(|more| format!("and {more}.")));
    vec![Block::paragraph(lead), Block::list(points)]
}

fn strengths(board: &Board<'_>) -> Option<String> {
    let strengths = first_titles(&board.strengths);
    (!strengths.is_empty()).then(|| {
        format!("Strengths, essential questions assured on evidence of the last 12 months: {strengths}.")
    })
}

pub fn status(report: &Report<'_>) -> String {
    if report.is_approved() {
        return "approved".to_owned();
    }
    let open = words::open_questions(&report.scorecard).map(|open| format!("{open} not answered"));
    let unconfirmed = report.about.assessment.count_renewed(Renewed::Open);
    let why: Vec<String> = open.into_iter().chain(nonzero([(unconfirmed, "not confirmed")])).collect();
    if why.is_empty() { "complete; for approval".to_owned() } else { format!("draft: {}", why.join(", ")) }
}
