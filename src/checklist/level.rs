//! The four levels, with their numbers, words and names.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How far an arrangement has come. Levels nest: each includes those below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    Absent,
    /// Planned, being introduced, under review, for some only, or only on concern.
    Developing,
    /// It exists and is used across the force.
    InPlace,
    /// In place, and the force checks that it works.
    Assured,
}

impl Level {
    /// Lowest first.
    pub const ALL: [Self; 4] = [Self::Absent, Self::Developing, Self::InPlace, Self::Assured];

    /// 0 to 3: the points in the score, the number printed in tables and the key in the interview.
    pub fn points(self) -> u32 {
        self.pick([0, 1, 2, 3])
    }

    /// The word in files, commands and JSON.
    pub fn word(self) -> &'static str {
        self.pick(["absent", "developing", "in-place", "assured"])
    }

    /// The item for this level of four, lowest level first.
    pub(super) fn pick<T>(self, [absent, developing, in_place, assured]: [T; 4]) -> T {
        match self {
            Self::Absent => absent,
            Self::Developing => developing,
            Self::InPlace => in_place,
            Self::Assured => assured,
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// A checklist's own names for the levels in reports and screens. Files and commands use [`Level::word`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelNames([Cow<'static, str>; 4]);

impl Default for LevelNames {
    fn default() -> Self {
        Self::STANDARD
    }
}

impl LevelNames {
    pub const STANDARD: Self = Self([
        Cow::Borrowed("absent"),
        Cow::Borrowed("developing"),
        Cow::Borrowed("in place"),
        Cow::Borrowed("assured"),
    ]);

    /// Lowest first.
    pub fn new(names: [String; 4]) -> Self {
        Self(names.map(Cow::Owned))
    }

    pub fn name(&self, level: Level) -> &str {
        level.pick(self.0.each_ref()).as_ref()
    }
}
