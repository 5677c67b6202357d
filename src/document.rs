//! What a document is made of, whatever it is drawn on: the words and columns are decided once, and each format only
//! draws them. It knows nothing of what the words and figures are about.

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

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// Whose it is and of which day, for the head of every page.
    pub context: String,
    /// What stands at head and foot of every page, a line each: the protective marking, and what binds the paper to a file.
    pub marking: Option<String>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// What is to be signed on paper, for the formats that are printed and signed.
    pub signatures: Option<Signing>,
}

/// What is signed, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    /// What those who sign declare.
    pub declared: Vec<String>,
    /// Who signs.
    pub table: Table,
}

/// One piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The heading of a chapter.
    Chapter(String),
    /// The heading of a part of a chapter.
    Part(String),
    /// A paragraph; line ends in it are kept.
    Paragraph(String),
    /// A list of short points.
    List(Vec<Point>),
    /// Labelled facts, each label once.
    Facts(Vec<Fact>),
    /// A thing with a name of its own, and the facts about it.
    Entry {
        /// The name.
        title: String,
        /// A name by which it can be pointed at, unique in the document.
        anchor: Option<String>,
        /// The facts.
        facts: Vec<Fact>,
        /// What is pointed at from it, by its words and its name; nothing where that is not in the document.
        see: Option<(&'static str, String)>,
    },
    /// A table.
    Table(Table),
    /// Something to look at, with the table that says the same.
    Figure(Figure),
    /// Many columns of marks under names.
    Grid(Grid),
    /// A paragraph that can be cited by its number.
    Numbered {
        /// The number: `2.3`.
        number: String,
        /// The paragraph; line ends in it are kept.
        text: String,
    },
}

/// A point of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What it says; line ends in it are kept.
    pub text: String,
    /// A name by which it can be pointed at, unique in the document.
    pub anchor: Option<String>,
}

impl From<String> for Point {
    fn from(text: String) -> Self {
        Self { text, anchor: None }
    }
}

/// A label and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What it says; line ends in it are kept.
    pub text: String,
}

/// Rows under columns, every row with as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, row by row.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Whether it holds figures, which stand to the right.
    pub figures: bool,
}

/// Where the second chapter of a long document begins, before which its contents stand: what matters comes first.
fn contents_position(document: &Document) -> Option<usize> {
    const FEW: usize = 3;
    let chapters = document.blocks.iter().enumerate().filter(|(_, block)| matches!(block, Block::Chapter(_)));
    let starts: Vec<usize> = chapters.map(|(at, _)| at).collect();
    starts.get(1).copied().filter(|_| starts.len() > FEW)
}

impl Grid {
    /// Whether it is wider than a page that stands upright.
    fn is_wide(&self) -> bool {
        self.columns.len() > 14
    }
}

impl Fact {
    /// A fact.
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: text.into() }
    }
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>) -> Self {
        Self { title: title.into(), figures: false }
    }

    /// A column of figures.
    pub fn figures(title: impl Into<String>) -> Self {
        Self { title: title.into(), figures: true }
    }
}

impl Block {
    /// A paragraph.
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
