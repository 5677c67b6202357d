//! A workbook to fill in by hand: pages of lines, with printed cells and cells to fill in.

use chrono::NaiveDate;

use super::Cell;

#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    pub title: String,
    /// Page header: force and date.
    pub context: String,
    /// For the top and bottom of every page.
    pub marking: Option<String>,
    pub date: NaiveDate,
    pub pages: Vec<Page>,
}

/// One sheet, portrait on A4. Only the cells to fill in can be changed; unlocking the rest needs no password.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// At most 31 characters, unique in the workbook.
    pub name: String,
    pub hidden: bool,
    /// In digits.
    pub widths: Vec<f64>,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    pub slots: Vec<Slot>,
    /// In lines of text.
    pub min_lines: usize,
    /// Whether this line and those up to the next such line are kept on one page if possible.
    pub starts_block: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    Empty,
    Printed(String, Look),
    /// A cell to fill in, with its content so far.
    Fill(Fill, Cell),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Title,
    /// White on a dark bar.
    Bar,
    Plain,
    /// Bold.
    Strong,
    /// Before a cell to fill in.
    Label,
    /// Small and grey.
    Small,
    /// Bold, and running on over the empty cells to the right.
    Across,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    Words,
    Day,
    Choice(Vec<String>),
    /// A whole number, or one of these words.
    Figure(Vec<String>),
}

impl Slot {
    pub fn printed(text: impl Into<String>, look: Look) -> Self {
        Self::Printed(text.into(), look)
    }

    /// Blank if the cell holds a figure or a date.
    pub fn text(&self) -> &str {
        match self {
            Self::Printed(text, _) | Self::Fill(_, Cell::Text(text)) => text,
            Self::Empty | Self::Fill(..) => "",
        }
    }
}
