//! A force over the years, as chapters of its report or alone.

use chrono::NaiveDate;

use crate::assessment::{Standing, Value};
use crate::checklist::Question;
use crate::judge::trend::{Baseline, Row, ScoreTrend, Trend};

use super::{approval, comparison, figures};
use crate::document::{Block, Chart, Column, Document, Figure, Table, TrendLine};
use crate::results::Report;
use crate::text::{long_date, number_of};
use crate::words;

mod moved;

/// The years alone, as a document.
pub fn document(trend: &Trend<'_>, today: NaiveDate) -> Document {
    let newest = trend.newest();
    Document {
        title: format!("{}: over the years, {}", newest.checklist.healthcheck, newest.force),
        context: format!("{}, {}", newest.force, long_date(today)),
        marking: newest.marking.clone(),
        blocks: [over_the_years(trend, true), question_by_question(trend)].concat(),
        ..Document::default()
    }
}

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let trend = report.trend.as_ref();
    trend.map_or_else(Vec::new, |trend| over_the_years(trend, report.shows_evidence()))
}

pub fn questions_chapter(report: &Report<'_>) -> Vec<Block> {
    report.trend.as_ref().map_or_else(Vec::new, question_by_question)
}

/// `evidence` is whether evidence may be mentioned.
fn over_the_years(trend: &Trend<'_>, evidence: bool) -> Vec<Block> {
    let labels = trend.year_labels();
    let years = labels.iter().zip(&trend.years);
    let years = years.map(|(label, year)| format!("{label}: {}", words::assessment_label(*year)));
    let mut blocks = vec![Block::chapter("Over the years"), Block::list(years)];
    blocks.extend(approval::changed_years(trend));
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

/// Every question and every count over the years, as a chapter.
fn question_by_question(trend: &Trend<'_>) -> Vec<Block> {
    let mut blocks =
        vec![Block::chapter("Over the years, question by question"), Block::Table(questions(trend))];
    let not_comparable = trend.rows.iter().filter_map(|row| {
        Some(format!("{}, not comparable: {}", words::question_with_id(row.question), row.broken()?))
    });
    let withdrawn = trend
        .withdrawn
        .iter()
        .map(|(question, reason)| format!("{}, withdrawn: {reason}", words::question_with_id(question)));
    blocks.extend(Block::list_if_any(not_comparable.chain(withdrawn)));
    blocks.extend((!trend.counts.is_empty()).then(|| Block::Table(counts(trend))));
    blocks.extend(Block::list_if_any(periods(trend)));
    let is_published = trend.years.iter().any(|year| year.assessment.source.is_some());
    blocks.extend(is_published.then(|| comparison::caution(&trend.newest().checklist)));
    blocks
}

pub fn title<'a>(scores: &ScoreTrend<'a>) -> &'a str {
    scores.section.map_or("In all", |section| section.title.as_str())
}

fn scores(trend: &Trend<'_>) -> Figure {
    let scores = || trend.sections.iter().chain([&trend.overall]);
    let line = |scores: &ScoreTrend<'_>| TrendLine {
        label: title(scores).to_owned(),
        points: scores.shared.iter().map(|score| score.map(figures::span)).collect(),
    };
    let row = |scores: &ScoreTrend<'_>| {
        let years = scores.shared.iter().zip(&scores.own);
        let cells =
            years.map(|(shared, own)| format!("{} ({})", words::percent(*shared), words::percent(*own)));
        std::iter::once(title(scores).to_owned()).chain(cells).collect()
    };
    Figure {
        title: "Scores over the years: shared (own)".to_owned(),
        description: "Under each section, and under all together, a bar for each year from 0 to 100 over the questions that every year answers, the newest one filled.".to_owned(),
        chart: Chart::Trend { years: trend.year_labels(), lines: scores().map(line).collect() },
        table: Some(Table {
            columns: columns(trend, "Section", Column::figures),
            rows: scores().map(row).collect(),
        }),
    }
}

/// A column for the row titles and one for each year.
fn columns(trend: &Trend<'_>, first: &str, year: fn(String) -> Column) -> Vec<Column> {
    std::iter::once(Column::words(first)).chain(trend.year_labels().into_iter().map(year)).collect()
}

fn questions(trend: &Trend<'_>) -> Table {
    let row = |row: &Row<'_>| {
        let years = row.standings.iter().zip(&row.breaks);
        let levels = years.map(|(standing, broken)| level_in_year(row.question, *standing, broken.as_ref()));
        let changes = trend.baselines().iter().map(|since| words::change(row.since(*since).change));
        std::iter::once(row.question.title.clone()).chain(levels).chain(changes).collect()
    };
    let mut columns = columns(trend, "Question", Column::words);
    columns.extend(trend.baselines().iter().map(|baseline| Column::words(since(trend, *baseline))));
    let is_stated = |row: &&Row<'_>| row.standings.iter().any(|standing| *standing != Standing::Unanswered);
    Table { columns, rows: trend.rows.iter().filter(is_stated).map(row).collect() }
}

pub fn level_in_year(question: &Question, standing: Standing, broken: Option<&String>) -> String {
    match standing {
        Standing::Unanswered if broken.is_some() => "not comparable".to_owned(),
        Standing::Unanswered => "-".to_owned(),
        other => other.title(question.level_names()),
    }
}

/// The heading over the changes since a baseline: `Since 2025`.
pub fn since(trend: &Trend<'_>, since: Baseline) -> String {
    match since {
        Baseline::First => "Since the first".to_owned(),
        Baseline::Last => format!("Since {}", trend.previous_label()),
    }
}

fn periods(trend: &Trend<'_>) -> impl Iterator<Item = String> {
    let questions: Vec<_> = trend.counts.iter().map(|(question, _)| *question).collect();
    trend.year_labels().into_iter().zip(&trend.years).flat_map(move |(label, year)| {
        comparison::periods_of(&label, &trend.newest().checklist, year.assessment, &questions)
    })
}

fn counts(trend: &Trend<'_>) -> Table {
    let rows = trend.counts.iter().map(|(question, answers)| {
        let cells = answers.iter().map(|answer| match answer.map(|answer| answer.value) {
            Some(Value::Count(number)) => number.to_string(),
            Some(other) => other.title(question.level_names()),
            None => "-".to_owned(),
        });
        std::iter::once(words::count_with_unit(question)).chain(cells).collect()
    });
    Table { columns: columns(trend, "Count", Column::figures), rows: rows.collect() }
}
