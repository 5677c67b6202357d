use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::results::RegionReport;

use crate::cli::commands::trend;
use crate::cli::files::load::{self, Loaded};
use crate::cli::files::target::Target;
use crate::cli::files::{approvals, disk, names, reviews};
use crate::cli::world::{Outcome, World};
use crate::cli::{output, value_parsers};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Assessments, built-in names, or folders of assessments
    #[arg(required_unless_present = "published", value_name = "FILE|FOLDER")]
    pub files: Vec<PathBuf>,
    /// Add the published findings of these years; with several, what moved
    #[arg(long, value_name = "YEAR", num_args = 1..)]
    pub published: Vec<i32>,
    /// The title of the page
    #[arg(long, value_name = "TEXT", value_parser = value_parsers::heading)]
    pub title: Option<String>,
    /// Make it for the public, and mark it as not cleared for release unless --marking is given
    #[arg(long)]
    pub public: bool,
    /// The marking of the public page
    #[arg(long, value_name = "TEXT", requires = "public", value_parser = value_parsers::heading)]
    pub marking: Option<String>,
    #[command(flatten)]
    pub target: Target,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let format = arguments.target.format()?;
    let own = loaded(world, &arguments.files)?;
    let published = published(world, &arguments.published)?;
    let named: Vec<Named<'_>> = own.iter().map(Loaded::named).chain(published).collect();
    let title = arguments.title.clone();
    let width = arguments.target.width();
    let drawn = if arguments.public {
        let cleared: Vec<_> = named.into_iter().map(|named| world.for_the_public(named)).collect();
        let marking = arguments.marking.clone();
        format.draw(&RegionReport::for_the_public(&cleared, title, marking, world.today)?, width)?
    } else {
        format.draw(&RegionReport::new(&named, title, trend::marking(&own), world.today)?, width)?
    };
    arguments.target.take(&drawn, format, &arguments.files)?;
    Ok(Outcome::Done)
}

/// The assessments of files and folders. Other files in a folder are left out, and reported.
fn loaded(world: &World, files: &[PathBuf]) -> Result<Vec<Loaded>> {
    let mut loaded = Vec::new();
    for file in files {
        if file.is_dir() {
            loaded.extend(in_folder(world, file)?);
        } else {
            loaded.push(load::assessment(world, file)?);
        }
    }
    Ok(loaded)
}

fn in_folder(world: &World, folder: &Path) -> Result<Vec<Loaded>> {
    let shown = folder.display();
    let paths = names::healthchecks(folder).with_context(|| format!("cannot read the folder {shown}"))?;
    let belongs_to_another = |path: &PathBuf| {
        [approvals::ENDING, reviews::ENDING].iter().any(|ending| disk::name_of(path).ends_with(ending))
    };
    let mut loaded = Vec::new();
    for path in paths.into_iter().filter(|path| !belongs_to_another(path)) {
        match load::assessment(world, &path) {
            Ok(of) if of.assessment.reviews.is_some() => {
                output::say(&format!("{} is left out: it is a review", path.display()));
            }
            Ok(assessment) => loaded.push(assessment),
            Err(_) => output::say(&format!(
                "{} is left out: it is no assessment, or has problems; `healthcheck check` shows them",
                path.display()
            )),
        }
    }
    if loaded.is_empty() {
        bail!("there is no assessment in the folder {shown}; name one that holds .toml files of forces");
    }
    Ok(loaded)
}

fn published<'a>(world: &'a World, years: &[i32]) -> Result<Vec<Named<'a>>> {
    let all = world.catalogue.published();
    if let Some(year) = years.iter().find(|year| all.iter().all(|named| named.assessment.year() != **year)) {
        let mut known: Vec<String> = all.iter().map(|named| named.assessment.year().to_string()).collect();
        known.sort_unstable();
        known.dedup();
        bail!("nothing published in {year} is known; there is {}", known.join(" and "));
    }
    Ok(all.into_iter().filter(|named| years.contains(&named.assessment.year())).collect())
}
