use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use integrity_healthcheck::report;
use integrity_healthcheck::results::Report;

use crate::cli::files::approvals;
use crate::cli::files::compared_with::ComparedWith;
use crate::cli::files::load::{self, Loaded};
use crate::cli::output;
use crate::cli::world::{Outcome, World};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment
    pub file: PathBuf,
    /// What to compare it with, up to ten [default: what was published on the force itself, and a summary of all]
    #[arg(num_args = 0..=10)]
    pub others: Vec<PathBuf>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = load::assessment(world, &arguments.file)?;
    let others = load::assessments(world, &arguments.others)?;
    let mut report = if others.is_empty() {
        ComparedWith::new(world, &loaded, &[]).report(world, &loaded)
    } else {
        Report::new(loaded.named(), &others.iter().map(Loaded::named).collect::<Vec<_>>(), world.today)
    };
    report.approval = approvals::record_of(world, &loaded)?;
    for same in others.iter().filter(|other| other.assessment == loaded.assessment) {
        output::say(&format!("{} is identical to {}, and is left out.", same.name, loaded.name));
    }
    output::print_document(&report::comparison(&report))?;
    Ok(Outcome::Done)
}
