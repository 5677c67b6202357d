//! The days that a figure covers.

use chrono::NaiveDate;

use super::lines::{Given, as_typed, checked, date, past_day, without};
use super::walk::{Break, Interview};
use super::{Gone, Line};
use crate::assessment::{Answer, Period};
use crate::checklist::Question;
use crate::text::dates::parse_year;

impl Interview<'_> {
    /// Asks for the days that a figure covers, those of the last figure ready; `false` where the person goes back.
    pub(super) fn period(&mut self, question: &Question) -> Result<bool, Break> {
        let before = self.present(question);
        let mut ready = (before.from, before.to);
        if ready == (None, None) {
            ready = self.period_ready.unwrap_or_default();
        }
        loop {
            let (from, last) = match self.first_day(question, ready)? {
                Given::Value(period) => period,
                Given::Nothing => (None, ready.1),
                Given::Back => return Ok(false),
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
                self.period_ready = Some(ready);
            }
            // Whoever only looks at the period does not sign it anew.
            let stands = (from, to) == (before.from, before.to);
            if stands || self.keep(question, Answer { from, to, ..before.clone() })? {
                return Ok(true);
            }
        }
    }

    /// The first day, and the last that is ready for it: of a year that was typed, its own.
    fn first_day(&mut self, question: &Question, ready: Period) -> Result<Given<Period>, Gone> {
        let today = self.occasion.today;
        let prompt = format!(
            "First day that the figure for “{}” covers, or a year such as 2025/26 (Enter: not known)",
            question.title
        );
        checked(self.person, Line::asking(prompt).with(as_typed(ready.0)), |_, typed| {
            Ok(match parse_year(typed) {
                Some((first, _)) if first > today => Err(format!("{typed} is in the future.")),
                Some((first, last)) => Ok((Some(first), Some(last))),
                None => past_day(today, typed).map(|day| (Some(day), ready.1)),
            })
        })
    }

    /// The last day, which is not before the first.
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
            let given = date(self.person, &prompt, ready, self.occasion.today)?;
            match given {
                Given::Value(day) if first.is_some_and(|first| day < first) => {
                    self.say("The last day is before the first. Correct it, or go back to the first.")?;
                    ready = Some(day);
                }
                given => return Ok(given),
            }
        }
    }
}
