//! What reviewers say, question by question, to filter.

use crate::judge::review::{Looked, Review};
use crate::results::Report;
use crate::words::{agreement, reply};
use crate::workbook::{Cell, Sheet, SheetColumn, field};

/// Every question that was looked at, of every review.
pub fn reviews(report: &Report<'_>) -> Sheet {
    type Row<'r, 'a> = (&'r Review<'a>, &'r Looked<'a>);
    let rows: Vec<Row<'_, '_>> = report
        .reviews
        .iter()
        .flat_map(|review| review.looked.iter().map(move |looked| (review, looked)))
        .collect();
    let fields = vec![
        field(SheetColumn::words("Question", 34.0), |row: &Row<'_, '_>| Cell::text(&row.1.question.title)),
        field(SheetColumn::words("Id", 30.0), |row: &Row<'_, '_>| Cell::text(row.1.question.id.as_str())),
        field(SheetColumn::words("Reviewer", 24.0), |row: &Row<'_, '_>| {
            Cell::text(&row.0.by.assessment.assessor)
        }),
        field(SheetColumn::words("Force", 16.0), |row: &Row<'_, '_>| {
            Cell::text(row.1.ours.title(row.1.question.level_names()))
        }),
        field(SheetColumn::words("Reviewer's level", 20.0), |row: &Row<'_, '_>| {
            Cell::text(row.1.theirs.title(row.1.question.level_names()))
        }),
        field(SheetColumn::words("The two", 18.0), |row: &Row<'_, '_>| {
            Cell::text(agreement(row.1.agreement))
        }),
        field(SheetColumn::words("Reason", 50.0), |row: &Row<'_, '_>| Cell::maybe(row.1.reason)),
        field(SheetColumn::words("Force's reply", 40.0), |row: &Row<'_, '_>| {
            Cell::maybe(row.1.reply.map(reply))
        }),
    ];
    Sheet { fixed: 1, ..Sheet::of("Reviews", &rows, fields) }
}
