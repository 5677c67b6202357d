//! A problem in a text.

use std::cell::RefCell;
use std::ops::Range;

use chrono::NaiveDate;

use crate::text::characters::{self, refusal_of};

/// The most problems gathered from one file.
const GATHERED: usize = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// In bytes of the text.
    pub span: Range<usize>,
    /// A sentence without its full stop.
    pub message: String,
    /// The remedy.
    pub help: String,
    pub fault: Fault,
}

/// The kind of a problem, where other messages depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Hidden(char),
    WrongType,
    /// A date after today, which a fast clock writes.
    Future(NaiveDate),
    Other,
}

impl Problem {
    /// A problem of kind `Other`. Hidden characters quoted in the message or the help are shown as escapes.
    pub fn new(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: escaped(&message.into()), help: escaped(&help.into()), fault: Fault::Other }
    }

    pub(crate) fn hidden(span: Range<usize>, character: char, help: impl Into<String>) -> Self {
        Self { fault: Fault::Hidden(character), ..Self::new(span, refusal_of(character), help) }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Notes a problem, unless there are enough.
    pub(crate) fn push(&self, problem: Problem) {
        if !self.is_full() {
            self.0.borrow_mut().push(problem);
        }
    }

    pub(crate) fn is_full(&self) -> bool {
        self.0.borrow().len() >= GATHERED
    }

    /// Whether the same fault was already found within these bytes.
    pub(crate) fn has_within(&self, span: &Range<usize>, fault: Fault) -> bool {
        let within = |problem: &Problem| span.start <= problem.span.start && problem.span.end <= span.end;
        self.0.borrow().iter().any(|problem| within(problem) && problem.fault == fault)
    }

    pub(crate) fn into_inner(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

/// A message on one line, with hidden characters escaped and the middle of a long quotation cut out.
fn escaped(text: &str) -> String {
    const LONGEST: usize = 600;
    let text = characters::escaped(text).replace('\n', "\\u{a}");
    let long = text.chars().count();
    if long <= LONGEST {
        return text;
    }
    let first: String = text.chars().take(LONGEST / 2).collect();
    format!("{first}…{}", tail(&text, LONGEST / 4))
}

pub(super) fn tail(text: &str, count: usize) -> String {
    let skip = text.chars().count().saturating_sub(count);
    text.chars().skip(skip).collect()
}
