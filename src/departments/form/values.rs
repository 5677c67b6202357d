//! Reads one filled-in cell.

use chrono::{Datelike, NaiveDate};

use super::words;
use crate::assessment::Value;
use crate::checklist::{Kind, Level, LevelNames, Question};
use crate::text::characters::refused_in;
use crate::text::dates::{self, EARLIEST};
use crate::text::long_date;
use crate::workbook::read::CellValue;

pub struct CellError {
    pub message: String,
    pub help: String,
}

fn wrong<T>(message: String, help: impl Into<String>) -> Result<T, CellError> {
    Err(CellError { message, help: help.into() })
}

pub fn words(held: &CellValue) -> Result<String, CellError> {
    match held {
        CellValue::Text(text) => match refused_in(text) {
            None => Ok(text.clone()),
            Some((_, message)) => wrong(message, "type the words again without it"),
        },
        CellValue::Number(number) => Ok(number.to_string()),
        CellValue::Day(day) => wrong(
            format!("{} is a date where words are expected", long_date(*day)),
            "type an apostrophe before it if it is what you mean",
        ),
        CellValue::Error(error) => wrong(
            format!("the cell shows {error}, since what was typed was taken for a formula"),
            "type an apostrophe before it",
        ),
    }
}

/// A date up to today.
pub fn past_date(held: &CellValue, today: NaiveDate) -> Result<NaiveDate, CellError> {
    let day = any_date(held)?;
    if day > today {
        let message = format!("{} is in the future", long_date(day));
        return wrong(message, "write the day on which it happened");
    }
    Ok(day)
}

/// A date. Text is read too: pasting can turn a date cell into text, and on a locked sheet nobody can change it back.
pub fn any_date(held: &CellValue) -> Result<NaiveDate, CellError> {
    let day = match held {
        // Someone typed a year or another number: a spreadsheet shows it as a date before 1909.
        CellValue::Day(day) if day.year() < 1909 => {
            return wrong("a year or another number alone is not a date".to_owned(), dates::HELP);
        }
        CellValue::Day(day) => *day,
        CellValue::Text(text) => match dates::parse_date(text.trim()) {
            Some(day) => day,
            None => return wrong(format!("\"{}\" is not a date", held.shortened()), dates::HELP),
        },
        // Text is accepted even where the spreadsheet would turn a typed date into a number.
        CellValue::Number(number) => {
            let help = "write it like '30 Sep 2026, with the apostrophe before it";
            return wrong(format!("{number} is a number, not a date"), help);
        }
        CellValue::Error(fault) => return wrong(format!("{fault} is not a date"), dates::HELP),
    };
    if day < EARLIEST || day.year() > 9999 {
        return wrong(format!("{day} is not a year that can be meant"), "write the year with four digits");
    }
    Ok(day)
}

pub fn value(held: &CellValue, question: &Question) -> Result<Value, CellError> {
    match &question.kind {
        Kind::Scale(scale) => level(held, &scale.names),
        Kind::Count(count) => {
            let number = match held {
                CellValue::Number(number) => whole(*number),
                CellValue::Text(text) => match outside_scale(text) {
                    Some(value) => return Ok(value),
                    None => text.trim().parse().ok(),
                },
                CellValue::Day(_) | CellValue::Error(_) => None,
            };
            let Some(number) = number else {
                let message = format!("\"{}\" is not a whole number of {}", held.shortened(), count.unit);
                return wrong(
                    message,
                    format!(
                        "write digits alone, or choose {} or {}",
                        words::DONT_KNOW,
                        words::NOT_APPLICABLE
                    ),
                );
            };
            Value::from_count(count, number)
                .map_err(|wrong| CellError { message: wrong.message, help: wrong.help })
        }
    }
}

fn level(held: &CellValue, names: &LevelNames) -> Result<Value, CellError> {
    let text = if let CellValue::Text(text) = held { text.as_str() } else { "" };
    let typed = text.trim().to_lowercase();
    let named = |level: &Level| names.name(*level).to_lowercase() == typed || level.word() == typed;
    let level = Level::ALL.into_iter().find(named).map(Value::from);
    match level.or_else(|| outside_scale(text)) {
        Some(value) => Ok(value),
        // Pasting can remove the cell's drop-down list, so the message names the choices.
        None => {
            let levels = Level::ALL.map(|level| names.name(level)).join(", ");
            let help = format!("choose {levels}, {} or {}", words::DONT_KNOW, words::NOT_APPLICABLE);
            wrong(format!("\"{}\" is not a level", held.shortened()), help)
        }
    }
}

fn outside_scale(text: &str) -> Option<Value> {
    match text.trim().to_lowercase().replace('’', "'").as_str() {
        words::DONT_KNOW | "unknown" => Some(Value::Unknown),
        words::NOT_APPLICABLE | "not-applicable" => Some(Value::NotApplicable),
        _ => None,
    }
}

/// A whole number below the 15 digits that a spreadsheet keeps.
fn whole(number: f64) -> Option<i64> {
    let exact = number.fract() == 0.0 && number.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
    exact.then_some(number as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_as_text_is_read_as_people_write_it() {
        let read = |text: &str| any_date(&CellValue::Text(text.to_owned())).map_err(|wrong| wrong.message);
        let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
        let written =
            ["31/03/2026", "31.3.2026", "31-3-2026", "31 March 2026", "31 Mar 26", "2026-03-31", " 31/3/26 "];
        for text in written {
            assert_eq!(read(text), Ok(day), "{text}");
        }
        // The day comes before the month, so there is no thirteenth month.
        assert_eq!(read("3/2/2026"), Ok(NaiveDate::from_ymd_opt(2026, 2, 3).unwrap()));
        for text in ["2/13/2026", "Oct 2026", "26-11-02", "last month"] {
            assert_eq!(read(text), Err(format!("\"{text}\" is not a date")));
        }
    }
}
