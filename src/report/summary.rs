//! Page one: where the force stands, what moved, what matters most, and what the board is asked to decide, in sentences
//! that are worked out from the answers and say nothing else.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::assessment::{Action, Assessment, Due, Renewed, Status};
use crate::checklist::Question;
use crate::judge::board::{Board, MovedSince};
use crate::judge::gap::Gap;
use crate::text::{date_in_words, list_in_words, number_first, number_of};

use super::{Report, figures, words};
use crate::document::{Block, Point};

mod decisions;

/// How many things a list on page one names; the body names all.
const NAMED: usize = 8;

/// The chapter.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Chapter("Summary".to_owned())];
    blocks.extend(what_this_is(report).map(Block::paragraph));
    blocks.push(Block::paragraph(where_it_stands(report)));
    let board = report.board();
    blocks.extend(board.moved.as_ref().map(|moved| Block::paragraph(since_last_year(report, moved))));
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
    if !report.leaves_out() {
        return None;
    }
    let checklist = &report.about.assessment.checklist;
    let sections: Vec<String> =
        checklist.sections.iter().map(|section| section.title.to_lowercase()).collect();
    Some(format!(
        "{} looks each year at how well it guards itself against improper influence, by answering {} in {}: {}. This paper \
         gives the outcome. The notes, the evidence, people's names and the plan itself are left out.",
        report.about.assessment.force,
        words::asked(checklist),
        number_of(sections.len(), "area", "areas"),
        sections.join("; ")
    ))
}

