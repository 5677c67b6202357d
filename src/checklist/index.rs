//! Finds the questions of a checklist by id, in constant time.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::section::Section;

#[derive(Debug, Default)]
pub(crate) struct Index(OnceLock<Places>);

#[derive(Debug, Default)]
pub(super) struct Places {
    /// The index of a question's section, and the question's index in it.
    pub(super) questions: HashMap<String, (usize, usize)>,
    pub(super) replacing: Vec<(usize, usize)>,
    /// How many questions replace a question of the previous edition, by the id of that question.
    pub(super) replaced: HashMap<String, usize>,
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

impl Index {
    pub(super) fn places(&self, sections: &[Section]) -> &Places {
        self.0.get_or_init(|| {
            let mut places = Places::default();
            for (section, questions) in sections.iter().map(|section| &section.questions).enumerate() {
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
