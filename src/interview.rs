//! The interview: which question comes next, and what a reply means.
//!
//! It asks through [`Person`] and keeps through [`Record`], so that the same interview runs in a terminal, by plain
//! lines, and in a test. Every decision is here; those who draw and those who save make none. An answer is kept
//! before the next question is asked.

use chrono::NaiveDate;

use crate::assessment::{Action, Answer, Assessment};
use crate::checklist::Question;
use crate::document::Block;

mod action;
mod ask;
mod command;
mod lines;
mod particulars;
mod review;
mod review_end;
mod screen;
mod screens;
mod walk;

pub use command::Command;
pub use lines::{day, required_text, text};
pub use screen::{Choice, Choosable, Screen};
pub use screens::opening;

use walk::Break;

/// The person who is asked, whatever they sit at.
pub trait Person {
    /// Shows something to read.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Gone>;

    /// Shows a screen and waits until something on it is chosen: what is returned must be offered there.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn choose(&mut self, screen: &Screen) -> Result<Choice, Gone>;

    /// Asks for a line of text; blank where nothing is typed.
    ///
    /// # Errors
    ///
    /// [`Gone`] when the person is gone.
    fn type_in(&mut self, prompt: &str) -> Result<String, Gone>;
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

    /// Keeps an answer, or with `None` takes it out.
    ///
    /// # Errors
    ///
    /// When it is not kept; what was kept before still is.
    fn keep(&mut self, question: &Question, answer: Option<Answer>) -> Result<(), NotKept>;

    /// Adds an action to the plan.
    ///
    /// # Errors
    ///
    /// When it is not kept; what was kept before still is.
    fn add_action(&mut self, action: Action) -> Result<(), NotKept>;
}

/// What of the questions is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// What the person chooses from the menu.
    Menu,
    /// What is open, and then the result.
    Open,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The person stopped, or left.
    Stopped,
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
/// `file` is the name of the assessment in commands, for the person to continue with.
///
/// # Errors
///
/// [`Unsaved`] when an answer could not be saved.
pub fn interview(
    person: &mut dyn Person,
    record: &mut dyn Record,
    file: &str,
    walk: Walk,
    today: NaiveDate,
) -> Result<End, Unsaved> {
    match walk::lead(person, record, file, walk, today) {
        Ok(end) | Err(Break::End(end)) => Ok(end),
        Err(Break::Unsaved(unsaved)) => Err(unsaved),
    }
}
