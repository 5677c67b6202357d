//! What can be answered, and what it means for scoring.

use super::{Levels, Verdict};
use crate::checklist::{Count, Kind, Level, LevelNames, Question};

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A level; of a finding, a range of them.
    Level(Levels),
    /// A figure.
    Count(i64),
    /// Asked, and nobody could say; scores as absent.
    Unknown,
    /// The question does not apply; the note says why.
    NotApplicable,
}

/// What a level question's answer means for scoring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A level; of a finding, a range of them.
    Level(Levels),
    /// Asked, and nobody could say.
    Unknown,
    /// It leaves the score.
    NotApplicable,
    /// Not answered yet.
    Unanswered,
}

/// What a force's question without an answer is called.
pub const NOT_ANSWERED: &str = "not answered";

impl From<Level> for Value {
    fn from(level: Level) -> Self {
        Self::Level(level.into())
    }
}

impl Value {
    /// The value as it stands in files, commands and JSON.
    pub fn word(self) -> String {
        match self {
            Self::Level(levels) => levels.word(),
            Self::Count(number) => number.to_string(),
            Self::Unknown => "unknown".to_owned(),
            Self::NotApplicable => "not-applicable".to_owned(),
        }
    }

    /// Whether it is more than one level.
    pub fn is_range(self) -> bool {
        matches!(self, Self::Level(levels) if !levels.is_one())
    }

    /// The value as a person reads it.
    pub fn title(self, names: &LevelNames) -> String {
        match self {
            Self::Level(levels) => levels.title(names),
            Self::NotApplicable => "not applicable".to_owned(),
            other => other.word(),
        }
    }

    /// What a person typed as the answer to a question.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and what the question takes instead.
    pub fn parse(question: &Question, text: &str) -> Result<Self, ValueError> {
        match text {
            "unknown" => return Ok(Self::Unknown),
            "not-applicable" => return Ok(Self::NotApplicable),
            _ => {}
        }
        let shown = text.escape_debug();
        match &question.kind {
            Kind::Scale(_) => Self::levels(text).ok_or_else(|| ValueError {
                message: format!("`{shown}` is not a level"),
                help: level_help(text),
            }),
            Kind::Count(count) => {
                let number = text.parse::<i64>().map_err(|_| ValueError {
                    message: format!("`{shown}` is not a whole number of {}", count.unit),
                    help: if count.signed {
                        "write a whole number, such as 4 or -2, or unknown, or not-applicable".to_owned()
                    } else {
                        "write digits alone, or unknown, or not-applicable".to_owned()
                    },
                })?;
                Self::from_count(count, number)
            }
        }
    }

    /// A level, or of a review a range of them: `developing..in-place`.
    fn levels(text: &str) -> Option<Self> {
        match text.split_once("..") {
            None => Level::from_word(text).map(Self::from),
            Some((lowest, highest)) => {
                Levels::new(Level::from_word(lowest)?, Level::from_word(highest)?).map(Self::Level)
            }
        }
    }

    /// A figure as the answer to a question that counts.
    pub(crate) fn from_count(count: &Count, number: i64) -> Result<Self, ValueError> {
        if count.signed || number >= 0 {
            return Ok(Self::Count(number));
        }
        Err(ValueError {
            message: format!("{number} is below zero, and the number of {} cannot be", count.unit),
            help: "write 0 or more, or unknown".to_owned(),
        })
    }
}

/// A value that does not answer its question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}; {help}")]
pub struct ValueError {
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: String,
}

/// The level that was meant, where the case or a space is all that is wrong with it; else all there are.
fn level_help(text: &str) -> String {
    let word = text.trim().to_lowercase().replace([' ', '_'], "-");
    let meant = Level::from_word(&word)
        .or_else(|| Level::ALL.into_iter().find(|level| level.word().replace('-', "") == word));
    match meant {
        Some(level) => format!("write {}", level.word()),
        None => "write absent, developing, in-place, assured, unknown or not-applicable".to_owned(),
    }
}

impl Standing {
    /// The levels that count for scoring, with unknown as absent. `None` where nothing is scored.
    pub fn levels(self) -> Option<Levels> {
        match self {
            Self::Level(levels) => Some(levels),
            Self::Unknown => Some(Levels::one(Level::Absent)),
            Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// How it stands to a target. `unknown` is a gap whatever the target; `None` where nothing is scored.
    pub fn verdict(self, target: Level) -> Option<Verdict> {
        match self {
            Self::Level(levels) => Some(levels.verdict(target)),
            Self::Unknown => Some(Verdict::Gap),
            Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// The standing as it is written in files, where it is a level or unknown.
    pub fn word(self) -> Option<String> {
        match self {
            Self::Level(levels) => Some(levels.word()),
            Self::Unknown => Some("unknown".to_owned()),
            Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// The standing as a person reads it.
    pub fn title(self, names: &LevelNames) -> String {
        match self {
            Self::Level(levels) => levels.title(names),
            Self::Unknown => "unknown".to_owned(),
            Self::NotApplicable => "not applicable".to_owned(),
            Self::Unanswered => NOT_ANSWERED.to_owned(),
        }
    }
}
