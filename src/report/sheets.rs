//! A report as a workbook: sheets to filter and sort, and an action plan to fill in.
//!
//! A question is one row on a sheet, however much was written about it; a text too long for a row continues on a sheet of
//! long texts.

use crate::departments::plan_sheet;
use crate::document::Document;
use crate::report::editions::titled;
use crate::results::Report;
use crate::workbook::{Sheet, Workbook};

mod answers;
mod columns;
mod comparison;
mod gaps;
mod last_time;
mod long;
pub mod region;
mod review;
mod summary;
mod survey;
mod trend;

pub fn workbook(report: &Report<'_>) -> Workbook {
    let document = titled(report, "gap report", Vec::new());
    let mut sheets = vec![summary::summary(report, &document), summary::sections(report)];
    sheets.push(answers::answers(report));
    sheets.extend(answers::evidence(report));
    sheets.push(gaps::gaps(report));
    if !report.comparisons.is_empty() {
        sheets.extend([comparison::questions(report), comparison::totals(report)]);
    }
    sheets.extend((!report.reviews.is_empty()).then(|| review::reviews(report)));
    sheets.extend((!report.survey.is_empty()).then(|| survey::survey(report)));
    if report.about.assessment.checklist.count_questions().next().is_some() {
        sheets.push(comparison::counts(report));
    }
    if !report.about.assessment.carried.is_empty() {
        sheets.push(last_time::last_time(report));
    }
    if let Some(trend) = &report.trend {
        sheets.extend([trend::questions(report, trend), trend::sections(trend)]);
        sheets.extend((!trend.counts.is_empty()).then(|| trend::counts(trend)));
    }
    // The plan is not for the public.
    sheets.extend((!report.is_redacted()).then(|| plan_sheet::action_plan(report)));
    with_sheets(report, document, sheets)
}

/// The summary as a workbook of one sheet.
pub fn summary_alone(report: &Report<'_>) -> Workbook {
    let document = titled(report, "summary", Vec::new());
    let sheets = vec![summary::opening(report, &document)];
    with_sheets(report, document, sheets)
}

fn with_sheets(report: &Report<'_>, document: Document, sheets: Vec<Sheet>) -> Workbook {
    let Document { title, context, marking, .. } = document;
    Workbook { title, context, marking, date: report.today, sheets: long::move_long_texts(sheets) }
}
