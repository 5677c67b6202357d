//! The earlier years of a force: those that were named, else those in the same folder from which a file was renewed.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::files::load::{self, Loaded};
use crate::cli::files::names;
use crate::cli::output;
use crate::cli::world::World;

/// The earlier years of an assessment, as they were named; where none is named, those that lie beside it and from which it
/// was renewed, which is said.
pub fn earlier(world: &World, file: &Path, loaded: &Loaded, named: &[PathBuf]) -> Result<Vec<Loaded>> {
    if !named.is_empty() {
        return load::assessments(world, named);
    }
    let found = renewed_from(world, file, loaded);
    if !found.is_empty() {
        let names: Vec<&str> = found.iter().map(|year| year.name.trim_start_matches("./")).collect();
        output::say(&format!("Over the years with {}, from which it was renewed.", names.join(" and ")));
    }
    Ok(found)
}

/// The files of the folder from which an assessment was renewed, and those from which they were, oldest first.
fn renewed_from(world: &World, file: &Path, loaded: &Loaded) -> Vec<Loaded> {
    let mut years: Vec<Loaded> = Vec::new();
    let mut beside = None;
    while let Some(from) =
        years.last().unwrap_or(loaded).assessment.carried.values().map(|carried| carried.from).max()
    {
        let later = &years.last().unwrap_or(loaded).assessment;
        let beside = beside.get_or_insert_with(|| assessments_beside(world, file));
        let is_it = |each: &&Loaded| {
            let assessment = &each.assessment;
            assessment.date == from && from < later.date && assessment.same_force(later)
        };
        let Some(last) = beside.iter().find(is_it).cloned() else { break };
        years.push(last);
    }
    years.reverse();
    years
}

/// The assessments in the folder of a file.
fn assessments_beside(world: &World, file: &Path) -> Vec<Loaded> {
    let paths = names::healthchecks(file.parent().unwrap_or(Path::new(""))).unwrap_or_default();
    let assessments = paths.iter().filter_map(|path| load::assessment(world, path).ok());
    assessments.filter(|each| each.assessment.reviews.is_none()).collect()
}
