//! Mistakes in a returned workbook, each with its cell.

use std::fmt;

use crate::workbook::read::cell_name;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// `None` if the mistake is in the whole file.
    pub sheet: Option<String>,
    /// Row and column, from 0.
    pub cell: Option<(u32, u32)>,
    pub message: String,
    pub help: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkbookError {
    pub name: String,
    /// Sheet by sheet.
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

/// A sheet's name with its control characters escaped.
pub(super) fn shown(sheet: &str) -> String {
    sheet
        .chars()
        .map(|c| if c.is_control() { c.escape_unicode().to_string() } else { c.to_string() })
        .collect()
}
