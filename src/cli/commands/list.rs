use anyhow::Result;
use integrity_healthcheck::report;

use crate::cli::output;
use crate::cli::world::{Outcome, World};

pub fn run(world: &World) -> Result<Outcome> {
    let checklists = world.catalogue.checklists().map(AsRef::as_ref);
    output::print_document(&report::list(checklists, &world.catalogue.published()))?;
    Ok(Outcome::Done)
}
