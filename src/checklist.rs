//! What is asked: a checklist of sections, their questions, and the four levels of each.
//!
//! A [`Checklist`] is valid once it exists: ids are unique, every level question describes all four levels, and what
//! one question says of another names a question that is there.

use std::fmt;
use std::sync::Arc;

use crate::fields::{read_root, root_keys};
use crate::source::{Invalid, Source};

mod read;

pub(crate) use read::read_format;

/// The permanent name of a question: lower-case words joined by hyphens, such as `gifts-single-register`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(String);

impl QuestionId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A text as an id; `None` unless it is lower-case letters, digits and single hyphens.
    pub fn new(text: &str) -> Option<Self> {
        is_id(text).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_id(text: &str) -> bool {
    let word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.len() <= 64 && text.split('-').all(word)
}

/// How far an arrangement has come: existence, operation, effectiveness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// There is nothing.
    Absent,
    /// Planned, being introduced, under review, for some only, or only on concern.
    Developing,
    /// It exists and is used across the force.
    InPlace,
    /// In place, and the force makes sure that it works.
    Assured,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 4] = [Self::Absent, Self::Developing, Self::InPlace, Self::Assured];

    /// Its number, 0 to 3: its points in the score, what is printed for it and what is pressed for it.
    pub fn points(self) -> u32 {
        match self {
            Self::Absent => 0,
            Self::Developing => 1,
            Self::InPlace => 2,
            Self::Assured => 3,
        }
    }

    /// The word in files, commands and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Developing => "developing",
            Self::InPlace => "in-place",
            Self::Assured => "assured",
        }
    }

    /// The word as a person reads it.
    pub fn title(self) -> &'static str {
        match self {
            Self::InPlace => "in place",
            other => other.word(),
        }
    }

    /// The level of a number, if it is one.
    pub fn from_points(points: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.points() == points)
    }

    /// The level of a word, if it is one.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// What is asked, in sections, under an id and an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// The name by which assessments refer to it.
    pub id: String,
    /// Which wording of it this is.
    pub edition: String,
    /// Its name for people.
    pub title: String,
    /// What it is built from and what it is not.
    pub about: Option<String>,
    /// What its words mean, wherever they stand in a question or a level.
    pub terms: Vec<Term>,
    /// Its sections, in the order in which they are asked.
    pub sections: Vec<Section>,
    /// Questions of the edition before that are no longer asked, nor replaced.
    pub withdrawn: Vec<Withdrawn>,
    /// The edition before this one, where there is one and it is held.
    pub earlier: Option<Arc<Checklist>>,
}

/// What some words of a checklist mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The words: one, or several that mean the same.
    pub words: Vec<String>,
    /// What they mean.
    pub means: String,
}

/// A question that is no longer asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// Its id in the edition before.
    pub id: QuestionId,
    /// Why it went.
    pub reason: String,
}

/// What a question of the edition before has become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The id of the earlier question.
    pub id: QuestionId,
    /// Whether answers to the two can be compared.
    pub comparable: bool,
    /// What changed, or why they can be compared all the same.
    pub reason: String,
}

/// Questions about one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The section's permanent name.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// The heading under which it is told in a narrative; its title where the file gives none.
    pub chapter: String,
    /// What it counts for in the overall score, 1 to 100.
    pub weight: u32,
    /// Its questions, in the order in which they are asked.
    pub questions: Vec<Question>,
}

/// One thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The permanent name to which answers are tied.
    pub id: QuestionId,
    /// A short label, unique in the checklist; from the id where the file gives none.
    pub title: String,
    /// What it is about, as a phrase in a sentence; its title where the file gives none.
    pub subject: String,
    /// The question itself.
    pub ask: String,
    /// Why it is asked.
    pub why: Option<String>,
    /// The chapters and headings on which it rests.
    pub rests_on: Vec<String>,
    /// Whom to ask.
    pub owner: Option<String>,
    /// What would show the answer.
    pub evidence: Vec<String>,
    /// What to do when it falls short.
    pub action: Option<String>,
    /// Whether its gap comes first, whatever its weight.
    pub essential: bool,
    /// What it counts for within its section, 1 to 100.
    pub weight: u32,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The questions of the edition before that it replaces.
    pub replaces: Vec<Replaced>,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of four levels.
    Level {
        /// The level that the question asks for.
        target: Level,
        /// What each level looks like, lowest first.
        descriptions: [String; 4],
    },
    /// A figure, which is never scored.
    Count {
        /// What is counted.
        unit: String,
        /// Whether it may be below zero.
        signed: bool,
        /// The count which it may not exceed.
        at_most: Option<QuestionId>,
        /// What to bear in mind when it stands beside another force's.
        caution: Option<String>,
    },
}

