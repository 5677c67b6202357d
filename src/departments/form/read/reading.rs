//! What is collected while a form is read.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::mistakes::Mistake;
use super::place::{LeftOpen, Unsigned};
use crate::assessment::{Answer, Base};
use crate::checklist::{Checklist, QuestionId};
use crate::departments::form::values::CellError;
use crate::workbook::read::{CellValue, Grid};

pub struct Reading<'c> {
    pub checklist: &'c Checklist,
    pub today: NaiveDate,
    pub signed: (Option<String>, Option<NaiveDate>),
    /// The sheet and cell at which each question was found.
    pub seen: BTreeMap<QuestionId, String>,
    pub answers: Vec<(QuestionId, Base, Answer)>,
    pub untouched: usize,
    pub open: Vec<LeftOpen>,
    pub is_something_taken_out: bool,
    pub unsigned: Unsigned,
    pub remarks: Vec<String>,
    pub mistakes: Vec<Mistake>,
}

impl<'c> Reading<'c> {
    pub fn new(checklist: &'c Checklist, today: NaiveDate) -> Self {
        Self {
            checklist,
            today,
            signed: (None, None),
            seen: BTreeMap::new(),
            answers: Vec::new(),
            untouched: 0,
            open: Vec::new(),
            is_something_taken_out: false,
            unsigned: Unsigned::default(),
            remarks: Vec::new(),
            mistakes: Vec::new(),
        }
    }

    pub fn mistake(
        &mut self,
        grid: &Grid,
        cell: (u32, u32),
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.mistakes.push(Mistake {
            sheet: Some(grid.name.clone()),
            cell: Some(cell),
            message: message.into(),
            help: help.into(),
        });
    }

    /// Reads a cell. `None` if it is blank, or wrong, which is then recorded as a mistake.
    pub fn cell<T>(
        &mut self,
        grid: &Grid,
        at: (u32, u32),
        read: impl FnOnce(&CellValue) -> Result<T, CellError>,
    ) -> Option<T> {
        match read(grid.cells.get(&at)?) {
            Ok(value) => Some(value),
            Err(CellError { message, help }) => {
                self.mistake(grid, at, message, help);
                None
            }
        }
    }
}
