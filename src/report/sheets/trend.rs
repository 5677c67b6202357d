//! The trend of a force.

use crate::assessment::{Answer, Value};
use crate::judge::score::Percents;
use crate::judge::trend::{ScoreTrend, Trend};

use crate::report::trend as chapter;
use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, Sheet, SheetBuilder};

use super::columns::{question_columns, score_columns};

pub fn questions(report: &Report<'_>, trend: &Trend<'_>) -> Sheet {
    let mut sheet = SheetBuilder::new("Over the years", 2, &trend.rows);
    question_columns(&mut sheet, &report.about.assessment.checklist, |row| row.question);
    for (at, year) in trend.year_labels().into_iter().enumerate() {
        sheet.words(&year, 16.0, |row| {
            let broken = row.breaks.get(at).and_then(Option::as_ref);
            let standing = row.standings.get(at);
            standing.map(|standing| chapter::level_in_year(row.question, *standing, broken))
        });
    }
    for since in trend.baselines() {
        sheet.words(&chapter::since(trend, *since), 22.0, |row| words::change(row.since(*since).change));
    }
    if report.shows_evidence() {
        let unproven: Vec<_> = trend.risen_without_evidence().map(|question| &question.id).collect();
        sheet.words("Step up", 22.0, |row| {
            unproven.contains(&&row.question.id).then_some("no evidence is named")
        });
    }
    sheet.words("Reason", 60.0, |row| row.broken());
    sheet.finish()
}

pub fn counts(trend: &Trend<'_>) -> Sheet {
    let mut sheet = SheetBuilder::new("Counts over the years", 1, &trend.counts);
    sheet.words("Count", 30.0, |(question, _)| words::count_with_unit(question));
    sheet.words("ID", 26.0, |(question, _)| question.id.as_str());
    for (at, (year, named)) in trend.year_labels().into_iter().zip(&trend.years).enumerate() {
        sheet
            .figures(&year, |(question, answers)| {
                answer_in(at, answers).map(|answer| match answer.value {
                    Value::Count(number) => Cell::from(number),
                    other => Cell::from(other.title(question.level_names())),
                })
            })
            .words(&format!("{year}, period"), 30.0, |(_, answers)| {
                answer_in(at, answers).and_then(|answer| words::period(named.assessment.period_of(answer)))
            });
    }
    sheet.finish()
}

fn answer_in<'a>(year: usize, answers: &[Option<&'a Answer>]) -> Option<&'a Answer> {
    answers.get(year).copied().flatten()
}

/// For each section and year, the score for the questions that all years share and the score for all its questions.
pub fn sections(trend: &Trend<'_>) -> Sheet {
    let rows: Vec<&ScoreTrend<'_>> = trend.sections.iter().chain([&trend.overall]).collect();
    let mut sheet = SheetBuilder::new("Scores over the years", 1, &rows);
    sheet.words("Section", 34.0, |scores| chapter::title(scores));
    let mut charted = Vec::new();
    for (at, year) in trend.year_labels().into_iter().enumerate() {
        let score = |scores: &[Option<Percents>]| scores.get(at).copied().flatten();
        charted.extend(u16::try_from(sheet.next_column()));
        score_columns(&mut sheet, &format!("{year}, shared"), 14.0, |scores| score(&scores.shared));
        score_columns(&mut sheet, &format!("{year}, own"), 14.0, |scores| score(&scores.own));
    }
    Sheet { charted, ..sheet.finish() }
}
