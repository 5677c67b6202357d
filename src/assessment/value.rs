//! The values of answers, and what they mean for scoring.

use super::{Levels, Verdict};
use crate::checklist::{Count, Kind, Level, LevelNames, Question};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// One level; in a finding perhaps a range.
    Level(Levels),
    Count(i64),
    /// Nobody could say. Scored as absent.
    Unknown,
    /// The question does not apply, for the reason in the note. Not scored.
    NotApplicable,
}

/// The answer to a level question, or the lack of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Level(Levels),
    Unknown,
    NotApplicable,
    Unanswered,
}

pub const NOT_ANSWERED: &str = "not answered";

impl From<Level> for Value {
    fn from(level: Level) -> Self {
        Self::Level(level.into())
    }
}

impl Value {
    /// None for a count.
    pub fn standing(self) -> Option<Standing> {
        match self {
            Self::Level(levels) => Some(Standing::Level(levels)),
            Self::Unknown => Some(Standing::Unknown),
            Self::NotApplicable => Some(Standing::NotApplicable),
            Self::Count(_) => None,
        }
    }

    /// As in files, commands and JSON.
    pub fn word(self) -> String {
        match self {
            Self::Level(levels) => levels.word(),
            Self::Count(number) => number.to_string(),
            Self::Unknown => "unknown".to_owned(),
            Self::NotApplicable => "not-applicable".to_owned(),
        }
    }

    pub fn is_range(self) -> bool {
        matches!(self, Self::Level(levels) if !levels.is_one())
    }

    /// As in reports.
    pub fn title(self, names: &LevelNames) -> String {
        match self {
            Self::Level(levels) => levels.title(names),
            Self::NotApplicable => "not applicable".to_owned(),
            other => other.word(),
        }
    }

    /// Reads what a person typed as the answer to a question.
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

    /// Reads a level, or in a review a range such as `developing..in-place`.
    fn levels(text: &str) -> Option<Self> {
        match text.split_once("..") {
            None => Level::from_word(text).map(Self::from),
            Some((lowest, highest)) => {
                Levels::new(Level::from_word(lowest)?, Level::from_word(highest)?).map(Self::Level)
            }
        }
    }

    /// Refuses a negative number, unless the question allows it.
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

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}; {help}")]
pub struct ValueError {
    pub message: String,
    pub help: String,
}

/// Names the level that was meant if only case, spaces or hyphens differ, else all values.
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
    /// The levels to score, with unknown as absent. `None` if nothing is scored.
    pub fn levels(self) -> Option<Levels> {
        match self {
            Self::Level(levels) => Some(levels),
            Self::Unknown => Some(Levels::one(Level::Absent)),
            Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// `unknown` is always a gap. `None` if nothing is scored.
    pub fn verdict(self, target: Level) -> Option<Verdict> {
        match self {
            Self::Level(levels) => Some(levels.verdict(target)),
            Self::Unknown => Some(Verdict::Gap),
            Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// As in files; `None` unless it is a level or unknown.
    pub fn word(self) -> Option<String> {
        match self {
            Self::Level(levels) => Some(levels.word()),
            Self::Unknown => Some("unknown".to_owned()),
            Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// As in reports.
    pub fn title(self, names: &LevelNames) -> String {
        match self {
            Self::Level(levels) => levels.title(names),
            Self::Unknown => "unknown".to_owned(),
            Self::NotApplicable => "not applicable".to_owned(),
            Self::Unanswered => NOT_ANSWERED.to_owned(),
        }
    }
}
