//! A document drawn for a terminal: plain text, wrapped, nothing wider than asked for.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use textwrap::{Options, WordSplitter};

use crate::document::{Block, Document, Fact, Grid, Table};

/// The width of a terminal that does not say its own, in columns.
pub const WIDTH: usize = 80;

/// The narrowest that a document is drawn, in columns.
pub const NARROWEST: usize = 20;

/// Rules under the header only; columns stand apart by space.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('-').junction('-'));

/// Draws a document no wider than `width` columns.
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

/// Draws blocks alone, without title and marking.
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
        Block::Facts(facts) => facts_under_one_another(facts, "", width),
        Block::Entry { title, facts, .. } => {
            let facts = facts_under_one_another(facts, "  ", width);
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

/// Each fact as `label: text`, the text of all of them beginning in one column.
fn facts_under_one_another(facts: &[Fact], indent: &str, width: usize) -> String {
    let label_width = facts.iter().map(|fact| fact.label.chars().count() + 2).max().unwrap_or_default();
    let label_width = label_width.min(width / 3);
    let lines = facts.iter().map(|fact| {
        let label = format!("{indent}{:label_width$}", format!("{}:", fact.label));
        let label = if label.ends_with(' ') { label } else { format!("{label} ") };
        hanging_by(&fact.text, &label, indent.len() + label_width, width)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Text behind a bullet, its further lines indented as wide as the bullet.
pub fn hanging(text: &str, bullet: &str, width: usize) -> String {
    hanging_by(text, bullet, bullet.len(), width)
}

fn hanging_by(text: &str, first: &str, indent: usize, width: usize) -> String {
    let indent = " ".repeat(indent);
    textwrap::fill(&without_tabs(text), options(width).initial_indent(first).subsequent_indent(&indent))
}

/// Text wrapped at words, a word that is too long for a line broken.
pub fn wrapped(text: &str, indent: &str, width: usize) -> String {
    textwrap::fill(&without_tabs(text), options(width).initial_indent(indent).subsequent_indent(indent))
}

/// A tab is as wide as the terminal likes, so that no width could be kept to.
fn without_tabs(text: &str) -> String {
    text.replace('\t', "    ")
}

fn options(width: usize) -> Options<'static> {
    Options::new(width).word_splitter(WordSplitter::NoHyphenation)
}

/// How wide a question is beside its marks, and how wide a mark with the space before it.
const QUESTION: usize = 32;
const MARK: usize = 6;

/// A grid as tables that fit, each under the letters of its columns.
fn draw_grid(grid: &Grid, width: usize) -> String {
    let tables = grid.lettered(width.saturating_sub(QUESTION) / MARK);
    let drawn = tables
        .iter()
        .map(|part| format!("{}\n\n{}", wrapped(&part.letters, "", width), draw_table(&part.table, width)));
    drawn.collect::<Vec<_>>().join("\n\n")
}

/// How far a column stands from the next: spaces that belong to it, and one between the two.
const GAP: u16 = 2;

/// A table whose cells would run over more lines than this is drawn as records.
const TALLEST: usize = 6;

/// A table, or where its texts are too long for its columns a record for each of its rows.
fn draw_table(table: &Table, width: usize) -> String {
    if tallest(table, width) > TALLEST { records(table, width) } else { columns(table, width) }
}

/// How many lines the longest text would have at least, were the columns of words all of one width.
fn tallest(table: &Table, width: usize) -> usize {
    let is_words = |at: usize| table.columns.get(at).is_some_and(|column| !column.figures);
    let figures: usize =
        (0..table.columns.len()).filter(|at| !is_words(*at)).map(|at| usize::from(needed(table, at))).sum();
    let words = (0..table.columns.len()).filter(|at| is_words(*at)).count();
    let column = (width.saturating_sub(figures) / words.max(1)).max(1);
    let cells = table.rows.iter().flat_map(|row| row.iter().enumerate()).filter(|(at, _)| is_words(*at));
    cells.map(|(_, cell)| textwrap::core::display_width(cell) / column).max().unwrap_or_default()
}

/// Each row under its first cell, the others behind the names of their columns.
fn records(table: &Table, width: usize) -> String {
    let record = |row: &Vec<String>| {
        let mut cells = table.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let title = cells.next().map(|(_, cell)| wrapped(cell, "", width)).unwrap_or_default();
        let facts: Vec<Fact> = cells.map(|(column, cell)| Fact::new(&column.title, cell)).collect();
        format!("{title}\n{}", facts_under_one_another(&facts, "  ", width))
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
    // Where there is room for it, every word stays whole.
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

/// The width that a column needs for its longest word to stay whole, with the gap behind it.
fn needed(table: &Table, at: usize) -> u16 {
    let longest =
        |text: &str| text.split_whitespace().map(textwrap::core::display_width).max().unwrap_or_default();
    let title = table.columns.get(at).map(|column| column.title.as_str());
    let cells = table.rows.iter().filter_map(|row| row.get(at)).map(String::as_str);
    let word = title.into_iter().chain(cells).map(longest).max().unwrap_or_default();
    u16::try_from(word).unwrap_or(u16::MAX).saturating_add(gap(table, at))
}
