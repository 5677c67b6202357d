//! The rows of a question that are filled in, by their labels; whatever stands elsewhere was typed by somebody, and is told.

use std::ops::Range;

use super::Reading;
use crate::checklist::{Level, Question};
use crate::form::{values, words};
use crate::workbook::read::{Grid, Held, cell_name};

/// The columns of a form: labels, what is filled in, its day, and last time's answer.
pub const LABEL: u32 = 0;
pub const WORDS: u32 = 1;
pub const DAY: u32 = 2;
pub const LAST: u32 = 3;

/// A row that is filled in.
pub struct Field {
    pub label: &'static str,
    pub row: u32,
}

pub fn text(grid: &Grid, at: (u32, u32)) -> Option<&str> {
    match grid.cells.get(&at) {
        Some(Held::Text(text)) => Some(text),
        _ => None,
    }
}

/// The labels of a question, in their order.
pub fn labels(question: &Question) -> Vec<&'static str> {
    let value: &[&str] = match question.count() {
        None => &[words::ANSWER],
        Some(_) => &[words::FIGURE, words::FROM, words::TO],
    };
    value.iter().copied().chain([words::NOTE, words::EVIDENCE, words::SIGNED]).collect()
}

/// The rows that are filled in. Whatever stands elsewhere was typed by somebody, and is noted.
pub fn fields(reading: &mut Reading<'_>, grid: &Grid, rows: Range<u32>, question: &Question) -> Vec<Field> {
    let labels = labels(question);
    let names = Level::ALL.map(|level| question.level_names().of(level));
    let beyond = if shows_last_time(grid) { LAST + 1 } else { LAST };
    let mut fields: Vec<Field> = Vec::new();
    for row in rows {
        let label = text(grid, (row, LABEL)).unwrap_or_default();
        let is_number = matches!(grid.cells.get(&(row, LABEL)), Some(Held::Number(_)));
        let is_printed =
            label.parse::<u32>().is_ok() || words::GUIDES.contains(&label) || names.contains(&label);
        if let Some(label) = labels.iter().find(|each| **each == label) {
            if *label != words::EVIDENCE && fields.iter().any(|field| field.label == *label) {
                let message = format!("there is a second row \"{label}\" for one question");
                reading.mistake(grid, (row, LABEL), message, "delete the one that is not meant");
            }
            fields.push(Field { label, row });
            if [words::ANSWER, words::FIGURE].contains(label) {
                beside_answer(reading, grid, row, question);
            } else if *label == words::NOTE {
                stray(reading, grid, row..row + 1, DAY..LAST);
            }
        } else if is_number || is_printed {
            stray(reading, grid, row..row + 1, DAY..LAST);
        } else {
            stray(reading, grid, row..row + 1, LABEL..LAST);
        }
        stray(reading, grid, row..row + 1, beyond..u32::MAX);
    }
    fields
}

/// Whether last time's answers were printed on a sheet, in a column of their own.
fn shows_last_time(grid: &Grid) -> bool {
    let is_head = |held: &Held| matches!(held, Held::Text(text) if text.starts_with(words::LAST_TIME));
    grid.cells.iter().any(|((_, column), held)| *column == LAST && is_head(held))
}

/// Notes what stands beside the cell for the answer; where that is empty, it may be the answer itself.
fn beside_answer(reading: &mut Reading<'_>, grid: &Grid, row: u32, question: &Question) {
    let is_open = !grid.cells.contains_key(&(row, WORDS));
    match grid.cells.get(&(row, DAY)) {
        Some(held) if is_open && values::value(held, question).is_ok() => {
            let message = format!("\"{}\" stands beside the cell for the answer", held.shown());
            reading.mistake(grid, (row, DAY), message, format!("move it into {}", cell_name((row, WORDS))));
        }
        _ => stray(reading, grid, row..row + 1, DAY..LAST),
    }
}

/// Notes what stands where nothing belongs.
pub fn stray(reading: &mut Reading<'_>, grid: &Grid, rows: Range<u32>, columns: Range<u32>) {
    for (at, held) in grid.cells.range((rows.start, 0)..(rows.end, 0)) {
        if columns.contains(&at.1) {
            let message = format!(
                "\"{}\" stands outside the cells to fill in, where nobody would read it",
                held.shown()
            );
            reading.mistake(grid, *at, message, "move it into a note, or delete it");
        }
    }
}
