//! What a document is made of, whatever it is drawn on: the words and columns are decided once, and each format only
//! draws them.

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// The protective marking, at head and foot of every page.
    pub marking: Option<String>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
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
    List(Vec<String>),
    /// Labelled facts, each label once.
    Facts(Vec<Fact>),
    /// A thing with a name of its own, and the facts about it.
    Entry {
        /// The name.
        title: String,
        /// The facts.
        facts: Vec<Fact>,
    },
    /// A table.
    Table(Table),
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
}
