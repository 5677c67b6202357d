//! One question: what is asked, and what kind of answer it takes.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

use super::{Level, LevelNames};

/// The permanent name of a question: lower-case words joined by hyphens, such as `gifts-single-register`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

pub(super) fn is_id(text: &str) -> bool {
    let word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.len() <= 64 && text.split('-').all(word)
}

/// What a question of the edition before has become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The id of the earlier question.
    pub id: QuestionId,
    /// Whether answers to the two can be compared.
    pub comparable: bool,
    /// What changed, or why they can be compared all the same.
    pub reason: String,
}

/// One thing that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The questions of the edition before that it replaces.
    pub replaces: Vec<Replaced>,
}

/// What kind of answer a question takes. Whatever tells the kinds apart matches on all of them, or asks for what it
/// needs by [`Question::scale`] and [`Question::count`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One of four levels, which is scored.
    Scale(Scale),
    /// A figure, which is never scored.
    Count(Count),
}

/// The scale of a question that asks for a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// The level that the question asks for.
    pub target: Level,
    /// Whether its gap comes first, whatever its weight.
    pub essential: bool,
    /// What it counts for within its section, 1 to 100.
    pub weight: u32,
    /// What each level looks like, lowest first.
    pub descriptions: [String; 4],
    /// What its checklist calls the levels.
    #[serde(skip)]
    pub names: Arc<LevelNames>,
}

/// What a question that asks for a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// What is counted.
    pub unit: String,
    /// Whether it may be below zero.
    pub signed: bool,
    /// The count which it may not exceed.
    pub at_most: Option<QuestionId>,
    /// What to bear in mind when it stands beside another force's.
    pub caution: Option<String>,
}

impl Scale {
    /// What a level looks like for its question.
    pub fn description(&self, level: Level) -> &str {
        level.pick(self.descriptions.each_ref()).as_str()
    }

    /// What a level looks like, with what it builds on where it begins with *In place, and*.
    pub fn description_in_full(&self, level: Level) -> String {
        let text = self.description(level);
        match text.strip_prefix("In place, and ") {
            Some(more) => format!("{}; and {more}", self.description(Level::InPlace).trim_end_matches('.')),
            None => text.to_owned(),
        }
    }
}

impl Question {
    /// Its scale, where it asks for a level.
    pub fn scale(&self) -> Option<&Scale> {
        match &self.kind {
            Kind::Scale(scale) => Some(scale),
            Kind::Count(_) => None,
        }
    }

    /// What it counts, where it asks for a figure.
    pub fn count(&self) -> Option<&Count> {
        match &self.kind {
            Kind::Count(count) => Some(count),
            Kind::Scale(_) => None,
        }
    }

    /// What its checklist calls the levels.
    pub fn level_names(&self) -> &LevelNames {
        const STANDARD: &LevelNames = &LevelNames::STANDARD;
        self.scale().map_or(STANDARD, |scale| &scale.names)
    }

    /// Whether its gap comes first; never of a question that can have none.
    pub fn is_essential(&self) -> bool {
        self.scale().is_some_and(|scale| scale.essential)
    }

    /// Whether words stand in the question or in one of its levels, as whole words and in any case.
    pub(super) fn mentions(&self, words: &str) -> bool {
        let levels = self.scale().into_iter().flat_map(|scale| &scale.descriptions);
        levels.chain([&self.ask]).any(|text| spaced(text).contains(&spaced(words)))
    }
}

/// The words of a text, each between two spaces, in lower case.
fn spaced(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + &word.to_lowercase() + " ")
}
