//! Forms sent to departments, and whether they came back.

use std::fmt;

use chrono::NaiveDate;

use crate::checklist::QuestionId;
use crate::text::number_after;

/// `F1` and up, unique within a healthcheck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormId(pub u32);

impl FormId {
    pub fn new(text: &str) -> Option<Self> {
        number_after('F', text, 999_999).map(Self)
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "F{}", self.0)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentForm {
    pub id: FormId,
    /// An owner in the checklist, or "all".
    pub to: String,
    pub on: NaiveDate,
    pub due: Option<NaiveDate>,
    /// May be of an earlier edition.
    pub questions: Vec<QuestionId>,
    /// The date on which it was last merged.
    pub returned: Option<NaiveDate>,
}
