//! A document as a value, and how each format draws it. Words and columns are decided before; formats only draw them. This
//! room knows nothing about what a document says.

mod charts;
mod figure;
mod grid;
pub mod html;
mod ids;
pub mod markdown;
pub mod terminal;
pub mod word;

pub use grid::{Grid, Lettered};

pub use figure::{
    Chart, Figure, Fill, Key, LevelSection, Mark, Span, TargetBar, TargetBox, Tenths, TrendLine,
};

/// Line ends in its texts are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    pub title: String,
    /// Page header: force and report date.
    pub context: String,
    /// Printed at the top and bottom of every page, a line each: the protective marking, and the code of an approved file.
    pub marking: Option<String>,
    pub blocks: Vec<Block>,
    /// Only drawn by formats that are printed and signed.
    pub signatures: Option<Signing>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    pub declared: Vec<String>,
    pub table: Table,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Chapter(String),
    /// A heading within a chapter.
    Part(String),
    Paragraph(String),
    List(Vec<Point>),
    Facts(Vec<Fact>),
    /// A heading with facts under it.
    Entry {
        title: String,
        /// The target of links, unique in the document.
        anchor: Option<String>,
        facts: Vec<Fact>,
        /// Text and anchor of a link. Not drawn if the document has no such anchor.
        see: Option<(&'static str, String)>,
    },
    Table(Table),
    Figure(Figure),
    Grid(Grid),
    /// A paragraph with a number, such as `2.3`.
    Numbered {
        number: String,
        text: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub text: String,
    /// The target of links, unique in the document.
    pub anchor: Option<String>,
}

impl From<String> for Point {
    fn from(text: String) -> Self {
        Self { text, anchor: None }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub text: String,
}

/// Every row has a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    /// Figures are aligned to the right.
    pub figures: bool,
}

/// The index of the second chapter of a document with more than three. The contents go before it, after the summary.
fn contents_position(document: &Document) -> Option<usize> {
    const FEW: usize = 3;
    let chapters = document.blocks.iter().enumerate().filter(|(_, block)| matches!(block, Block::Chapter(_)));
    let starts: Vec<usize> = chapters.map(|(at, _)| at).collect();
    starts.get(1).copied().filter(|_| starts.len() > FEW)
}

impl Grid {
    fn is_wide(&self) -> bool {
        self.columns.len() > 14
    }
}

impl Fact {
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: text.into() }
    }
}

impl Column {
    pub fn words(title: impl Into<String>) -> Self {
        Self { title: title.into(), figures: false }
    }

    pub fn figures(title: impl Into<String>) -> Self {
        Self { title: title.into(), figures: true }
    }
}

impl Block {
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }

    pub fn chapter(title: impl Into<String>) -> Self {
        Self::Chapter(title.into())
    }

    /// An entry without an anchor or a link.
    pub fn entry(title: impl Into<String>, facts: Vec<Fact>) -> Self {
        Self::Entry { title: title.into(), anchor: None, facts, see: None }
    }

    pub fn list(points: impl IntoIterator<Item = impl Into<Point>>) -> Self {
        Self::List(points.into_iter().map(Into::into).collect())
    }

    /// A list, or nothing if it has no points.
    pub fn list_if_any(points: impl IntoIterator<Item = impl Into<Point>>) -> Option<Self> {
        let points: Vec<Point> = points.into_iter().map(Into::into).collect();
        (!points.is_empty()).then_some(Self::List(points))
    }

    /// A list under the heading or the paragraph that introduces it, or nothing if it has no points.
    pub fn list_under(lead: Self, points: impl IntoIterator<Item = impl Into<Point>>) -> Vec<Self> {
        Self::list_if_any(points).map_or_else(Vec::new, |list| vec![lead, list])
    }
}
