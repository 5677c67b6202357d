//! The commands, and everything that touches the world: files, the clock, the terminal.

use anyhow::Result;
use chrono::{Local, NaiveDate};
use integrity_healthcheck::catalogue::Builtin;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::report::{Cleared, for_the_public};

mod answer;
pub mod args;
mod assess;
mod check;
mod compare;
mod disk;
mod explain;
mod files;
mod format;
mod new;
pub mod output;
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
    builtin: Builtin,
}

impl World {
    /// An assessment as anybody may see it, under its built-in name if it has one: the path of a file is nobody else's
    /// business either.
    fn for_the_public(&self, named: Named<'_>) -> Cleared {
        let is_builtin = self.builtin.assessment(named.name).is_some();
        for_the_public(named.assessment, is_builtin.then_some(named.name))
    }
}

/// Runs a command.
pub fn run(arguments: Arguments) -> Result<Outcome> {
    let today = arguments.today.unwrap_or_else(|| Local::now().date_naive());
    let world = World { today, builtin: Builtin::load()? };
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
