//! Sheets without questions. Text that someone typed there is reported, since nobody would read it.

use std::collections::BTreeSet;

use super::fields::{DAY, LABEL, LAST, WORDS, stray, text, typed_over};
use super::reading::Reading;
use crate::departments::form::words;
use crate::workbook::read::{CellValue, Grid};

pub fn read_sheet(reading: &mut Reading<'_>, grid: &Grid) {
    let has = |label: &str| row_of(grid, label).is_some();
    if words::OPENING.into_iter().chain([words::FILLED]).any(has) {
        first(reading, grid);
    } else if has(words::TERMS) {
        terms(reading, grid);
    } else if let Some((at, _)) = grid.cells.first_key_value() {
        let is_title = |row| {
            let title = text(grid, (row, LABEL));
            reading.checklist.sections.iter().any(|section| title == Some(section.title.as_str()))
        };
        if [words::ANSWER, words::FIGURE, words::NOTE].into_iter().any(has) {
            let message = "the ids of the questions on this sheet are gone, so that nobody can say what belongs to which";
            reading.mistake(grid, *at, message, "copy the answers into a fresh form");
        } else if let Some(title) = [0, 1].into_iter().find(|row| is_title(*row)) {
            // All its questions were deleted; they are reported by title.
            stray(reading, grid, 0..title + 1, WORDS..u32::MAX);
            stray(reading, grid, title + 1..u32::MAX, LABEL..u32::MAX);
        } else {
            let message = "this sheet did not go out with the form, and nobody would read it";
            reading.mistake(grid, *at, message, "move what it says into the notes, and delete the sheet");
        }
    }
}

/// On the first sheet only the name, the date and the force are filled in.
fn first(reading: &mut Reading<'_>, grid: &Grid) {
    let labels = words::OPENING.into_iter().chain([words::SHEETS, words::FILLED]);
    let begins = labels
        .filter_map(|label| row_of(grid, label))
        .min()
        .expect("the first sheet is known by these labels");
    let ends = row_of(grid, words::FORM).unwrap_or(u32::MAX);
    let known = [
        words::SHEETS,
        words::FILLED,
        words::FORCE,
        words::DATE,
        words::CHECKLIST,
        words::EDITION,
        words::FORM,
    ];
    let is_printed =
        |text: &str| [words::ONCE, words::WAY_BACK].contains(&text) || text.starts_with(words::EXACT);
    for row in rows(grid) {
        let from = match text(grid, (row, LABEL)) {
            // The marking and the title.
            _ if row < begins => WORDS,
            _ if row > ends => LABEL,
            Some(words::FILLED) => LAST,
            Some(label) if known.contains(&label) || words::OPENING.contains(&label) => DAY,
            None if text(grid, (row, WORDS)).is_some_and(is_printed) => DAY,
            _ => LABEL,
        };
        stray(reading, grid, row..row + 1, from..u32::MAX);
    }
}

/// The terms. A meaning that today's checklist does not have may come from another wording of it.
fn terms(reading: &mut Reading<'_>, grid: &Grid) {
    let checklist = reading.checklist;
    let title = row_of(grid, words::TERMS).expect("the sheet is known by its title");
    for row in rows(grid) {
        let (term, means) = (text(grid, (row, LABEL)), text(grid, (row, WORDS)));
        let is_printed = checklist.terms.iter().any(|term| means == Some(term.means.as_str()));
        let from = match (term, means) {
            _ if row <= title => WORDS,
            (Some(_), Some(_)) => DAY,
            _ => LABEL,
        };
        stray(reading, grid, row..row + 1, from..u32::MAX);
        if from == DAY && !is_printed {
            typed_over(reading, grid, (row, WORDS));
        }
    }
}

fn rows(grid: &Grid) -> BTreeSet<u32> {
    grid.cells.keys().map(|(row, _)| *row).collect()
}

fn row_of(grid: &Grid, label: &str) -> Option<u32> {
    let is_it = |held: &CellValue| matches!(held, CellValue::Text(text) if text == label);
    grid.cells.iter().find(|((_, column), held)| *column == LABEL && is_it(held)).map(|(at, _)| at.0)
}
