//! What was answered last time.

use crate::assessment::{Carried, NOT_ANSWERED};
use crate::checklist::Question;
use crate::report::since;
use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, Sheet, SheetColumn, field};

use super::of_question;

/// The answers that were carried along, whole, with what became of each.
pub fn last_time(report: &Report<'_>) -> Sheet {
    type Then<'a> = (&'a Question, &'a Carried, &'static str);
    let assessment = report.about.assessment;
    let rows: Vec<Then<'_>> = assessment
        .carried
        .iter()
        .filter_map(|(id, carried)| {
            let question = assessment.checklist.question_in_any_edition(id.as_str())?;
            Some((question, carried, since::renewed_in_words(assessment, id)?))
        })
        .collect();
    let mut fields = of_question(&assessment.checklist, |(question, ..): &Then<'_>| *question);
    fields.extend([
        field(SheetColumn::words("What became of it", 22.0), |(_, _, became): &Then<'_>| Cell::text(*became)),
        field(SheetColumn::words("Answer now", 16.0), |(question, ..): &Then<'_>| {
            let now = assessment.answer(&question.id).map(|answer| words::value(question, answer.value));
            Cell::text(now.unwrap_or_else(|| NOT_ANSWERED.to_owned()))
        }),
        field(SheetColumn::days("Last time opened"), |(_, carried, _): &Then<'_>| {
            Cell::day(Some(carried.from))
        }),
        field(SheetColumn::words("Answer then", 16.0), |(question, carried, _): &Then<'_>| {
            Cell::text(words::value(question, carried.answer.value))
        }),
        field(SheetColumn::words("Note", 44.0), |(_, carried, _): &Then<'_>| {
            Cell::maybe(carried.answer.note.as_deref())
        }),
        field(SheetColumn::words("Evidence", 40.0), |(_, carried, _): &Then<'_>| {
            let evidence = &carried.answer.evidence;
            Cell::maybe((!evidence.is_empty()).then(|| words::evidence(evidence)))
        }),
        field(SheetColumn::words("Done", 34.0), |(question, carried, _): &Then<'_>| {
            let done = || words::done(&carried.done, question.level_names());
            Cell::maybe((!carried.done.is_empty()).then(done))
        }),
        field(SheetColumn::words("By", 22.0), |(_, carried, _): &Then<'_>| {
            Cell::maybe(carried.answer.by.as_deref())
        }),
        field(SheetColumn::days("On"), |(_, carried, _): &Then<'_>| Cell::day(carried.answer.on)),
        field(SheetColumn::days("From"), |(_, carried, _): &Then<'_>| Cell::day(carried.answer.from)),
        field(SheetColumn::days("To"), |(_, carried, _): &Then<'_>| Cell::day(carried.answer.to)),
    ]);
    Sheet { fixed: 2, ..Sheet::of("Last time", &rows, fields) }
}
