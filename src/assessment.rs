//! What somebody answered: one force, one date, one assessor.
//!
//! What HMIC published about a force is an assessment too, with a [`Published`] source. An [`Assessment`] is valid
//! once it exists: every answer is of a question that its checklist asks, and of the kind that is asked for.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::checklist::{Checklist, Question, QuestionId};
use crate::text::long_date;
use crate::text::source::{ParseError, Problem, Source};
use crate::toml_text::Parsed;

mod action;
mod bound;
mod file;
mod fingerprint;
mod force;
mod levels;
mod published;
mod renew;
mod reply;
mod sent;
mod value;

pub use action::{Action, ActionId, ActionNote, Done, Due, Status};
pub use bound::{Follows, Reviews, Sample};
pub use file::{EditError, NewAssessment, Revision, revise, set_actions, set_answers, set_details};
pub use fingerprint::{Base, Fingerprint};
use force::{normalised_name, short_name};
pub use levels::{Levels, Verdict};
pub use published::{Publication, Published};
pub use renew::{EditionChange, Renewal, Renewed, renew};
pub use reply::{Replies, Reply, Stance};
pub use sent::{FormId, SentForm};
pub use value::{NOT_ANSWERED, Standing, Value, ValueError};

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
    /// Last year's approved file, from which it was renewed.
    pub follows: Option<Follows>,
    /// What it reviews, of a review.
    pub reviews: Option<Reviews>,
    /// Where it was published, of HMIC's.
    pub source: Option<Published>,
    /// What was asked.
    pub checklist: Arc<Checklist>,
    /// What was answered. A question without an entry is not answered yet.
    pub answers: BTreeMap<QuestionId, Answer>,
    /// What was answered before, as the record: it counts for nothing.
    pub carried: BTreeMap<QuestionId, Carried>,
    /// What is done about gaps, in the order of their ids.
    pub actions: Vec<Action>,
    /// The highest number that an action ever had, in this assessment or in one that it was renewed from.
    pub last_action: u32,
    /// The forms that went out, in the order of their ids.
    pub sent: Vec<SentForm>,
}

/// What an assessment's head says and may be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// The force, as it calls itself.
    pub force: String,
    /// Who assessed.
    pub assessor: String,
    /// The protective marking.
    pub marking: Option<String>,
}

impl Details {
    /// Those of an assessment.
    pub fn from_assessment(assessment: &Assessment) -> Self {
        Self {
            force: assessment.force.clone(),
            assessor: assessment.assessor.clone(),
            marking: assessment.marking.clone(),
        }
    }
}

/// An answer of an earlier assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The day on which that assessment was opened.
    pub from: NaiveDate,
    /// The answer, whole.
    pub answer: Answer,
    /// What was done about it by then: actions that stayed behind.
    pub done: Vec<Done>,
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

/// The first and the last day of something, as far as they are known.
pub type Period = (Option<NaiveDate>, Option<NaiveDate>);

/// Something that shows an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is and where it is found.
    pub reference: String,
    /// Its own date.
    pub dated: Option<NaiveDate>,
}

/// The reference, with its date where it has one: `Audit 3 (dated 30 September 2026)`.
impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.dated {
            Some(dated) => write!(f, "{} (dated {})", self.reference, long_date(dated)),
            None => f.write_str(&self.reference),
        }
    }
}

