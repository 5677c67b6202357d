//! What somebody answered: one force, one date, one assessor.
//!
//! What HMIC published about a force is an assessment too, with a [`Published`] source. An [`Assessment`] is valid
//! once it exists: every answer is of a question that its checklist asks, and of the kind that is asked for.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::checklist::{Checklist, Level, Question, QuestionId};
use crate::source::{Invalid, Problem, Source};

mod edit;
mod read;

pub use edit::{NewAssessment, Unwritable, set_answer};

/// One force's answers on one date, by one assessor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The force, as it calls itself.
    pub force: String,
    /// The day on which the assessment was opened; of a published one, the last of its month.
    pub date: NaiveDate,
    /// Who assessed: the force's department, or HMIC.
    pub assessor: String,
    /// The protective marking, which stands on every page of every report.
    pub marking: Option<String>,
    /// Where it was published, of HMIC's.
    pub source: Option<Published>,
    /// What was asked.
    pub checklist: Arc<Checklist>,
    /// What was answered. A question without an entry is not answered yet.
    pub answers: BTreeMap<QuestionId, Answer>,
}

/// Where an assessment was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Force report, or press release.
    pub kind: String,
    /// The title as printed.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as printed: "December 2012".
    pub published: String,
    /// The ISBN, where one is printed.
    pub isbn: Option<String>,
    /// The first day which its figures cover.
    pub from: Option<NaiveDate>,
    /// The last day which its figures cover.
    pub to: Option<NaiveDate>,
}

/// An answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was answered.
    pub value: Value,
    /// What was said about it; the reason, of *not applicable*.
    pub note: Option<String>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// Who answered.
    pub by: Option<String>,
    /// When it was answered.
    pub on: Option<NaiveDate>,
    /// The first day which a count covers.
    pub from: Option<NaiveDate>,
    /// The last day which a count covers.
    pub to: Option<NaiveDate>,
}

/// Something that shows an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is and where it is found.
    pub reference: String,
    /// Its own date.
    pub dated: Option<NaiveDate>,
}

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A level.
    Level(Level),
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
    /// A level.
    Level(Level),
    /// Asked, and nobody could say.
    Unknown,
    /// It leaves the score.
    NotApplicable,
    /// Not answered yet.
    Unanswered,
}

impl Value {
    /// The value as it stands in files, commands and JSON.
    pub fn word(self) -> String {
        match self {
            Self::Level(level) => level.word().to_owned(),
            Self::Count(number) => number.to_string(),
            Self::Unknown => "unknown".to_owned(),
            Self::NotApplicable => "not-applicable".to_owned(),
        }
    }

    /// The value as a person reads it.
    pub fn title(self) -> String {
        match self {
            Self::Level(level) => level.title().to_owned(),
            Self::NotApplicable => "not applicable".to_owned(),
            other => other.word(),
        }
    }

    /// What a person typed as the answer to a question.
    ///
    /// # Errors
    ///
    /// A sentence that says what the question takes instead.
    pub fn parse(question: &Question, text: &str) -> Result<Self, String> {
        match text {
            "unknown" => return Ok(Self::Unknown),
            "not-applicable" => return Ok(Self::NotApplicable),
            _ => {}
        }
        let Some(unit) = question.unit() else {
            return Level::from_word(text).map(Self::Level).ok_or_else(|| {
                format!(
                    "`{}` is not a level; write absent, developing, in-place, assured, unknown or not-applicable",
                    text.escape_debug()
                )
            });
        };
        let number = text.parse::<i64>().map_err(|_| {
            format!(
                "`{}` is not a whole number of {unit}, nor unknown or not-applicable",
                text.escape_debug()
            )
        })?;
        Self::count(question, number)
    }

    /// A figure as the answer to a question.
    pub(crate) fn count(question: &Question, number: i64) -> Result<Self, String> {
        match &question.kind {
            crate::checklist::Kind::Count { signed: false, unit, .. } if number < 0 => {
                Err(format!("{number} is below zero, and the number of {unit} cannot be"))
            }
            _ => Ok(Self::Count(number)),
        }
    }
}

impl Standing {
    /// Points for scoring, 0 to 3; unknown scores as absent. `None` where nothing is scored.
    pub fn points(self) -> Option<u32> {
        self.level().map(Level::points)
    }

    /// The level that counts for scoring, with unknown as absent. `None` where nothing is scored.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::Unknown => Some(Level::Absent),
            Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// Whether the target is met. `unknown` never meets one; `None` where nothing is scored.
    pub fn meets(self, target: Level) -> Option<bool> {
        match self {
            Self::Level(level) => Some(level >= target),
            Self::Unknown => Some(false),
            Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// The standing as a person reads it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Level(level) => level.title(),
            Self::Unknown => "unknown",
            Self::NotApplicable => "not applicable",
            Self::Unanswered => "not answered",
        }
    }
}

impl Answer {
    /// An answer of which nothing but the value is said.
    pub fn of(value: Value) -> Self {
        Self { value, note: None, evidence: Vec::new(), by: None, on: None, from: None, to: None }
    }
}

impl Assessment {
    /// Reads an assessment against the checklist that it names, which the caller finds by [`Header::parse`].
    ///
    /// # Errors
    ///
    /// Every problem of the file, each with its place and remedy. A date after `today` is one.
    pub fn parse(source: &Source, checklist: &Arc<Checklist>, today: NaiveDate) -> Result<Self, Invalid> {
        read::assessment(source, checklist, today)
    }

    /// The answer to a question, if there is one.
    pub fn answer(&self, id: &QuestionId) -> Option<&Answer> {
        self.answers.get(id)
    }

    /// How a level question stands.
    pub fn standing(&self, question: &Question) -> Standing {
        match self.answer(&question.id).map(|answer| answer.value) {
            Some(Value::Level(level)) => Standing::Level(level),
            Some(Value::NotApplicable) => Standing::NotApplicable,
            Some(Value::Unknown) => Standing::Unknown,
            Some(Value::Count(_)) | None => Standing::Unanswered,
        }
    }

    /// Whether two assessments are of the same force, whatever the case of its letters.
    pub fn same_force(&self, other: &Self) -> bool {
        self.force.to_lowercase() == other.force.to_lowercase()
    }
}

/// The checklist that an assessment names, before it is read as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The checklist's id, or the path of its file, relative to the assessment's own.
    pub checklist: String,
    /// Where that stands in the file, in bytes.
    span: Range<usize>,
}

impl Header {
    /// Which checklist an assessment names.
    ///
    /// # Errors
    ///
    /// When it names none, or cannot be read as TOML at all.
    pub fn parse(source: &Source) -> Result<Self, Invalid> {
        read::header(source)
    }

    /// The problem of an assessment whose checklist is not to be had.
    pub fn not_held(&self, source: &Source, why: impl Into<String>, help: impl Into<String>) -> Invalid {
        Invalid::new(source.clone(), vec![Problem::new(self.span.clone(), why, help)])
    }
}
