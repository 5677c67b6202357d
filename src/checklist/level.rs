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

    /// The level of a number, if it is one.
    pub fn from_points(points: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.points() == points)
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
        let [absent, developing, in_place, assured] = &self.0;
        match level {
            Level::Absent => absent,
            Level::Developing => developing,
            Level::InPlace => in_place,
            Level::Assured => assured,
        }
    }
}
