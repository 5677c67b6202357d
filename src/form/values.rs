//! The value of one cell that was filled in, or why it is none.

use chrono::{Datelike, NaiveDate};

use super::words;
use crate::assessment::Value;
use crate::checklist::{Kind, Level, LevelNames, Question};
use crate::text::characters::refused_in;
use crate::text::date_in_words;
use crate::toml_text::EARLIEST;
use crate::workbook::read::Held;

/// What is wrong with a cell, and what would be right.
pub struct Wrong {
    pub message: String,
    pub help: String,
}

fn wrong<T>(message: String, help: impl Into<String>) -> Result<T, Wrong> {
    Err(Wrong { message, help: help.into() })
}

/// Words, as they were typed.
pub fn words(held: &Held) -> Result<String, Wrong> {
    match held {
        Held::Text(text) => match refused_in(text) {
            None => Ok(text.clone()),
            Some((_, message)) => wrong(message, "type the words again without it"),
        },
        Held::Number(number) => Ok(number.to_string()),
        Held::Day(day) => wrong(
            format!("{} is a date where words are expected", date_in_words(*day)),
            "type an apostrophe before it if it is what you mean",
        ),
        Held::Fault(fault) => wrong(
            format!("the cell shows {fault}, since what was typed was taken for a formula"),
            "type an apostrophe before it",
        ),
    }
}

/// A day that is not in the future.
pub fn past_day(held: &Held, today: NaiveDate) -> Result<NaiveDate, Wrong> {
    let day = any_day(held)?;
    if day > today {
        let message = format!("{} is in the future", date_in_words(day));
        return wrong(message, "write the day on which it happened");
    }
    Ok(day)
}

/// A day.
pub fn any_day(held: &Held) -> Result<NaiveDate, Wrong> {
    const HELP: &str = "type it as 31/03/2026, so that the cell shows it as a date";
    let day = match held {
        Held::Day(day) => *day,
        Held::Text(text) => match unmistakable(text.trim()) {
            Some(day) => day,
            None => return wrong(format!("\"{}\" is text, not a date", held.shown()), HELP),
        },
        Held::Number(number) => return wrong(format!("{number} is a number, not a date"), HELP),
        Held::Fault(fault) => return wrong(format!("{fault} is not a date"), HELP),
    };
    if day < EARLIEST || day.year() > 9999 {
        return wrong(format!("{day} is not a year that can be meant"), "write the year with four digits");
    }
    Ok(day)
}

/// A day as text that has one meaning only: `2026-11-02` or `2 November 2026`. `2/11/2026` has two.
fn unmistakable(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d %B %Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

/// An answer to a question.
pub fn value(held: &Held, question: &Question) -> Result<Value, Wrong> {
    match &question.kind {
        Kind::Scale(scale) => level(held, &scale.names),
        Kind::Count(count) => {
            let number = match held {
                Held::Number(number) => whole(*number),
                Held::Text(text) => match outside_scale(text) {
                    Some(value) => return Ok(value),
                    None => text.trim().parse().ok(),
                },
                Held::Day(_) | Held::Fault(_) => None,
            };
            let Some(number) = number else {
                let message = format!("\"{}\" is not a whole number of {}", held.shown(), count.unit);
                return wrong(
                    message,
                    format!(
                        "write digits alone, or choose {} or {}",
                        words::DONT_KNOW,
                        words::NOT_APPLICABLE
                    ),
                );
            };
            Value::of_count(count, number).map_err(|wrong| Wrong { message: wrong.message, help: wrong.help })
        }
    }
}

fn level(held: &Held, names: &LevelNames) -> Result<Value, Wrong> {
    let Held::Text(text) = held else {
        return wrong(format!("\"{}\" is not a level", held.shown()), "choose one from the list");
    };
    let typed = text.trim().to_lowercase();
    let named = |level: &Level| names.of(*level).to_lowercase() == typed || level.word() == typed;
    let level = Level::ALL.into_iter().find(named).map(Value::from);
    match level.or_else(|| outside_scale(text)) {
        Some(value) => Ok(value),
        None => wrong(format!("\"{}\" is not a level", held.shown()), "choose one from the list"),
    }
}

fn outside_scale(text: &str) -> Option<Value> {
    match text.trim().to_lowercase().replace('’', "'").as_str() {
        words::DONT_KNOW | "unknown" => Some(Value::Unknown),
        words::NOT_APPLICABLE | "not-applicable" => Some(Value::NotApplicable),
        _ => None,
    }
}

/// A figure without a fraction; the digits beyond what a spreadsheet holds are not known.
fn whole(number: f64) -> Option<i64> {
    let exact = number.fract() == 0.0 && number.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
    exact.then_some(number as i64)
}
