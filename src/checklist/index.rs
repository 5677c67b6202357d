//! Where the questions of a checklist are, by their ids: looked up once, however long the checklist is.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Checklist, Question};

/// What is looked up by id, made when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct Index(OnceLock<Places>);

#[derive(Debug, Default)]
struct Places {
    /// The section of a question and its place there.
    questions: HashMap<String, (usize, usize)>,
    /// The questions that replace any of the edition before, in the order in which they are asked.
    replacing: Vec<(usize, usize)>,
    /// How many questions replace one of the edition before, by its id.
    replaced: HashMap<String, usize>,
}

/// It says nothing that the checklist does not: a copy finds out for itself, and all are equal.
impl Clone for Index {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}

impl Checklist {
    /// The question of an id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.places().questions.get(id).and_then(|place| self.at(*place))
    }

    /// Where a question stands among all, to set others in the order in which they are asked.
    pub(crate) fn place_of(&self, id: &str) -> Option<(usize, usize)> {
        self.places().questions.get(id).copied()
    }

    /// The questions that replace any of the edition before.
    pub(super) fn replacing(&self) -> impl Iterator<Item = &Question> {
        self.places().replacing.iter().filter_map(|place| self.at(*place))
    }

    /// How many questions of this edition replace one of the edition before.
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
