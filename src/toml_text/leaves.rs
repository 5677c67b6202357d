//! Reads single values: texts, dates, whole numbers and flags.

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::DeValue;

use super::fields::{At, Fields};
use crate::text::characters::first_refused;
use crate::text::dates::EARLIEST;
use crate::text::source::{Fault, Problem};

impl Fields<'_> {
    /// A text that is neither blank nor has hidden characters, with line ends as `\n`.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<At<String>> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::String(text) => self.clean(key, text, value.span()),
            _ => {
                self.wrong_type(key, value, "text", "\"...\"");
                None
            }
        }
    }

    /// As [`Fields::text`], without its place.
    pub(crate) fn string(&mut self, key: &'static str) -> Option<String> {
        self.text(key).map(|text| text.value)
    }

    pub(crate) fn required_text(&mut self, key: &'static str, example: &str) -> Option<At<String>> {
        if !self.has(key) {
            self.missing(key, example);
        }
        self.text(key)
    }

    pub(super) fn clean(&self, key: &str, text: &str, span: Range<usize>) -> Option<At<String>> {
        if text.trim().is_empty() {
            self.problem(span, format!("`{key}` is blank"), "write something between the quotes");
            return None;
        }
        if let Some((_, hidden)) = first_refused(text) {
            // Only one that is written as an escape was not noted before.
            if !self.problems.has_within(&span, Fault::Hidden(hidden)) {
                self.problems.push(Problem::hidden(span, hidden, format!("take it out of `{key}`")));
            }
            return None;
        }
        let value = if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() };
        Some(At { value, span })
    }

    /// A date without a time.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<At<NaiveDate>> {
        let value = self.take(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.date.and_then(|date| {
                NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            }),
            _ => None,
        };
        if date.is_none() {
            self.wrong_type(key, value, "a date", "2026-11-02");
        }
        date.map(|date| At { value: date, span: value.span() })
    }

    /// A date from 1900 to `today`.
    pub(crate) fn past_date(&mut self, key: &'static str, today: NaiveDate) -> Option<At<NaiveDate>> {
        let date = self.date(key)?;
        if date.value < EARLIEST {
            self.problem(date.span, format!("`{key}` is before 1900"), "write the year with four digits");
            return None;
        }
        if date.value > today {
            let message = format!("`{key}` is in the future ({}; today is {today})", date.value);
            let problem = Problem::new(date.span, message, "write the day on which it happened");
            self.problems.push(Problem { fault: Fault::Future(date.value), ..problem });
            return None;
        }
        Some(date)
    }

    pub(crate) fn integer(&mut self, key: &'static str) -> Option<At<i64>> {
        let value = self.take(key)?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(key, value, "a whole number", "2");
            return None;
        };
        match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Some(At { value: number, span: value.span() }),
            Err(_) => {
                self.problem(value.span(), format!("`{key}` is too large a number"), "check its digits");
                None
            }
        }
    }

    /// `false` if the key is missing.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.take(key) else { return false };
        match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            _ => {
                self.wrong_type(key, value, "true or false", "true");
                false
            }
        }
    }

    pub(crate) fn is_text(&self, key: &str) -> bool {
        self.as_str(key).is_some()
    }
}
