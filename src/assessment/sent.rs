//! Which forms went out: to whom, on which day, with which questions, and whether they came back.

use std::fmt;

use chrono::NaiveDate;

use super::action::number_after;
use crate::checklist::QuestionId;

/// A form's name within a healthcheck: `F1` and on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormId(pub u32);

impl FormId {
    /// Reads `F` and a number from 1.
    pub fn new(text: &str) -> Option<Self> {
        number_after('F', text).map(Self)
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "F{}", self.0)
    }
}

/// A form that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentForm {
    /// Its name.
    pub id: FormId,
    /// Who was asked: an owner that the checklist names, or all.
    pub to: String,
    /// The day on which it was made.
    pub on: NaiveDate,
    /// The day by which it is wanted back.
    pub due: Option<NaiveDate>,
    /// The questions on it; they may be of an earlier edition.
    pub questions: Vec<QuestionId>,
    /// The day on which it was last merged.
    pub returned: Option<NaiveDate>,
}
