//! A workbook as a value: sheets of rows under headings, to filter, sort and fill in.
//!
//! It knows nothing about healthchecks or file formats: [`excel`] draws it, and [`fit`] calculates what a cell can show.

use chrono::NaiveDate;

use crate::text::long_date;

pub mod excel;
pub mod fit;
pub mod page;
pub mod read;

#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    pub title: String,
    /// Page header: force and report date.
    pub context: String,
    /// For the top and bottom of every page, a line each: the protective marking, and the code of the approved file.
    pub marking: Option<String>,
    pub date: NaiveDate,
    pub sheets: Vec<Sheet>,
}

/// Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// At most 31 characters, unique in the workbook.
    pub name: String,
    pub columns: Vec<SheetColumn>,
    /// How many of the first columns stay in sight when the others are scrolled.
    pub fixed: u16,
    pub rows: Vec<Vec<Cell>>,
    /// A last row that is not filtered with the others.
    pub total: Option<Vec<Cell>>,
    pub filtered: bool,
    /// The indexes of the columns of a bar chart below the rows, whose axis runs from 0 to 100. No chart if empty.
    pub charted: Vec<u16>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SheetColumn {
    pub heading: String,
    /// In digits, as spreadsheets measure it.
    pub width: f64,
    pub kind: ColumnKind,
    /// This text is highlighted in every cell of the column, also after someone types it there.
    pub highlighted: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnKind {
    Words,
    /// Figures, or words in place of one.
    Figures,
    Days,
    /// One or two characters, under a heading that is rotated by 90°.
    Signs,
    FillWords,
    FillDay,
    FillChoice(Vec<String>),
}

impl ColumnKind {
    /// The error that a spreadsheet shows if something else is typed.
    pub fn error_message(&self) -> &'static str {
        match self {
            Self::FillDay => "Write a date, such as 31/03/2027.",
            Self::FillChoice(_) => "Choose one from the list.",
            _ => "",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// The heading of the rows below it.
    Heading(String),
    /// Line ends are kept.
    Text(String),
    /// A text and its step on a scale from 0 to 3: the higher, the darker its shade.
    Step(String, u32),
    Number(f64, NumberFormat),
    Date(NaiveDate),
    Empty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFormat {
    Whole,
    /// With one decimal.
    Tenths,
}

/// Builds a sheet column by column; each row is about one item, from which the cells are made.
pub struct SheetBuilder<'r, T> {
    items: &'r [T],
    sheet: Sheet,
}

impl<'r, T> SheetBuilder<'r, T> {
    /// A sheet that can be filtered, without columns yet.
    pub fn new(name: &str, fixed: u16, items: &'r [T]) -> Self {
        let sheet = Sheet {
            name: name.to_owned(),
            columns: Vec::new(),
            fixed,
            rows: vec![Vec::new(); items.len()],
            total: None,
            filtered: true,
            charted: Vec::new(),
        };
        Self { items, sheet }
    }

    pub fn items(&self) -> &'r [T] {
        self.items
    }

    pub fn next_column(&self) -> usize {
        self.sheet.columns.len()
    }

    /// Adds a column, `width` digits wide; a heading too long for a cell is shortened.
    pub fn column<C: Into<Cell>>(
        &mut self,
        heading: &str,
        width: f64,
        kind: ColumnKind,
        cell: impl Fn(&'r T) -> C,
    ) -> &mut Self {
        let heading = fit::shortened(heading, 120);
        self.sheet.columns.push(SheetColumn { heading, width, kind, highlighted: None });
        for (row, item) in self.sheet.rows.iter_mut().zip(self.items) {
            row.push(cell(item).into());
        }
        self
    }

    pub fn words<C: Into<Cell>>(
        &mut self,
        heading: &str,
        width: f64,
        cell: impl Fn(&'r T) -> C,
    ) -> &mut Self {
        self.column(heading, width, ColumnKind::Words, cell)
    }

    pub fn figures<C: Into<Cell>>(&mut self, heading: &str, cell: impl Fn(&'r T) -> C) -> &mut Self {
        self.column(heading, 10.5, ColumnKind::Figures, cell)
    }

    pub fn days<C: Into<Cell>>(&mut self, heading: &str, cell: impl Fn(&'r T) -> C) -> &mut Self {
        self.column(heading, 12.0, ColumnKind::Days, cell)
    }

    /// Highlights a text in the last column, also after someone types it there.
    pub fn highlight(&mut self, text: &'static str) -> &mut Self {
        if let Some(column) = self.sheet.columns.last_mut() {
            column.highlighted = Some(text);
        }
        self
    }

    pub fn finish(self) -> Sheet {
        self.sheet
    }
}

impl Cell {
    /// One text per line; empty if there are none.
    pub fn lines(texts: &[String]) -> Self {
        if texts.is_empty() { Self::Empty } else { Self::Text(texts.join("\n")) }
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::text(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::text(if yes { "yes" } else { "no" })
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number), NumberFormat::Whole)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or(Self::Empty, Self::from)
    }
}

/// A spreadsheet holds fifteen digits; a longer figure stays a text, whole.
impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "exact below 2^53")]
        match number.unsigned_abs() < 1_000_000_000_000_000 {
            true => Self::Number(number as f64, NumberFormat::Whole),
            false => Self::text(number.to_string()),
        }
    }
}

/// Spreadsheets disagree on dates before March 1900 and have none after 9999, so those stay text.
impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Self {
        let known = NaiveDate::from_ymd_opt(1900, 3, 1)..=NaiveDate::from_ymd_opt(9999, 12, 31);
        if known.contains(&Some(date)) { Self::Date(date) } else { Self::text(long_date(date)) }
    }
}

impl<C: Into<Cell>> From<Option<C>> for Cell {
    fn from(value: Option<C>) -> Self {
        value.map_or(Self::Empty, C::into)
    }
}
