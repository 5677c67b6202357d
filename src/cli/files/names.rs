//! File names: which may be healthchecks, and which one a mistyped name may mean.

use std::io;
use std::path::{Path, PathBuf};

use integrity_healthcheck::text;

use crate::cli::files::disk;
use crate::cli::world::World;

/// The files in a folder that may be healthchecks: `.toml`, and not a copy from before a sitting.
pub fn healthchecks(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = disk::entries(folder)?;
    paths.retain(|path| is_toml(path) && !disk::is_before(path));
    Ok(paths)
}

pub fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// Adds `.toml` if it was left out.
pub fn with_ending(file: &Path) -> PathBuf {
    // Windows does not allow such a name; it is refused, not changed.
    let ends_in_nothing = file.as_os_str().to_string_lossy().ends_with(['.', ' ', '/', '\\']);
    if is_toml(file) || ends_in_nothing {
        return file.to_owned();
    }
    let mut name = file.as_os_str().to_owned();
    name.push(".toml");
    name.into()
}

/// The name of a file that may be new: `.toml` is added unless it exists or is built in.
pub fn of_new(world: &World, file: &Path) -> PathBuf {
    let is_known = file.exists() || world.catalogue.source(&file.display().to_string()).is_some();
    if is_known { file.to_owned() } else { with_ending(file) }
}

/// The file in the same folder that a name of a missing file may mean.
pub fn nearest_to(file: &Path) -> Option<PathBuf> {
    let with_ending = with_ending(file);
    if with_ending != file && with_ending.is_file() {
        return Some(with_ending);
    }
    let folder = file.parent().unwrap_or(Path::new(""));
    let paths = healthchecks(folder).ok()?;
    let names = paths.iter().filter_map(|path| path.file_name()?.to_str());
    let name = file.file_name()?.to_str()?;
    text::nearest::nearest(name, names).map(|near| folder.join(near))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_a_name_of_the_folder_is_found() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["kent-2026.toml", "kent-2026.before.toml", "notes.txt"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let near = |name: &str| nearest_to(&folder.path().join(name));
        let kent = Some(folder.path().join("kent-2026.toml"));
        assert_eq!((near("kent-2026"), near("kent-2062.toml"), near("Surrey")), (kent.clone(), kent, None));
    }

    #[test]
    fn an_ending_that_was_left_out_is_put_in() {
        for (typed, name) in [
            ("Kent 2026", "Kent 2026.toml"),
            ("a/kent.TOML", "a/kent.TOML"),
            ("Healthcheck.docx", "Healthcheck.docx.toml"),
        ] {
            assert_eq!(with_ending(Path::new(typed)), Path::new(name));
        }
    }
}
