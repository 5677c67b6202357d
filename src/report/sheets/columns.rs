//! Columns that several sheets share.

use crate::assessment::{Assessment, NOT_ANSWERED, Standing};
use crate::checklist::{Checklist, Question, Section};
use crate::judge::score::{Percent, Percents};
use crate::workbook::{Cell, ColumnKind, NumberFormat, SheetBuilder};

/// The questions that ask for a level, each with its section.
pub fn level_questions(checklist: &Checklist) -> Vec<(&Section, &Question)> {
    let sections = checklist.sections.iter();
    sections.flat_map(|section| section.scaled().map(move |(question, _)| (section, question))).collect()
}

/// The first columns of a sheet about questions.
pub fn question_columns<'r, T>(
    sheet: &mut SheetBuilder<'r, T>,
    checklist: &Checklist,
    question: impl Fn(&'r T) -> &'r Question,
) {
    let section = |item| checklist.section_of(&question(item).id).map(|section| &section.title);
    sheet
        .words("Section", 18.0, section)
        .words("Question", 26.0, |item| &question(item).title)
        .words("ID", 22.0, |item| question(item).id.as_str())
        .words("Essential", 10.0, |item| question(item).is_essential());
}

/// A score as one column, or as two, lowest and highest, if it is a range for any item.
pub fn score_columns<'r, T>(
    sheet: &mut SheetBuilder<'r, T>,
    heading: &str,
    width: f64,
    score: impl Fn(&'r T) -> Option<Percents>,
) {
    let is_range = !sheet.items().iter().filter_map(&score).all(Percents::is_one);
    let mut column = |heading: &str, end: fn(Percents) -> Percent| {
        sheet.column(heading, width, ColumnKind::Figures, |item| score(item).map(end));
    };
    if is_range {
        column(&format!("{heading}, lowest"), |score| score.lowest);
        column(&format!("{heading}, highest"), |score| score.highest);
    } else {
        column(heading, |score| score.lowest);
    }
}

impl From<Percent> for Cell {
    fn from(percent: Percent) -> Self {
        Self::Number(percent.value(), NumberFormat::Tenths)
    }
}

/// The answer to a question that asks for a level, in words.
pub fn level_text(assessment: &Assessment, question: &Question, standing: Standing) -> String {
    match standing {
        Standing::Unanswered => unanswered(assessment).to_owned(),
        other => other.title(question.level_names()),
    }
}

/// The word for a missing answer: a publication does not state it, a force has not answered it.
pub fn unanswered(assessment: &Assessment) -> &'static str {
    if assessment.source.is_some() { "not stated" } else { NOT_ANSWERED }
}