impl Answer {
    /// An answer of which nothing but the value is said.
    pub fn new(value: Value) -> Self {
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

    /// Whether it is a level or a figure for which no evidence is named. What nobody knows, or what does not apply,
    /// needs none.
    pub fn lacks_evidence(&self) -> bool {
        match self.value {
            Value::Level(_) | Value::Count(_) => self.evidence.is_empty(),
            Value::Unknown | Value::NotApplicable => false,
        }
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
    /// Reads an assessment against a checklist.
    ///
    /// # Errors
    ///
    /// Every problem of the file, each with its place and remedy. A date after `today` is one.
    pub fn parse(source: &Source, checklist: &Arc<Checklist>, today: NaiveDate) -> Result<Self, ParseError> {
        Self::read(&Parsed::new(source), checklist, today)
    }

    /// Reads an assessment from a text that was parsed already, against the checklist that it names, which the caller
    /// finds by [`Header::read`].
    ///
    /// # Errors
    ///
    /// As of [`Assessment::parse`].
    pub fn read(
        parsed: &Parsed<'_>,
        checklist: &Arc<Checklist>,
        today: NaiveDate,
    ) -> Result<Self, ParseError> {
        file::assessment(parsed, checklist, today)
    }

    /// Whether its answers are findings about a force, which may be ranges, rather than a force's own.
    pub fn has_findings(&self) -> bool {
        self.source.is_some() || self.reviews.is_some()
    }

    /// The answer to a question, if there is one.
    pub fn answer(&self, id: &QuestionId) -> Option<&Answer> {
        self.answers.get(id)
    }

    /// Whether a question is answered with a level or a figure for which no evidence is named.
    pub fn lacks_evidence(&self, question: &Question) -> bool {
        self.answer(&question.id).is_some_and(Answer::lacks_evidence)
    }

    /// The days that a count covers: its own, else those of the figures of its source.
    pub fn period_of(&self, answer: &Answer) -> Period {
        match (answer.value, answer.from, answer.to) {
            (Value::Count(_), None, None) => self.period_of_source(),
            (_, from, to) => (from, to),
        }
    }

    /// The days that the figures of a publication cover.
    pub fn period_of_source(&self) -> Period {
        self.source.as_ref().map_or((None, None), |source| (source.from, source.to))
    }

    /// The questions without an answer, counts among them, in the order in which they are asked.
    pub fn open_questions(&self) -> impl Iterator<Item = &Question> {
        self.checklist.questions().filter(|question| self.answer(&question.id).is_none())
    }

    /// Whether something is still to be done about a question.
    pub fn has_open_action(&self, question: &QuestionId) -> bool {
        self.actions.iter().any(|action| action.question == *question && action.is_open())
    }

    /// The number that the next action has.
    pub fn next_action_id(&self) -> ActionId {
        ActionId(self.last_action + 1)
    }

    /// The number that the next form has.
    pub fn next_form_id(&self) -> FormId {
        FormId(self.sent.iter().map(|sent| sent.id.0).max().unwrap_or_default() + 1)
    }

    /// How a question stands on its scale; `None` where it has none.
    pub fn standing(&self, question: &Question) -> Option<Standing> {
        question.scale()?;
        match self.answer(&question.id).map(|answer| answer.value) {
            Some(Value::Level(levels)) => Some(Standing::Level(levels)),
            Some(Value::NotApplicable) => Some(Standing::NotApplicable),
            Some(Value::Unknown) => Some(Standing::Unknown),
            Some(Value::Count(_)) => None,
            None => Some(Standing::Unanswered),
        }
    }

    /// Whether two assessments are of the same force, however its name is written, then or today.
    pub fn same_force(&self, other: &Self) -> bool {
        let names = |assessment: &Self| [Some(normalised_name(&assessment.force)), assessment.force_today()];
        let theirs = names(other);
        names(self).iter().flatten().any(|ours| theirs.iter().flatten().any(|theirs| ours == theirs))
    }

    /// Whether it is of the force of a name, however that is written.
    pub fn is_for_force(&self, name: &str) -> bool {
        normalised_name(&self.force) == normalised_name(name)
            || self.force_today() == Some(normalised_name(name))
    }

    fn force_today(&self) -> Option<String> {
        self.source.as_ref()?.force_today.as_deref().map(normalised_name)
    }

    /// The name of its force, short enough for a column.
    pub fn short_force(&self) -> &str {
        short_name(&self.force)
    }

    /// What all assessments of one force have in common, whether it bore its name of today then or not.
    pub fn force_key(&self) -> String {
        self.force_today().unwrap_or_else(|| normalised_name(&self.force))
    }

    /// The name that its force bore and the one that it bears today, where they are two.
    pub(crate) fn renamed(&self) -> Option<(String, String)> {
        Some((normalised_name(&self.force), self.force_today()?))
    }

    /// The year that it is of.
    pub fn year(&self) -> i32 {
        self.date.year()
    }
}

/// The checklist that an assessment names, before it is read as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The checklist's id, or the path of its file, relative to the assessment's own.
    pub checklist: String,
    /// The edition that was answered; blank where the file does not say.
    pub edition: String,
    /// Where the checklist stands in the file, in bytes.
    span: Range<usize>,
}

impl Header {
    /// Which checklist an assessment names.
    ///
    /// # Errors
    ///
    /// When it names none, or cannot be read as TOML at all: every problem that shows without the checklist.
    pub fn read(parsed: &Parsed<'_>, today: NaiveDate) -> Result<Self, ParseError> {
        file::header(parsed, today)
    }

    /// The problems of an assessment whose checklist is not to be had: that, and all that show without it.
    pub fn checklist_missing(
        &self,
        parsed: &Parsed<'_>,
        today: NaiveDate,
        why: impl Into<String>,
        help: impl Into<String>,
    ) -> ParseError {
        file::without_checklist(parsed, today, Problem::new(self.span.clone(), why, help))
    }
}
