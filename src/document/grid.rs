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
        let most = most.max(1);
        (0..self.columns.len()).step_by(most).map(|first| self.part(first, most)).collect()
    }

    fn part(&self, first: usize, most: usize) -> Lettered {
        let columns = (0..).map(letter).zip(&self.columns).skip(first).take(most);
        let (letters, headings): (Vec<_>, Vec<_>) =
            columns.map(|(letter, name)| (format!("{letter} {name}"), Column::figures(letter))).unzip();
        let row = |(label, marks): &(String, Vec<Mark>)| {
            let signs = marks.iter().skip(first).take(most).map(Mark::sign);
            std::iter::once(label.clone()).chain(signs).collect()
        };
        let rows = self.sections.iter().flat_map(|section| &section.rows).map(row).collect();
        let columns = std::iter::once(Column::words("Question")).chain(headings).collect();
        Lettered { letters: letters.join(", "), table: Table { columns, rows } }
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
