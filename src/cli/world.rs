//! What every command works with, and how it ends.

use chrono::NaiveDate;
use integrity_healthcheck::catalogue::Builtin;

/// How a command ended, short of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it was asked.
    Done,
    /// It did, and a gate that was asked for is not met.
    GateNotMet,
}

/// The day, and what is built in.
pub struct World {
    pub today: NaiveDate,
    pub builtin: Builtin,
}
