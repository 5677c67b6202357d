//! A day as it is typed on the command line.

use chrono::NaiveDate;
use integrity_healthcheck::interview;

/// Reads a day, as the interview reads it.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    interview::day(text).ok_or_else(|| "write a date such as 2026-11-02".to_owned())
}
