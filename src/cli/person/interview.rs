//! An interview at the keyboard: how it begins, and what is said at its end.

use std::io;
use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};
use integrity_healthcheck::interview::{self, End, Mode, Occasion, Person, Record, UnsavedError};

use super::plain::Plain;
use super::terminal::Terminal;
use crate::cli::output;
use crate::cli::world::World;

/// Works with the person at the terminal, or line by line if `plain` says so or the terminal can do no more.
/// `without_terminal` says what else can be done if there is none.
pub fn with_person<T>(
    plain: bool,
    without_terminal: &str,
    work: impl FnOnce(&mut dyn Person) -> Result<T>,
) -> Result<T> {
    if plain || std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        let input = io::BufReader::new(io::stdin());
        return work(&mut Plain::new(input, io::stdout()));
    }
    match Terminal::new() {
        Some(mut terminal) => work(&mut terminal),
        None => bail!("{without_terminal}"),
    }
}

pub fn interview(
    world: &World,
    person: &mut dyn Person,
    record: &mut dyn Record,
    file: &Path,
    mode: Mode,
) -> Result<End, UnsavedError> {
    let begun = Instant::now();
    let occasion =
        Occasion { file: &output::in_command(file), mode, today: world.today, elapsed: &|| begun.elapsed() };
    interview::interview(person, record, occasion)
}

/// Says what is saved and how to continue, unless the interview was finished.
pub fn say_how_to_continue(end: &End, saved: &str, command: &str, plain: bool) {
    let lost = match end {
        End::Finished => return,
        End::Stopped => String::new(),
        End::Left => " A line that was not finished is not.".to_owned(),
        End::Unfinished(told) => format!("\n{told}"),
    };
    let plain = if plain { " --plain" } else { "" };
    output::say(&format!("\n{saved} saved.{lost}\nContinue with:\n  healthcheck {command}{plain}"));
}
