//! The rows of a question that are filled in, by their labels; whatever stands elsewhere was typed by somebody, and is told.

use super::mistakes::shown;
use std::ops::Range;

use super::reading::Reading;
use crate::checklist::{Level, Question};
use crate::departments::form::{values, words};
use crate::text::dates::parse_date;
use crate::workbook::read::{CellValue, Grid, cell_name};

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
        Some(CellValue::Text(text)) => Some(text),
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
    let shows_last_time = rows.clone().any(|row| is_bar(grid, row) && is_of_last_time(grid, row));
    let mut fields: Vec<Field> = Vec::new();
    for row in rows {
        let label = text(grid, (row, LABEL)).unwrap_or_default();
        let mut beyond = LAST;
        if let Some(label) = labels.iter().find(|each| **each == label) {
            if *label != words::EVIDENCE && fields.iter().any(|field| field.label == *label) {
                let message = format!("there is a second row \"{label}\" for one question");
                reading.mistake(grid, (row, LABEL), message, "delete the one that is not meant");
            }
            fields.push(Field { label, row });
            beyond = if shows_last_time { LAST + 1 } else { LAST };
            if [words::ANSWER, words::FIGURE].contains(label) {
                beside_answer(reading, grid, row, question);
            } else if *label == words::NOTE {
                stray(reading, grid, row..row + 1, DAY..LAST);
            }
        } else if let Some(text) = printed(grid, row, question) {
            beyond = if is_of_last_time(grid, row) { LAST + 1 } else { LAST };
            stray(reading, grid, row..row + 1, DAY..LAST);
            if !is_as_printed(grid, (row, WORDS), &text) {
                typed_over(reading, grid, (row, WORDS));
            }
        } else {
            stray(reading, grid, row..row + 1, LABEL..LAST);
        }
        stray(reading, grid, row..row + 1, beyond..u32::MAX);
    }
    fields
}

/// Whether a row is the bar above a question, with its number.
fn is_bar(grid: &Grid, row: u32) -> bool {
    match grid.cells.get(&(row, LABEL)) {
        Some(CellValue::Number(_)) => true,
        Some(CellValue::Text(text)) => text.parse::<u32>().is_ok(),
        _ => false,
    }
}

/// Whether the heading of last time's answers was printed on a row.
fn is_of_last_time(grid: &Grid, row: u32) -> bool {
    text(grid, (row, LAST))
        .and_then(|text| text.strip_prefix(words::LAST_TIME))
        .and_then(parse_date)
        .is_some()
}

/// What was printed behind the label of a row that is not filled in; `None` where no such row was.
fn printed(grid: &Grid, row: u32, question: &Question) -> Option<String> {
    let level = |label| Level::ALL.into_iter().find(|level| question.level_names().name(*level) == label);
    match text(grid, (row, LABEL)) {
        _ if is_bar(grid, row) => Some(question.title.clone()),
        Some(words::QUESTION) => Some(question.ask.clone()),
        Some(words::WHY) => question.why.clone(),
        Some(words::WHAT_SHOWS) => Some(question.evidence.join("; ")),
        Some(label) => {
            question.scale().zip(level(label)).map(|(scale, level)| scale.description_in_full(level))
        }
        None => None,
    }
}

/// Whether a cell is blank or says what was printed in it.
fn is_as_printed(grid: &Grid, at: (u32, u32), printed: &str) -> bool {
    let same = |text: &str| text.split_whitespace().eq(printed.split_whitespace());
    grid.cells.get(&at).is_none_or(|held| matches!(held, CellValue::Text(text) if same(text)))
}

/// Tells of words that stand where others were printed: somebody's, or those of a checklist that was worded otherwise.
pub fn typed_over(reading: &mut Reading<'_>, grid: &Grid, at: (u32, u32)) {
    let Some(held) = grid.cells.get(&at) else { return };
    reading.remarks.push(format!(
        "{}, {}: \"{}\" stands where something else was printed, and was not read",
        shown(&grid.name),
        cell_name(at),
        held.shortened()
    ));
}

/// Notes what stands beside the cell for the answer; where that is empty, it may be the answer itself.
fn beside_answer(reading: &mut Reading<'_>, grid: &Grid, row: u32, question: &Question) {
    let is_open = !grid.cells.contains_key(&(row, WORDS));
    match grid.cells.get(&(row, DAY)) {
        Some(held) if is_open && values::value(held, question).is_ok() => {
            let message = format!("\"{}\" stands beside the cell for the answer", held.shortened());
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
                held.shortened()
            );
            reading.mistake(grid, *at, message, "move it into a note, or delete it");
        }
    }
}
