use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::approval::{Entry, Reopening, State};

use crate::cli::files::approvals::{self, PROGRAM};
use crate::cli::files::lock::Lock;
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output, value_parsers};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// Why it has to be changed; the record keeps it
    #[arg(long, value_name = "TEXT", value_parser = value_parsers::text)]
    pub reason: String,
    /// Who opens it again
    #[arg(long, value_name = "NAME", value_parser = value_parsers::text)]
    pub by: Option<String>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let file = &arguments.file;
    let shown = file.display();
    let _lock = Lock::take(file)?;
    let now = approvals::digest_of(file)?;
    match approvals::record_of_file(world, file, now)?.as_ref().and_then(|held| held.state()) {
        Some(State::AsApproved(_) | State::Changed(_)) => {}
        Some(State::Reopened(_)) => bail!("{shown} is open already; `healthcheck approve` approves it again"),
        None => bail!("{shown} was never approved, so it can be changed as it is"),
    }
    let entry = Reopening {
        reason: arguments.reason.clone(),
        by: arguments.by.clone(),
        on: world.today,
        sha256: now,
        program: PROGRAM.to_owned(),
    };
    approvals::add(world, file, Entry::Reopened(entry))?;
    output::say(&format!(
        "Reopened {shown}. Reports made from it say so until it is approved again; the earlier approval stays in the record."
    ));
    Ok(Outcome::Done)
}
