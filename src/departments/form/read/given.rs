//! Reads the cells of one question.

use chrono::NaiveDate;

use super::fields::{DAY, Field, WORDS};
use super::reading::Reading;
use crate::assessment::{Answer, Evidence, Period, Value};
use crate::checklist::Question;
use crate::departments::form::{values, words};
use crate::workbook::read::{CellValue, Grid, cell_name};

struct Cells<'r, 'c, 'g> {
    reading: &'r mut Reading<'c>,
    grid: &'g Grid,
    fields: &'g [Field],
}

impl Cells<'_, '_, '_> {
    fn row(&self, label: &str) -> Option<u32> {
        self.fields.iter().find(|field| field.label == label).map(|field| field.row)
    }

    fn words(&mut self, row: Option<u32>) -> Option<String> {
        self.reading.cell(self.grid, (row?, WORDS), values::words)
    }

    fn day(&mut self, row: Option<u32>) -> Option<NaiveDate> {
        let today = self.reading.today;
        self.reading.cell(self.grid, (row?, DAY), |held| values::past_date(held, today))
    }

    fn is_blank(&self, at: (u32, u32)) -> bool {
        !self.grid.cells.contains_key(&at)
    }

    fn evidence(&mut self) -> Vec<Evidence> {
        let rows = self.fields.iter().filter(|field| field.label == words::EVIDENCE).map(|field| field.row);
        let mut all = Vec::new();
        for row in rows {
            let (reference, dated) = (self.words(Some(row)), self.day(Some(row)));
            if dated.is_some() && self.is_blank((row, WORDS)) {
                let message = "there is a date without the evidence it belongs to";
                self.reading.mistake(
                    self.grid,
                    (row, WORDS),
                    message,
                    "name the evidence, or delete the date",
                );
            }
            all.extend(reference.map(|reference| Evidence { reference, dated }));
        }
        all
    }

    fn period(&mut self) -> Period {
        let (first, last) = (self.row(words::FROM), self.row(words::TO));
        let (from, to) = (self.day(first), self.day(last));
        if let (Some(from), Some(to), Some(last)) = (from, to, last)
            && from > to
        {
            let message = format!("the period ends ({to}) before it begins ({from})");
            self.reading.mistake(self.grid, (last, DAY), message, "put the earlier day first");
        }
        (from, to)
    }
}

pub struct Given {
    value: Option<Value>,
    pub note: Option<String>,
    evidence: Vec<Evidence>,
    pub by: Option<String>,
    pub on: Option<NaiveDate>,
    period: Period,
}

impl Given {
    /// The answer; or if there is none, the note and signature.
    pub fn answer(self) -> Result<Answer, Self> {
        let Some(value) = self.value else { return Err(self) };
        let (from, to) = self.period;
        Ok(Answer { value, note: self.note, evidence: self.evidence, by: self.by, on: self.on, from, to })
    }
}

/// A question left open may have a note, a name and a date, but nothing else.
pub fn given(reading: &mut Reading<'_>, grid: &Grid, fields: &[Field], question: &Question) -> Given {
    let mut cells = Cells { reading, grid, fields };
    let value_at = cells.row(words::ANSWER).or(cells.row(words::FIGURE)).map(|row| (row, WORDS));
    let value = value_at.and_then(|at| cells.reading.cell(grid, at, |held| values::value(held, question)));
    let before = cells.reading.mistakes.len();
    let (note_row, signed) = (cells.row(words::NOTE), cells.row(words::SIGNED));
    let note = cells.words(note_row);
    let evidence = cells.evidence();
    let (by, on) = (cells.words(signed), cells.day(signed));
    let period = cells.period();
    let given = Given { value, note, evidence, by, on, period };
    let Some(at) = value_at else { return given };
    match value {
        Some(Value::NotApplicable) if given.note.is_none() && cells.reading.mistakes.len() == before => {
            let message = "\"not applicable\" needs a reason";
            cells.reading.mistake(grid, at, message, "write in the note why it does not apply");
        }
        None if cells.is_blank(at) && is_answer(given.note.as_ref(), question) => {
            let (note, row) = given.note.clone().zip(note_row).expect("a note that was read has a row");
            let message = format!("\"{}\" stands in the note", CellValue::Text(note).shortened());
            let help = format!("choose it as the answer in {}", cell_name(at));
            cells.reading.mistake(grid, (row, WORDS), message, help);
        }
        None if cells.is_blank(at) && !given.evidence.is_empty() => {
            let message = "there is evidence below, but there is no answer";
            let help = "choose one, or move what stands as evidence into the note";
            cells.reading.mistake(grid, at, message, help);
        }
        None if cells.is_blank(at) && given.period.0.or(given.period.1).is_some() => {
            let message = "there are days below, but there is no figure";
            cells.reading.mistake(grid, at, message, "write the figure, or delete the days");
        }
        _ => {}
    }
    given
}

/// Whether a note is only one of the choices. A number there may mean anything.
fn is_answer(note: Option<&String>, question: &Question) -> bool {
    let read = note.and_then(|note| values::value(&CellValue::Text(note.clone()), question).ok());
    read.is_some_and(|value| !matches!(value, Value::Count(_)))
}
