//! What was published about all forces: a row for each question, and columns for each year.

use crate::judge::survey::Tally;

use crate::report::survey as chapter;
use crate::results::Report;
use crate::workbook::{Sheet, SheetBuilder};

use super::columns::question_columns;

type Figure = fn(&Tally<'_>) -> usize;

/// The columns of a year, with their headings.
const FIGURES: [(&str, Figure); 4] = [
    ("known", |tally| tally.known()),
    ("met", |tally| tally.met),
    ("short", |tally| tally.short),
    ("not settled", |tally| tally.not_settled),
];

pub fn survey(report: &Report<'_>) -> Sheet {
    let checklist = &report.about.assessment.checklist;
    let questions: Vec<_> = checklist.level_questions().collect();
    let mut sheet = SheetBuilder::new("All forces", 2, &questions);
    question_columns(&mut sheet, checklist, |question| question);
    for year in &report.survey {
        for (name, figure) in FIGURES {
            sheet.figures(&format!("{} {name}", year.year), |question| year.tally(question).map(figure));
        }
    }
    sheet.words(chapter::WHOM_TO_ASK, 60.0, |question| chapter::in_place(report, question));
    sheet.finish()
}