impl Question {
    /// The level that is asked for; `None` of a count.
    pub fn target(&self) -> Option<Level> {
        match &self.kind {
            Kind::Level { target, .. } => Some(*target),
            Kind::Count { .. } => None,
        }
    }

    /// What a level looks like for this question; `None` of a count.
    pub fn description(&self, level: Level) -> Option<&str> {
        match &self.kind {
            Kind::Level { descriptions, .. } => Level::ALL
                .iter()
                .zip(descriptions)
                .find(|(each, _)| **each == level)
                .map(|(_, text)| text.as_str()),
            Kind::Count { .. } => None,
        }
    }

    /// Whether words stand in the question or in one of its levels, as whole words and in any case.
    fn says(&self, words: &str) -> bool {
        let levels = Level::ALL.into_iter().filter_map(|level| self.description(level));
        levels.chain([self.ask.as_str()]).any(|text| spaced(text).contains(&spaced(words)))
    }

    /// What a level looks like, with what it builds on where it begins with *In place, and*; `None` of a count.
    pub fn description_in_full(&self, level: Level) -> Option<String> {
        let text = self.description(level)?;
        let (Some(more), Some(base)) =
            (text.strip_prefix("In place, and "), self.description(Level::InPlace))
        else {
            return Some(text.to_owned());
        };
        Some(format!("{}; and {more}", base.trim_end_matches('.')))
    }

    /// What is counted; `None` of a level question.
    pub fn unit(&self) -> Option<&str> {
        match &self.kind {
            Kind::Count { unit, .. } => Some(unit),
            Kind::Level { .. } => None,
        }
    }
}

/// The words of a text, each between two spaces, in lower case.
fn spaced(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + &word.to_lowercase() + " ")
}

impl Checklist {
    /// Reads a checklist, in the format of `checklists/README.md`.
    ///
    /// # Errors
    ///
    /// Every problem of the file, each with its place and remedy.
    pub fn parse(source: &Source) -> Result<Self, Invalid> {
        read_root(source, "a checklist", read::checklist)
    }

    /// Whether a text means to be a checklist: it has sections, or a title and no force.
    pub fn is_claimed_by(source: &Source) -> bool {
        let keys = root_keys(source);
        let has = |key: &str| keys.iter().any(|each| each == key);
        has("sections") || (has("title") && !has("force"))
    }

    /// What is explained of a question: each term with those of its words that stand in it or in one of its levels.
    pub fn terms_of(&self, question: &Question) -> impl Iterator<Item = Term> {
        self.terms.iter().filter_map(|term| {
            let words: Vec<String> =
                term.words.iter().filter(|words| question.says(words)).cloned().collect();
            (!words.is_empty()).then(|| Term { words, means: term.means.clone() })
        })
    }

    /// Every question, in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The questions that are scored.
    pub fn level_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.target().is_some())
    }

    /// The questions that ask for a figure.
    pub fn count_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.unit().is_some())
    }

    /// The question of an id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id.as_str() == id)
    }

    /// The section of an id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The section in which a question stands.
    pub fn section_of(&self, id: &QuestionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.questions.iter().any(|question| question.id == *id))
    }

    /// The nearest id of a question or section to one that was mistyped.
    pub fn nearest_id(&self, word: &str) -> Option<&str> {
        let sections = self.sections.iter().map(|section| section.id.as_str());
        crate::nearest::nearest(word, self.questions().map(|question| question.id.as_str()).chain(sections))
    }

    /// The nearest id of a question to one that was mistyped.
    pub fn nearest_question(&self, word: &str) -> Option<&str> {
        crate::nearest::nearest(word, self.questions().map(|question| question.id.as_str()))
    }
}
