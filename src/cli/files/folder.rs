//! Healthchecks in a folder that can be continued.

use std::path::Path;
use std::time::SystemTime;

use integrity_healthcheck::Parsed;
use integrity_healthcheck::interview::Found;

use crate::cli::files::{approvals, load, names};
use crate::cli::world::World;

/// Nobody would pick from a longer list.
const LOOKED_AT: usize = 200;

/// Unfinished ones first, then by the latest change. Approved ones are left out.
pub fn found(world: &World, folder: &Path) -> Vec<Found> {
    let mut files = names::healthchecks(folder).unwrap_or_default();
    files.sort_by_key(|path| std::cmp::Reverse(changed(path)));
    let found = files.into_iter().take(LOOKED_AT).filter_map(|path| {
        let source = load::read(&path).ok()?.ok()?;
        approvals::refuse_change(world, &path, &source).ok()?;
        let assessment = load::read_assessment(world, &path, &Parsed::new(&source)).ok()?;
        Found::new(&path.display().to_string(), &assessment)
    });
    let mut found: Vec<Found> = found.collect();
    found.sort_by_key(|found| found.is_finished);
    found
}

fn changed(path: &Path) -> SystemTime {
    std::fs::metadata(path).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}
