//! A survey of what was published about all forces, by question and year, and whom to ask.

use crate::assessment::Assessment;
use crate::checklist::{Checklist, Level, Question};
use crate::judge::compare::standing_of;
use crate::judge::survey::{Tally, Year};
use crate::text::{list_with_and, nonzero, number_of};

use super::comparison::caution;
use crate::document::{Block, Column, Table};
use crate::results::Report;

const READING: &str = "Of each question and year: of how many forces anything was published, how many of them certainly met \
                       the target, certainly fell short of it, or are not settled, since the words fit both.";

pub const WHOM_TO_ASK: &str = "Whom to ask";

pub fn whom_to_ask(checklist: &Checklist) -> String {
    format!(
        "{WHOM_TO_ASK}: forces where it certainly was {}, also where the target is higher.",
        checklist.level_names.name(Level::InPlace)
    )
}

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    if report.survey.is_empty() {
        return Vec::new();
    }
    let checklist = report.checklist();
    let questions: Vec<&Question> = checklist.level_questions().collect();
    let rows: Vec<Vec<String>> = questions.iter().filter_map(|question| row(report, question)).collect();
    let silent = match questions.len() - rows.len() {
        0 => String::new(),
        number => format!(" Nothing was published on {}.", number_of(number, "question", "questions")),
    };
    let mut columns = vec![Column::words("Question")];
    columns.extend(report.survey.iter().map(|year| Column::words(heading(year))));
    columns.push(Column::words(WHOM_TO_ASK));
    vec![
        Block::chapter("What was published on all forces"),
        Block::paragraph(format!("{READING} {}{silent}", whom_to_ask(checklist))),
        caution(checklist),
        Block::Table(Table { columns, rows }),
    ]
}

/// `2012 (9 forces)`.
fn heading(year: &Year<'_>) -> String {
    format!("{} ({})", year.year, number_of(year.forces.len(), "force", "forces"))
}

fn row(report: &Report<'_>, question: &Question) -> Option<Vec<String>> {
    let tallies = report.survey.iter().map(|year| year.tally(question));
    let cells: Vec<String> = tallies.map(|tally| tally.map(tally_text).unwrap_or_default()).collect();
    if cells.iter().all(String::is_empty) {
        return None;
    }
    let in_place = in_place(report, question).unwrap_or_default();
    Some(std::iter::once(question.title.clone()).chain(cells).chain([in_place]).collect())
}

/// `of 7: 3 met, 2 short, 2 not settled`; blank if nothing is known.
fn tally_text(tally: &Tally<'_>) -> String {
    let parts = nonzero([(tally.met, "met"), (tally.short, "short"), (tally.not_settled, "not settled")]);
    if parts.is_empty() { String::new() } else { format!("of {}: {}", tally.known(), parts.join(", ")) }
}

/// Other forces that certainly had in place what a question asks for, by year: `Cheshire and Essex (2012); Kent (2014)`.
pub fn in_place(report: &Report<'_>, question: &Question) -> Option<String> {
    forces(report, question, usize::MAX, &|_| true)
}

/// Those of them that were certainly further on than the force is now, six for each year at most.
pub fn further_on(report: &Report<'_>, question: &Question) -> Option<String> {
    let ours = report.about.assessment;
    let our_highest = ours.standing(question)?.levels()?.highest();
    let further = |other: &Assessment| {
        let theirs = standing_of(other, &ours.checklist, question).levels();
        theirs.is_some_and(|theirs| theirs.lowest() > our_highest)
    };
    forces(report, question, 6, &further)
}

fn forces(
    report: &Report<'_>,
    question: &Question,
    most: usize,
    wanted: &dyn Fn(&Assessment) -> bool,
) -> Option<String> {
    let of_year = |year: &Year<'_>| {
        let forces = year.tally(question)?.in_place.iter().map(|named| named.assessment);
        let others = forces.filter(|other| !other.same_force(report.about.assessment) && wanted(other));
        let names: Vec<&str> = others.map(Assessment::short_force).collect();
        let more = nonzero([(names.len().saturating_sub(most), "more")]);
        let shown: Vec<&str> = names.into_iter().take(most).chain(more.iter().map(String::as_str)).collect();
        (!shown.is_empty()).then(|| format!("{} ({})", list_with_and(&shown), year.year))
    };
    let years: Vec<String> = report.survey.iter().filter_map(of_year).collect();
    (!years.is_empty()).then(|| years.join("; "))
}
