//! A grid of marks, which formats without room for it draw as tables with lettered columns.

use super::{Column, Fill, Key, LevelSection, Mark, Table};
use crate::text::letter;

/// A row for each question, a column for each force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    pub title: String,
    pub columns: Vec<String>,
    pub key: Vec<Key>,
    pub sections: Vec<LevelSection>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lettered {
    /// The name for each letter: `A Cheshire, B Essex`.
    pub letters: String,
    pub table: Table,
}

impl Grid {
    /// As tables with at most this many columns of marks.
    pub fn lettered(&self, most: usize) -> Vec<Lettered> {
        let all: Vec<usize> = (0..self.columns.len()).collect();
        all.chunks(most.max(1)).map(|columns| self.part(columns)).collect()
    }

    fn part(&self, columns: &[usize]) -> Lettered {
        let names =
            columns.iter().filter_map(|&at| Some(format!("{} {}", letter(at), self.columns.get(at)?)));
        let letters = names.collect::<Vec<_>>().join(", ");
        let row = |(label, marks): &(String, Vec<Mark>)| {
            let signs = columns.iter().map(|&at| marks.get(at).map(Mark::sign).unwrap_or_default());
            std::iter::once(label.clone()).chain(signs).collect()
        };
        let rows = self.sections.iter().flat_map(|section| &section.rows).map(row).collect();
        let headings = columns.iter().map(|&at| Column::figures(letter(at)));
        Lettered {
            letters,
            table: Table {
                columns: std::iter::once(Column::words("Question")).chain(headings).collect(),
                rows,
            },
        }
    }
}

impl Mark {
    /// The mark as text: `2`, `2–3`, `?` or a dot.
    pub fn sign(&self) -> String {
        match self {
            Self::Square(Fill { lowest, highest }) if lowest == highest => lowest.to_string(),
            Self::Square(Fill { lowest, highest }) => format!("{lowest}–{highest}"),
            Self::Word(word) => (*word).to_owned(),
            Self::Dot => "·".to_owned(),
        }
    }
}
