//! Draws a document for a terminal: plain text, wrapped to a width.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use textwrap::{Options, WordSplitter};

use crate::document::{Block, Document, Fact, Grid, Table};

/// The width in columns if the terminal does not report its own.
pub const WIDTH: usize = 80;

/// A document is never drawn narrower than this, in columns.
pub const NARROWEST: usize = 20;

/// A rule under the header, and spaces between columns.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('-').junction('-'));

pub fn draw(document: &Document, width: usize) -> String {
    let width = width.max(NARROWEST);
    let mut text = String::new();
    if let Some(marking) = &document.marking {
        push(&mut text, &format!("{}\n", wrapped(marking, "", width)));
    }
    push(&mut text, &underlined(&document.title, '=', width));
    for block in
        document.blocks.iter().map(|block| draw_block(block, width)).filter(|block| !block.is_empty())
    {
        text.push('\n');
        push(&mut text, &block);
    }
    if let Some(marking) = &document.marking {
        text.push('\n');
        push(&mut text, &wrapped(marking, "", width));
    }
    text
}

/// Draws blocks without title and marking.
pub fn draw_blocks(blocks: &[Block], width: usize) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        push(&mut text, draw_block(block, width).trim_start_matches('\n'));
    }
    text
}

fn draw_block(block: &Block, width: usize) -> String {
    match block {
        Block::Chapter(title) => format!("\n{}", underlined(&title.to_uppercase(), '-', width)),
        Block::Part(title) => underlined(title, '-', width),
        Block::Paragraph(text) => wrapped(text, "", width),
        Block::List(points) => {
            points.iter().map(|point| hanging(&point.text, "- ", width)).collect::<Vec<_>>().join("\n")
        }
        Block::Facts(facts) => aligned_facts(facts, "", width),
        Block::Entry { title, facts, .. } => {
            let facts = aligned_facts(facts, "  ", width);
            format!("{}\n{facts}", wrapped(title, "", width))
        }
        Block::Numbered { number, text } => hanging(text, &format!("{number:<5}"), width),
        Block::Table(table) => draw_table(table, width),
        Block::Grid(grid) => draw_grid(grid, width),
        Block::Figure(figure) => {
            figure.table.as_ref().map(|table| draw_table(table, width)).unwrap_or_default()
        }
    }
}

