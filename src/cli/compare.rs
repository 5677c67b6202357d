//! `healthcheck compare`: an assessment beside others.

use anyhow::Result;
use integrity_healthcheck::report::Report;

use super::args::Compare;
use super::files::Loaded;
use super::{Outcome, World, files, output};

pub fn run(world: &World, arguments: &Compare) -> Result<Outcome> {
    let loaded = files::assessment(world, &arguments.file)?;
    let others =
        arguments.others.iter().map(|other| files::assessment(world, other)).collect::<Result<Vec<_>>>()?;
    let report = if others.is_empty() {
        files::beside_published(world, &loaded)
    } else {
        Report::new(loaded.named(), &others.iter().map(Loaded::named).collect::<Vec<_>>(), world.today)
    };
    for same in others.iter().filter(|other| other.assessment == loaded.assessment) {
        output::say(&format!("{} says the very same as {}, and is left out.", same.name, loaded.name));
    }
    output::print_document(&report.comparison_screen())?;
    Ok(Outcome::Done)
}
