use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::assessment::Details;
use integrity_healthcheck::interview::Record;

use crate::cli::files::store::{Store, unsaved};
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// The force, as it calls itself
    #[arg(long, value_name = "NAME")]
    pub force: Option<String>,
    /// Who makes the assessment
    #[arg(long, value_name = "NAME")]
    pub assessor: Option<String>,
    /// The protective marking, shown at the top and bottom of every report
    #[arg(long, value_name = "TEXT")]
    pub marking: Option<String>,
    /// Take the marking out
    #[arg(long, conflicts_with = "marking")]
    pub no_marking: bool,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let given = [&arguments.force, &arguments.assessor, &arguments.marking];
    if given.iter().all(|given| given.is_none()) && !arguments.no_marking {
        bail!("there is nothing to correct; say what with --force, --assessor, --marking or --no-marking");
    }
    let mut store = Store::open(world, &arguments.file)?;
    let now = Details::from_assessment(store.assessment());
    let marking = now.marking.filter(|_| !arguments.no_marking);
    let details = Details {
        force: arguments.force.clone().unwrap_or(now.force),
        assessor: arguments.assessor.clone().unwrap_or(now.assessor),
        marking: arguments.marking.clone().or(marking),
    };
    store.save_details(details).map_err(unsaved)?;
    output::say(&format!("Corrected {}", arguments.file.display()));
    Ok(Outcome::Done)
}
