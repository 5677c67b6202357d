//! Reads a returned action plan: owners, dates, statuses and notes of known actions, found by id, and new actions.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::row::Row;
use super::{ACTION, DUE, ID, MARK, NO_DATE, OWNER, PROGRESS, REASON, STATUS, TO_DO};
use crate::assessment::Assessment;
use crate::departments::form::read::{Opened, WorkbookError, another_date, another_force};
use crate::departments::merge::actions::ActionClaim;
use crate::text::long_date;
use crate::workbook::read::{CellValue, Grid};

const NEEDED: [&str; 9] = [ACTION, ID, TO_DO, OWNER, DUE, NO_DATE, STATUS, REASON, PROGRESS];

pub struct Plan<'o> {
    opened: &'o Opened,
    grid: &'o Grid,
    columns: BTreeMap<&'static str, u32>,
}

impl<'o> Plan<'o> {
    /// `None` if the workbook has no plan.
    pub fn find(opened: &'o Opened) -> Option<Self> {
        let found = opened.grids.iter().map(|grid| (grid, columns(grid)));
        let (grid, columns) = found.max_by_key(|(_, columns)| columns.len())?;
        (columns.len() > 4).then_some(Self { opened, grid, columns })
    }

    /// Reads the rows that were filled in. Fails with every mistake and its cell.
    pub fn read(&self, ours: &Assessment, today: NaiveDate) -> Result<Vec<ActionClaim>, WorkbookError> {
        if let Some(gone) = NEEDED.iter().find(|heading| !self.columns.contains_key(*heading)) {
            let message = format!("the column \"{gone}\" of the action plan is gone");
            return Err(self.opened.wrong(message, "put it back, or start from a fresh report"));
        }
        if let Some(wrong) = self.mismatch(ours) {
            return Err(wrong);
        }
        let last = self.grid.cells.last_key_value().map_or(0, |((row, _), _)| *row);
        let mut claims = Vec::new();
        let mut mistakes = Vec::new();
        for at in 1..=last {
            let (file, grid, columns) = (self.opened.name.as_str(), self.grid, &self.columns);
            let mut row = Row { file, grid, columns, at, today, mistakes: Vec::new() };
            let claim = row.claim(ours);
            claims.extend(claim.filter(|_| row.mistakes.is_empty()));
            mistakes.append(&mut row.mistakes);
        }
        if mistakes.is_empty() {
            Ok(claims)
        } else {
            Err(WorkbookError { name: self.opened.name.clone(), mistakes })
        }
    }

    /// Why the plan belongs to another healthcheck, by the force and date in its report.
    fn mismatch(&self, ours: &Assessment) -> Option<WorkbookError> {
        const KIND: &str = "a report on";
        let force = self.fact("Force").filter(|force| !ours.is_for_force(force));
        let date = || self.fact("Opened on").filter(|date| *date != long_date(ours.date));
        let (message, help) = match force {
            Some(force) => another_force(KIND, &force, ours),
            None => another_date(KIND, &date()?, ours),
        };
        Some(self.opened.wrong(message, help))
    }

    fn fact(&self, label: &str) -> Option<String> {
        let in_grid = |grid: &Grid| {
            let labelled = |((row, column), held): (&(u32, u32), &CellValue)| match held {
                CellValue::Text(text) if text == label && *column == 0 => {
                    grid.cells.get(&(*row, 1)).map(CellValue::text)
                }
                _ => None,
            };
            grid.cells.iter().find_map(labelled)
        };
        self.opened.grids.iter().filter(|grid| grid.name != self.grid.name).find_map(in_grid)
    }
}

fn columns(grid: &Grid) -> BTreeMap<&'static str, u32> {
    let known = NEEDED.iter().chain([&MARK]);
    let at = |heading: &&'static str| {
        // A remark in brackets may follow a heading.
        let is_this = |text: &str| {
            text.trim().strip_prefix(*heading).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
        };
        let is_it =
            |(_, held): &(&(u32, u32), &CellValue)| matches!(held, CellValue::Text(text) if is_this(text));
        grid.cells.range((0, 0)..(1, 0)).find(is_it).map(|((_, column), _)| (*heading, *column))
    };
    known.filter_map(at).collect()
}
