//! `healthcheck report`: the gap report or the narrative, on the screen or in a file.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use integrity_healthcheck::document::terminal;
use integrity_healthcheck::judge::trend::Trend;
use integrity_healthcheck::report::{PublicReport, Report};

use super::files::Loaded;
use super::format::Format;
use super::world::{Outcome, World};
use super::{complete, disk, files, output, trend};

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// The format [default: as the ending of --output says, otherwise terminal]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Write it to this file instead of the screen
    #[arg(long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub overwrite: bool,
    /// Write the findings up in paragraphs, instead of the gap report
    #[arg(long)]
    pub narrative: bool,
    /// Add a chapter on the years since these earlier assessments of the same force
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub earlier: Vec<PathBuf>,
    /// Leave out everything typed with the answers: notes, reasons, evidence, names and dates
    #[arg(long)]
    pub public: bool,
    /// The marking of the public report; without one it says that it is not cleared for release
    #[arg(long, value_name = "TEXT", requires = "public", value_parser = marking)]
    pub marking: Option<String>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let format = format(arguments)?;
    let loaded = files::assessment(world, &arguments.file)?;
    let mut years = trend::load(world, &arguments.earlier)?;
    if let Some(later) = years.iter().find(|year| year.assessment.date > loaded.assessment.date) {
        bail!(
            "{} is dated {}, later than {} ({}); report on the newest, and name the others with --earlier",
            later.name,
            later.assessment.date,
            loaded.name,
            loaded.assessment.date
        );
    }
    years.extend((!arguments.earlier.is_empty()).then(|| loaded.clone()));
    let width = if arguments.output.is_some() { terminal::WIDTH } else { output::width() };
    let draw = |report: &Report<'_>| format.draw(report, arguments.narrative, width);
    let drawn = if arguments.public {
        let cleared = |named| world.for_the_public(named);
        let about = cleared(loaded.named());
        let others: Vec<_> =
            files::published_beside(world, &loaded.assessment).into_iter().map(cleared).collect();
        let years: Vec<_> = years.iter().map(Loaded::named).map(cleared).collect();
        let marking = arguments.marking.clone();
        let report = PublicReport::new(&about, &others, &years, world.today, marking)?;
        draw(&report)?
    } else {
        let mut report = files::beside_published(world, &loaded);
        report.trend = over(&years)?;
        report.marking = trend::marking(&years).or(report.marking);
        draw(&report)?
    };
    match &arguments.output {
        Some(path) => {
            write(arguments, path, &drawn)?;
            output::say(&format!("Wrote {} ({})", path.display(), format.title()));
        }
        None => output::print(&drawn)?,
    }
    Ok(Outcome::Done)
}

/// The years, where earlier ones were named.
fn over(years: &[Loaded]) -> Result<Option<Trend<'_>>> {
    if years.is_empty() { Ok(None) } else { trend::of(years).map(Some) }
}

/// The format that was asked for, else the one that the file's ending names.
fn format(arguments: &Arguments) -> Result<Format> {
    let format = match (arguments.format, &arguments.output) {
        (Some(format), _) => format,
        (None, Some(path)) => by_ending(path)?,
        (None, None) => Format::Terminal,
    };
    if arguments.narrative && !arguments.earlier.is_empty() {
        bail!("a narrative covers one year; leave out --earlier or --narrative");
    }
    if arguments.narrative && !format.tells() {
        bail!("a narrative can be {}, but not {}", Format::telling(), format.title());
    }
    if !format.is_text() && arguments.output.is_none() && io::stdout().is_terminal() {
        bail!("a {} file is not for the screen; name one with --output", format.title());
    }
    Ok(format)
}

fn by_ending(path: &Path) -> Result<Format> {
    let ending = path.extension().map(|ending| ending.to_string_lossy()).unwrap_or_default();
    Format::by_ending(&ending).ok_or_else(|| {
        anyhow::anyhow!(
            "the ending of {} names no format; use {}, or give --format",
            path.display(),
            Format::endings()
        )
    })
}

/// Writes the report, never over an assessment of which it is made.
fn write(arguments: &Arguments, output: &Path, bytes: &[u8]) -> Result<()> {
    let shown = output.display();
    if !output.exists() {
        return disk::create(output, bytes);
    }
    let mut assessments = std::iter::once(&arguments.file).chain(&arguments.earlier);
    if assessments.any(|assessment| disk::behind_links(assessment) == disk::behind_links(output)) {
        bail!("{shown} is the assessment itself; name another file for the report");
    }
    if !arguments.overwrite {
        bail!("{shown} already exists; add --overwrite to replace it, or name another file");
    }
    disk::replace(output, bytes)
}

fn marking(text: &str) -> Result<String, String> {
    match integrity_healthcheck::text::characters::refused_in(text) {
        Some((_, message)) => Err(message),
        None if text.trim().is_empty() => Err("it is blank".to_owned()),
        None => Ok(text.to_owned()),
    }
}
