//! `healthcheck completions`: what a shell needs to complete our commands.

use anyhow::Result;
use clap::Args;

use super::output;
use super::world::Outcome;

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// Prints the completions of the whole command line.
pub fn run(arguments: &Arguments, mut whole: clap::Command) -> Result<Outcome> {
    let mut script = Vec::new();
    let name = whole.get_name().to_owned();
    clap_complete::generate(arguments.shell, &mut whole, name, &mut script);
    output::print(script)?;
    Ok(Outcome::Done)
}
