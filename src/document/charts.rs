//! Draws charts as inline SVG, with text alternatives.
//!
//! Widths are percentages, so that a chart fills its page while its text keeps its size; heights are CSS pixels. Nothing
//! depends on colour: bars are filled or hollow.

use maud::Markup;

use crate::document::ids::Ids;
use crate::document::{Chart, Figure, Key};

mod marks;
mod parts;
mod targets;
mod trend;

pub use marks::mark;

pub fn draw(figure: &Figure, ids: &mut Ids) -> Markup {
    match &figure.chart {
        Chart::Targets(bars) => targets::draw(figure, bars, ids),
        Chart::Trend { years, lines } => trend::draw(figure, years, lines, ids),
    }
}

pub fn marks_key(meanings: &[Key]) -> Markup {
    let marks: Vec<_> = meanings.iter().map(|key| (mark(&key.mark, 13, 8), key.meaning.as_str())).collect();
    parts::key(&marks)
}
