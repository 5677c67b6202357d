//! A report as a workbook: sheets to filter and sort, and an action plan to fill in.
//!
//! A question is one row on a sheet, however much was written about it; a text too long for a row continues on a sheet of
//! long texts.

use crate::assessment::{Assessment, NOT_ANSWERED, Standing};
use crate::checklist::{Checklist, Question, Section};
use crate::departments::plan_sheet;
use crate::document::Document;
use crate::judge::score::{Percent, Percents};
use crate::workbook::{Cell, ColumnKind, NumberFormat, SheetBuilder, Workbook};

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
    Workbook {
        title: document.title,
        context: document.context,
        marking: document.marking,
        date: report.today,
        sheets: long::move_long_texts(sheets),
    }
}

/// The summary as a workbook of one sheet.
pub fn summary_alone(report: &Report<'_>) -> Workbook {
    let document = titled(report, "summary", Vec::new());
    let sheets = long::move_long_texts(vec![summary::page_one(report, &document)]);
    let Document { title, context, marking, .. } = document;
    Workbook { title, context, marking, date: report.today, sheets }
}

/// The questions that ask for a level, each with its section.
fn level_questions(checklist: &Checklist) -> Vec<(&Section, &Question)> {
    let sections = checklist.sections.iter();
    sections.flat_map(|section| section.scaled().map(move |(question, _)| (section, question))).collect()
}

/// The first columns of a sheet about questions: each with its section, so that it can be filtered by itself.
fn question_columns<'r, T>(
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
fn score_columns<'r, T>(
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
fn level_text(assessment: &Assessment, question: &Question, standing: Standing) -> String {
    match standing {
        Standing::Unanswered => unanswered(assessment).to_owned(),
        other => other.title(question.level_names()),
    }
}

/// The word for a missing answer: a publication does not state it, a force has not answered it.
fn unanswered(assessment: &Assessment) -> &'static str {
    if assessment.source.is_some() { "not stated" } else { NOT_ANSWERED }
}
