//! What is done about a gap: who does what by when, and how it stands.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Assessment, Standing};
use crate::checklist::{Question, QuestionId};

/// An action's name within a force's healthchecks: `A1` and on, never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActionId(pub u32);

impl ActionId {
    /// The highest number there can be.
    pub const LAST: u32 = 999_999;

    /// Reads `A` and a number from 1.
    pub fn new(text: &str) -> Option<Self> {
        number_after('A', text).map(Self)
    }
}

/// The number of an id: a letter and a number from 1 to [`ActionId::LAST`], without a sign or leading zeros.
pub(super) fn number_after(letter: char, id: &str) -> Option<u32> {
    let digits = id.strip_prefix(letter).filter(|digits| !digits.starts_with(['0', '+']))?;
    digits.parse().ok().filter(|number| (1..=ActionId::LAST).contains(number))
}

impl fmt::Display for ActionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "A{}", self.0)
    }
}

/// One action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its name.
    pub id: ActionId,
    /// The question whose gap it closes; it may be of an earlier edition.
    pub question: QuestionId,
    /// How the question stood when it was opened: a level, or unknown; none where it was not answered then.
    pub level_then: Option<Standing>,
    /// What is to be done.
    pub action: String,
    /// Who answers for it.
    pub owner: String,
    /// By when.
    pub due: Due,
    /// How it stands.
    pub status: Status,
    /// Why it is not to be done, of one that is not.
    pub reason: Option<String>,
    /// What was said about it, oldest first.
    pub notes: Vec<ActionNote>,
}

/// An action that was done by last time and stayed behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Its name.
    pub id: ActionId,
    /// What was done.
    pub action: String,
    /// How its question stood when it was opened, as of [`Action::level_then`].
    pub level_then: Option<Standing>,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.action)
    }
}

/// By when an action is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// By this day.
    On(NaiveDate),
    /// By no day, for this reason.
    Never(String),
}

/// How an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Agreed.
    Planned,
    /// Begun.
    UnderWay,
    /// Done.
    Done,
    /// Given up, with a reason.
    NotToBeDone,
}

/// Something said about an action on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionNote {
    /// The day.
    pub on: NaiveDate,
    /// What was said.
    pub text: String,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Planned, Self::UnderWay, Self::Done, Self::NotToBeDone];

    /// The words in files, commands and reports.
    pub fn words(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under way",
            Self::Done => "done",
            Self::NotToBeDone => "not to be done",
        }
    }

    /// The status of its words, if it is one; hyphens stand for spaces.
    pub fn from_words(words: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.words() == words.replace('-', " "))
    }
}

impl Action {
    /// A new action about a question as it stands now, with the next number.
    pub fn new(
        assessment: &Assessment,
        question: &Question,
        action: String,
        owner: String,
        due: Due,
    ) -> Self {
        let standing = assessment.standing(question);
        Self {
            id: assessment.next_action_id(),
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

    /// Gives it another status. A reason for which it was not to be done is kept as a note once it is again.
    pub fn set_status(&mut self, status: Status, today: NaiveDate) {
        self.status = status;
        if status != Status::NotToBeDone
            && let Some(reason) = self.reason.take()
        {
            self.add_note(today, format!("Until now not to be done: {reason}"));
        }
    }

    /// Makes it due by a day, or none. Another reason for which there was none before is kept as a note.
    pub fn set_due(&mut self, due: Due, today: NaiveDate) {
        let before = std::mem::replace(&mut self.due, due);
        if before != self.due
            && let Due::Never(reason) = before
        {
            self.add_note(today, format!("Until now without a due date: {reason}"));
        }
    }

    /// Notes something about it.
    pub fn add_note(&mut self, on: NaiveDate, text: String) {
        self.notes.push(ActionNote { on, text });
    }

    /// What stays of it behind, where it was done.
    pub fn done(&self) -> Option<Done> {
        let (id, action, level_then) = (self.id, self.action.clone(), self.level_then);
        (self.status == Status::Done).then_some(Done { id, action, level_then })
    }

    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        matches!(self.status, Status::Planned | Status::UnderWay)
    }

    /// Whether it is still to be done though its day has passed.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.days_late(today).is_some()
    }

    /// How many days ago it was due, 1 or more, where it is overdue.
    pub fn days_late(&self, today: NaiveDate) -> Option<usize> {
        let Due::On(due) = self.due else { return None };
        let days = usize::try_from((today - due).num_days()).ok()?;
        (self.is_open() && days > 0).then_some(days)
    }
}
