//! `healthcheck score`: the scores on one screen, and a gate.

use anyhow::Result;

use super::args::Score;
use super::{Outcome, World, files, output};

pub fn run(world: &World, arguments: &Score) -> Result<Outcome> {
    let loaded = files::assessment(world, &arguments.file)?;
    let report = files::beside_published(world, &loaded);
    output::print_document(&report.score_screen())?;
    let least = report.scorecard.score.at_least().map(|least| least.value());
    match arguments.require {
        Some(required) if least.is_none_or(|least| least < required) => {
            let least = least.map_or("there is none".to_owned(), |least| format!("it is {least:.1}"));
            output::say(&format!(
                "The score with everything open absent is to be at least {required}; {least}."
            ));
            Ok(Outcome::GateNotMet)
        }
        _ => Ok(Outcome::Done),
    }
}
