//! What every command works with, and how it ends.

use chrono::NaiveDate;
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::results::{Cleared, for_the_public};

/// How a command ended, if not with an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// A requested check is not met.
    GateNotMet,
}

pub struct World {
    pub today: NaiveDate,
    pub catalogue: Catalogue,
}

impl World {
    /// Under its built-in name if it has one. A file's path is never published.
    pub fn for_the_public(&self, named: Named<'_>) -> Cleared {
        let is_builtin = self.catalogue.assessment(named.name).is_some();
        for_the_public(named.assessment, is_builtin.then_some(named.name))
    }
}
