//! `healthcheck score`: the scores on one screen, and a gate.

use anyhow::Result;

use super::args::Score;
use super::{Outcome, World, files, output};

pub fn run(world: &World, arguments: &Score) -> Result<Outcome> {
    let loaded = files::assessment(world, &arguments.file)?;
    let report = files::beside_published(world, &loaded);
    output::print_document(&report.score_screen())?;
    let lowest = report.scorecard.score.lowest.map(|lowest| lowest.value());
    match arguments.require {
        Some(required) if lowest.is_none_or(|lowest| lowest < required) => {
            let lowest = lowest.map_or("there is none".to_owned(), |lowest| format!("it is {lowest:.1}"));
            output::say(&format!("The lower bound of the score is to be at least {required}; {lowest}."));
            Ok(Outcome::GateNotMet)
        }
        _ => Ok(Outcome::Done),
    }
}
