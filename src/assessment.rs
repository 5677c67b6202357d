//! An assessment: one force's answers on one date, from one assessor.
//!
//! What HMIC published about a force is an assessment too, with a [`Published`] source. An [`Assessment`] is valid once it
//! exists: every answer is to a question of its checklist, and of the kind that the question asks for.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::checklist::{Checklist, Question, QuestionId};
use crate::text::long_date;

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
pub use file::{EditError, Header, NewAssessment, Revision, revise, set_actions, set_answers, set_details};
pub use fingerprint::{Base, Fingerprint};
use force::{normalised_name, short_name};
pub use levels::{Levels, Verdict};
pub use published::{Publication, Published};
pub use renew::{EditionChange, Renewal, Renewed, renew};
pub use reply::{Replies, Reply, Stance};
pub use sent::{FormId, SentForm};
pub use value::{NOT_ANSWERED, Standing, Value, ValueError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub force: String,
    /// The date on which it was opened; of published findings, the last day of the month of publication.
    pub date: NaiveDate,
    /// The force's department, a reviewer, or HMIC.
    pub assessor: String,
    /// The protective marking, printed on every page of every report.
    pub marking: Option<String>,
    /// Last year's approved file, if this one was renewed from it.
    pub follows: Option<Follows>,
    /// The file under review, if this is a review.
    pub reviews: Option<Reviews>,
    /// Where it was published, if these are published findings.
    pub source: Option<Published>,
    pub checklist: Arc<Checklist>,
    /// A question without an entry is not answered yet.
    pub answers: BTreeMap<QuestionId, Answer>,
    /// Last year's answers, for the record. They are not scored.
    pub carried: BTreeMap<QuestionId, Carried>,
    /// By id.
    pub actions: Vec<Action>,
    /// The highest number that any action has had, in this assessment or one it was renewed from.
    pub last_action: u32,
    /// By id.
    pub sent: Vec<SentForm>,
}

/// The fields of an assessment's header that may be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    pub force: String,
    pub assessor: String,
    pub marking: Option<String>,
}

impl Details {
    pub fn from_assessment(assessment: &Assessment) -> Self {
        Self {
            force: assessment.force.clone(),
            assessor: assessment.assessor.clone(),
            marking: assessment.marking.clone(),
        }
    }
}

/// An answer from an earlier assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The date on which that assessment was opened.
    pub from: NaiveDate,
    pub answer: Answer,
    /// The actions that were completed by then.
    pub done: Vec<Done>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub value: Value,
    /// For *not applicable*, the reason.
    pub note: Option<String>,
    pub evidence: Vec<Evidence>,
    pub by: Option<String>,
    pub on: Option<NaiveDate>,
    /// The first day that a count covers.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// The first and last day of a period, as far as they are known.
pub type Period = (Option<NaiveDate>, Option<NaiveDate>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is and where to find it.
    pub reference: String,
    /// The date of the document.
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
    pub fn new(value: Value) -> Self {
        Self { value, note: None, evidence: Vec::new(), by: None, on: None, from: None, to: None }
    }

    /// The answer with another value. The note is dropped if the answer becomes or stops being *not applicable*, whose note
    /// is its reason.
    pub fn with_value(mut self, value: Value) -> Self {
        if (self.value == Value::NotApplicable) != (value == Value::NotApplicable) {
            self.note = None;
        }
        self.value = value;
        self
    }

    /// Whether it is a level or a figure without evidence. *Unknown* and *not applicable* need none.
    pub fn lacks_evidence(&self) -> bool {
        match self.value {
            Value::Level(_) | Value::Count(_) => self.evidence.is_empty(),
            Value::Unknown | Value::NotApplicable => false,
        }
    }

    /// The whole answer line by line, so that it can be typed again if it could not be saved.
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
    /// Whether its answers are findings, which may be ranges, and not a force's own answers.
    pub fn has_findings(&self) -> bool {
        self.source.is_some() || self.reviews.is_some()
    }

    pub fn answer(&self, id: &QuestionId) -> Option<&Answer> {
        self.answers.get(id)
    }

    pub fn lacks_evidence(&self, question: &Question) -> bool {
        self.answer(&question.id).is_some_and(Answer::lacks_evidence)
    }

    /// The period of an answer; for a count without one, the period of its source.
    pub fn period_of(&self, answer: &Answer) -> Period {
        match (answer.value, answer.from, answer.to) {
            (Value::Count(_), None, None) => self.period_of_source(),
            (_, from, to) => (from, to),
        }
    }

    pub fn period_of_source(&self) -> Period {
        self.source.as_ref().map_or((None, None), |source| (source.from, source.to))
    }

    /// The questions without an answer, including counts, in order.
    pub fn open_questions(&self) -> impl Iterator<Item = &Question> {
        self.checklist.questions().filter(|question| self.answer(&question.id).is_none())
    }

    pub fn has_open_action(&self, question: &QuestionId) -> bool {
        self.actions.iter().any(|action| action.question == *question && action.is_open())
    }

    /// A planned action with the next number.
    pub fn new_action(&self, question: &Question, action: String, owner: String, due: Due) -> Action {
        let standing = self.standing(question);
        Action {
            id: self.next_action_id(),
            question: question.id.clone(),
            level_then: standing.filter(|standing| standing.levels().is_some()),
            action,
            owner,
            due,
            status: Status::Planned,
            reason: None,
            notes: Vec::new(),
        }
    }

    pub fn next_action_id(&self) -> ActionId {
        ActionId(self.last_action + 1)
    }

    pub fn next_form_id(&self) -> FormId {
        FormId(self.sent.iter().map(|sent| sent.id.0).max().unwrap_or_default() + 1)
    }

    /// `None` for a question that asks for a figure.
    pub fn standing(&self, question: &Question) -> Option<Standing> {
        question.scale()?;
        match self.answer(&question.id) {
            Some(answer) => answer.value.standing(),
            None => Some(Standing::Unanswered),
        }
    }

    /// Whether two assessments are of the same force, under any spelling of its old or present name.
    pub fn same_force(&self, other: &Self) -> bool {
        let names = |assessment: &Self| [Some(normalised_name(&assessment.force)), assessment.force_today()];
        let theirs = names(other);
        names(self).iter().flatten().any(|ours| theirs.iter().flatten().any(|theirs| ours == theirs))
    }

    pub fn is_for_force(&self, name: &str) -> bool {
        normalised_name(&self.force) == normalised_name(name)
            || self.force_today() == Some(normalised_name(name))
    }

    fn force_today(&self) -> Option<String> {
        self.source.as_ref()?.force_today.as_deref().map(normalised_name)
    }

    pub fn short_force(&self) -> &str {
        short_name(&self.force)
    }

    /// The same for all assessments of one force, even if it has been renamed.
    pub fn force_key(&self) -> String {
        self.force_today().unwrap_or_else(|| normalised_name(&self.force))
    }

    /// The old and the present name of a force that was renamed.
    pub(crate) fn renamed(&self) -> Option<(String, String)> {
        Some((normalised_name(&self.force), self.force_today()?))
    }

    pub fn year(&self) -> i32 {
        self.date.year()
    }
}
