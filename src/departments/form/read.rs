//! Reads a returned form, or lists every mistake with its cell.
//!
//! Cells are found by their labels and by the id below each question, not by position. Text anywhere else was typed by
//! someone and is reported, not ignored.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Identity;
use super::values;
use super::words;
use crate::assessment::{Answer, Base, FormId};
use crate::checklist::{Checklist, QuestionId};
use crate::text::{first_few, number_of};
use crate::workbook::read::{CellValue, Grid, ReadError, sheets};

mod belongs;
mod beside;
mod block;
mod fields;
mod given;
mod mistakes;
mod place;
mod reading;

pub(in crate::departments) use belongs::{another_date, another_force};
pub use mistakes::{Mistake, WorkbookError};
pub use place::{LeftOpen, Place};
use reading::Reading;

#[derive(Debug)]
pub struct Opened {
    pub(in crate::departments) name: String,
    pub(in crate::departments) grids: Vec<Grid>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Returned {
    pub name: String,
    pub identity: Identity,
    /// Each with the answer known when the form was made.
    pub answers: Vec<(QuestionId, Base, Answer)>,
    /// Answers still as they were sent out.
    pub untouched: usize,
    pub open: Vec<LeftOpen>,
    /// Whether anything was filled in or removed.
    pub is_filled_in: bool,
    /// Oddities that do no harm.
    pub remarks: Vec<String>,
}

impl Opened {
    /// Fails if the bytes are not a workbook that can be read.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        let name = name.into();
        match sheets(bytes) {
            Ok(grids) => Ok(Self { name, grids }),
            Err(ReadError { why, help }) => {
                let mistake = Mistake { sheet: None, cell: None, message: why, help: help.to_owned() };
                Err(WorkbookError { name, mistakes: vec![mistake] })
            }
        }
    }

    /// From the hidden sheet, or else from the foot of the first sheet. Fails if neither says: it is not a form.
    pub fn identity(&self) -> Result<Identity, WorkbookError> {
        let facts: Vec<BTreeMap<&str, &str>> = [true, false]
            .iter()
            .flat_map(|hidden| self.grids.iter().filter(|grid| grid.hidden == *hidden).map(facts))
            .collect();
        let fact = |label| facts.iter().find_map(|facts| facts.get(label)).map(|text| (*text).to_owned());
        let (Some(checklist), Some(edition)) = (fact(words::CHECKLIST), fact(words::EDITION)) else {
            return Err(self.wrong(
                "it does not say which healthcheck it belongs to, so it is no form of this program",
                "send a fresh form, and copy the answers into it",
            ));
        };
        let date = fact(words::DATE).and_then(|date| date.trim().parse().ok());
        let sent = fact(words::FORM).and_then(|sent| FormId::new(sent.trim()));
        Ok(Identity { force: fact(words::FORCE), date, checklist, edition, sent })
    }

    /// A mistake in the file as a whole.
    pub fn wrong(&self, message: impl Into<String>, help: impl Into<String>) -> WorkbookError {
        let mistake = Mistake { sheet: None, cell: None, message: message.into(), help: help.into() };
        WorkbookError { name: self.name.clone(), mistakes: vec![mistake] }
    }

    /// Reads the answers against the checklist that the form names. Fails with every mistake and its cell.
    pub fn read(
        &self,
        identity: &Identity,
        checklist: &Checklist,
        today: NaiveDate,
    ) -> Result<Returned, WorkbookError> {
        let mut reading = Reading::new(checklist, today);
        reading.signed = self.signature(&mut reading);
        for grid in self.grids.iter().filter(|grid| !grid.hidden) {
            block::read_sheet(&mut reading, grid);
        }
        if !reading.mistakes.is_empty() {
            return Err(WorkbookError { name: self.name.clone(), mistakes: reading.mistakes });
        }
        let is_said = |open: &LeftOpen| open.describe(checklist).is_some();
        let is_filled_in = !reading.answers.is_empty()
            || reading.is_something_taken_out
            || reading.signed != (None, None)
            || reading.open.iter().any(is_said);
        self.note_missing(&mut reading);
        let unsigned = reading.unsigned.describe(checklist);
        reading.remarks.extend(unsigned);
        Ok(Returned {
            is_filled_in,
            name: self.name.clone(),
            identity: identity.clone(),
            answers: reading.answers,
            untouched: reading.untouched,
            open: reading.open,
            remarks: reading.remarks,
        })
    }

    /// The name and date on the first sheet, which apply to every answer without its own.
    fn signature(&self, reading: &mut Reading<'_>) -> (Option<String>, Option<NaiveDate>) {
        let Some((grid, (row, column))) =
            self.grids.iter().find_map(|grid| Some((grid, at(grid, words::FILLED)?)))
        else {
            return (None, None);
        };
        let by = reading.cell(grid, (row, column + 1), values::words);
        let today = reading.today;
        let on = reading.cell(grid, (row, column + 2), |held| values::past_date(held, today));
        (by, on)
    }

    /// Reports questions that were sent out and are no longer on any sheet.
    fn note_missing(&self, reading: &mut Reading<'_>) {
        let hidden = self.grids.iter().filter(|grid| grid.hidden);
        let codes = hidden.flat_map(|grid| grid.cells.values()).filter_map(block::code);
        let title = |id: QuestionId| match reading.checklist.question(id.as_str()) {
            Some(question) => question.title.clone(),
            None => id.to_string(),
        };
        let gone: Vec<String> =
            codes.map(|(id, _)| id).filter(|id| !reading.seen.contains_key(id)).map(title).collect();
        if !gone.is_empty() {
            let number = number_of(gone.len(), "question is", "questions are");
            let gone = first_few(&gone);
            reading.remarks.push(format!("{number} no longer on the form, and left as they were: {gone}"));
        }
    }
}

fn facts(grid: &Grid) -> BTreeMap<&str, &str> {
    let labels = [words::FORCE, words::DATE, words::CHECKLIST, words::EDITION, words::FORM];
    let fact = |(at, held): (&(u32, u32), &'_ CellValue)| {
        let CellValue::Text(label) = held else { return None };
        let label = labels.iter().find(|each| *each == label)?;
        Some((*label, *at))
    };
    let found = grid.cells.iter().filter_map(fact);
    found
        .filter_map(|(label, (row, column))| match grid.cells.get(&(row, column + 1)) {
            Some(CellValue::Text(text)) => Some((label, text.as_str())),
            _ => None,
        })
        .collect()
}

/// The cell that holds exactly this text.
fn at(grid: &Grid, text: &str) -> Option<(u32, u32)> {
    grid.cells.iter().find(|(_, held)| **held == CellValue::Text(text.to_owned())).map(|(at, _)| *at)
}
