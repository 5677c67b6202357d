//! The answers carried over from last time.

use crate::assessment::NOT_ANSWERED;
use crate::report::since;
use crate::results::Report;
use crate::words;
use crate::workbook::{Sheet, SheetBuilder};

use super::columns::question_columns;

/// Each answer with what happened to it this time.
pub fn last_time(report: &Report<'_>) -> Sheet {
    let assessment = report.about.assessment;
    let carried = assessment.carried.iter();
    let rows: Vec<_> = carried
        .filter_map(|(id, carried)| {
            let question = assessment.checklist.question_in_any_edition(id.as_str())?;
            Some((question, carried, since::renewal_outcome(assessment, id)?))
        })
        .collect();
    let mut sheet = SheetBuilder::new("Last time", 2, &rows);
    question_columns(&mut sheet, &assessment.checklist, |(question, ..)| question);
    sheet
        .words("What became of it", 22.0, |(.., renewed)| *renewed)
        .words("Answer now", 16.0, |(question, ..)| {
            let now = assessment.answer(&question.id).map(|answer| words::value(question, answer.value));
            now.unwrap_or_else(|| NOT_ANSWERED.to_owned())
        })
        .days("Last time opened", |(_, carried, _)| carried.from)
        .words("Answer then", 16.0, |(question, carried, _)| words::value(question, carried.answer.value))
        .words("Note", 44.0, |(_, carried, _)| carried.answer.note.as_ref())
        .words("Evidence", 40.0, |(_, carried, _)| words::evidence(&carried.answer.evidence, "\n"))
        .words("Done", 34.0, |(question, carried, _)| {
            (!carried.done.is_empty()).then(|| words::actions_done(&carried.done, question.level_names()))
        })
        .words("By", 22.0, |(_, carried, _)| carried.answer.by.as_ref())
        .days("On", |(_, carried, _)| carried.answer.on)
        .days("From", |(_, carried, _)| carried.answer.from)
        .days("To", |(_, carried, _)| carried.answer.to);
    sheet.finish()
}
