//! The sheets that a board reads first: the summary with key figures and method, and the sections.

use crate::judge::score::{Coverage, Score, SectionScore};

use crate::document::{Block, Document};
use crate::report::chapters::{Edition, unnumbered};
use crate::report::{approval, comparison, headline, method, review};
use crate::results::Report;
use crate::workbook::{Cell, Sheet, SheetBuilder};

use super::columns::score_columns;

/// The opening of the report, an introduction to its sheets, and the method.
pub fn summary(report: &Report<'_>, document: &Document) -> Sheet {
    let more = [
        headline::scores(report),
        comparison::totals(report),
        vec![Block::Chapter("Counts".to_owned()), Block::paragraph(comparison::NEVER_SCORED)],
        plan_instructions(report),
        review_summary(report),
        approval::chapter(report),
        method::method(report),
        method::sources(report),
    ];
    sheet(document, [unnumbered(report, Edition::Summary), more.concat()].concat())
}

/// The opening of the report alone.
pub fn opening(report: &Report<'_>, document: &Document) -> Sheet {
    sheet(document, unnumbered(report, Edition::Summary))
}

fn sheet(document: &Document, blocks: Vec<Block>) -> Sheet {
    let rows: Vec<[Cell; 2]> = blocks.into_iter().flat_map(rows).collect();
    let mut sheet = SheetBuilder::new("Summary", 0, &rows);
    sheet
        .words("Summary", 24.0, |[label, _]| label.clone())
        .words(&document.title, 110.0, |[_, text]| text.clone());
    Sheet { filtered: false, ..sheet.finish() }
}

/// How to fill in the plan's sheet and merge it; nothing if the report has no such sheet.
fn plan_instructions(report: &Report<'_>) -> Vec<Block> {
    if !report.is_own() || report.is_redacted() {
        return Vec::new();
    }
    let how = "Its coloured cells can be filled in, and `healthcheck merge FILE WORKBOOK` takes them back. A gap without an \
               action is a row without a number: with an owner and a day it becomes an action. The empty rows are for more; \
               each needs the ID of its question, from the sheet Answers.";
    vec![Block::Chapter("Action plan".to_owned()), Block::paragraph(how)]
}

/// The chapter on reviews without its entries, which are rows of a sheet.
fn review_summary(report: &Report<'_>) -> Vec<Block> {
    review::chapter(report).into_iter().filter(|block| !matches!(block, Block::Entry { .. })).collect()
}

/// A block as rows; tables and figures are left out, since they have sheets of their own.
fn rows(block: Block) -> Vec<[Cell; 2]> {
    let labelled = |label: String, text: String| [Cell::Text(label), Cell::Text(text)];
    match block {
        Block::Chapter(title) | Block::Part(title) => vec![[Cell::Heading(title), Cell::Empty]],
        Block::Paragraph(text) => vec![[Cell::Empty, Cell::Text(text)]],
        Block::List(points) => {
            points.into_iter().map(|point| [Cell::Empty, Cell::Text(point.text)]).collect()
        }
        Block::Facts(facts) => facts.into_iter().map(|fact| labelled(fact.label, fact.text)).collect(),
        Block::Entry { title, facts, .. } => std::iter::once([Cell::Heading(title), Cell::Empty])
            .chain(facts.into_iter().map(|fact| labelled(fact.label, fact.text)))
            .collect(),
        Block::Numbered { number, text } => vec![labelled(number, text)],
        Block::Table(_) | Block::Figure(_) | Block::Grid(_) => Vec::new(),
    }
}

/// A section, or all of them.
struct Row<'a> {
    title: &'a str,
    coverage: Coverage,
    score: Score,
    weight: Option<u32>,
}

/// Every section with its scores and counts, and a total.
pub fn sections(report: &Report<'_>) -> Sheet {
    let card = &report.scorecard;
    let total = Row { title: "In all", coverage: card.coverage, score: card.score, weight: None };
    let rows: Vec<Row<'_>> = card.sections.iter().map(row).chain([total]).collect();
    let mut sheet = SheetBuilder::new("Sections", 0, &rows);
    sheet.words("Section", 36.0, |row| row.title);
    score_columns(&mut sheet, "Score", 10.5, |row| row.score.percent);
    if rows.iter().any(|row| row.score.bounds.is_some()) {
        score_columns(&mut sheet, "Bounds", 10.5, |row| row.score.bounds);
    }
    sheet
        .figures("Asked", |row| row.coverage.asked)
        .figures("Answered", |row| row.coverage.answered)
        .figures("Unknown", |row| row.coverage.unknown)
        .figures("Not applicable", |row| row.coverage.not_applicable)
        .figures("Open", |row| row.coverage.unanswered)
        .figures("Targets met", |row| row.score.targets_met)
        .figures("Not settled", |row| row.score.not_settled)
        .figures("Targets", |row| row.score.targets)
        .figures("Essential gaps", |row| row.score.essential_gaps)
        .figures("Essential open", |row| row.score.essential_open)
        .figures("Weight", |row| row.weight);
    let mut sheet = sheet.finish();
    sheet.total = sheet.rows.pop();
    sheet
}

fn row(section: &SectionScore) -> Row<'_> {
    Row {
        title: &section.title,
        coverage: section.coverage,
        score: section.score,
        weight: Some(section.weight),
    }
}
