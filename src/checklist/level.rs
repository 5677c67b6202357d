//! The four levels of an arrangement, with their numbers, their words, and what a checklist calls them.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How far an arrangement has come: existence, operation, effectiveness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
        self.pick([0, 1, 2, 3])
    }

    /// The word in files, commands and JSON.
    pub fn word(self) -> &'static str {
        self.pick(["absent", "developing", "in-place", "assured"])
    }

    /// This level's item of four, which stand lowest level first.
    pub(super) fn pick<T>(self, [absent, developing, in_place, assured]: [T; 4]) -> T {
        match self {
            Self::Absent => absent,
            Self::Developing => developing,
            Self::InPlace => in_place,
            Self::Assured => assured,
        }
    }

    /// The level of a word, if it is one.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// What a checklist calls the levels, as people read them; files and commands keep to the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelNames([Cow<'static, str>; 4]);

impl Default for LevelNames {
    fn default() -> Self {
        Self::STANDARD
    }
}

impl LevelNames {
    /// The names where a checklist gives none.
    pub const STANDARD: Self = Self([
        Cow::Borrowed("absent"),
        Cow::Borrowed("developing"),
        Cow::Borrowed("in place"),
        Cow::Borrowed("assured"),
    ]);

    /// Names of a checklist's own, lowest first.
    pub fn new(names: [String; 4]) -> Self {
        Self(names.map(Cow::Owned))
    }

    /// What a level is called.
    pub fn name(&self, level: Level) -> &str {
        level.pick(self.0.each_ref()).as_ref()
    }
}
