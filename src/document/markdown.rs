//! Draws a document as Markdown (CommonMark with tables). Text is escaped, so nothing that was typed becomes markup.

use crate::document::{Block, Document, Fact, Grid, Table};

pub fn draw(document: &Document) -> String {
    let marking =
        document.marking.as_deref().map(|marking| format!("**{}**\n\n", with_line_ends(marking, "\\\n")));
    let marking = marking.unwrap_or_default();
    let mut text = format!("{marking}# {}\n", escaped(&document.title));
    for block in document.blocks.iter().map(draw_block).filter(|block| !block.is_empty()) {
        text.push('\n');
        text.push_str(&block);
        text.push('\n');
    }
    if !marking.is_empty() {
        text.push('\n');
        text.push_str(marking.trim_end());
        text.push('\n');
    }
    text
}

fn draw_block(block: &Block) -> String {
    match block {
        Block::Chapter(title) => format!("## {}", escaped(title)),
        Block::Part(title) => format!("### {}", escaped(title)),
        Block::Paragraph(text) => with_line_ends(text, "\\\n"),
        Block::List(points) => {
            lines(points.iter().map(|point| format!("- {}", with_line_ends(&point.text, "\\\n  "))))
        }
        Block::Facts(facts) => draw_facts(facts),
        Block::Entry { title, facts, .. } => format!("#### {}\n\n{}", escaped(title), draw_facts(facts)),
        Block::Numbered { number, text } => format!("**{number}** {}", with_line_ends(text, "\\\n")),
        Block::Table(table) => draw_table(table),
        Block::Grid(grid) => draw_grid(grid),
        Block::Figure(figure) => figure.table.as_ref().map(draw_table).unwrap_or_default(),
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn draw_facts(facts: &[Fact]) -> String {
    lines(
        facts
            .iter()
            .map(|fact| format!("- **{}:** {}", escaped(&fact.label), with_line_ends(&fact.text, "\\\n  "))),
    )
}

fn draw_table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let header = row(table.columns.iter().map(|column| escaped(&column.title)).collect());
    let rule =
        row(table.columns.iter().map(|column| if column.figures { "--:" } else { "---" }.into()).collect());
    let rows =
        table.rows.iter().map(|cells| row(cells.iter().map(|cell| with_line_ends(cell, "<br>")).collect()));
    lines([header, rule].into_iter().chain(rows))
}

/// The most columns of marks in a table.
const MARKS: usize = 15;

fn draw_grid(grid: &Grid) -> String {
    let tables = grid.lettered(MARKS);
    let drawn =
        tables.iter().map(|part| format!("{}\n\n{}", escaped(&part.letters), draw_table(&part.table)));
    drawn.collect::<Vec<_>>().join("\n\n")
}

fn with_line_ends(text: &str, line_end: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join(line_end)
}

/// Escapes every character that Markdown or HTML takes as markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut at_start = true;
    for (at, character) in text.trim().char_indices() {
        let starts_block = at_start && matches!(character, '#' | '+' | '-' | '=' | '>' | '~');
        let numbers_list = matches!(character, '.' | ')') && numbers_a_list(text.trim(), at);
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => escaped.extend(['\\', character]),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\n' => escaped.push(' '),
            _ if starts_block || numbers_list => escaped.extend(['\\', character]),
            other => escaped.push(other),
        }
        at_start = false;
    }
    // Many programs make a link of an address that is written out.
    escaped.replace("://", ":&#47;&#47;").replace("www.", "www&#46;").replace('@', "&#64;")
}

/// Whether a full stop or bracket at `end` would make the text before it the number of a list item.
fn numbers_a_list(text: &str, end: usize) -> bool {
    let number = text
        .get(..end)
        .is_some_and(|before| !before.is_empty() && before.chars().all(|c| c.is_ascii_digit()));
    let then_space =
        text.get(end + 1..).is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace));
    number && then_space
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_cannot_become_markup() {
        let cases = [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("# not a heading", "\\# not a heading"),
            ("- not a list", "\\- not a list"),
            ("1. not a list", "1\\. not a list"),
            ("a | b", "a \\| b"),
            ("*bold* and `code`", "\\*bold\\* and \\`code\\`"),
            ("![x](http://a.b)", "!\\[x\\](http:&#47;&#47;a.b)"),
            ("ann@kent.police.uk", "ann&#64;kent.police.uk"),
            ("up to 2.5 per cent", "up to 2.5 per cent"),
            ("48.5 of 100", "48.5 of 100"),
        ];
        for (typed, expected) in cases {
            assert_eq!(escaped(typed), expected);
        }
    }
}
