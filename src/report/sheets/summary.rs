//! The sheets that a board reads first: what was assessed with its key figures and the method, and the sections.

use crate::judge::score::{Coverage, Score, SectionScore};

use crate::document::{Block, Document};
use crate::report::chapters::{Edition, unnumbered};
use crate::report::{approval, comparison, headline, method, review};
use crate::results::Report;
use crate::workbook::{Cell, Field, Sheet, SheetColumn, field};

use super::score_fields;

/// The opening of the report, what its sheets say in words, and the method.
pub fn summary(report: &Report<'_>, document: &Document) -> Sheet {
    let more = [
        headline::scores(report),
        comparison::in_sum(report),
        vec![Block::Chapter("Counts".to_owned()), Block::paragraph(comparison::NEVER_SCORED)],
        plan_in_words(report),
        review_in_words(report),
        approval::chapter(report),
        method::method(report),
        method::sources(report),
    ];
    sheet(document, [unnumbered(report, Edition::Summary), more.concat()].concat())
}

/// Page one alone.
pub fn page_one(report: &Report<'_>, document: &Document) -> Sheet {
    sheet(document, unnumbered(report, Edition::Summary))
}

fn sheet(document: &Document, blocks: Vec<Block>) -> Sheet {
    let rows: Vec<[Cell; 2]> = blocks.into_iter().flat_map(rows).collect();
    let fields = vec![
        field(SheetColumn::words("Summary", 24.0), |[label, _]: &[Cell; 2]| label.clone()),
        field(SheetColumn::words(&document.title, 110.0), |[_, text]: &[Cell; 2]| text.clone()),
    ];
    Sheet { filtered: false, ..Sheet::of("Summary", &rows, fields) }
}

/// How the plan's sheet is filled in and brought back; a plan for the public has nothing to fill in.
fn plan_in_words(report: &Report<'_>) -> Vec<Block> {
    if !report.is_own() || report.leaves_out() {
        return Vec::new();
    }
    let how = "Its coloured cells can be filled in, and `healthcheck merge FILE WORKBOOK` takes them back. A gap without an \
               action is a row without a number: with an owner and a day it becomes an action. The empty rows are for more; \
               each needs the ID of its question, from the sheet Answers.";
    vec![Block::Chapter("Action plan".to_owned()), Block::paragraph(how)]
}

/// The reviews without their entries, each of which is a row of a sheet.
fn review_in_words(report: &Report<'_>) -> Vec<Block> {
    review::chapter(report).into_iter().filter(|block| !matches!(block, Block::Entry { .. })).collect()
}

/// A block as rows; tables and figures have sheets of their own.
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

/// What a row tells: of one section, or of all of them.
struct Line<'a> {
    title: &'a str,
    coverage: Coverage,
    score: Score,
    section: Option<&'a SectionScore>,
}

/// Every section with its score, its bounds and its counts, and all of them in sum.
pub fn sections(report: &Report<'_>) -> Sheet {
    let card = &report.scorecard;
    let in_all = Line { title: "In all", coverage: card.coverage, score: card.score, section: None };
    let lines: Vec<Line<'_>> = card.sections.iter().map(line).chain([in_all]).collect();
    let mut sheet = Sheet::of("Sections", &lines, section_fields(&lines));
    sheet.total = sheet.rows.pop();
    sheet
}

fn line(section: &SectionScore) -> Line<'_> {
    Line { title: &section.title, coverage: section.coverage, score: section.score, section: Some(section) }
}

fn section_fields<'f>(lines: &[Line<'f>]) -> Vec<Field<'f, Line<'f>>> {
    let whole = |heading: &str, number: fn(&Line<'_>) -> usize| {
        field(SheetColumn::figures(heading), move |line: &Line<'_>| Cell::whole(number(line)))
    };
    let weight = |line: &Line<'_>| line.section.map_or(Cell::Empty, |section| Cell::weight(section.weight));
    let mut fields =
        vec![field(SheetColumn::words("Section", 36.0), |line: &Line<'_>| Cell::text(line.title))];
    fields.extend(score_fields("Score", 10.5, lines, |line: &Line<'_>| line.score.percent));
    if lines.iter().any(|line| line.score.bounds.is_some()) {
        fields.extend(score_fields("Bounds", 10.5, lines, |line: &Line<'_>| line.score.bounds));
    }
    fields.extend([
        whole("Asked", |line| line.coverage.asked),
        whole("Answered", |line| line.coverage.answered),
        whole("Unknown", |line| line.coverage.unknown),
        whole("Not applicable", |line| line.coverage.not_applicable),
        whole("Open", |line| line.coverage.unanswered),
        whole("Targets met", |line| line.score.targets_met),
        whole("Not settled", |line| line.score.not_settled),
        whole("Targets", |line| line.score.targets),
        whole("Essential gaps", |line| line.score.essential_gaps),
        whole("Essential open", |line| line.score.essential_open),
        field(SheetColumn::figures("Weight"), weight),
    ]);
    fields
}
