//! Reads a section's sheet, question by question. Each question ends with its id.

use std::ops::Range;

use super::beside;
use super::fields::{Field, LABEL, WORDS, fields, labels, stray, text};
use super::given::given;
use super::mistakes::shown;
use super::place::{LeftOpen, Place};
use super::reading::Reading;
use crate::assessment::{Answer, Base, Fingerprint};
use crate::checklist::{Question, QuestionId};
use crate::departments::form::words;
use crate::workbook::read::{CellValue, Grid, cell_name};

pub fn code(held: &CellValue) -> Option<(QuestionId, Base)> {
    let CellValue::Text(text) = held else { return None };
    let parts: Vec<&str> = text.trim().split(" / ").collect();
    match parts.as_slice() {
        [id, "open"] => Some((QuestionId::new(id)?, Base::Open)),
        [id, answer, signature] => {
            let base =
                Base::Was { answer: Fingerprint::parse(answer)?, signature: Fingerprint::parse(signature)? };
            Some((QuestionId::new(id)?, base))
        }
        _ => None,
    }
}

pub fn read_sheet(reading: &mut Reading<'_>, grid: &Grid) {
    let codes: Vec<_> = grid.cells.iter().filter_map(|(at, held)| Some((*at, code(held)?))).collect();
    if codes.is_empty() {
        return beside::read_sheet(reading, grid);
    }
    let is_in_place = |at: &(u32, u32)| at.1 == WORDS && text(grid, (at.0, LABEL)) == Some(words::CODE);
    if let Some((at, _)) = codes.iter().find(|(at, _)| !is_in_place(at)) {
        let message =
            "columns were moved or put in, so that nobody can say which cell belongs to which label";
        let help = "take them out again, or copy the answers into a fresh form";
        return reading.mistake(grid, *at, message, help);
    }
    let mut from = head(reading, grid);
    stray(reading, grid, 0..from, WORDS..u32::MAX);
    for ((row, _), (id, base)) in codes {
        read_question(reading, grid, from..row, &id, base);
        from = row + 1;
    }
    stray(reading, grid, from..u32::MAX, LABEL..u32::MAX);
    for [first, last] in &grid.merged {
        let message = format!("the cells {}:{} were merged", cell_name(*first), cell_name(*last));
        reading.mistake(grid, *first, message, "take them apart again, and put each text into its own cell");
    }
}

/// The number of rows above the first question: the marking, if any, and the title.
fn head(reading: &Reading<'_>, grid: &Grid) -> u32 {
    let is_title = |row| {
        let text = text(grid, (row, LABEL));
        reading.checklist.sections.iter().any(|section| text == Some(section.title.as_str()))
    };
    if is_title(1) { 2 } else { 1 }
}

fn read_question(reading: &mut Reading<'_>, grid: &Grid, rows: Range<u32>, id: &QuestionId, base: Base) {
    let checklist = reading.checklist;
    let code_at = (rows.end, WORDS);
    let Some(question) = checklist.question(id.as_str()) else {
        let message = format!("the checklist has no question `{id}`");
        return reading.mistake(grid, code_at, message, "send a fresh form, and copy the answers into it");
    };
    let here = format!("{}, {}", grid.name, cell_name(code_at));
    if let Some(before) = reading.seen.insert(id.clone(), here) {
        let message = format!("the question `{id}` is on the form twice, also at {before}");
        return reading.mistake(grid, code_at, message, "delete one of the two");
    }
    note_renaming(reading, grid, question);
    let before = reading.mistakes.len();
    let fields = fields(reading, grid, rows.clone(), question);
    let is_there = |label: &&str| fields.iter().any(|field| field.label == *label);
    for missing in labels(question).into_iter().filter(|label| !is_there(label)) {
        let message = format!("the row \"{missing}\" of this question is gone, or stands below its ID");
        reading.mistake(grid, code_at, message, "put it back, or copy the answers into a fresh form");
    }
    let given = given(reading, grid, &fields, question);
    if reading.mistakes.len() > before {
        return;
    }
    match given.answer() {
        Err(said) => {
            let place = place(grid, rows, id);
            if base != Base::Open {
                reading.is_something_taken_out = true;
                let place = place.describe(reading.checklist);
                reading.remarks.push(format!(
                    "{place}: the answer that went out with the form was taken out of it; the answer in the file stays"
                ));
            }
            reading.open.push(LeftOpen { place, note: said.note, by: said.by, on: said.on });
        }
        Ok(answer) if Base::new(Some(&answer)) == base => reading.untouched += 1,
        Ok(answer) => sign(reading, grid, &fields, place(grid, rows, id), base, answer),
    }
}

/// Where a question is on the form, with the number on the bar above it.
fn place(grid: &Grid, rows: Range<u32>, id: &QuestionId) -> Place {
    let number = rows.into_iter().find_map(|row| text(grid, (row, LABEL))?.parse().ok());
    Place { sheet: grid.name.clone(), number, question: id.clone() }
}

/// Reports a renamed sheet. It is read all the same, by the ids on it.
fn note_renaming(reading: &mut Reading<'_>, grid: &Grid, question: &Question) {
    let Some(section) = reading.checklist.section_of(&question.id) else { return };
    let name = words::sheet_name(section);
    if !grid.name.starts_with(&name) {
        let now = shown(&grid.name);
        let remark =
            format!("the sheet \"{name}\" is called \"{now}\" now; its questions were found by their ids");
        if !reading.remarks.contains(&remark) {
            reading.remarks.push(remark);
        }
    }
}

/// Signs a new or changed answer from its row or the first sheet. An old name never stays on someone else's change.
fn sign(
    reading: &mut Reading<'_>,
    grid: &Grid,
    fields: &[Field],
    place: Place,
    base: Base,
    mut answer: Answer,
) {
    let is_stale = match base {
        Base::Was { signature, .. } => signature == Fingerprint::of_signature(&answer),
        Base::Open => false,
    };
    let (by, on) = reading.signed.clone();
    if is_stale {
        if let (Some(before), None) = (&answer.by, &by) {
            let row = fields.iter().find(|field| field.label == words::SIGNED).map_or(0, |field| field.row);
            let before = CellValue::Text(before.clone()).shortened();
            let message = format!("the answer was changed, but still bears the name of {before}");
            let help = "write who changed it and when, here or once for all on the first sheet";
            return reading.mistake(grid, (row, WORDS), message, help);
        }
        (answer.by, answer.on) = (None, None);
    }
    answer.by = answer.by.or(by);
    answer.on = answer.on.or(on);
    reading.answers.push((place.question.clone(), base, answer.clone()));
    reading.unsigned.note(place, &answer);
}
