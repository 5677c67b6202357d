//! A workbook to fill in by hand: pages of lines, with printed cells and cells to fill in.

use chrono::NaiveDate;

use super::Cell;

#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    pub title: String,
    /// Page header: force and date.
    pub context: String,
    /// The protective marking, for the top and bottom of every page.
    pub marking: Option<String>,
    pub date: NaiveDate,
    /// A sheet each.
    pub pages: Vec<Page>,
}

/// One sheet, portrait on A4. Only the cells to fill in can be changed, unless somebody unlocks it, which needs no password.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// At most 31 characters, unique in the workbook.
    pub name: String,
    pub hidden: bool,
    /// The widths of the columns, in digits.
    pub widths: Vec<f64>,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The cells, from the left.
    pub slots: Vec<Slot>,
    /// The height of the row is at least so many lines of text.
    pub min_lines: usize,
    /// Whether this line and those after it, up to the next such line, are kept on one page if possible.
    pub starts_block: bool,
}

/// A cell of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    Empty,
    Printed(String, Look),
    /// A cell to fill in, with its content so far.
    Fill(Fill, Cell),
}

/// The style of a printed cell.
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

/// What a cell accepts.
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

    /// The text in it; blank if it holds a figure or a day.
    pub fn text(&self) -> &str {
        match self {
            Self::Printed(text, _) | Self::Fill(_, Cell::Text(text)) => text,
            Self::Empty | Self::Fill(..) => "",
        }
    }
}
