//! Looks questions up by id.

use super::index::Places;
use super::{Checklist, Question};

impl Checklist {
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.places().questions.get(id).and_then(|place| self.at(*place))
    }

    /// A question's section and place in it, to sort by the order of the checklist.
    pub(crate) fn place_of(&self, id: &str) -> Option<(usize, usize)> {
        self.places().questions.get(id).copied()
    }

    /// The questions that replace one of the previous edition.
    pub(super) fn replacing(&self) -> impl Iterator<Item = &Question> {
        self.places().replacing.iter().filter_map(|place| self.at(*place))
    }

    pub(super) fn number_replacing(&self, id: &str) -> usize {
        self.places().replaced.get(id).copied().unwrap_or_default()
    }

    fn at(&self, (section, question): (usize, usize)) -> Option<&Question> {
        self.sections.get(section)?.questions.get(question)
    }

    fn places(&self) -> &Places {
        self.index.places(&self.sections)
    }
}
