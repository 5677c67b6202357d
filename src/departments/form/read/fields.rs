//! Finds the rows of a question to fill in by their labels. Text anywhere else is reported.

use super::mistakes::shown;
use std::ops::Range;

use super::reading::Reading;
use crate::checklist::{Level, Question};
use crate::departments::form::{values, words};
use crate::text::dates::parse_date;
use crate::workbook::read::{CellValue, Grid, cell_name};

/// Columns of a form: label, answer, date, and last year's answer.
pub const LABEL: u32 = 0;
pub const WORDS: u32 = 1;
pub const DAY: u32 = 2;
pub const LAST: u32 = 3;

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

pub fn labels(question: &Question) -> Vec<&'static str> {
    let value: &[&str] = match question.count() {
        None => &[words::ANSWER],
        Some(_) => &[words::FIGURE, words::FROM, words::TO],
    };
    value.iter().copied().chain([words::NOTE, words::EVIDENCE, words::SIGNED]).collect()
}

/// The rows to fill in. Text anywhere else is recorded as a mistake.
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

fn is_of_last_time(grid: &Grid, row: u32) -> bool {
    text(grid, (row, LAST))
        .and_then(|text| text.strip_prefix(words::LAST_TIME))
        .and_then(parse_date)
        .is_some()
}

/// The text printed after the label of a row that is not filled in; `None` if there is no such row.
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

/// Whether a cell is blank or still has its printed text.
fn is_as_printed(grid: &Grid, at: (u32, u32), printed: &str) -> bool {
    let same = |text: &str| text.split_whitespace().eq(printed.split_whitespace());
    grid.cells.get(&at).is_none_or(|held| matches!(held, CellValue::Text(text) if same(text)))
}

/// Reports text in place of printed text: typed by someone, or from another wording of the checklist.
pub fn typed_over(reading: &mut Reading<'_>, grid: &Grid, at: (u32, u32)) {
    let Some(held) = grid.cells.get(&at) else { return };
    reading.remarks.push(format!(
        "{}, {}: \"{}\" stands where something else was printed, and was not read",
        shown(&grid.name),
        cell_name(at),
        held.shortened()
    ));
}

/// Reports text next to the answer's cell, which may be the answer itself.
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
