//! A force over the years, as a chapter of its report or alone.

use crate::assessment::{Standing, Value};
use crate::checklist::Question;
use crate::judge::score::Percents;
use crate::judge::trend::{Baseline, Row, SectionTrend, Trend};

use super::{comparison, figures};
use crate::document::{Block, Chart, Column, Document, Figure, Table, TrendLine};
use crate::results::Report;
use crate::text::{long_date, number_of};
use crate::words;

mod moved;

/// The years alone, as a document.
pub fn document(trend: &Trend<'_>, today: chrono::NaiveDate) -> Document {
    let newest = trend.newest();
    Document {
        title: format!("{}: over the years, {}", newest.checklist.healthcheck, newest.force),
        context: format!("{}, {}", newest.force, long_date(today)),
        marking: newest.marking.clone(),
        blocks: [chapter(trend, true), question_by_question(trend)].concat(),
        signatures: None,
    }
}

/// The years as a chapter of a report, where it has any.
pub fn of_report(report: &Report<'_>) -> Vec<Block> {
    report.trend.as_ref().map(|trend| chapter(trend, report.shows_evidence())).unwrap_or_default()
}

/// Every question over the years as a chapter of a report, where it has any years.
pub fn questions_of_report(report: &Report<'_>) -> Vec<Block> {
    report.trend.as_ref().map(question_by_question).unwrap_or_default()
}

/// The years as a chapter, with what is to be said of evidence or without.
fn chapter(trend: &Trend<'_>, evidence: bool) -> Vec<Block> {
    let mut blocks = vec![
        Block::Chapter("Over the years".to_owned()),
        Block::list(
            trend
                .year_labels()
                .iter()
                .zip(&trend.years)
                .map(|(label, year)| format!("{label}: {}", words::assessment_label(*year))),
        ),
    ];
    blocks.extend(super::approval::changed_years(trend, &trend.year_labels()));
    blocks.extend([
        Block::paragraph(format!(
            "Scores are over the {} that every year answers (shared), by the newest edition's weights; those in brackets \
             are each year's own, over what it answers. Levels are as they were answered, with evidence or without.",
            number_of(trend.shared, "question", "questions")
        )),
        Block::Figure(scores(trend)),
    ]);
    blocks.extend(moved::reading(trend).map(Block::paragraph));
    blocks.extend(moved::moved(trend, evidence));
    blocks
}

/// Every question over the years, and every count, as a chapter.
fn question_by_question(trend: &Trend<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::Chapter("Over the years, question by question".to_owned()),
        Block::Table(questions(trend)),
    ];
    let reasons = trend.rows.iter().filter_map(|row| {
        let reason = row.broken()?;
        Some(format!("{}, not comparable: {reason}", words::question_with_id(row.question)))
    });
    let gone = trend
        .withdrawn
        .iter()
        .map(|(question, reason)| format!("{}, withdrawn: {reason}", words::question_with_id(question)));
    let notes: Vec<String> = reasons.chain(gone).collect();
    if !notes.is_empty() {
        blocks.push(Block::list(notes));
    }
    if !trend.counts.is_empty() {
        blocks.push(Block::Table(counts(trend)));
    }
    let periods = periods(trend);
    if !periods.is_empty() {
        blocks.push(Block::list(periods));
    }
    let published = trend.years.iter().any(|year| year.assessment.source.is_some());
    let newest = trend.years.last().filter(|_| published);
    blocks.extend(newest.map(|year| comparison::caution(&year.assessment.checklist)));
    blocks
}

