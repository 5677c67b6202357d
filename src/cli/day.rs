//! A day as it is typed on the command line.

use chrono::NaiveDate;
use integrity_healthcheck::text::days;

/// Reads a day, as the interview reads it.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    days::day(text).ok_or_else(|| days::HOW.to_owned())
}
