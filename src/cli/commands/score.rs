use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use integrity_healthcheck::report;
use integrity_healthcheck::results::Report;

use crate::cli::files::{approvals, load};
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// Exit with 1 unless the score is at least this (0 to 100) even if everything open is absent
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub require: Option<f64>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = load::assessment(world, &arguments.file)?;
    let mut report = Report::new(loaded.named(), &[], world.today);
    report.approval = approvals::record_of(world, &loaded)?;
    output::print_document(&report::scores(&report))?;
    let least = report.scorecard.score.at_least().map(|least| least.value());
    match arguments.require {
        Some(required) if least.is_none_or(|least| least < required) => {
            let least = least.map_or("there is none".to_owned(), |least| format!("it is {least:.1}"));
            output::say(&format!(
                "The score with everything open absent must be at least {required}; {least}."
            ));
            Ok(Outcome::GateNotMet)
        }
        _ => Ok(Outcome::Done),
    }
}

fn percent(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if (0.0..=100.0).contains(&number) => Ok(number),
        _ => Err("write a number from 0 to 100".to_owned()),
    }
}
