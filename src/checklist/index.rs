//! Finds the questions of a checklist by id, in constant time.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Checklist, Question};

#[derive(Debug, Default)]
pub(crate) struct Index(OnceLock<Places>);

#[derive(Debug, Default)]
struct Places {
    /// The index of a question's section, and the question's index in it.
    questions: HashMap<String, (usize, usize)>,
    replacing: Vec<(usize, usize)>,
    /// How many questions replace a question of the previous edition, by the id of that question.
    replaced: HashMap<String, usize>,
}

/// A copy builds its own: its checklist may be changed.
impl Clone for Index {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// All are equal: an index says nothing that its checklist does not.
impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

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
        self.index.0.get_or_init(|| {
            let mut places = Places::default();
            for (section, questions) in self.sections.iter().map(|section| &section.questions).enumerate() {
                for (at, question) in questions.iter().enumerate() {
                    places.questions.insert(question.id.as_str().to_owned(), (section, at));
                    if !question.replaces.is_empty() {
                        places.replacing.push((section, at));
                    }
                    for link in &question.replaces {
                        *places.replaced.entry(link.id.as_str().to_owned()).or_default() += 1;
                    }
                }
            }
            places
        })
    }
}
