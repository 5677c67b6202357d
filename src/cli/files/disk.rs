//! Writes files completely or not at all, and never readable by more people than before.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};
use tempfile::{NamedTempFile, TempPath};

use crate::cli::files::{exchange, privacy};

/// How long to wait for a file that another program has open.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The end of the name of a copy from before a sitting.
const BEFORE: &str = ".before.toml";

/// Another program has the file open; trying again later may work.
#[derive(Debug)]
pub struct InUseError(String);

impl std::error::Error for InUseError {}

impl fmt::Display for InUseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Writes a new file, never over an existing one. Nobody can read it who cannot read all of `made_of`.
pub fn create(path: &Path, bytes: &[u8], made_of: &[PathBuf]) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        bail!("{} already exists; name another file", path.display());
    }
    let cannot = |error: io::Error| refused(path, &error);
    let mode = privacy::mode_of_new(made_of);
    let mut temporary = temporary(path, path, mode).map_err(cannot)?;
    if !made_of.is_empty() {
        privacy::narrow(temporary.as_file(), temporary.path(), made_of).map_err(cannot)?;
    }
    fill(&mut temporary, bytes).map_err(cannot)?;
    temporary.persist_noclobber(path).map_err(|error| cannot(error.error))?;
    sync(folder_of(path));
    Ok(())
}

/// Replaces a file. It keeps its permissions, or gets narrower ones if `made_of` has them; a link stays a link.
pub fn replace(path: &Path, bytes: &[u8], made_of: &[PathBuf]) -> Result<()> {
    let (target, temporary) = ready(path, bytes, made_of)?;
    renamed(&temporary, &target).map_err(|error| refused(path, &error))?;
    let _ = temporary.keep();
    sync(folder_of(&target));
    Ok(())
}

/// Saves a file if it still contains `read`. A change by another program is never overwritten.
pub fn save(path: &Path, bytes: &[u8], read: &[u8]) -> Result<()> {
    let cannot = |error: io::Error| refused(path, &error);
    let (target, temporary) = ready(path, bytes, &[])?;
    if !patiently(|| exchange::put(&temporary, &target, bytes, read)).map_err(cannot)? {
        bail!(
            "{} was changed by something else since it was opened, so it was left as it is; start again",
            path.display()
        );
    }
    sync(folder_of(&target));
    Ok(())
}

/// Saves a copy of what a file said under another name, equally private.
pub fn keep_beside(path: &Path, said: &[u8], beside: &Path) -> Result<()> {
    let cannot = |error: io::Error| refused(beside, &error);
    let target = path.canonicalize().map_err(cannot)?;
    let mut temporary = temporary(&target, beside, None).map_err(cannot)?;
    privacy::carry(&target, temporary.as_file(), temporary.path())?;
    fill(&mut temporary, said).map_err(cannot)?;
    let temporary = temporary.into_temp_path();
    renamed(&temporary, beside).map_err(cannot)?;
    let _ = temporary.keep();
    Ok(())
}

/// The file behind a path, and the temporary file to put in its place.
fn ready(path: &Path, bytes: &[u8], made_of: &[PathBuf]) -> Result<(PathBuf, TempPath)> {
    let shown = path.display();
    let cannot = |error: io::Error| refused(path, &error);
    let target = path.canonicalize().map_err(cannot)?;
    let before = target.metadata().map_err(cannot)?;
    if !before.is_file() {
        bail!("{shown} is not a file that can be replaced; name another");
    }
    if before.permissions().readonly() {
        bail!("{shown} is read-only; allow writing to it, or name another file");
    }
    // Write access to the folder would be enough to replace the file; write access to the file itself is required too.
    patiently(|| OpenOptions::new().write(true).open(&target)).map_err(cannot)?;
    let mut temporary = temporary(&target, &target, None).map_err(cannot)?;
    privacy::carry(&target, temporary.as_file(), temporary.path())
        .map_err(|why| anyhow!("cannot write {shown}: {why}"))?;
    if !made_of.is_empty() {
        privacy::narrow(temporary.as_file(), temporary.path(), made_of).map_err(cannot)?;
    }
    fill(&mut temporary, bytes).map_err(cannot)?;
    Ok((target, temporary.into_temp_path()))
}

/// An empty temporary file in the folder of `beside`, named after the locked file. Only its owner can open it unless a
/// mode is given, which the umask narrows.
fn temporary(locked: &Path, beside: &Path, mode: Option<u32>) -> io::Result<NamedTempFile> {
    let prefix = unfinished_prefix(locked);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix);
    #[cfg(unix)]
    if let Some(mode) = mode {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = mode;
    builder.tempfile_in(folder_of(beside))
}

fn unfinished_prefix(file: &Path) -> String {
    format!(".{}.saving-", name_of(file))
}

