//! The sheet of texts that are too long for a row. Nothing is cut: the cell says where to read on, and there the whole text
//! takes as many rows as it needs. A cell holds 32,767 characters; a piece is far shorter.

use crate::workbook::{Cell, ColumnKind, Sheet, SheetBuilder, SheetColumn, fit};

const NAME: &str = "Long texts";

/// The width of the column with the text, in digits.
const WIDTH: f64 = 90.0;

/// A part of a text, and the cell that the text is from.
struct Piece {
    number: usize,
    sheet: String,
    row: String,
    column: String,
    part: usize,
    text: String,
}

/// Moves every text that is too long for its row to a last sheet, which is added if there is any.
pub fn move_long_texts(mut sheets: Vec<Sheet>) -> Vec<Sheet> {
    let (mut pieces, mut number) = (Vec::new(), 0);
    for sheet in &mut sheets {
        for row in &mut sheet.rows {
            let row_name = row_name(&sheet.columns, row);
            for (column, cell) in sheet.columns.iter().zip(row) {
                let Some(whole) = shorten(cell, column.width, number + 1) else { continue };
                number += 1;
                pieces.extend(parts(&whole).into_iter().map(|(part, text)| Piece {
                    number,
                    sheet: sheet.name.clone(),
                    row: row_name.clone(),
                    column: column.heading.clone(),
                    part,
                    text,
                }));
            }
        }
    }
    if !pieces.is_empty() {
        sheets.push(long_texts(&pieces));
    }
    sheets
}

/// Shortens a text that is too long for its cell, and returns the whole of it.
fn shorten(cell: &mut Cell, width: f64, number: usize) -> Option<String> {
    let Cell::Text(text) = cell else { return None };
    if fit::lines(text, width) <= fit::TALLEST {
        return None;
    }
    let goes_on = format!("\n… Whole on the sheet {NAME}, number {number}.");
    let beside = fit::TALLEST.saturating_sub(fit::lines(&goes_on, width));
    let beginning = fit::pieces(text, width, beside).first().copied().unwrap_or_default();
    let short = format!("{}{goes_on}", beginning.trim_end());
    Some(std::mem::replace(text, short))
}

fn parts(whole: &str) -> Vec<(usize, String)> {
    let pieces = fit::pieces(whole, WIDTH, fit::TALLEST);
    pieces.into_iter().enumerate().map(|(at, piece)| (at + 1, piece.to_owned())).collect()
}

/// The id in a row, or else its first words.
fn row_name(columns: &[SheetColumn], row: &[Cell]) -> String {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => Some(fit::shortened(text, 64)),
        _ => None,
    };
    let id = columns.iter().zip(row).find(|(column, _)| column.heading == "ID");
    id.and_then(|(_, cell)| text(cell)).or_else(|| row.iter().find_map(text)).unwrap_or_default()
}

fn long_texts(pieces: &[Piece]) -> Sheet {
    let mut sheet = SheetBuilder::new(NAME, 0, pieces);
    sheet
        .column("Number", 9.0, ColumnKind::Figures, |piece| piece.number)
        .words("Sheet", 18.0, |piece| &piece.sheet)
        .words("Of", 24.0, |piece| &piece.row)
        .words("Column", 16.0, |piece| &piece.column)
        .column("Part", 8.0, ColumnKind::Figures, |piece| piece.part)
        .words("Text", WIDTH, |piece| &piece.text);
    sheet.finish()
}
