//! A question, and the kind of answer it asks for.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

use super::{Level, LevelNames};

/// A permanent id: lower-case words joined by hyphens, at most 64 bytes, such as `gifts-single-register`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuestionId(String);

impl QuestionId {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `None` unless the text is lower-case letters, digits and single hyphens.
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

/// A link to a question of the previous edition that this one replaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    pub id: QuestionId,
    pub comparable: bool,
    /// What changed, or why they can still be compared.
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    /// A short label, unique in the checklist; made from the id if the file gives none.
    pub title: String,
    /// What it is about, as a phrase in a sentence; its title if the file gives none.
    pub subject: String,
    pub ask: String,
    pub why: Option<String>,
    /// The chapters and headings that it is based on.
    pub rests_on: Vec<String>,
    pub owner: Option<String>,
    /// What would show the answer.
    pub evidence: Vec<String>,
    pub action: Option<String>,
    pub kind: Kind,
    pub replaces: Vec<Replaced>,
}

/// The kind of answer a question asks for. Match on all kinds, or use [`Question::scale`] and [`Question::count`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    Scale(Scale),
    Count(Count),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    pub target: Level,
    /// Whether its gap is listed first, whatever its weight.
    pub essential: bool,
    /// Its weight within the section, 1 to 100.
    pub weight: u32,
    /// Lowest level first.
    pub descriptions: [String; 4],
    #[serde(skip)]
    pub names: Arc<LevelNames>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// What is counted: "cases".
    pub unit: String,
    pub signed: bool,
    /// The count that it may not exceed.
    pub at_most: Option<QuestionId>,
    /// What to bear in mind when comparing it with another force's.
    pub caution: Option<String>,
}

impl Scale {
    pub fn description(&self, level: Level) -> &str {
        level.pick(self.descriptions.each_ref()).as_str()
    }

    /// The description of a level. If it begins with *In place, and*, those words are replaced by that level's description.
    pub fn description_in_full(&self, level: Level) -> String {
        let text = self.description(level);
        match text.strip_prefix("In place, and ") {
            Some(more) => format!("{}; and {more}", self.description(Level::InPlace).trim_end_matches('.')),
            None => text.to_owned(),
        }
    }
}

impl Question {
    /// `None` for a question that asks for a figure.
    pub fn scale(&self) -> Option<&Scale> {
        match &self.kind {
            Kind::Scale(scale) => Some(scale),
            Kind::Count(_) => None,
        }
    }

    /// `None` for a question that asks for a level.
    pub fn count(&self) -> Option<&Count> {
        match &self.kind {
            Kind::Count(count) => Some(count),
            Kind::Scale(_) => None,
        }
    }

    pub fn level_names(&self) -> &LevelNames {
        const STANDARD: &LevelNames = &LevelNames::STANDARD;
        self.scale().map_or(STANDARD, |scale| &scale.names)
    }

    /// Always false for a figure.
    pub fn is_essential(&self) -> bool {
        self.scale().is_some_and(|scale| scale.essential)
    }

    /// Whether words occur in the question or its levels, as whole words and in any case.
    pub(super) fn mentions(&self, words: &str) -> bool {
        let levels = self.scale().into_iter().flat_map(|scale| &scale.descriptions);
        levels.chain([&self.ask]).any(|text| spaced(text).contains(&spaced(words)))
    }
}

/// The words of a text in lower case, each between two spaces.
fn spaced(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + &word.to_lowercase() + " ")
}
