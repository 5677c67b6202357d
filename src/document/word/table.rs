//! Draws a table as wide as the page, with columns to fit their contents.

use maud::{Markup, html};

use super::page;
use super::xml::{keep_next, paragraph_with, run};
use crate::document::{Column, Table};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowHeight {
    FitText,
    /// Room to sign by hand.
    Signature,
}

// In twentieths of a point, Word's unit: 1 cm is 567.
const SIGNATURE_HEIGHT: usize = 964;
const CHARACTER: usize = 106;
const CHARACTER_IN_BOLD: usize = 120;
const PADDING: usize = 170;
const NARROWEST: usize = 480;
/// A cell with more characters than this is wrapped and gets no more room.
const LONGEST_LINE: usize = 60;
/// A table of at most this many rows is kept on one page.
const KEPT_TOGETHER: usize = 16;

/// The heading is repeated on every page, and no row is split across pages.
pub fn draw(table: &Table, height: RowHeight) -> Markup {
    let widths = widths(table);
    let together = table.rows.len() <= KEPT_TOGETHER;
    let height = html! {
        @if height == RowHeight::Signature { w:trHeight w:val=(SIGNATURE_HEIGHT) w:hRule="atLeast" {} }
    };
    html! {
        w:tbl {
            w:tblPr {
                w:tblStyle w:val="Findings" {}
                w:tblW w:w=(page::TEXT_WIDTH) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"
                    w:noHBand="1" w:noVBand="1" {}
            }
            w:tblGrid {
                @for width in &widths { w:gridCol w:w=(width) {} }
            }
            (header(table, &widths))
            @for (at, row) in table.rows.iter().enumerate() {
                w:tr {
                    w:trPr { w:cantSplit {} (height) }
                    @for ((column, width), text) in table.columns.iter().zip(&widths).zip(row) {
                        @let style = if column.figures { "TableFigures" } else { "TableText" };
                        (cell(*width, style, &keep_next(together && at + 1 < table.rows.len()), text))
                    }
                }
            }
        }
        // Word joins two tables that touch, and a document must end with a paragraph.
        (paragraph_with("AfterTable", &Markup::default(), &Markup::default()))
    }
}

fn header(table: &Table, widths: &[usize]) -> Markup {
    html! {
        w:tr {
            w:trPr { w:cantSplit {} w:tblHeader {} }
            @for (column, width) in table.columns.iter().zip(widths) {
                @let style = if column.figures { "TableHeadingFigures" } else { "TableHeading" };
                (cell(*width, style, &Markup::default(), &column.title))
            }
        }
    }
}

fn cell(width: usize, style: &str, properties: &Markup, text: &str) -> Markup {
    html! {
        w:tc {
            w:tcPr { w:tcW w:w=(width) w:type="dxa" {} }
            (paragraph_with(style, properties, &run(text)))
        }
    }
}

/// The widths that a column needs, in twentieths of a point.
struct Need {
    /// No word or figure is broken.
    least: usize,
    /// No line is wrapped.
    full: usize,
    figures: bool,
    /// To be filled in by hand.
    blank: bool,
}

/// The widths of the columns, which add up to the width of the page. Columns of words share what figures leave.
fn widths(table: &Table) -> Vec<usize> {
    let needs: Vec<Need> =
        table.columns.iter().enumerate().map(|(at, column)| need(column, cells(table, at))).collect();
    let least: usize = needs.iter().map(|need| need.least).sum();
    let full: usize = needs.iter().map(|need| need.full).sum();
    let mut widths: Vec<usize> = if full <= page::TEXT_WIDTH {
        with_room_to_spare(&needs, page::TEXT_WIDTH - full)
    } else if least <= page::TEXT_WIDTH {
        let spare = page::TEXT_WIDTH - least;
        needs.iter().map(|need| need.least + spare * (need.full - need.least) / (full - least)).collect()
    } else {
        needs.iter().map(|need| need.least * page::TEXT_WIDTH / least).collect()
    };
    let rounded_off = page::TEXT_WIDTH.saturating_sub(widths.iter().sum());
    if let Some(first) = widths.first_mut() {
        *first += rounded_off;
    }
    widths
}

/// Blank columns share the spare room; without any, columns of words do.
fn with_room_to_spare(needs: &[Need], spare: usize) -> Vec<usize> {
    let any_blank = needs.iter().any(|need| need.blank);
    let takes_more = |need: &&Need| if any_blank { need.blank } else { !need.figures };
    let more = spare / needs.iter().filter(takes_more).count().max(1);
    needs.iter().map(|need| need.full + if takes_more(&need) { more } else { 0 }).collect()
}

fn cells(table: &Table, at: usize) -> impl Iterator<Item = &str> {
    table.rows.iter().filter_map(move |row| row.get(at)).map(String::as_str)
}

fn need<'a>(column: &'a Column, cells: impl Iterator<Item = &'a str>) -> Need {
    let title = column.title.as_str();
    let (mut least_cell, mut longest_line) = (0, 0);
    for cell in cells {
        let line = longest(cell.lines());
        longest_line = longest_line.max(line);
        least_cell = least_cell.max(if column.figures { line } else { longest(cell.split_whitespace()) });
    }
    let least = wide(least_cell, CHARACTER).max(wide(longest(title.split_whitespace()), CHARACTER_IN_BOLD));
    // The heading of a column of figures may be wrapped.
    let full = wide(longest_line, CHARACTER).max(wide(longest(title.lines()), CHARACTER_IN_BOLD));
    let full = if column.figures { least } else { full };
    Need { least, full, figures: column.figures, blank: longest_line == 0 }
}

fn wide(characters: usize, of: usize) -> usize {
    (characters.min(LONGEST_LINE) * of + PADDING).max(NARROWEST)
}

fn longest<'a>(pieces: impl Iterator<Item = &'a str>) -> usize {
    pieces.map(|piece| piece.chars().count()).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: Vec<Column>, row: &[&str]) -> Table {
        Table { columns, rows: vec![row.iter().map(|cell| (*cell).to_owned()).collect()] }
    }

    fn words_then_figures(figures: usize) -> Vec<Column> {
        std::iter::once(Column::words("Question"))
            .chain((0..figures).map(|at| Column::figures(at.to_string())))
            .collect()
    }

    #[test]
    fn columns_fill_the_page_and_figures_stay_narrow() {
        let row = ["A question of many words", "1", "2", "3", "?", "-", "0", "7", "-"];
        let widths = widths(&table(words_then_figures(8), &row));
        assert_eq!(widths.iter().sum::<usize>(), page::TEXT_WIDTH);
        assert_eq!(widths[1..], [NARROWEST; 8]);
    }

    #[test]
    fn more_than_the_page_can_hold_is_still_no_wider() {
        let widths = widths(&table(words_then_figures(3), &["a", &"1".repeat(70), &"2".repeat(70), "3"]));
        assert_eq!(widths.iter().sum::<usize>(), page::TEXT_WIDTH);
        assert_eq!(super::widths(&table(Vec::new(), &[])), Vec::<usize>::new());
    }

    #[test]
    fn what_is_to_be_filled_in_shares_the_page() {
        let columns = ["", "Name", "Signature"].map(Column::words).to_vec();
        let widths = widths(&table(columns, &["Assessor", "", ""]));
        assert!(widths[0] < page::TEXT_WIDTH / 8, "{widths:?}");
        assert!(widths[1..].iter().all(|width| *width > page::TEXT_WIDTH / 3), "{widths:?}");
    }
}
