//! The sheets beside those of the sections: what somebody typed there is told, since nobody would read it.

use super::Reading;
use super::fields::{DAY, LABEL, LAST, WORDS, stray, text};
use crate::form::words;
use crate::workbook::read::{Grid, Held};

/// Looks at a sheet on which no question has its id.
pub fn read_sheet(reading: &mut Reading<'_>, grid: &Grid) {
    let has = |label: &str| row_of(grid, label).is_some();
    if [words::FILLED, words::OPENING[0]].into_iter().any(has) {
        first(reading, grid);
    } else if has(words::TERMS) {
        terms(reading, grid);
    } else if let Some((at, _)) = grid.cells.first_key_value() {
        let is_title = |text: &str| reading.checklist.sections.iter().any(|section| section.title == text);
        let is_of_section =
            grid.cells.values().any(|held| matches!(held, Held::Text(text) if is_title(text)));
        if [words::ANSWER, words::FIGURE, words::NOTE].into_iter().any(has) {
            let message = "the ids of the questions on this sheet are gone, so that nobody can say what belongs to which";
            reading.mistake(grid, *at, message, "copy the answers into a fresh form");
        } else if !is_of_section {
            let message = "this sheet did not go out with the form, and nobody would read it";
            reading.mistake(grid, *at, message, "move what it says into the notes, and delete the sheet");
        }
    }
}

/// The sheet to be read first: but for who filled the form in, and for which force, nothing is asked there.
fn first(reading: &mut Reading<'_>, grid: &Grid) {
    let begins = row_of(grid, words::OPENING[0]).unwrap_or_default();
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
    let rows: Vec<u32> = grid.cells.keys().map(|(row, _)| *row).collect();
    for row in rows.into_iter().collect::<std::collections::BTreeSet<_>>() {
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

/// The sheet that says what words mean.
fn terms(reading: &mut Reading<'_>, grid: &Grid) {
    let checklist = reading.checklist;
    let is_term = |row| {
        let means = text(grid, (row, WORDS));
        checklist.terms.iter().any(|term| means == Some(term.means.as_str()))
    };
    let title = row_of(grid, words::TERMS).unwrap_or_default();
    let rows: Vec<u32> = grid.cells.keys().map(|(row, _)| *row).collect();
    for row in rows.into_iter().collect::<std::collections::BTreeSet<_>>() {
        let from = if row <= title {
            WORDS
        } else if is_term(row) {
            DAY
        } else {
            LABEL
        };
        stray(reading, grid, row..row + 1, from..u32::MAX);
    }
}

fn row_of(grid: &Grid, label: &str) -> Option<u32> {
    let is_it = |held: &Held| matches!(held, Held::Text(text) if text == label);
    grid.cells.iter().find(|((_, column), held)| *column == LABEL && is_it(held)).map(|(at, _)| at.0)
}
