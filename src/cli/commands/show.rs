use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use integrity_healthcheck::Parsed;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::report;

use crate::cli::files::load;
use crate::cli::output;
use crate::cli::world::{Outcome, World};

#[derive(Debug, Args)]
pub struct Arguments {
    /// A built-in name, or the path of a checklist or an assessment
    pub name: PathBuf,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let source = load::source(world, &arguments.name)?;
    let parsed = Parsed::new(&source);
    let document = if Checklist::looks_like(&parsed) {
        report::show_checklist(&Checklist::read(&parsed)?)
    } else {
        let name = arguments.name.display().to_string();
        let assessment = load::assessment_of(world, &arguments.name, &parsed)?;
        report::show_assessment(Named { name: &name, assessment: &assessment })
    };
    output::print_document(&document)?;
    Ok(Outcome::Done)
}
