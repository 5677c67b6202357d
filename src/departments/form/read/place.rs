//! Where a question is on a form, and what was written at a question left open.

use super::mistakes::shown;
use chrono::NaiveDate;

use crate::assessment::Answer;
use crate::checklist::{Checklist, QuestionId};
use crate::text::{first_few, long_date};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub sheet: String,
    /// The question's number on the form, if it can still be read.
    pub number: Option<u32>,
    pub question: QuestionId,
}

impl Place {
    /// For people: `Media, question 2 (Notice of media meetings)`.
    pub fn describe(&self, checklist: &Checklist) -> String {
        let title = checklist
            .question(self.question.as_str())
            .map_or(self.question.as_str(), |question| question.title.as_str());
        let number = self.number.map(|number| format!(", question {number}")).unwrap_or_default();
        format!("{}{number} ({title})", shown(&self.sheet))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOpen {
    pub place: Place,
    /// For example, who should be asked.
    pub note: Option<String>,
    pub by: Option<String>,
    pub on: Option<NaiveDate>,
}

impl LeftOpen {
    /// What was written, and where; `None` if nothing was.
    pub fn describe(&self, checklist: &Checklist) -> Option<String> {
        let note = self.note.as_ref().map(|note| format!("“{note}”"));
        let by = self.by.as_ref().map(|by| format!("the name “{by}”"));
        let on = self.on.map(|on| format!("the day {}", long_date(on)));
        let said: Vec<String> = note.into_iter().chain(by).chain(on).collect();
        (!said.is_empty()).then(|| format!("{}: {}", self.place.describe(checklist), said.join(", ")))
    }
}

/// Answers without a name or a date, on their own row and on the first sheet.
#[derive(Debug, Default)]
pub(super) struct Unsigned {
    without_both: Vec<Place>,
    without_name: Vec<Place>,
    without_day: Vec<Place>,
}

impl Unsigned {
    pub(super) fn note(&mut self, place: Place, answer: &Answer) {
        match (&answer.by, answer.on) {
            (None, None) => self.without_both.push(place),
            (None, Some(_)) => self.without_name.push(place),
            (Some(_), None) => self.without_day.push(place),
            (Some(_), Some(_)) => {}
        }
    }

    /// What is missing where, and what to do.
    pub(super) fn describe(&self, checklist: &Checklist) -> Vec<String> {
        let all = [
            ("nobody is named who answered, and no day", "both", &self.without_both),
            ("nobody is named who answered", "the name", &self.without_name),
            ("no day is named on which it was answered", "the day", &self.without_day),
        ];
        let missing = all.into_iter().filter(|(_, _, places)| !places.is_empty());
        missing
            .map(|(what, thing, places)| {
                let places: Vec<String> = places.iter().map(|place| place.describe(checklist)).collect();
                let places = first_few(&places);
                format!(
                    "{what}: {places}; ask for {thing}, write it on the first sheet, and merge the form again"
                )
            })
            .collect()
    }
}
