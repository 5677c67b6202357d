//! Checklists from a folder, in addition to the built-in ones.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::text::source::Source;

use crate::cli::files::{disk, load, names};

/// The built-in checklists and those of a folder: the folder itself and each folder in it, if it has a
/// `checklist.toml`.
pub fn catalogue(folder: Option<&Path>) -> Result<Catalogue> {
    let mut catalogue = Catalogue::built_in()?;
    let Some(folder) = folder else { return Ok(catalogue) };
    let is_pack = |path: &PathBuf| path.join("checklist.toml").is_file();
    let inside = entries(folder)?.into_iter();
    let packs: Vec<PathBuf> = std::iter::once(folder.to_owned()).chain(inside).filter(is_pack).collect();
    if packs.is_empty() {
        bail!(
            "there is no checklist in {}: put each into a folder of its own, as checklist.toml",
            folder.display()
        );
    }
    for pack in packs {
        let mut editions = texts(&pack.join("editions"))?;
        editions.push(text(&pack.join("checklist.toml"))?);
        catalogue.add(editions, findings(&pack.join("published"))?)?;
    }
    Ok(catalogue)
}

/// Each finding is named after its file.
fn findings(folder: &Path) -> Result<Vec<Source>> {
    let named = |path: PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Source::new(name, text(&path)?.text()))
    };
    toml_files(folder)?.into_iter().map(named).collect()
}

fn texts(folder: &Path) -> Result<Vec<Source>> {
    toml_files(folder)?.iter().map(|path| text(path)).collect()
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    Ok(entries(folder)?.into_iter().filter(|path| names::is_toml(path)).collect())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    disk::entries(folder).map_err(|error| disk::unreadable(folder, &error))
}

fn text(path: &Path) -> Result<Source> {
    Ok(load::read(path).map_err(|error| disk::unreadable(path, &error))??)
}
