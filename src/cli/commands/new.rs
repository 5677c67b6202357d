use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use integrity_healthcheck::assessment::NewAssessment;

use crate::cli::files::{load, names, start};
use crate::cli::world::{Outcome, World};
use crate::cli::{output, value_parsers};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The new file; it must not exist yet
    pub file: PathBuf,
    /// The force, as it calls itself
    #[arg(long, value_name = "NAME")]
    pub force: String,
    /// The day the assessment is opened [default: today]
    #[arg(long, value_parser = value_parsers::date)]
    pub date: Option<NaiveDate>,
    /// Who makes the assessment
    #[arg(long, value_name = "NAME", default_value = start::ASSESSOR)]
    pub assessor: String,
    /// The protective marking, shown at the top and bottom of every report
    #[arg(long, value_name = "TEXT")]
    pub marking: Option<String>,
    /// The id of a built-in checklist, or the path of one relative to FILE
    #[arg(long, value_name = "ID|PATH", default_value = start::CHECKLIST)]
    pub checklist: String,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let file = names::of_new(world, &arguments.file);
    let checklist = load::checklist(world, &file, &arguments.checklist, "")?;
    let new = NewAssessment {
        force: &arguments.force,
        date: arguments.date.unwrap_or(world.today),
        assessor: &arguments.assessor,
        checklist: &arguments.checklist,
        edition: &checklist.edition,
        marking: arguments.marking.as_deref(),
    };
    start::create(world, &file, new.to_toml(), &[])?;
    let command = output::in_command(&file);
    output::say(&format!(
        "Started {}. Answer its questions with:\n  healthcheck assess {command}",
        file.display()
    ));
    Ok(Outcome::Done)
}
