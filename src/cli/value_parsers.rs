//! Parsers for values on the command line: dates and texts.

use chrono::NaiveDate;
use integrity_healthcheck::text::characters::{refused_in, too_long};
use integrity_healthcheck::text::dates;

/// Accepts the same spellings as the interview.
pub fn date(typed: &str) -> Result<NaiveDate, String> {
    dates::parse_date(typed).ok_or_else(|| dates::HELP.to_owned())
}

/// Refuses blank texts and hidden characters.
pub fn text(typed: &str) -> Result<String, String> {
    match refused_in(typed) {
        Some((_, message)) => Err(message),
        None if typed.trim().is_empty() => Err("it is blank".to_owned()),
        None => Ok(typed.to_owned()),
    }
}

/// Reads a text for a page header, which must be short.
pub fn heading(typed: &str) -> Result<String, String> {
    match too_long(typed) {
        Some(why) => Err(format!("it {why}")),
        None => text(typed),
    }
}
