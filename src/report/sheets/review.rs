//! What reviewers say, question by question.

use crate::results::Report;
use crate::words::{agreement, reply};
use crate::workbook::{Sheet, SheetBuilder};

/// Every question that was looked at, in every review.
pub fn reviews(report: &Report<'_>) -> Sheet {
    let reviews = report.reviews.iter();
    let rows: Vec<_> = reviews
        .flat_map(|review| {
            review.questions.iter().map(move |reviewed| (&review.by.assessment.assessor, reviewed))
        })
        .collect();
    let mut sheet = SheetBuilder::new("Reviews", 1, &rows);
    sheet
        .words("Question", 34.0, |(_, reviewed)| &reviewed.question.title)
        .words("Id", 30.0, |(_, reviewed)| reviewed.question.id.as_str())
        .words("Reviewer", 24.0, |(reviewer, _)| *reviewer)
        .words("Force", 16.0, |(_, reviewed)| reviewed.ours.title(reviewed.question.level_names()))
        .words("Reviewer's level", 20.0, |(_, reviewed)| {
            reviewed.theirs.title(reviewed.question.level_names())
        })
        .words("The two", 18.0, |(_, reviewed)| agreement(reviewed.agreement))
        .words("Reason", 50.0, |(_, reviewed)| reviewed.reason)
        .words("Force's reply", 40.0, |(_, reviewed)| reviewed.reply.map(reply));
    sheet.finish()
}
