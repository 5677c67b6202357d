//! What a report says as a workbook: sheets to filter and sort, and an action plan to fill in.
//!
//! A question is one row on a sheet, whatever was written about it; a text that no row can show goes on in a sheet of
//! its own.

use crate::assessment::{Assessment, NOT_ANSWERED, Standing};
use crate::checklist::{Checklist, Question};
use crate::departments::plan_sheet;
use crate::document::Document;
use crate::judge::score::{Percent, Percents};
use crate::workbook::{Cell, ColumnKind, Field, SheetColumn, Shown, Workbook, field};

use crate::report::editions::titled;
use crate::results::Report;

mod answers;
mod comparison;
mod gaps;
mod last_time;
mod long;
pub mod region;
mod review;
mod summary;
mod survey;
mod trend;

/// What a report says, as sheets.
pub fn workbook(report: &Report<'_>) -> Workbook {
    let document = titled(report, "gap report", Vec::new());
    let mut sheets = vec![summary::summary(report, &document), summary::sections(report)];
    sheets.push(answers::answers(report));
    sheets.extend(answers::evidence(report));
    sheets.push(gaps::gaps(report));
    if !report.comparisons.is_empty() {
        sheets.extend([comparison::questions(report), comparison::in_sum(report)]);
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
    sheets.extend((!report.leaves_out()).then(|| plan_sheet::action_plan(report)));
    Workbook {
        title: document.title,
        context: document.context,
        marking: document.marking,
        date: report.today,
        sheets: long::moved_out(sheets),
    }
}

/// Page one alone, as a workbook of one sheet.
pub fn summary_alone(report: &Report<'_>) -> Workbook {
    let document = titled(report, "summary", Vec::new());
    let sheets = long::moved_out(vec![summary::page_one(report, &document)]);
    let Document { title, context, marking, .. } = document;
    Workbook { title, context, marking, date: report.today, sheets }
}

/// What a sheet about questions says of each first, so that it can be filtered alone.
fn of_question<'f, T: 'f>(
    checklist: &'f Checklist,
    question: impl Fn(&T) -> &Question + Copy + 'f,
) -> Vec<Field<'f, T>> {
    vec![
        field(SheetColumn::words("Section", 18.0), move |thing: &T| {
            Cell::maybe(checklist.section_of(&question(thing).id).map(|section| section.title.as_str()))
        }),
        field(SheetColumn::words("Question", 26.0), move |thing: &T| Cell::text(&question(thing).title)),
        field(SheetColumn::words("ID", 22.0), move |thing: &T| Cell::text(question(thing).id.as_str())),
        field(SheetColumn::words("Essential", 10.0), move |thing: &T| {
            Cell::yes_or_no(question(thing).is_essential())
        }),
    ]
}

/// A score as a column; as two, lowest and highest, where it is a range for any of the things.
fn score_fields<'f, T>(
    heading: &str,
    width: f64,
    things: &[T],
    score: impl Fn(&T) -> Option<Percents> + Copy + 'f,
) -> Vec<Field<'f, T>> {
    let column = |heading: String| SheetColumn::new(heading, width, ColumnKind::Figures);
    let lowest = move |thing: &T| percent(score(thing).map(|score| score.lowest));
    let highest = move |thing: &T| percent(score(thing).map(|score| score.highest));
    if things.iter().filter_map(score).all(Percents::is_one) {
        return vec![field(column(heading.to_owned()), lowest)];
    }
    vec![
        field(column(format!("{heading}, lowest")), lowest),
        field(column(format!("{heading}, highest")), highest),
    ]
}

/// A score as a cell.
fn percent(percent: Option<Percent>) -> Cell {
    percent.map_or(Cell::Empty, |percent| Cell::Number(percent.value(), Shown::Tenths))
}

/// How an assessment stands to a question that asks for a level.
fn standing(assessment: &Assessment, question: &Question, standing: Standing) -> Cell {
    match standing {
        Standing::Unanswered => Cell::text(unanswered(assessment)),
        other => Cell::text(other.title(question.level_names())),
    }
}

/// What to call a question without an answer: a publication does not state it, a force has not answered it.
fn unanswered(assessment: &Assessment) -> &'static str {
    if assessment.source.is_some() { "not stated" } else { NOT_ANSWERED }
}
