//! A section of a checklist.

use serde::{Deserialize, Serialize};

use super::question::{Question, Scale};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub id: String,
    pub title: String,
    /// Its heading in a narrative; its title if the file gives none.
    pub chapter: String,
    /// Its weight in the overall score, 1 to 100.
    pub weight: u32,
    pub questions: Vec<Question>,
}

impl Section {
    pub fn scaled(&self) -> impl Iterator<Item = (&Question, &Scale)> {
        self.questions.iter().filter_map(|question| Some((question, question.scale()?)))
    }

    pub fn counts(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.count().is_some())
    }
}
