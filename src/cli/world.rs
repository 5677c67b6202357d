//! What every command works with, and how it ends.

use chrono::NaiveDate;
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::results::{Cleared, for_the_public};

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
    pub catalogue: Catalogue,
}

impl World {
    /// An assessment as anybody may see it, under its built-in name if it has one: the path of a file is nobody else's
    /// business either.
    pub fn for_the_public(&self, named: Named<'_>) -> Cleared {
        let is_builtin = self.catalogue.assessment(named.name).is_some();
        for_the_public(named.assessment, is_builtin.then_some(named.name))
    }
}
