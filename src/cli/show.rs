//! `healthcheck show`: one checklist or assessment whole.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::report;

use super::world::{Outcome, World};
use super::{files, output};

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// A built-in name, or the path of a checklist or an assessment
    pub name: PathBuf,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let source = files::source(world, &arguments.name)?;
    let document = if Checklist::is_claimed_by(&source) {
        report::show_checklist(&Checklist::parse(&source)?)
    } else {
        report::show_assessment(files::assessment(world, &arguments.name)?.named())
    };
    output::print_document(&document)?;
    Ok(Outcome::Done)
}
