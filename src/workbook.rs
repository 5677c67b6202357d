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
    /// The text that is marked by its colour wherever it stands in the column; also once somebody has filled it in.
    pub marked: Option<&'static str>,
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

/// A column with what stands in it for each thing of which a row tells.
pub struct Field<'f, T> {
    column: SheetColumn,
    cell: Box<dyn Fn(&T) -> Cell + 'f>,
}

/// A column with what stands in it.
pub fn field<'f, T>(column: SheetColumn, cell: impl Fn(&T) -> Cell + 'f) -> Field<'f, T> {
    Field { column, cell: Box::new(cell) }
}

impl Sheet {
    /// A row for each thing, a column for each field.
    pub fn of<T>(name: &str, things: &[T], fields: Vec<Field<'_, T>>) -> Self {
        let row = |thing| fields.iter().map(|field| (field.cell)(thing)).collect();
        Self {
            name: name.to_owned(),
            rows: things.iter().map(row).collect(),
            columns: fields.into_iter().map(|field| field.column).collect(),
            fixed: 0,
            total: None,
            filtered: true,
            drawn: Vec::new(),
        }
    }
}

impl SheetColumn {
    /// A column of a width in digits; a heading too long for a cell is shortened.
    pub fn new(heading: impl Into<String>, width: f64, kind: ColumnKind) -> Self {
        Self { heading: fit::shortened(&heading.into(), 120), width, kind, marked: None }
    }

    /// A column of words.
    pub fn words(heading: impl Into<String>, width: f64) -> Self {
        Self::new(heading, width, ColumnKind::Words)
    }

    /// A column of figures.
    pub fn figures(heading: impl Into<String>) -> Self {
        Self::new(heading, 10.5, ColumnKind::Figures)
    }

    /// A narrow column of signs, whose heading runs upwards.
    pub fn upwards(heading: impl Into<String>) -> Self {
        Self::new(heading, 4.5, ColumnKind::Signs)
    }

    /// The same column with a text in it marked.
    #[must_use]
    pub fn marking(self, text: &'static str) -> Self {
        Self { marked: Some(text), ..self }
    }

    /// A column of days.
    pub fn days(heading: impl Into<String>) -> Self {
        Self::new(heading, 12.0, ColumnKind::Days)
    }
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words, where there are any.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// Texts a line each; empty if there are none.
    pub fn lines(texts: &[String]) -> Self {
        Self::maybe((!texts.is_empty()).then(|| texts.join("\n")))
    }

    /// A yes or a no.
    pub fn yes_or_no(yes: bool) -> Self {
        Self::text(if yes { "yes" } else { "no" })
    }

    /// A whole number.
    pub fn whole(number: usize) -> Self {
        u32::try_from(number).map_or(Self::Empty, |number| Self::Number(f64::from(number), Shown::Whole))
    }

    /// A weight.
    pub fn weight(weight: u32) -> Self {
        Self::Number(f64::from(weight), Shown::Whole)
    }

    /// A count. A spreadsheet holds fifteen digits; a longer figure stays a text, whole.
    pub fn count(number: i64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "exact below 2^53")]
        match number.unsigned_abs() < 1_000_000_000_000_000 {
            true => Self::Number(number as f64, Shown::Whole),
            false => Self::text(number.to_string()),
        }
    }

    /// A day. Spreadsheets do not agree on days before March 1900 and know none after 9999: those stay words.
    pub fn day(day: Option<NaiveDate>) -> Self {
        let known = NaiveDate::from_ymd_opt(1900, 3, 1)..=NaiveDate::from_ymd_opt(9999, 12, 31);
        match day {
            Some(date) if known.contains(&day) => Self::Date(date),
            Some(date) => Self::text(long_date(date)),
            None => Self::Empty,
        }
    }
}
