//! A workbook as a value: sheets of rows under headings, to filter, sort and fill in.
//!
//! It knows nothing of healthchecks, nor of a file format: [`excel`] draws it, and [`fit`] reckons what a cell can show.

use chrono::NaiveDate;

use crate::text::long_date;

pub mod excel;
pub mod fit;
pub mod page;
pub mod read;

/// A whole workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Its title.
    pub title: String,
    /// Whose it is and of which day, for the head of every page.
    pub context: String,
    /// What stands at head and foot of every page, a line each: the protective marking, and what binds it to a file.
    pub marking: Option<String>,
    /// The day of the report.
    pub date: NaiveDate,
    /// The sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// One sheet: rows under headings, every row with as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name: at most 31 characters, unique in the workbook.
    pub name: String,
    /// The columns.
    pub columns: Vec<SheetColumn>,
    /// How many of the first columns stay in sight when the others are scrolled.
    pub fixed: u16,
    /// The cells, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// The row that sums up the others, and is not filtered with them.
    pub total: Option<Vec<Cell>>,
    /// Whether its rows can be filtered.
    pub filtered: bool,
    /// The columns drawn as bars below the rows, a colour each, from 0 to 100; none where nothing is drawn.
    pub drawn: Vec<u16>,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetColumn {
    /// Its heading.
    pub heading: String,
    /// Its width in digits.
    pub width: f64,
    /// What stands in it.
    pub kind: ColumnKind,
    /// The text that is highlighted wherever it is in the column, also after somebody has typed it there.
    pub highlighted: Option<&'static str>,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Words,
    /// Figures, or words in the place of one.
    Figures,
    /// Days.
    Days,
    /// Signs, under a heading that runs upwards.
    Signs,
    /// Words that are to be filled in.
    FillWords,
    /// A day that is to be filled in.
    FillDay,
    /// One of these, to be filled in.
    FillChoice(Vec<String>),
}

impl ColumnKind {
    /// What to say to somebody who fills in something else.
    pub fn asks_for(&self) -> &'static str {
        match self {
            Self::FillDay => "Write a date, such as 31/03/2027.",
            Self::FillChoice(_) => "Choose one from the list.",
            _ => "",
        }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// The heading of the rows that follow.
    Heading(String),
    /// Words; line ends in them are kept.
    Text(String),
    /// A sign on a scale from 0 to 3, shaded by the step on which it stands.
    Step(String, u32),
    /// A figure, and how it is shown.
    Number(f64, Shown),
    /// A day.
    Date(NaiveDate),
    /// Nothing.
    Empty,
}

/// How a figure is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As a whole number.
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
    /// A sheet that can be filtered, without columns yet. The first `fixed` columns stay in sight when the others scroll.
    pub fn new(name: &str, fixed: u16, items: &'r [T]) -> Self {
        let sheet = Sheet {
            name: name.to_owned(),
            columns: Vec::new(),
            fixed,
            rows: vec![Vec::new(); items.len()],
            total: None,
            filtered: true,
            drawn: Vec::new(),
        };
        Self { items, sheet }
    }

    /// The items, one for each row.
    pub fn items(&self) -> &'r [T] {
        self.items
    }

    /// The index that the next column will have.
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

    /// Highlights a text wherever it is in the last column, also after somebody has typed it there.
    pub fn highlight(&mut self, text: &'static str) -> &mut Self {
        if let Some(column) = self.sheet.columns.last_mut() {
            column.highlighted = Some(text);
        }
        self
    }

    /// The sheet with the columns added so far.
    pub fn finish(self) -> Sheet {
        self.sheet
    }
}

impl Cell {
    /// Texts a line each; empty if there are none.
    pub fn lines(texts: &[String]) -> Self {
        if texts.is_empty() { Self::Empty } else { Self::Text(texts.join("\n")) }
    }

    /// Words; line ends in them are kept.
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
        Self::Number(f64::from(number), Shown::Whole)
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
            true => Self::Number(number as f64, Shown::Whole),
            false => Self::text(number.to_string()),
        }
    }
}

/// Spreadsheets do not agree on days before March 1900 and know none after 9999: those stay words.
impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Self {
        let known = NaiveDate::from_ymd_opt(1900, 3, 1)..=NaiveDate::from_ymd_opt(9999, 12, 31);
        if known.contains(&Some(date)) { Self::Date(date) } else { Self::text(long_date(date)) }
    }
}

/// `None` is an empty cell.
impl<C: Into<Cell>> From<Option<C>> for Cell {
    fn from(value: Option<C>) -> Self {
        value.map_or(Self::Empty, C::into)
    }
}
