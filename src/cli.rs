//! The commands, and everything that touches the world: files, the clock, the terminal.

use anyhow::Result;
use chrono::{Local, NaiveDate};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::report::for_the_public;

mod answer;
pub mod args;
mod assess;
mod check;
mod compare;
mod disk;
mod explain;
mod files;
mod new;
pub mod output;
mod packs;
mod person;
mod plan;
mod renew;
mod report;
mod score;
mod show;
mod store;
mod trend;

use args::{Arguments, Command};

/// How a command ended, short of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It did what it was asked.
    Done,
    /// It did, and a gate that was asked for is not met.
    GateNotMet,
}

/// What every command works with: the day, and what is built in.
pub struct World {
    today: NaiveDate,
    catalogue: Catalogue,
}

impl World {
    /// An assessment as anybody may see it, under a built-in name or none.
    fn for_the_public(&self, loaded: &files::Loaded) -> files::Loaded {
        let is_builtin = self.catalogue.assessment(&loaded.name).is_some();
        files::Loaded {
            name: if is_builtin { loaded.name.clone() } else { "FILE".to_owned() },
            assessment: for_the_public(&loaded.assessment),
        }
    }
}

/// Runs a command.
pub fn run(arguments: Arguments) -> Result<Outcome> {
    let today = arguments.today.unwrap_or_else(|| Local::now().date_naive());
    let world = World { today, catalogue: packs::catalogue(arguments.checklists.as_deref())? };
    match arguments.command {
        Command::Assess(arguments) => assess::run(&world, &arguments),
        Command::New(arguments) => new::run(&world, &arguments),
        Command::Answer(arguments) => answer::run(&world, &arguments),
        Command::Renew(arguments) => renew::run(&world, &arguments),
        Command::Plan(arguments) => plan::run(&world, &arguments),
        Command::Trend(arguments) => trend::run(&world, &arguments),
        Command::Score(arguments) => score::run(&world, &arguments),
        Command::Compare(arguments) => compare::run(&world, &arguments),
        Command::Report(arguments) => report::run(&world, &arguments),
        Command::Explain(arguments) => explain::run(&world, &arguments),
        Command::List => show::list(&world),
        Command::Show(arguments) => show::show(&world, &arguments),
        Command::Check(arguments) => check::run(&world, &arguments),
        Command::Completions { shell } => output::completions(shell),
    }
}
