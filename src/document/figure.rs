//! The contents of charts and of grids of squares.

use std::fmt;

use super::Table;

/// A chart, with the same as a table for those who cannot see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub title: String,
    /// The text alternative.
    pub description: String,
    pub chart: Chart,
    /// `None` if the document has the figures in tables already.
    pub table: Option<Table>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chart {
    /// A bar for each section.
    Targets(Vec<TargetBar>),
    /// For each section, and overall, a bar for each year.
    Trend {
        /// Oldest first.
        years: Vec<String>,
        lines: Vec<TrendLine>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TargetBar {
    pub label: String,
    pub met: usize,
    pub not_settled: usize,
    /// Missed targets of questions that are not essential.
    pub missed: usize,
    /// Missed targets of essential questions.
    pub essential: usize,
}

/// How a target is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetBox {
    Met,
    NotSettled,
    Missed,
    MissedEssential,
}

impl TargetBox {
    /// In the order in which they are drawn.
    pub const ALL: [Self; 4] = [Self::Met, Self::NotSettled, Self::Missed, Self::MissedEssential];

    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "Met",
            Self::NotSettled => "Not settled",
            Self::Missed => "Missed",
            Self::MissedEssential => "Missed, essential",
        }
    }
}

impl TargetBar {
    pub fn number(&self, targets: TargetBox) -> usize {
        match targets {
            TargetBox::Met => self.met,
            TargetBox::NotSettled => self.not_settled,
            TargetBox::Missed => self.missed,
            TargetBox::MissedEssential => self.essential,
        }
    }

    /// All targets.
    pub fn all(&self) -> usize {
        TargetBox::ALL.map(|each| self.number(each)).iter().sum()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendLine {
    /// The section, or all sections.
    pub label: String,
    /// The score of each year, from 0 to 100; `None` for a year without one.
    pub points: Vec<Option<Span>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelSection {
    pub label: String,
    /// Each question with a mark for each column.
    pub rows: Vec<(String, Vec<Mark>)>,
}

/// A score from 0.0 to 100.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(u16);

/// The length of a bar, from 0 to 100: certain, and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub lowest: Tenths,
    pub highest: Tenths,
}

/// The sign for an answer in a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A square that is filled from below.
    Square(Fill),
    /// A short word instead of a square.
    Word(&'static str),
    /// There is nothing to show.
    Dot,
}

/// How many thirds of a square are filled, from 0 to 3: certain, and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    pub lowest: u32,
    pub highest: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub mark: Mark,
    pub meaning: String,
}

impl Tenths {
    /// More than 1000 tenths count as 1000.
    pub fn new(tenths: u16) -> Self {
        Self(tenths.min(1000))
    }

    pub fn value(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

impl Span {
    pub fn is_one(self) -> bool {
        self.lowest == self.highest
    }
}
