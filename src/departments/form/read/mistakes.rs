//! Every mistake in a workbook that came back, each at its cell.

use std::fmt;

use crate::workbook::read::cell_name;

/// A mistake in a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The sheet, where it is in one.
    pub sheet: Option<String>,
    /// The cell, by row and column from 0.
    pub cell: Option<(u32, u32)>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Every mistake in a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkbookError {
    /// The name of the file.
    pub name: String,
    /// The mistakes, sheet by sheet.
    pub mistakes: Vec<Mistake>,
}

impl fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, mistake) in self.mistakes.iter().enumerate() {
            let end = if at == 0 { "" } else { "\n" };
            let sheet = mistake.sheet.iter().map(|sheet| format!(", {}", shown(sheet))).collect::<String>();
            let cell = mistake.cell.map(|cell| format!(", {}", cell_name(cell))).unwrap_or_default();
            write!(f, "{end}{}{sheet}{cell}: {}; {}", self.name, mistake.message, mistake.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for WorkbookError {}

/// Hidden characters of a sheet's name as escapes.
pub(super) fn shown(sheet: &str) -> String {
    sheet
        .chars()
        .map(|c| if c.is_control() { c.escape_unicode().to_string() } else { c.to_string() })
        .collect()
}