/// Where the force stands, and how sure that is.
fn where_it_stands(report: &Report<'_>) -> String {
    let (assessment, card) = (report.about.assessment, &report.scorecard);
    let (score, coverage) = (&card.score, &card.coverage);
    if let Some(source) = &assessment.source {
        return format!(
            "{} said something on {} of the {} questions. By our reading {} met the target of {} for certain and surely fell \
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
    if report.tells_of_evidence() {
        sentences.extend(without_evidence(score.met_without_evidence, board.essential_without_evidence));
    }
    sentences.extend(words::open(&card.coverage, &card.figures).map(|open| {
        let verb = if coverage.unanswered + card.figures.unanswered == 1 { "is" } else { "are" };
        format!("{open} {verb} not answered yet, so this is a draft and what it says may change.")
    }));
    sentences.extend(unconfirmed(board.unconfirmed));
    sentences.join(" ")
}

/// How many targets are met, beside last time, and what is missed.
fn met(report: &Report<'_>, board: &Board<'_>) -> Vec<String> {
    let (force, score) = (&report.about.assessment.force, &report.scorecard.score);
    if score.targets == 0 {
        return vec![format!("Nothing can be said yet of where {force} stands.")];
    }
    let than =
        board.moved.as_ref().map(|moved| than_last_time(score.targets_met, moved.met)).unwrap_or_default();
    let missed = score.targets - score.targets_met;
    if missed == 0 {
        return vec![format!("{force} meets all {} targets that apply to it{than}.", score.targets)];
    }
    let met = format!(
        "{force} meets {} of the {} targets that apply to it{than}.",
        score.targets_met, score.targets
    );
    let essential = match (score.essential_gaps, score.essential_open) {
        (0, 0) => "none is essential".to_owned(),
        (0, _) => "none is essential so far".to_owned(),
        (1, _) => "one is essential".to_owned(),
        (number, _) => format!("{number} are essential"),
    };
    let unknown = match report.scorecard.coverage.unknown {
        0 => String::new(),
        1 => ", and on one nobody could say how things stand".to_owned(),
        number => format!(", and on {number} nobody could say how things stand"),
    };
    if missed == 1 {
        let not = if score.essential_gaps == 1 { "" } else { "not " };
        let unknown = if unknown.is_empty() { "" } else { "; nobody could say how things stand" };
        return vec![met, format!("The one it misses is {not}essential{unknown}.")];
    }
    vec![met, format!("Of the {missed} it misses, {essential}{unknown}.")]
}

/// `, 2 fewer than last time (51)`.
fn than_last_time(now: usize, then: usize) -> String {
    match now.cmp(&then) {
        Ordering::Less => format!(", {} fewer than last time ({then})", then - now),
        Ordering::Equal => ", as many as last time".to_owned(),
        Ordering::Greater => format!(", {} more than last time ({then})", now - then),
    }
}

fn set_aside(number: usize) -> Option<String> {
    match number {
        0 => None,
        1 => Some("One question is said not to apply.".to_owned()),
        _ => Some(format!("{number} questions are said not to apply.")),
    }
}

fn without_evidence(number: usize, essential: usize) -> Option<String> {
    let of_them = match essential {
        0 => String::new(),
        1 => ", one of them essential,".to_owned(),
        _ => format!(", {essential} of them essential,"),
    };
    match (number, essential) {
        (0, _) => None,
        (1, 0) => Some("For one of the targets met no evidence is named.".to_owned()),
        (1, _) => Some("For one of the targets met, an essential one, no evidence is named.".to_owned()),
        _ => Some(format!("For {number} of the targets met{of_them} no evidence is named.")),
    }
}

fn unconfirmed(number: usize) -> Option<String> {
    match number {
        0 => None,
        1 => Some("One answer of last time is not confirmed yet, and counts for nothing.".to_owned()),
        _ => Some(format!("{number} answers of last time are not confirmed yet, and count for nothing.")),
    }
}

/// What rose and what slipped since the year before; what slipped by name.
fn since_last_year(report: &Report<'_>, moved: &MovedSince<'_>) -> String {
    let parts = [
        Some(count(moved.up.len(), "has risen", "have risen")),
        Some(count(moved.down.len(), "has slipped", "have slipped")),
        (!moved.lost.is_empty()).then(|| {
            count(
                moved.lost.len(),
                "that was known can no longer be given",
                "that were known can no longer be given",
            )
        }),
        Some(count(moved.unchanged, "is unchanged", "are unchanged")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut text = format!("Of the answers of {}, {}.", date_in_words(moved.since), list_in_words(&parts));
    let names = &report.about.assessment.checklist.level_names;
    let slips: Vec<String> = moved
        .down
        .iter()
        .map(|(question, then, now)| {
            format!("{} ({}, now {})", question.title, then.title(names), now.title(names))
        })
        .collect();
    if !slips.is_empty() {
        text.push_str(&format!(" Slipped: {}.", named(&slips, "; ")));
    }
    let lost: Vec<String> = moved
        .lost
        .iter()
        .map(|(question, then)| format!("{} (was {})", question.title, then.title(names)))
        .collect();
    if !lost.is_empty() {
        text.push_str(&format!(" No longer known: {}.", named(&lost, "; ")));
    }
    let risen: Vec<String> = moved
        .up
        .iter()
        .filter(|question| question.is_essential())
        .map(|question| question.title.clone())
        .collect();
    if !risen.is_empty() {
        text.push_str(&format!(" Risen, of the essential ones: {}.", named(&risen, "; ")));
    }
    text
}

fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("none {one}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// As many as page one names, and how many more there are.
fn named(all: &[String], between: &str) -> String {
    let first: Vec<&str> = all.iter().take(NAMED).map(String::as_str).collect();
    match all.len() - first.len() {
        0 => first.join(between),
        more => format!("{}{between}and {more} more", first.join(between)),
    }
}

fn essential_gaps(report: &Report<'_>, board: &Board<'_>) -> Vec<Block> {
    let own = report.is_own();
    let lead = match (board.essential.len(), own) {
        (0, true) => return Vec::new(),
        (0, false) => "No essential target is surely missed.".to_owned(),
        (1, _) => "One essential target is missed:".to_owned(),
        (number, _) => format!("{} essential targets are missed:", number_first(number)),
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
        gap.scale.names.of(gap.scale.target)
    );
    if !report.is_own() {
        return stands;
    }
    if report.is_public() {
        let acted = report.is_acted_upon(gap.question);
        return format!("{stands} {}", if acted { "Action is agreed." } else { "No action is agreed." });
    }
    let actions: Vec<String> = match actions {
        [] => vec![without_open_action(report, gap.question)],
        actions => actions.iter().map(|action| short(action, report.today)).collect(),
    };
    format!("{stands} {}.", actions.join("; "))
}

/// What became of the actions about a question of which none is open.
pub fn without_open_action(report: &Report<'_>, question: &Question) -> String {
    let about = report.about.assessment.actions.iter().filter(|action| action.question == question.id);
    let closed: Vec<String> = about
        .map(|action| match action.status {
            Status::Done => {
                format!("{}: {}, is done, and the target is still missed", action.id, action.action)
            }
            _ => format!("{}: {}, is not to be done", action.id, action.action),
        })
        .collect();
    if closed.is_empty() {
        "No action is agreed".to_owned()
    } else {
        format!("{}; no other is agreed", closed.join("; "))
    }
}

/// An action with who and by when: `A4: Close the registers, Head of PSD, by 31 March 2027`.
pub fn short(action: &Action, today: NaiveDate) -> String {
    let due = match &action.due {
        Due::On(day) if action.is_overdue(today) => {
            format!("was due on {}, {} late", date_in_words(*day), days_in_words((today - *day).num_days()))
        }
        Due::On(day) => format!("by {}", date_in_words(*day)),
        Due::Never(reason) => format!("no date: {reason}"),
    };
    format!("{}: {}, {}, {due}", action.id, action.action, action.owner)
}

fn overdue(board: &Board<'_>, today: NaiveDate) -> Vec<Block> {
    let lead = match board.overdue.len() {
        0 => return Vec::new(),
        1 => "One action is overdue:".to_owned(),
        number => format!("{} actions are overdue:", number_first(number)),
    };
    let late = |(action, _): &(&Action, i64)| format!("{}.", short(action, today));
    let mut points: Vec<String> = board.overdue.iter().take(NAMED).map(late).collect();
    points
        .extend((board.overdue.len() > NAMED).then(|| format!("and {} more.", board.overdue.len() - NAMED)));
    vec![Block::paragraph(lead), Block::list(points)]
}

/// `1 day`, `177 days`.
pub fn days_in_words(days: i64) -> String {
    number_of(usize::try_from(days).unwrap_or_default(), "day", "days")
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
    let card = &report.scorecard;
    let open = words::open(&card.coverage, &card.figures).map(|open| format!("{open} not answered"));
    let unconfirmed = match unconfirmed_number(report.about.assessment) {
        0 => None,
        number => Some(format!("{number} not confirmed")),
    };
    let why: Vec<String> = open.into_iter().chain(unconfirmed).collect();
    if why.is_empty() { "complete; for approval".to_owned() } else { format!("draft: {}", why.join(", ")) }
}

fn unconfirmed_number(assessment: &Assessment) -> usize {
    assessment.number_renewed(Renewed::Open)
}
