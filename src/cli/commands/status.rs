use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use integrity_healthcheck::departments::status;

use crate::cli::files::load;
use crate::cli::output;
use crate::cli::world::{Outcome, World};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment
    pub file: PathBuf,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = load::assessment(world, &arguments.file)?;
    output::print_document(&status::status(&loaded.assessment, world.today))?;
    Ok(Outcome::Done)
}
