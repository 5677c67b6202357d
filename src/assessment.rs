//! What somebody answered: one force, one date, one assessor.
//!
//! What HMIC published about a force is an assessment too, with a [`Published`] source. An [`Assessment`] is valid
//! once it exists: every answer is of a question that its checklist asks, and of the kind that is asked for.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::checklist::{Checklist, Kind, Level, Question, QuestionId};
use crate::source::{Invalid, Problem, Source};

mod edit;
mod read;

pub use edit::{NewAssessment, Unwritable, set_answers};

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
    /// What kind of publication it is.
    pub kind: Publication,
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

/// What kind of publication an assessment was published in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// HMIC's report on one force, whole.
    ForceReport,
    /// HMIC's own press release, known in part only.
    PressRelease,
}

impl Publication {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::ForceReport, Self::PressRelease];

    /// The words in files, reports and JSON.
    pub fn words(self) -> &'static str {
        match self {
            Self::ForceReport => "force report",
            Self::PressRelease => "press release",
        }
    }

    /// Whether only a part of what was published is known.
    pub fn is_partial(self) -> bool {
        self == Self::PressRelease
    }
}

impl std::fmt::Display for Publication {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.words())
    }
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
    /// What is wrong with it, and what the question takes instead.
    pub fn parse(question: &Question, text: &str) -> Result<Self, WrongValue> {
        match text {
            "unknown" => return Ok(Self::Unknown),
            "not-applicable" => return Ok(Self::NotApplicable),
            _ => {}
        }
        let shown = text.escape_debug();
        let Some(unit) = question.unit() else {
            let wrong =
                || WrongValue { message: format!("`{shown}` is not a level"), help: level_help(text) };
            return Level::from_word(text).map(Self::Level).ok_or_else(wrong);
        };
        let number = text.parse::<i64>().map_err(|_| WrongValue {
            message: format!("`{shown}` is not a whole number of {unit}"),
            help: "write digits alone, or unknown, or not-applicable".to_owned(),
        })?;
        Self::count(question, number)
    }

    /// A figure as the answer to a question.
    pub(crate) fn count(question: &Question, number: i64) -> Result<Self, WrongValue> {
        match &question.kind {
            Kind::Count { signed: false, unit, .. } if number < 0 => Err(WrongValue {
                message: format!("{number} is below zero, and the number of {unit} cannot be"),
                help: "write 0 or more, or unknown".to_owned(),
            }),
            _ => Ok(Self::Count(number)),
        }
    }
}

/// A value that does not answer its question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}; {help}")]
pub struct WrongValue {
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

    /// The answer with another value. What was said of it stays, but for the reason of *not applicable*: that is a
    /// note to no other answer, nor is another answer's note such a reason.
    pub fn with_value(mut self, value: Value) -> Self {
        if (self.value == Value::NotApplicable) != (value == Value::NotApplicable) {
            self.note = None;
        }
        self.value = value;
        self
    }

    /// Everything that was given, line by line, to be typed again where it could not be saved.
    pub fn in_full(&self, question: &QuestionId) -> String {
        let day = |label: &str, day: Option<NaiveDate>| day.map(|day| format!("  {label}: {day}"));
        let evidence = self.evidence.iter().map(|piece| match piece.dated {
            Some(dated) => format!("  evidence: {} (dated {dated})", piece.reference),
            None => format!("  evidence: {}", piece.reference),
        });
        std::iter::once(format!("{question}={}", self.value.word()))
            .chain(self.note.iter().map(|note| format!("  note: {note}")))
            .chain(evidence)
            .chain(day("from", self.from))
            .chain(day("to", self.to))
            .chain(self.by.iter().map(|by| format!("  by: {by}")))
            .collect::<Vec<_>>()
            .join("\n")
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
    /// When it names none, or cannot be read as TOML at all: every problem that shows without the checklist.
    pub fn parse(source: &Source, today: NaiveDate) -> Result<Self, Invalid> {
        read::header(source, today)
    }

    /// The problems of an assessment whose checklist is not to be had: that, and all that show without it.
    pub fn not_held(
        &self,
        source: &Source,
        today: NaiveDate,
        why: impl Into<String>,
        help: impl Into<String>,
    ) -> Invalid {
        read::without_checklist(source, today, Problem::new(self.span.clone(), why, help))
    }
}
