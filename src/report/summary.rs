//! Page one: where the force stands, what moved, what matters most, and what the board is asked to decide, in sentences
//! that are worked out from the answers and say nothing else.

use crate::assessment::{Action, Assessment};
use crate::checklist::Question;
use crate::judge::board::{Board, MovedSince};
use crate::judge::gap::Gap;
use crate::text::{date_in_words, list_in_words, number_of};

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
    blocks.push(Block::Figure(figures::targets(report)));
    let board = report.board();
    blocks.extend(board.moved.as_ref().map(|moved| Block::paragraph(since_last_year(report, moved))));
    blocks.extend(essential_gaps(report, &board));
    if report.is_own() && !report.is_public() {
        blocks.extend(overdue(&board));
        blocks.extend(strengths(&board).map(Block::paragraph));
        blocks.extend(decisions::asked(report, &board));
    }
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
    let sections: Vec<&str> = sections.iter().map(String::as_str).collect();
    Some(format!(
        "{} looks each year at how well it guards itself against improper influence, by answering {} on {}. This paper gives \
         the outcome. The notes, the evidence, people's names and the plan itself are left out.",
        report.about.assessment.force,
        words::asked(checklist),
        list_in_words(&sections)
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
    let mut sentences = vec![met(report)];
    sentences.extend(unknown(coverage.unknown));
    sentences.extend(set_aside(coverage.not_applicable));
    if report.tells_of_evidence() {
        sentences.extend(without_evidence(score.met_without_evidence));
    }
    sentences.extend(words::open(&card.coverage, &card.figures).map(|open| {
        let verb = if coverage.unanswered + card.figures.unanswered == 1 { "is" } else { "are" };
        format!("{open} {verb} not answered yet, so this is a draft and what it says may change.")
    }));
    sentences.extend(unconfirmed(report.board().unconfirmed));
    sentences.join(" ")
}

fn met(report: &Report<'_>) -> String {
    let (force, score) = (&report.about.assessment.force, &report.scorecard.score);
    if score.targets == 0 {
        return format!("Nothing can be said yet of where {force} stands.");
    }
    let essential = match score.essential_gaps {
        0 if score.essential_open > 0 => {
            "None of the essential targets answered so far is missed.".to_owned()
        }
        0 => "No essential target is missed.".to_owned(),
        1 => "One of those it misses is essential.".to_owned(),
        number => format!("Of those it misses, {number} are essential."),
    };
    match score.targets - score.targets_met {
        0 => format!("{force} meets all {} targets that apply to it and are answered.", score.targets),
        _ => format!(
            "{force} meets {} of the {} targets that apply to it and are answered. {essential}",
            score.targets_met, score.targets
        ),
    }
}

fn unknown(number: usize) -> Option<String> {
    match number {
        0 => None,
        1 => Some("On one question nobody could say how things stand; it counts as not met.".to_owned()),
        _ => Some(format!("On {number} questions nobody could say how things stand; they count as not met.")),
    }
}

fn set_aside(number: usize) -> Option<String> {
    match number {
        0 => None,
        1 => Some("One question is said not to apply.".to_owned()),
        _ => Some(format!("{number} questions are said not to apply.")),
    }
}

fn without_evidence(number: usize) -> Option<String> {
    match number {
        0 => None,
        1 => Some("For one of the targets met no evidence is named.".to_owned()),
        _ => Some(format!("For {number} of the targets met no evidence is named.")),
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
    let rose = count(moved.up.len(), "question rose", "questions rose");
    let slipped = count(moved.down.len(), "slipped", "slipped");
    let stayed = count(moved.unchanged, "is as it was", "are as they were");
    let mut text = format!("Since {}, {rose}, {slipped} and {stayed}.", date_in_words(moved.since));
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
        0 => format!("none {}", one.trim_start_matches("question ")),
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
        (number, _) => format!("{number} essential targets are missed:"),
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
        "{}: {}, where {} is asked for.",
        gap.question.title,
        gap.standing.title(&gap.scale.names),
        gap.scale.names.of(gap.scale.target)
    );
    if !report.is_own() {
        return stands;
    }
    if report.is_public() {
        let acted = report.is_acted_upon(gap.question);
        return format!("{stands} {}", if acted { "Action is agreed." } else { "No action is agreed yet." });
    }
    match actions {
        [] => format!("{stands} No action is agreed."),
        actions => {
            let actions: Vec<String> = actions.iter().map(|action| short(action)).collect();
            format!("{stands} {}.", actions.join("; "))
        }
    }
}

/// An action with who and by when: `A4: Close the registers, Head of PSD, by 31 March 2027`.
pub fn short(action: &Action) -> String {
    let due = match &action.due {
        crate::assessment::Due::On(day) => format!("by {}", date_in_words(*day)),
        crate::assessment::Due::Never(reason) => format!("no date: {reason}"),
    };
    format!("{}: {}, {}, {due}", action.id, action.action, action.owner)
}

fn overdue(board: &Board<'_>) -> Vec<Block> {
    let lead = match board.overdue.len() {
        0 => return Vec::new(),
        1 => "One action is overdue:".to_owned(),
        number => format!("{number} actions are overdue:"),
    };
    let late = |(action, days): &(&Action, i64)| format!("{}, {} late.", short(action), days_in_words(*days));
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
    assessment.number_renewed(crate::assessment::Renewed::Open)
}
