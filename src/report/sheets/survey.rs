//! What was published on all forces, in sum: a row for each question, the figures of each year in columns of their own.

use crate::checklist::Question;
use crate::judge::survey::{Tally, Year};

use crate::report::survey as chapter;
use crate::results::Report;
use crate::workbook::{Cell, Field, Sheet, SheetColumn, field};

use super::of_question;

/// A figure of a tally.
type Figure = fn(&Tally<'_>) -> usize;

/// The figures of a year, each with what it counts.
const FIGURES: [(&str, Figure); 4] = [
    ("known", |tally| tally.known()),
    ("met", |tally| tally.met),
    ("short", |tally| tally.short),
    ("not settled", |tally| tally.not_settled),
];

/// What was published on all forces.
pub fn survey(report: &Report<'_>) -> Sheet {
    let questions: Vec<&Question> = report.about.assessment.checklist.level_questions().collect();
    let mut fields = of_question(&report.about.assessment.checklist, |question: &&Question| *question);
    fields.extend(report.survey.iter().flat_map(of_year));
    fields.push(field(SheetColumn::words(chapter::WHOM_TO_ASK, 60.0), |question: &&Question| {
        Cell::maybe(chapter::in_place(report, question))
    }));
    Sheet { fixed: 2, ..Sheet::of("All forces", &questions, fields) }
}

fn of_year<'r>(year: &'r Year<'_>) -> impl Iterator<Item = Field<'r, &'r Question>> {
    FIGURES.into_iter().map(move |(name, figure)| {
        let column = SheetColumn::figures(format!("{} {name}", year.year));
        field(column, move |question: &&Question| {
            chapter::of(year, question).map_or(Cell::Empty, |tally| Cell::whole(figure(tally)))
        })
    })
}
