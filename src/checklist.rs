//! A checklist: sections of questions, each with four levels or a figure.
//!
//! A [`Checklist`] is valid once it exists: ids are unique, every level question describes all four levels, and a question
//! refers only to questions that exist.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

use crate::toml_text::Parsed;

mod file;
mod index;
mod level;
pub mod lineage;
mod lookup;
mod question;
mod section;

pub(crate) use file::format_version;
pub use level::{Level, LevelNames};
pub use question::{Count, Kind, Question, QuestionId, Replaced, Scale};
pub use section::Section;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklist {
    pub id: String,
    pub edition: String,
    pub title: String,
    /// What a healthcheck by it is called at the head of every report and form.
    pub healthcheck: String,
    /// What the force's arrangements are for, within a sentence: `integrity (gifts, contacts and the like)`.
    pub subject: String,
    /// What it is built from and what it is not.
    pub about: Option<String>,
    /// What to bear in mind when a published finding is shown next to an answer.
    pub caution: Option<String>,
    pub level_names: Arc<LevelNames>,
    pub terms: Vec<Term>,
    pub sections: Vec<Section>,
    /// Questions of the previous edition that were dropped without a replacement.
    pub withdrawn: Vec<Withdrawn>,
    /// The previous edition, if it is available.
    #[serde(skip)]
    pub earlier: Option<Arc<Checklist>>,
    #[serde(skip)]
    pub(crate) index: index::Index,
}

/// Words in questions and levels that the checklist explains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// One, or several with the same meaning.
    pub words: Vec<String>,
    pub means: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    pub id: QuestionId,
    pub reason: String,
}

impl Checklist {
    /// Unpacks a checklist that was packed when the program was built. `None` if the bytes are from another version.
    pub(crate) fn from_packed(bytes: &[u8]) -> Option<Self> {
        let mut checklist: Self = postcard::from_bytes(bytes).ok()?;
        let names = Arc::clone(&checklist.level_names);
        let questions = checklist.sections.iter_mut().flat_map(|section| &mut section.questions);
        for question in questions {
            match &mut question.kind {
                Kind::Scale(scale) => scale.names = Arc::clone(&names),
                Kind::Count(_) => {}
            }
        }
        Some(checklist)
    }

    /// Whether a text is meant as a checklist: it has sections, or a title and no force.
    pub fn looks_like(parsed: &Parsed<'_>) -> bool {
        parsed.has("sections") || (parsed.has("title") && !parsed.has("force"))
    }

    /// The terms used in a question or its levels, each with only the words that occur there.
    pub fn terms_of(&self, question: &Question) -> impl Iterator<Item = Term> {
        self.terms.iter().filter_map(|term| {
            let words: Vec<String> =
                term.words.iter().filter(|words| question.mentions(words)).cloned().collect();
            (!words.is_empty()).then(|| Term { words, means: term.means.clone() })
        })
    }

    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    pub fn level_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.scale().is_some())
    }

    pub fn count_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.count().is_some())
    }

    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    pub fn section_of(&self, id: &QuestionId) -> Option<&Section> {
        self.sections.get(self.place_of(id.as_str())?.0)
    }

    /// The id of a question or section nearest to a mistyped one.
    pub fn nearest_id(&self, word: &str) -> Option<&str> {
        let sections = self.sections.iter().map(|section| section.id.as_str());
        crate::text::nearest::nearest(
            word,
            self.questions().map(|question| question.id.as_str()).chain(sections),
        )
    }

    pub fn nearest_question(&self, word: &str) -> Option<&str> {
        crate::text::nearest::nearest(word, self.questions().map(|question| question.id.as_str()))
    }
}
