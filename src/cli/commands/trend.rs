use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::document::Document;
use integrity_healthcheck::judge::trend::{ChangedYear, Trend, YearFile, changed_years};
use integrity_healthcheck::report::trend_document;

use crate::cli::files::approvals;
use crate::cli::files::load::{self, Loaded};
use crate::cli::output;
use crate::cli::world::{Outcome, World};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Assessments of one force, in any order; a published one may be the first year
    #[arg(required = true, num_args = 2..=10, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = load::assessments(world, &arguments.files)?;
    let document = trend_document(&of_files(world, &loaded)?, world.today);
    output::print_document(&Document { marking: marking(&loaded), ..document })?;
    Ok(Outcome::Done)
}

pub fn of_files<'a>(world: &World, loaded: &'a [Loaded]) -> Result<Trend<'a>> {
    if let Some((year, reviews)) =
        loaded.iter().find_map(|year| Some((year, year.assessment.reviews.as_ref()?)))
    {
        bail!("{} is a review of {}, not a year of the force's own", year.name, reviews.file);
    }
    let years: Vec<_> = loaded.iter().map(Loaded::named).collect();
    let trend = Trend::new(&years)?;
    Ok(Trend { changed: changed(world, loaded)?, ..trend })
}

/// Years whose files have changed since approval.
pub fn changed(world: &World, loaded: &[Loaded]) -> Result<Vec<ChangedYear>> {
    let held = loaded.iter().map(|year| approvals::record_of(world, year)).collect::<Result<Vec<_>>>()?;
    let years = loaded.iter().zip(&held);
    let files = years.map(|(year, held)| YearFile {
        assessment: &year.assessment,
        now: year.digest,
        held: held.as_ref(),
    });
    Ok(changed_years(&files.collect::<Vec<_>>()))
}

/// The years' markings, each once. Anything shown of a year keeps its marking.
pub fn marking<'a>(years: impl IntoIterator<Item = &'a Loaded>) -> Option<String> {
    let mut markings: Vec<&str> =
        years.into_iter().filter_map(|year| year.assessment.marking.as_deref()).collect();
    markings.sort_unstable();
    markings.dedup();
    (!markings.is_empty()).then(|| markings.join("; "))
}
