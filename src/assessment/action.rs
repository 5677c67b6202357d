//! Actions about gaps: who does what by when.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Standing;
use crate::checklist::QuestionId;
use crate::text::number_after;

/// `A1` and up. Unique over all healthchecks of a force, and never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActionId(pub u32);

impl ActionId {
    pub const LAST: u32 = 999_999;

    pub fn new(text: &str) -> Option<Self> {
        number_after('A', text, Self::LAST).map(Self)
    }
}

impl fmt::Display for ActionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "A{}", self.0)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub id: ActionId,
    /// The question whose gap it closes, which may be of an earlier edition.
    pub question: QuestionId,
    /// The answer when the action was opened: a level or unknown; `None` if there was no answer.
    pub level_then: Option<Standing>,
    pub action: String,
    pub owner: String,
    pub due: Due,
    pub status: Status,
    pub reason: Option<String>,
    /// Oldest first.
    pub notes: Vec<ActionNote>,
}

/// An action that was completed before the healthcheck was renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub id: ActionId,
    pub action: String,
    pub level_then: Option<Standing>,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.action)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    On(NaiveDate),
    /// No due date, for this reason.
    Never(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Planned,
    UnderWay,
    Done,
    /// Given up; needs a reason.
    NotToBeDone,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionNote {
    pub on: NaiveDate,
    pub text: String,
}

impl Status {
    pub const ALL: [Self; 4] = [Self::Planned, Self::UnderWay, Self::Done, Self::NotToBeDone];

    /// As in files, commands and reports.
    pub fn words(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under way",
            Self::Done => "done",
            Self::NotToBeDone => "not to be done",
        }
    }

    /// Reads a status; hyphens count as spaces.
    pub fn from_words(words: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.words() == words.replace('-', " "))
    }
}

impl Action {
    /// Changes the status. If the action was not to be done and now is, its reason becomes a note.
    pub fn set_status(&mut self, status: Status, today: NaiveDate) {
        self.status = status;
        if status != Status::NotToBeDone
            && let Some(reason) = self.reason.take()
        {
            self.add_note(today, format!("Until now not to be done: {reason}"));
        }
    }

    /// Changes the due date. An old reason for having none becomes a note.
    pub fn set_due(&mut self, due: Due, today: NaiveDate) {
        let before = std::mem::replace(&mut self.due, due);
        if before != self.due
            && let Due::Never(reason) = before
        {
            self.add_note(today, format!("Until now without a due date: {reason}"));
        }
    }

    pub fn add_note(&mut self, on: NaiveDate, text: String) {
        self.notes.push(ActionNote { on, text });
    }

    /// What is kept of it in the next healthcheck, if it is done.
    pub fn done(&self) -> Option<Done> {
        let (id, action, level_then) = (self.id, self.action.clone(), self.level_then);
        (self.status == Status::Done).then_some(Done { id, action, level_then })
    }

    pub fn is_open(&self) -> bool {
        matches!(self.status, Status::Planned | Status::UnderWay)
    }

    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.days_late(today).is_some()
    }

    /// How many days it is overdue, at least 1; `None` if it is not.
    pub fn days_late(&self, today: NaiveDate) -> Option<usize> {
        let Due::On(due) = self.due else { return None };
        let days = usize::try_from((today - due).num_days()).ok()?;
        (self.is_open() && days > 0).then_some(days)
    }
}
