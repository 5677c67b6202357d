//! When and how an interview takes place, and how it ends.

use std::time::Duration;

use chrono::NaiveDate;

#[derive(Clone, Copy)]
pub struct Occasion<'a> {
    /// The assessment's file, as it is written in a command.
    pub file: &'a str,
    pub mode: Mode,
    pub today: NaiveDate,
    /// The time since the interview began.
    pub elapsed: &'a dyn Fn() -> Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Menu,
    /// The open questions, one after the other, and then the result.
    Open,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Stopped,
    /// The person left, perhaps in the middle of a line.
    Left,
    /// The person left in the middle of a text: a sentence that shows the text or says that it is offered again.
    Unfinished(String),
    Finished,
}

/// The end of an interview in which an answer could not be saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}\nNot saved: {answer}")]
pub struct UnsavedError {
    pub reason: String,
    /// The answer as `healthcheck answer` takes it, to be typed again.
    pub answer: String,
}
