//! A day as it is typed on the command line.

use chrono::NaiveDate;
use integrity_healthcheck::interview;

/// Reads a day, as the interview reads it.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    interview::day(text).ok_or_else(|| interview::HOW_DAYS_ARE_WRITTEN.to_owned())
}
