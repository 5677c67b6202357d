//! `healthcheck list` and `healthcheck show`: what is built in, and one of them whole.

use anyhow::Result;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::report;

use super::args::Show;
use super::{Outcome, World, files, output};

pub fn list(world: &World) -> Result<Outcome> {
    let checklists = world.catalogue.checklists().map(AsRef::as_ref);
    output::print_document(&report::list(checklists, &world.catalogue.published()))?;
    Ok(Outcome::Done)
}

pub fn show(world: &World, arguments: &Show) -> Result<Outcome> {
    let source = files::source(world, &arguments.name)?;
    let document = if Checklist::is_claimed_by(&source) {
        report::show_checklist(&Checklist::parse(&source)?)
    } else {
        report::show_assessment(files::assessment(world, &arguments.name)?.named())
    };
    output::print_document(&document)?;
    Ok(Outcome::Done)
}
