//! A workbook that somebody fills in by hand: pages of lines, each cell either printed or to be filled in.

use chrono::NaiveDate;

use super::Cell;

/// A whole workbook of pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// Its title.
    pub title: String,
    /// Whose it is and of which day, for the head of every page.
    pub context: String,
    /// The protective marking, at head and foot of every page.
    pub marking: Option<String>,
    /// The day on which it was made.
    pub date: NaiveDate,
    /// The pages, in order: a sheet each.
    pub pages: Vec<Page>,
}

/// One sheet, upright on A4. Nothing on it can be changed but the cells that are to be filled in; no password is needed
/// to change that.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its name: at most 31 characters, unique in the workbook.
    pub name: String,
    /// Whether nobody sees it who does not look for it.
    pub hidden: bool,
    /// The widths of its columns in digits.
    pub widths: Vec<f64>,
    /// Its lines, from above.
    pub lines: Vec<Line>,
}

/// One line of cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The cells, from the left.
    pub slots: Vec<Slot>,
    /// As many lines of text as it has room for at the least.
    pub least: usize,
    /// Whether it begins something that is kept on one page where it can be.
    pub begins: bool,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// Nothing.
    Empty,
    /// Something that is printed.
    Printed(String, Look),
    /// Something that is to be filled in, with what is in it already.
    Fill(Fill, Cell),
}

/// How something looks that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The title of a page.
    Title,
    /// On a bar across the page.
    Bar,
    /// As any text.
    Plain,
    /// Bold.
    Strong,
    /// What stands before something.
    Label,
    /// Small and grey.
    Small,
    /// Running on over the cells beside it, in bold.
    Across,
}

/// What is to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// Words.
    Words,
    /// A day.
    Day,
    /// One of these.
    Choice(Vec<String>),
    /// A whole number, or one of these.
    Figure(Vec<String>),
}

impl Slot {
    /// Something that is printed.
    pub fn printed(text: impl Into<String>, look: Look) -> Self {
        Self::Printed(text.into(), look)
    }

    /// The text in it.
    pub fn text(&self) -> &str {
        match self {
            Self::Printed(text, _) | Self::Fill(_, Cell::Text(text)) => text,
            Self::Empty | Self::Fill(..) => "",
        }
    }
}
