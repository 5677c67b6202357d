//! The days that a figure covers.

use chrono::NaiveDate;

use super::Line;
use super::conversation::{Interrupt, Interview, catch_back};
use super::lines::{as_typed, ask_checked, ask_past_date, past_date, without};
use crate::assessment::{Answer, Period};
use crate::checklist::Question;
use crate::text::dates::parse_year;

impl Interview<'_> {
    /// Asks for the days that a figure covers, and offers those of the last figure.
    pub(super) fn ask_period(&mut self, question: &Question) -> Result<(), Interrupt> {
        let before = self.sitting.signed(question);
        let mut ready = (before.from, before.to);
        if ready == (None, None) {
            ready = self.sitting.last_period.unwrap_or_default();
        }
        loop {
            let (from, last) = self.first_day(question, ready)?;
            ready = (from, last);
            let Some(to) = catch_back(self.last_day(question, from, last))? else { continue };
            ready = (from, to);
            if ready != (None, None) {
                self.sitting.last_period = Some(ready);
            }
            // An unchanged period is not signed again.
            if ready == (before.from, before.to)
                || catch_back(self.save_answer(question, Answer { from, to, ..before.clone() }))?.is_some()
            {
                return Ok(());
            }
        }
    }

    /// Asks for the first day, or a year. Gives the last day to offer too.
    fn first_day(&mut self, question: &Question, ready: Period) -> Result<Period, Interrupt> {
        let today = self.sitting.today();
        let asked = Line::asking(format!(
            "First day that the figure for “{}” covers, or a year such as 2025/26 (Enter: not known)",
            question.title
        ));
        let given =
            ask_checked(self.person, &asked.with(as_typed(ready.0)), |typed| match parse_year(typed) {
                Some((first, _)) if first > today => Err(format!("{typed} is in the future.")),
                Some((first, last)) => Ok((Some(first), Some(last))),
                None => past_date(today, typed).map(|day| (Some(day), ready.1)),
            })?;
        Ok(given.or_back()?.unwrap_or((None, ready.1)))
    }

    fn last_day(
        &mut self,
        question: &Question,
        first: Option<NaiveDate>,
        mut ready: Option<NaiveDate>,
    ) -> Result<Option<NaiveDate>, Interrupt> {
        let prompt = format!(
            "Last day that the figure for “{}” covers ({} not known)",
            question.title,
            without(ready.is_some())
        );
        loop {
            let day = ask_past_date(self.person, &prompt, ready, self.sitting.today())?.or_back()?;
            if day.is_none() || day >= first {
                return Ok(day);
            }
            self.person
                .show_text("The last day is before the first. Correct it, or go back to the first.")?;
            ready = day;
        }
    }
}
