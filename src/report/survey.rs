//! What was published on all forces, in sum: question by question and year by year, and whom to ask.

use crate::assessment::Assessment;
use crate::checklist::{Checklist, Level, Question};
use crate::judge::compare::standing_of;
use crate::judge::survey::{Tally, Year};
use crate::text::{list_with_and, number_of};

use super::comparison::caution;
use crate::document::{Block, Column, Table};
use crate::results::Report;

/// How the summary is read.
const READING: &str = "Of each question and year: of how many forces anything was published, how many of them certainly met \
                       the target, certainly fell short of it, or are not settled, since the words fit both.";

/// Over the forces that have in place what others lack.
pub const WHOM_TO_ASK: &str = "Whom to ask";

/// What stands under [`WHOM_TO_ASK`], by the name that a checklist gives the level.
pub fn whom_to_ask(checklist: &Checklist) -> String {
    format!(
        "{WHOM_TO_ASK}: forces where it certainly was {}, also where the target is higher.",
        checklist.level_names.name(Level::InPlace)
    )
}

/// What was published on all forces, question by question.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    if report.survey.is_empty() {
        return Vec::new();
    }
    let checklist = &report.about.assessment.checklist;
    let questions: Vec<&Question> = checklist.level_questions().collect();
    let rows: Vec<Vec<String>> = questions.iter().filter_map(|question| row(report, question)).collect();
    let silent = questions.len() - rows.len();
    let silent = match silent {
        0 => String::new(),
        _ => format!(" Nothing was published on {}.", number_of(silent, "question", "questions")),
    };
    let mut columns = vec![Column::words("Question")];
    columns.extend(report.survey.iter().map(|year| Column::words(heading(year))));
    columns.push(Column::words(WHOM_TO_ASK));
    vec![
        Block::Chapter("What was published on all forces".to_owned()),
        Block::paragraph(format!("{READING} {}{silent}", whom_to_ask(checklist))),
        caution(checklist),
        Block::Table(Table { columns, rows }),
    ]
}

/// `2012 (9 forces)`.
fn heading(year: &Year<'_>) -> String {
    format!("{} ({})", year.year, number_of(year.forces.len(), "force", "forces"))
}

/// What was published on a question; none where nothing was.
fn row(report: &Report<'_>, question: &Question) -> Option<Vec<String>> {
    let tallies = report.survey.iter().map(|year| of(year, question));
    let cells: Vec<String> = tallies.map(|tally| tally.map(in_words).unwrap_or_default()).collect();
    let said = cells.iter().any(|cell| !cell.is_empty());
    said.then(|| {
        let in_place = in_place(report, question).unwrap_or_default();
        std::iter::once(question.title.clone()).chain(cells).chain([in_place]).collect()
    })
}

/// A year's tally on a question.
pub fn of<'y, 'a>(year: &'y Year<'a>, question: &Question) -> Option<&'y Tally<'a>> {
    year.tallies.iter().find(|tally| tally.question.id == question.id)
}

/// `of 7: 3 met, 2 short, 2 not settled`; nothing where nothing is known.
pub fn in_words(tally: &Tally<'_>) -> String {
    let parts = [(tally.met, "met"), (tally.short, "short"), (tally.not_settled, "not settled")];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, what)| format!("{number} {what}")).collect();
    if parts.is_empty() { String::new() } else { format!("of {}: {}", tally.known(), parts.join(", ")) }
}

/// Other forces that surely had in place what a question asks for, by year: `Cheshire and Essex (2012); Kent (2014)`.
pub fn in_place(report: &Report<'_>, question: &Question) -> Option<String> {
    named(report, question, usize::MAX, &|_| true)
}

/// How many forces of a year are named where a gap is told.
const NAMED: usize = 6;

/// Those of them that surely were further on than the force is, a few of each year.
pub fn further_on(report: &Report<'_>, question: &Question) -> Option<String> {
    let ours = report.about.assessment;
    let our_highest = ours.standing(question)?.levels()?.highest();
    let further = |other: &Assessment| {
        let theirs = standing_of(other, &ours.checklist, question).levels();
        theirs.is_some_and(|theirs| theirs.lowest() > our_highest)
    };
    named(report, question, NAMED, &further)
}

fn named(
    report: &Report<'_>,
    question: &Question,
    most: usize,
    wanted: &dyn Fn(&Assessment) -> bool,
) -> Option<String> {
    let of_year = |year: &Year<'_>| {
        let forces = of(year, question)?.in_place.iter().map(|named| named.assessment);
        let others = forces.filter(|other| !other.same_force(report.about.assessment) && wanted(other));
        let names: Vec<&str> = others.map(Assessment::short_force).collect();
        let more = names.len().saturating_sub(most);
        let more = (more > 0).then(|| format!("{more} more"));
        let shown: Vec<&str> = names.into_iter().take(most).chain(more.as_deref()).collect();
        (!shown.is_empty()).then(|| format!("{} ({})", list_with_and(&shown), year.year))
    };
    let years: Vec<String> = report.survey.iter().filter_map(of_year).collect();
    (!years.is_empty()).then(|| years.join("; "))
}
