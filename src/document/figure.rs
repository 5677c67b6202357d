//! What a picture shows, as values of its own: bars of targets, bars over the years, and squares.

use std::fmt;

use super::Table;

/// A picture for those who would rather look, and a table for those who would rather read, or cannot look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it shows, as a caption.
    pub title: String,
    /// What can be seen in it, in words.
    pub description: String,
    /// What is drawn.
    pub chart: Chart,
    /// The same as a table; none where the document has it as tables already.
    pub table: Option<Table>,
}

/// What is drawn, with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chart {
    /// A bar a section, of the targets that it has.
    Targets(Vec<TargetBar>),
    /// Bars a section over the years, and in all.
    Trend {
        /// The years, oldest first.
        years: Vec<String>,
        /// The lines.
        lines: Vec<TrendLine>,
    },
}

/// How one section stands to its targets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TargetBar {
    /// The section.
    pub label: String,
    /// Targets surely met.
    pub met: usize,
    /// Targets of which it is not settled whether they are met.
    pub not_settled: usize,
    /// Targets missed, those of essential questions left aside.
    pub missed: usize,
    /// Targets of essential questions missed.
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

/// A score over the years, from 0 to 100 and none where it does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendLine {
    /// Whose.
    pub label: String,
    /// The score each year.
    pub points: Vec<Option<Span>>,
}

/// The levels of a section's questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelSection {
    /// The section.
    pub label: String,
    /// Each question with everybody's mark.
    pub rows: Vec<(String, Vec<Mark>)>,
}

/// A figure from 0.0 to 100.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(u16);

/// Where a bar from 0 to 100 ends: for sure, and at the most. Often the two are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Where it surely ends.
    pub lowest: Tenths,
    /// Where it ends at the most.
    pub highest: Tenths,
}

/// What stands for one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A square that is filled from below.
    Square(Fill),
    /// A short word in its place.
    Word(&'static str),
    /// A dot in its place, where there is nothing to show.
    Dot,
}

/// How many thirds of a square are filled, for sure and at the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// For sure.
    pub lowest: u32,
    /// At the most.
    pub highest: u32,
}

/// What a mark means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The mark.
    pub mark: Mark,
    /// Its meaning.
    pub meaning: String,
}

impl Tenths {
    /// So many tenths, at the most a thousand.
    pub fn new(tenths: u16) -> Self {
        Self(tenths.min(1000))
    }

    /// The figure as a number.
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
    /// Whether both ends are the same.
    pub fn is_one(self) -> bool {
        self.lowest == self.highest
    }
}
