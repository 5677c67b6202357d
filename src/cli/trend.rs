//! `healthcheck trend`: one force over the years.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use integrity_healthcheck::document::Document;
use integrity_healthcheck::judge::trend::Trend;
use integrity_healthcheck::report::trend_document;

use super::files::{self, Loaded};
use super::output;
use super::world::{Outcome, World};

/// Arguments of `trend`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Assessments of one force, in any order; a published one may be the first year
    #[arg(required = true, num_args = 2..=10, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = files::assessments(world, &arguments.files)?;
    let document = trend_document(&of(&loaded)?, world.today);
    output::print_document(&Document { marking: marking(&loaded), ..document })?;
    Ok(Outcome::Done)
}

/// Assessments as the years of one force.
pub fn of(loaded: &[Loaded]) -> Result<Trend<'_>> {
    let years: Vec<_> = loaded.iter().map(Loaded::named).collect();
    Ok(Trend::of(&years)?)
}

/// Every marking of the years, each once: what is shown of a year keeps that year's marking.
pub fn marking(years: &[Loaded]) -> Option<String> {
    let mut markings: Vec<&str> =
        years.iter().filter_map(|year| year.assessment.marking.as_deref()).collect();
    markings.sort_unstable();
    markings.dedup();
    (!markings.is_empty()).then(|| markings.join("; "))
}