fn push(text: &mut String, piece: &str) {
    for line in piece.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

fn underlined(title: &str, rule: char, width: usize) -> String {
    let lines = wrapped(title, "", width);
    let longest = lines.lines().map(textwrap::core::display_width).max().unwrap_or_default();
    format!("{lines}\n{}", rule.to_string().repeat(longest))
}

/// Each fact as `label: text`, with the texts aligned.
fn aligned_facts(facts: &[Fact], indent: &str, width: usize) -> String {
    let label_width = facts.iter().map(|fact| fact.label.chars().count() + 2).max().unwrap_or_default();
    let label_width = label_width.min(width / 3);
    let lines = facts.iter().map(|fact| {
        let label = format!("{indent}{:label_width$}", format!("{}:", fact.label));
        let label = if label.ends_with(' ') { label } else { format!("{label} ") };
        hanging_by(&fact.text, &label, indent.len() + label_width, width)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Text after a bullet, with further lines indented to match.
pub fn hanging(text: &str, bullet: &str, width: usize) -> String {
    hanging_by(text, bullet, bullet.len(), width)
}

fn hanging_by(text: &str, first: &str, indent: usize, width: usize) -> String {
    let indent = " ".repeat(indent);
    textwrap::fill(&without_tabs(text), options(width).initial_indent(first).subsequent_indent(&indent))
}

/// Wraps text at words; a word that is too long for a line is broken.
pub fn wrapped(text: &str, indent: &str, width: usize) -> String {
    textwrap::fill(&without_tabs(text), options(width).initial_indent(indent).subsequent_indent(indent))
}

/// Terminals differ in the width of a tab.
fn without_tabs(text: &str) -> String {
    text.replace('\t', "    ")
}

fn options(width: usize) -> Options<'static> {
    Options::new(width).word_splitter(WordSplitter::NoHyphenation)
}

/// The widths of a question in a grid, and of a mark with the space before it.
const QUESTION: usize = 32;
const MARK: usize = 6;

fn draw_grid(grid: &Grid, width: usize) -> String {
    let tables = grid.lettered(width.saturating_sub(QUESTION) / MARK);
    let drawn = tables
        .iter()
        .map(|part| format!("{}\n\n{}", wrapped(&part.letters, "", width), draw_table(&part.table, width)));
    drawn.collect::<Vec<_>>().join("\n\n")
}

/// Spaces after each column but the last, besides the one that comfy-table puts between columns.
const GAP: u16 = 2;

/// A table with a cell of more lines than this is drawn as records.
const TALLEST: usize = 6;

fn draw_table(table: &Table, width: usize) -> String {
    if tallest(table, width) > TALLEST { records(table, width) } else { columns(table, width) }
}

/// Roughly how many lines the longest text needs, if all columns of words are equally wide.
fn tallest(table: &Table, width: usize) -> usize {
    let is_words = |at: usize| table.columns.get(at).is_some_and(|column| !column.figures);
    let figures: usize =
        (0..table.columns.len()).filter(|at| !is_words(*at)).map(|at| usize::from(needed(table, at))).sum();
    let words = (0..table.columns.len()).filter(|at| is_words(*at)).count();
    let column = (width.saturating_sub(figures) / words.max(1)).max(1);
    let cells = table.rows.iter().flat_map(|row| row.iter().enumerate()).filter(|(at, _)| is_words(*at));
    cells.map(|(_, cell)| textwrap::core::display_width(cell) / column).max().unwrap_or_default()
}

/// Each row under its first cell, with the other cells as facts.
fn records(table: &Table, width: usize) -> String {
    let record = |row: &Vec<String>| {
        let mut cells = table.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let title = cells.next().map(|(_, cell)| wrapped(cell, "", width)).unwrap_or_default();
        let facts: Vec<Fact> = cells.map(|(column, cell)| Fact::new(&column.title, cell)).collect();
        format!("{title}\n{}", aligned_facts(&facts, "  ", width))
    };
    table.rows.iter().map(record).collect::<Vec<_>>().join("\n\n")
}

fn columns(table: &Table, width: usize) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(STYLE);
    drawn.set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    drawn.set_header(table.columns.iter().map(|column| column.title.as_str()));
    for row in &table.rows {
        drawn.add_row(row.iter().map(|cell| without_tabs(cell)));
    }
    let needs: Vec<u16> = (0..table.columns.len()).map(|at| needed(table, at)).collect();
    // If there is room, no word is broken.
    let between = needs.len().saturating_sub(1);
    let fits = needs.iter().map(|needed| usize::from(*needed)).sum::<usize>() + between <= width;
    for (at, (column, drawn)) in table.columns.iter().zip(drawn.column_iter_mut()).enumerate() {
        drawn.set_padding((0, gap(table, at)));
        if fits && let Some(needed) = needs.get(at) {
            drawn.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(*needed)));
        }
        if column.figures {
            drawn.set_cell_alignment(CellAlignment::Right);
        }
    }
    drawn.to_string()
}

fn gap(table: &Table, at: usize) -> u16 {
    if at + 1 < table.columns.len() { GAP } else { 0 }
}

/// The width of a column's longest word, with the gap after it.
fn needed(table: &Table, at: usize) -> u16 {
    let longest =
        |text: &str| text.split_whitespace().map(textwrap::core::display_width).max().unwrap_or_default();
    let title = table.columns.get(at).map(|column| column.title.as_str());
    let cells = table.rows.iter().filter_map(|row| row.get(at)).map(String::as_str);
    let word = title.into_iter().chain(cells).map(longest).max().unwrap_or_default();
    u16::try_from(word).unwrap_or(u16::MAX).saturating_add(gap(table, at))
}
