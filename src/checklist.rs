//! What is asked: a checklist of sections, their questions, and the four levels of each.
//!
//! A [`Checklist`] is valid once it exists: ids are unique, every level question describes all four levels, and what
//! one question says of another names a question that is there.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

use crate::text::source::{ParseError, Source};
use crate::toml_text::Parsed;

mod file;
mod index;
mod level;
pub mod lineage;
mod question;

pub(crate) use file::format_version;
pub use level::{Level, LevelNames};
pub use question::{Count, Kind, Question, QuestionId, Replaced, Scale};

/// What is asked, in sections, under an id and an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklist {
    /// The name by which assessments refer to it.
    pub id: String,
    /// Which wording of it this is.
    pub edition: String,
    /// Its name for people.
    pub title: String,
    /// What a healthcheck by it is called at the head of every report and form.
    pub healthcheck: String,
    /// What the force's arrangements are for, within a sentence: `integrity (gifts, contacts and the like)`.
    pub subject: String,
    /// What it is built from and what it is not.
    pub about: Option<String>,
    /// What to bear in mind where findings that were published on it stand beside an answer.
    pub caution: Option<String>,
    /// What it calls the levels.
    pub level_names: Arc<LevelNames>,
    /// What its words mean, wherever they stand in a question or a level.
    pub terms: Vec<Term>,
    /// Its sections, in the order in which they are asked.
    pub sections: Vec<Section>,
    /// Questions of the edition before that are no longer asked, nor replaced.
    pub withdrawn: Vec<Withdrawn>,
    /// The edition before this one, where there is one and it is held.
    #[serde(skip)]
    pub earlier: Option<Arc<Checklist>>,
    /// Where its questions are.
    #[serde(skip)]
    pub(crate) index: index::Index,
}

/// What some words of a checklist mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The words: one, or several that mean the same.
    pub words: Vec<String>,
    /// What they mean.
    pub means: String,
}

/// A question that is no longer asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Its id in the edition before.
    pub id: QuestionId,
    /// Why it went.
    pub reason: String,
}

/// Questions about one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The section's permanent name.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// Its heading in a narrative; its title where the file gives none.
    pub chapter: String,
    /// What it counts for in the overall score, 1 to 100.
    pub weight: u32,
    /// Its questions, in the order in which they are asked.
    pub questions: Vec<Question>,
}

impl Section {
    /// Its questions for a level, each with its scale.
    pub fn scaled(&self) -> impl Iterator<Item = (&Question, &Scale)> {
        self.questions.iter().filter_map(|question| Some((question, question.scale()?)))
    }

    /// Its questions for a figure.
    pub fn counts(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.count().is_some())
    }
}

impl Checklist {
    /// Reads a checklist, in the format of `checklists/README.md`.
    ///
    /// # Errors
    ///
    /// Every problem of the file, each with its place and remedy.
    pub fn parse(source: &Source) -> Result<Self, ParseError> {
        Self::read(&Parsed::new(source))
    }

    /// Reads a checklist from a text that was parsed already.
    ///
    /// # Errors
    ///
    /// As of [`Checklist::parse`].
    pub fn read(parsed: &Parsed<'_>) -> Result<Self, ParseError> {
        parsed.read("a checklist", file::checklist)
    }

    /// A checklist that was read and packed when the program was built. `None` where the bytes are of another make.
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

    /// Whether a text means to be a checklist: it has sections, or a title and no force.
    pub fn looks_like(parsed: &Parsed<'_>) -> bool {
        parsed.has("sections") || (parsed.has("title") && !parsed.has("force"))
    }

    /// What is explained of a question: each term with those of its words that stand in it or in one of its levels.
    pub fn terms_of(&self, question: &Question) -> impl Iterator<Item = Term> {
        self.terms.iter().filter_map(|term| {
            let words: Vec<String> =
                term.words.iter().filter(|words| question.mentions(words)).cloned().collect();
            (!words.is_empty()).then(|| Term { words, means: term.means.clone() })
        })
    }

    /// Every question, in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The questions that are scored.
    pub fn level_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.scale().is_some())
    }

    /// The questions that ask for a figure.
    pub fn count_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.count().is_some())
    }

    /// The section of an id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The section in which a question stands.
    pub fn section_of(&self, id: &QuestionId) -> Option<&Section> {
        self.sections.get(self.place_of(id.as_str())?.0)
    }

    /// The nearest id of a question or section to one that was mistyped.
    pub fn nearest_id(&self, word: &str) -> Option<&str> {
        let sections = self.sections.iter().map(|section| section.id.as_str());
        crate::text::nearest::nearest(
            word,
            self.questions().map(|question| question.id.as_str()).chain(sections),
        )
    }

    /// The nearest id of a question to one that was mistyped.
    pub fn nearest_question(&self, word: &str) -> Option<&str> {
        crate::text::nearest::nearest(word, self.questions().map(|question| question.id.as_str()))
    }
}
