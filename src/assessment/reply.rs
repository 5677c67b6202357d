//! What a force replies to a review, question by question: its right of reply.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::approval::Digest;
use crate::checklist::QuestionId;

/// A force's replies to one review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replies {
    /// The name of the review's file.
    pub review: String,
    /// What that file was when the force last replied.
    pub sha256: Digest,
    /// The replies.
    pub replies: BTreeMap<QuestionId, Reply>,
}

/// A reply to what a reviewer says of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Whether the force accepts it.
    pub stance: Stance,
    /// Why, which a dispute needs.
    pub reason: Option<String>,
    /// Who replied.
    pub by: Option<String>,
    /// When.
    pub on: NaiveDate,
}

/// Whether a force accepts what a reviewer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// It does.
    Accepted,
    /// It does not.
    Disputed,
}

impl Stance {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Accepted, Self::Disputed];

    /// The word in files, commands, reports and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Disputed => "disputed",
        }
    }

    /// From its word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.word() == word)
    }
}