fn scores(trend: &Trend<'_>) -> Figure {
    let line = |section: &SectionTrend<'_>| TrendLine {
        label: section.section.title.clone(),
        points: section.shared.iter().map(|score| score.map(figures::span)).collect(),
    };
    let in_all = TrendLine {
        label: "In all".to_owned(),
        points: trend.shared_percent.iter().map(|score| score.map(figures::span)).collect(),
    };
    let row = |label: &str, shared: &[Option<Percents>], own: &[Option<Percents>]| {
        let cell = |(shared, own): (&Option<_>, &Option<_>)| {
            format!("{} ({})", words::percent(*shared), words::percent(*own))
        };
        std::iter::once(label.to_owned()).chain(shared.iter().zip(own).map(cell)).collect()
    };
    let mut rows: Vec<Vec<String>> = trend
        .sections
        .iter()
        .map(|section| row(&section.section.title, &section.shared, &section.own))
        .collect();
    rows.push(row("In all", &trend.shared_percent, &trend.own_percent));
    Figure {
        title: "Scores over the years: shared (own)".to_owned(),
        description: "Under each section, and under all together, a bar for each year from 0 to 100 over the questions that every year answers, the newest one filled.".to_owned(),
        chart: Chart::Trend {
            years: trend.year_labels(),
            lines: trend.sections.iter().map(line).chain([in_all]).collect(),
        },
        table: Some(Table {
            columns: std::iter::once(Column::words("Section"))
                .chain(trend.year_labels().into_iter().map(Column::figures))
                .collect(),
            rows,
        }),
    }
}

fn questions(trend: &Trend<'_>) -> Table {
    let row = |row: &Row<'_>| {
        let years = row.standings.iter().zip(&row.breaks);
        let levels = years.map(|(standing, broken)| level_in_year(row.question, *standing, broken.as_ref()));
        let changes = trend.baselines().iter().map(|since| words::change(row.since(*since).change));
        std::iter::once(row.question.title.clone()).chain(levels).chain(changes).collect()
    };
    let years = trend.year_labels().into_iter().map(Column::words);
    let changes = trend.baselines().iter().map(|baseline| Column::words(since(trend, *baseline)));
    let columns = std::iter::once(Column::words("Question")).chain(years).chain(changes);
    let stated = trend
        .rows
        .iter()
        .filter(|row| row.standings.iter().any(|standing| *standing != Standing::Unanswered));
    Table { columns: columns.collect(), rows: stated.map(row).collect() }
}

/// How a question stood in a year, or that it cannot be compared.
pub fn level_in_year(question: &Question, standing: Standing, broken: Option<&String>) -> String {
    match standing {
        Standing::Unanswered if broken.is_some() => "not comparable".to_owned(),
        Standing::Unanswered => "-".to_owned(),
        other => other.title(question.level_names()),
    }
}

/// Since when a change is measured, as the heading of a column.
pub fn since(trend: &Trend<'_>, since: Baseline) -> String {
    let last = trend.years.len().checked_sub(2);
    match since {
        Baseline::First => "Since the first".to_owned(),
        Baseline::Last => {
            format!(
                "Since {}",
                last.and_then(|at| trend.year_labels().into_iter().nth(at)).unwrap_or_default()
            )
        }
    }
}

/// Which days each year's counts cover.
fn periods(trend: &Trend<'_>) -> Vec<String> {
    let newest = trend.years.last().map(|year| year.assessment);
    let questions: Vec<_> = trend.counts.iter().map(|(question, _)| *question).collect();
    let labels = trend.year_labels();
    let periods = labels.iter().zip(&trend.years).flat_map(|(label, year)| {
        newest
            .map(|newest| comparison::periods_of(label, &newest.checklist, year.assessment, &questions))
            .unwrap_or_default()
    });
    periods.collect()
}

/// The counts, a column a year.
fn counts(trend: &Trend<'_>) -> Table {
    let rows = trend.counts.iter().map(|(question, answers)| {
        let cells = answers.iter().map(|answer| match answer.map(|answer| answer.value) {
            Some(Value::Count(number)) => number.to_string(),
            Some(other) => other.title(question.level_names()),
            None => "-".to_owned(),
        });
        std::iter::once(words::count_with_unit(question)).chain(cells).collect()
    });
    Table {
        columns: std::iter::once(Column::words("Count"))
            .chain(trend.year_labels().into_iter().map(Column::figures))
            .collect(),
        rows: rows.collect(),
    }
}
