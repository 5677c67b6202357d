//! The interview: which question comes next, and what a reply means.
//!
//! It asks through [`Person`] and keeps through [`Record`], so that the same interview runs in a terminal, by plain
//! lines, and in a test. Every decision is here; those who draw and those who save make none. An answer is kept
//! before the next question is asked.

use std::time::Duration;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::assessment::{Action, ActionId, Answer, Assessment, Details};
use crate::checklist::{Question, QuestionId};
use crate::document::Block;

mod action;
mod ask;
mod change;
mod command;
mod details;
mod drafts;
mod find;
mod last_time;
mod lines;
mod long;
mod menu;
mod pace;
mod particulars;
mod period;
mod planned;
mod review;
mod review_end;
mod round;
mod screen;
mod screens;
mod standing;
mod start;
mod walk;

pub use command::Command;
pub use lines::required_text;
pub use screen::{Choice, Choosable, Item, Line, Menu, Screen, Typed};
pub use screens::{opening, warning};
pub use start::{Begun, Found, Start, begin, file_is_missing, where_to_start, who_answers};

/// The person who is asked, whatever they sit at. Its verbs are what a person does.
pub trait Person {
    /// Shows something to read, below what is there.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Gone>;

    /// Shows something to read on a screen of its own, until the person has read it.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn read(&mut self, blocks: &[Block]) -> Result<(), Gone>;

    /// Shows a question and waits until something on it is chosen: what is returned must be offered there.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn question(&mut self, screen: &Screen) -> Result<Choice, Gone>;

    /// Has one item of a menu picked, by its place; `None` where the person goes back.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn pick(&mut self, menu: &Menu) -> Result<Option<usize>, Gone>;

    /// Has any number of items of a list ticked, by their places; `None` where the person goes back.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn tick(&mut self, menu: &Menu) -> Result<Option<Vec<usize>>, Gone>;

    /// Asks for a yes or no about what was said; whatever is not a clear yes is a no.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn confirm(&mut self, said: &str, question: &str) -> Result<bool, Gone>;

    /// Asks for a line: a name, a day, a reference.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn line(&mut self, line: &Line) -> Result<Typed, Gone>;

    /// Asks for a text that may be long and of several lines: a note. `meanwhile` is called with it as it stands, now and
    /// then while it is typed. Whoever is gone in the middle of it has left with what stood there.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone, and nothing was typed.
    fn long(&mut self, line: &Line, meanwhile: &mut dyn FnMut(&str)) -> Result<Typed, Gone>;

    /// The editor in which the person may write a text, by its name; none where there is none.
    fn editor(&self) -> Option<String> {
        None
    }

    /// Has a text changed in the person's editor; `None` where it was not saved there.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn edit(&mut self, text: &str) -> Result<Option<String>, Gone> {
        let _ = text;
        Ok(None)
    }
}

/// The person is gone: the input was closed, or they pressed Ctrl-C. Nothing that was answered is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the person is gone")]
pub struct Gone;

/// Where answers are kept.
pub trait Record {
    /// The assessment as it is kept.
    fn assessment(&self) -> &Assessment;

    /// What the answers review: the force's own, of a review.
    fn reviewed(&self) -> Option<&Assessment> {
        None
    }

    /// Keeps answers together, or with `None` takes them out.
    ///
    /// # Errors
    ///
    /// When they are not kept; what was kept before still is.
    fn keep(&mut self, changes: &[(&Question, Option<Answer>)]) -> Result<(), NotKept>;

    /// Keeps these actions as the plan.
    ///
    /// # Errors
    ///
    /// When they are not kept; what was kept before still is.
    fn keep_actions(&mut self, actions: Vec<Action>) -> Result<(), NotKept>;

    /// Corrects whose assessment it is.
    ///
    /// # Errors
    ///
    /// When it is not kept; what was kept before still is.
    fn correct(&mut self, details: Details) -> Result<(), NotKept>;

    /// Keeps a text that is still being typed, in place of the one that is to become the same; whether it is kept. It is no
    /// part of the assessment, and where it cannot be kept the interview goes on without.
    fn keep_draft(&mut self, draft: &Draft) -> bool;

    /// Removes a text that is kept for good now, or thrown away.
    fn end_draft(&mut self, question: &QuestionId, of: DraftOf);

    /// The texts that were still being typed when the program ended.
    fn drafts(&self) -> Vec<Draft>;
}

/// A text that is still being typed. There is one at most about a question that is to become the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The question that it is about.
    pub question: QuestionId,
    /// What it is to become.
    pub of: DraftOf,
    /// The text as it stood.
    pub text: String,
    /// What stood there before it was begun.
    pub before: String,
    /// Who is to answer for an action, where that was typed already.
    pub owner: Option<String>,
}

/// What a text is to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftOf {
    /// The note beside an answer.
    Note,
    /// A new action of the plan.
    Action,
    /// What is to be done by an action that is in the plan.
    Words(ActionId),
}

/// What of the questions is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// What the person chooses from the menu.
    Menu,
    /// What is open, and then the result.
    Open,
}

/// When and where an interview takes place.
#[derive(Clone, Copy)]
pub struct Occasion<'a> {
    /// The name of the assessment in commands, for the person to continue with.
    pub file: &'a str,
    /// What is walked.
    pub walk: Walk,
    /// The day.
    pub today: NaiveDate,
    /// How long it has taken so far.
    pub elapsed: &'a dyn Fn() -> Duration,
}

/// Why an answer was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// It would not be valid; another answer may be.
    Refused(String),
    /// It could not be saved, and nor could another.
    Failed(String),
}

/// How an interview ended, short of an answer that could not be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// The person stopped.
    Stopped,
    /// The person left, perhaps in the middle of a line.
    Left,
    /// The person left in the middle of a text: what was typed of it, or that it is offered again.
    Unfinished(String),
    /// The person asked for the result.
    Finished,
}

/// An answer that could not be saved: why, and the answer, so that it can be typed again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}\nNot saved: {answer}")]
pub struct Unsaved {
    /// Why it could not be saved.
    pub reason: String,
    /// The question and the answer, as `healthcheck answer` takes them.
    pub answer: String,
}

/// Leads a person through an assessment, from the menu until they stop or finish.
///
/// # Errors
///
/// [`Unsaved`] when an answer could not be saved.
pub fn interview(
    person: &mut dyn Person,
    record: &mut dyn Record,
    occasion: Occasion<'_>,
) -> Result<End, Unsaved> {
    walk::lead(person, record, occasion)
}