/// Removes what killed saves of a file have left. The caller holds its lock, so no save is running.
pub fn remove_unfinished(file: &Path) {
    const RANDOM: usize = 6;
    let prefix = unfinished_prefix(file);
    let Ok(entries) = std::fs::read_dir(folder_of(file)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let rest = name.to_str().and_then(|name| name.strip_prefix(&prefix));
        let is_ours = |rest: &str| rest.len() == RANDOM && rest.chars().all(|c| c.is_ascii_alphanumeric());
        if rest.is_some_and(is_ours) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn fill(file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.as_file().sync_all()
}

/// Unlike tempfile's `persist`, takes one step on older Windows too.
fn renamed(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| std::fs::rename(from, to))
}

/// Makes a rename survive a power cut, where the system supports it.
fn sync(folder: &Path) {
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = (folder, File::open(folder));
}

pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What is in a folder, sorted by name. An empty path is the current folder.
pub fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(place)?.map(|entry| Ok(folder.join(entry?.file_name())));
    let mut paths = entries.collect::<io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A file kept next to another under its name: `kent.before.toml` for `kent.toml` and the ending `.before.toml`.
pub fn companion(path: &Path, ending: &str) -> PathBuf {
    let name = name_of(path);
    path.with_file_name(format!("{}{ending}", name.strip_suffix(".toml").unwrap_or(&name)))
}

pub fn before(path: &Path) -> PathBuf {
    companion(path, BEFORE)
}

/// Whether a file is a copy from before a sitting, so not a healthcheck of its own.
pub fn is_before(path: &Path) -> bool {
    name_of(path).ends_with(BEFORE)
}

pub fn behind_links(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Repeats an attempt for a while if another program has the file open: a virus scanner soon closes it.
pub fn patiently<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    retried(attempt, is_in_use, PATIENCE)
}

fn retried<T>(
    mut attempt: impl FnMut() -> io::Result<T>,
    is_in_use: impl Fn(&io::Error) -> bool,
    patience: Duration,
) -> io::Result<T> {
    let begun = Instant::now();
    loop {
        match attempt() {
            Err(error) if is_in_use(&error) && begun.elapsed() < patience => {
                std::thread::sleep(patience / 20);
            }
            done => return done,
        }
    }
}

/// Whether another program has the file open. On Windows: access denied (5), shared (32) or locked (33).
fn is_in_use(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

pub fn refused(path: &Path, error: &io::Error) -> anyhow::Error {
    let message = format!("cannot write {}: {}", path.display(), cause(error));
    if is_in_use(error) { InUseError(message).into() } else { anyhow!(message) }
}

pub fn unreadable(path: &Path, error: &io::Error) -> anyhow::Error {
    anyhow!("cannot read {}: {}", path.display(), cause(error))
}

/// Why the system refused, with what to do.
pub fn cause(error: &io::Error) -> String {
    if is_in_use(error) {
        return "it may be open in another program; close it there and try again".to_owned();
    }
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder; check the name".to_owned(),
        ErrorKind::PermissionDenied => {
            "permission denied; ask for access, or use a folder of your own".to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "the disk is full; free some space and try again".to_owned()
        }
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only; use another folder".to_owned(),
        ErrorKind::IsADirectory => "it is a folder; name a file".to_owned(),
        ErrorKind::InvalidFilename => {
            "the name is too long, or has characters that no file name may have; choose another".to_owned()
        }
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_program_lets_go_of_in_time_is_had_and_what_it_holds_is_not() {
        let in_use = |error: &io::Error| error.raw_os_error() == Some(32);
        let patience = Duration::from_millis(200);
        let mut left = 3;
        let had = retried(
            || {
                left -= 1;
                if left > 0 { Err(io::Error::from_raw_os_error(32)) } else { Ok(left) }
            },
            in_use,
            patience,
        );
        assert_eq!(had.unwrap(), 0);
        let begun = Instant::now();
        let refused = retried(|| Err::<(), _>(io::Error::from_raw_os_error(32)), in_use, patience);
        assert_eq!(refused.unwrap_err().raw_os_error(), Some(32));
        assert!(begun.elapsed() >= patience, "{:?}", begun.elapsed());
        let mut tried = 0;
        let other = retried(
            || {
                tried += 1;
                Err::<(), _>(io::Error::from(ErrorKind::NotFound))
            },
            in_use,
            patience,
        );
        assert_eq!((other.unwrap_err().kind(), tried), (ErrorKind::NotFound, 1));
    }

    /// An editor that replaces our file at any moment of a save loses nothing.
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    #[test]
    fn what_an_editor_saves_during_a_save_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        for round in 0..300 {
            std::fs::write(&file, "before").unwrap();
            let start = std::sync::Barrier::new(2);
            std::thread::scope(|scope| {
                scope.spawn(|| {
                    let own = folder.path().join("editor");
                    std::fs::write(&own, "by hand").unwrap();
                    start.wait();
                    std::thread::sleep(Duration::from_micros(10 * (round % 60)));
                    std::fs::rename(&own, &file).unwrap();
                });
                start.wait();
                let _ = save(&file, b"answered", b"before");
            });
            assert_eq!(std::fs::read_to_string(&file).unwrap(), "by hand", "round {round}");
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
