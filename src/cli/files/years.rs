//! Finds the earlier years of a force.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::files::load::{self, Loaded};
use crate::cli::files::names;
use crate::cli::output;
use crate::cli::world::World;

/// The earlier years named on the command line; if none is, those in the same folder that the assessment was renewed
/// from, which are reported.
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

/// Those in the same folder, renewed from directly or through others, oldest first.
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

fn assessments_beside(world: &World, file: &Path) -> Vec<Loaded> {
    let paths = names::healthchecks(file.parent().unwrap_or(Path::new(""))).unwrap_or_default();
    let assessments = paths.iter().filter_map(|path| load::assessment(world, path).ok());
    assessments.filter(|each| each.assessment.reviews.is_none()).collect()
}
