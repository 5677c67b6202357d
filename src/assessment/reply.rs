//! A force's replies to a review, question by question.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::approval::Digest;
use crate::checklist::QuestionId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replies {
    pub review: String,
    /// The digest of that file when the force last replied.
    pub sha256: Digest,
    pub replies: BTreeMap<QuestionId, Reply>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub stance: Stance,
    /// A dispute needs one.
    pub reason: Option<String>,
    pub by: Option<String>,
    pub on: NaiveDate,
}

/// Whether the force accepts a reviewer's finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    Accepted,
    Disputed,
}

impl Stance {
    pub const ALL: [Self; 2] = [Self::Accepted, Self::Disputed];

    /// As in files, commands, reports and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Disputed => "disputed",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.word() == word)
    }
}
