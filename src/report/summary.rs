//! Page one: where the force stands, what moved, what matters most, and what the board is asked to decide, in sentences
//! that are worked out from the answers and say nothing else.

use chrono::NaiveDate;

use crate::assessment::{Action, Assessment, Renewed, Status};
use crate::checklist::Question;
use crate::judge::board::Board;
use crate::judge::gap::Gap;
use crate::text::{long_date, number_at_sentence_start, number_of};

use super::figures;
use crate::document::{Block, Point};
use crate::results::Report;
use crate::words;

mod decisions;
mod names;
mod since;
mod stands;

use names::{NAMED, named};

/// The chapter.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Chapter("Summary".to_owned())];
    blocks.extend(what_this_is(report).map(Block::paragraph));
    blocks.push(Block::paragraph(stands::where_it_stands(report)));
    let board = report.board();
    blocks.extend(board.moved.iter().flat_map(|moved| since::last_year(report, moved)));
    blocks.extend(essential_gaps(report, &board));
    if report.is_own() && !report.is_public() {
        blocks.extend(overdue(&board, report.today));
        blocks.extend(strengths(&board).map(Block::paragraph));
        blocks.extend(decisions::asked(report, &board));
    }
    blocks.push(Block::Figure(figures::targets(report)));
    blocks
}

/// What a reader who has never heard of it has to know; for the public.
fn what_this_is(report: &Report<'_>) -> Option<String> {
    if !report.is_redacted() {
        return None;
    }
    let checklist = &report.about.assessment.checklist;
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
    let points =
        board.essential.iter().map(|(gap, actions)| Point::from(essential_gap(report, gap, actions)));
    let mut blocks = vec![Block::paragraph(lead)];
    let points: Vec<Point> = points.collect();
    blocks.extend((!points.is_empty()).then_some(Block::List(points)));
    blocks
}

fn essential_gap(report: &Report<'_>, gap: &Gap<'_>, actions: &[&Action]) -> String {
    let stands = format!(
        "{}: {}; target: {}.",
        gap.question.title,
        gap.standing.title(&gap.scale.names),
        gap.scale.names.name(gap.scale.target)
    );
    if !report.is_own() {
        return stands;
    }
    if report.is_public() {
        let acted = report.has_open_action(gap.question);
        return format!(
            "{stands} {}",
            if acted { "An action is planned or under way." } else { "No action is planned." }
        );
    }
    let actions: Vec<String> = match actions {
        [] => vec![without_open_action(report, gap.question)],
        actions => actions.iter().map(|action| words::action_with_owner(action, report.today)).collect(),
    };
    format!("{stands} {}.", actions.join("; "))
}

/// What became of the actions about a question of which none is open.
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
    let late = |(action, _): &(&Action, usize)| format!("{}.", words::action_with_owner(action, today));
    let mut points: Vec<String> = board.overdue.iter().take(NAMED).map(late).collect();
    points
        .extend((board.overdue.len() > NAMED).then(|| format!("and {} more.", board.overdue.len() - NAMED)));
    vec![Block::paragraph(lead), Block::list(points)]
}

fn strengths(board: &Board<'_>) -> Option<String> {
    let names: Vec<String> =
        board.strengths.iter().map(|question: &&Question| question.title.clone()).collect();
    match names.len() {
        0 => None,
        _ => Some(format!(
            "Strengths, essential questions assured on evidence of the last 12 months: {}.",
            named(&names, "; ")
        )),
    }
}

/// What stands at the head of the paper until everything is answered and confirmed.
pub fn status(report: &Report<'_>) -> String {
    if report.is_approved() {
        return "approved".to_owned();
    }
    let card = &report.scorecard;
    let open =
        words::open_questions(&card.coverage, &card.figures).map(|open| format!("{open} not answered"));
    let unconfirmed = match unconfirmed_number(report.about.assessment) {
        0 => None,
        number => Some(format!("{number} not confirmed")),
    };
    let why: Vec<String> = open.into_iter().chain(unconfirmed).collect();
    if why.is_empty() { "complete; for approval".to_owned() } else { format!("draft: {}", why.join(", ")) }
}

fn unconfirmed_number(assessment: &Assessment) -> usize {
    assessment.count_renewed(Renewed::Open)
}
