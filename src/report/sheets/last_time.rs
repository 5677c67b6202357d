//! What was answered last time.

use crate::assessment::Carried;
use crate::checklist::Question;
use crate::report::{Report, since, words};
use crate::workbook::{Cell, Sheet, SheetColumn, field};

/// The answers that were carried along, whole, with what became of each.
pub fn last_time(report: &Report<'_>) -> Sheet {
    type Then<'a> = (&'a Question, &'a Carried, &'static str);
    let assessment = report.about.assessment;
    let rows: Vec<Then<'_>> = assessment
        .carried
        .iter()
        .filter_map(|(id, carried)| {
            let question = assessment.checklist.question_ever(id.as_str())?;
            Some((question, carried, since::renewed_in_words(assessment, id)?))
        })
        .collect();
    let fields = vec![
        field(SheetColumn::words("Question", 26.0), |(question, _, _): &Then<'_>| {
            Cell::text(&question.title)
        }),
        field(SheetColumn::words("ID", 24.0), |(question, _, _): &Then<'_>| Cell::text(question.id.as_str())),
        field(SheetColumn::words("Now", 22.0), |(_, _, became): &Then<'_>| Cell::text(*became)),
        field(SheetColumn::days("Opened"), |(_, carried, _): &Then<'_>| Cell::day(Some(carried.from))),
        field(SheetColumn::words("Then", 16.0), |(question, carried, _): &Then<'_>| {
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
    ];
    Sheet { fixed: 1, ..Sheet::of("Last time", &rows, fields) }
}
