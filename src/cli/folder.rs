//! What lies in a folder: healthchecks that are not finished, and files of other programs.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use integrity_healthcheck::Parsed;
use integrity_healthcheck::interview::Found;

use super::world::World;
use super::{disk, files};

/// Files of a folder that are looked at; in one with more of them nobody would pick from a list.
const LOOKED_AT: usize = 200;

/// The healthchecks of a folder that are not finished, the one that was changed last first.
pub fn unfinished(world: &World, folder: &Path) -> Vec<Found> {
    let mut files = paths(folder);
    files.sort_by_key(|path| std::cmp::Reverse(changed(path)));
    let found = files.into_iter().take(LOOKED_AT).filter_map(|path| {
        let source = files::read(&path).ok()?.ok()?;
        let assessment = files::read_assessment(world, &path, &Parsed::of(&source)).ok()?;
        Found::unfinished(&path.display().to_string(), &assessment)
    });
    found.collect()
}

/// The names of the files of a folder that may be healthchecks.
pub fn names(folder: &Path) -> Vec<String> {
    let name = |path: &PathBuf| Some(path.file_name()?.to_str()?.to_owned());
    paths(folder).iter().filter_map(name).collect()
}

/// Whether a file cannot be meant as a healthcheck: it is no text, or has none of a healthcheck's words.
pub fn is_of_another_program(file: &Path) -> bool {
    match files::read(file) {
        Ok(Ok(source)) => {
            let words = ["force", "checklist", "answers", "sections"];
            let is_toml = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
            !is_toml && !words.iter().any(|word| source.text().contains(word))
        }
        Ok(Err(_)) => !file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")),
        Err(_) => false,
    }
}

/// The files of a folder whose names end as those of healthchecks do, by name.
fn paths(folder: &Path) -> Vec<PathBuf> {
    let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| folder.join(entry.file_name())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !disk::is_before(path));
    paths.sort();
    paths
}

fn changed(path: &Path) -> SystemTime {
    std::fs::metadata(path).and_then(|data| data.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
}
