//! The days that a figure covers.

use chrono::NaiveDate;

use super::conversation::{Interrupt, Interview, Outcome, Saved};
use super::lines::{Given, Meaning, as_typed, ask_checked, ask_past_date, past_date, without};
use super::person::Gone;
use super::screen::Line;
use crate::assessment::{Answer, Period};
use crate::checklist::Question;
use crate::text::dates::parse_year;

impl Interview<'_> {
    /// Asks for the days that a figure covers, and offers those of the last figure.
    pub(super) fn period(&mut self, question: &Question) -> Result<Outcome, Interrupt> {
        let before = self.sitting.signed(question);
        let mut ready = (before.from, before.to);
        if ready == (None, None) {
            ready = self.sitting.last_period.unwrap_or_default();
        }
        loop {
            let (from, last) = match self.first_day(question, ready)? {
                Given::Value(period) => period,
                Given::Nothing => (None, ready.1),
                Given::Back => return Ok(Outcome::Back),
            };
            let to = match self.last_day(question, from, last)? {
                Given::Value(day) => Some(day),
                Given::Nothing => None,
                Given::Back => {
                    ready = (from, last);
                    continue;
                }
            };
            ready = (from, to);
            if ready != (None, None) {
                self.sitting.last_period = Some(ready);
            }
            // An unchanged period is not signed again.
            if ready == (before.from, before.to)
                || self.save_answer(question, Answer { from, to, ..before.clone() })? == Saved::Yes
            {
                return Ok(Outcome::Done);
            }
        }
    }

    /// Asks for the first day, or a year. Gives the last day to offer too.
    fn first_day(&mut self, question: &Question, ready: Period) -> Result<Given<Period>, Gone> {
        let today = self.sitting.today();
        let prompt = format!(
            "First day that the figure for “{}” covers, or a year such as 2025/26 (Enter: not known)",
            question.title
        );
        ask_checked(self.person, &Line::asking(prompt).with(as_typed(ready.0)), |_, typed| {
            Ok(match parse_year(typed) {
                Some((first, _)) if first > today => Meaning::Wrong(format!("{typed} is in the future.")),
                Some((first, last)) => Meaning::Value((Some(first), Some(last))),
                None => match past_date(today, typed) {
                    Ok(day) => Meaning::Value((Some(day), ready.1)),
                    Err(reason) => Meaning::Wrong(reason),
                },
            })
        })
    }

    /// Asks for the last day, again if it is before the first.
    fn last_day(
        &mut self,
        question: &Question,
        first: Option<NaiveDate>,
        mut ready: Option<NaiveDate>,
    ) -> Result<Given<NaiveDate>, Gone> {
        let prompt = format!(
            "Last day that the figure for “{}” covers ({} not known)",
            question.title,
            without(ready.is_some())
        );
        loop {
            match ask_past_date(self.person, &prompt, ready, self.sitting.today())? {
                Given::Value(day) if first.is_some_and(|first| day < first) => {
                    self.person
                        .say("The last day is before the first. Correct it, or go back to the first.")?;
                    ready = Some(day);
                }
                given => return Ok(given),
            }
        }
    }
}
