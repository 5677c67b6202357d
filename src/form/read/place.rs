//! Where a question stands on a form, and what was said of one that was left open.

use chrono::NaiveDate;

use crate::checklist::{Checklist, QuestionId};
use crate::text::date_in_words;

/// Where a question stands on a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of its sheet.
    pub sheet: String,
    /// Its number on the form, where that can still be read.
    pub number: Option<u32>,
    /// The question.
    pub question: QuestionId,
}

impl Place {
    /// As people find it on the form: `Media, question 2 (Notice of media meetings)`.
    pub fn in_words(&self, checklist: &Checklist) -> String {
        let title = checklist
            .question(self.question.as_str())
            .map_or(self.question.as_str(), |question| question.title.as_str());
        let number = self.number.map(|number| format!(", question {number}")).unwrap_or_default();
        format!("{}{number} ({title})", super::shown(&self.sheet))
    }
}

/// A question that has no answer on a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOpen {
    /// Where it stands.
    pub place: Place,
    /// What stands in its note, such as who should be asked.
    pub note: Option<String>,
    /// The name beside it.
    pub by: Option<String>,
    /// The day beside that.
    pub on: Option<NaiveDate>,
}

impl LeftOpen {
    /// What was said of it, with its place; nothing where nothing was.
    pub fn in_words(&self, checklist: &Checklist) -> Option<String> {
        let note = self.note.as_ref().map(|note| format!("“{note}”"));
        let by = self.by.as_ref().map(|by| format!("the name “{by}”"));
        let on = self.on.map(|on| format!("the day {}", date_in_words(on)));
        let said: Vec<String> = note.into_iter().chain(by).chain(on).collect();
        (!said.is_empty()).then(|| format!("{}: {}", self.place.in_words(checklist), said.join(", ")))
    }
}
