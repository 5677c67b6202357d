//! Files on disk, written whole or not at all.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

/// Writes a new file; one that is there stays as it is.
pub fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    let shown = path.display();
    if path.symlink_metadata().is_ok() {
        bail!("{shown} already exists; name another file");
    }
    let cannot = |error: io::Error| anyhow!("cannot write {shown}: {}", cause(&error));
    let temporary = written(folder_of(path), bytes, None).map_err(cannot)?;
    temporary.persist_noclobber(path).map_err(|error| cannot(error.error))?;
    sync(folder_of(path));
    Ok(())
}

/// Writes a file in the place of another, which keeps its permissions; a link to it stays a link.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let shown = path.display();
    let cannot = |error: io::Error| anyhow!("cannot write {shown}: {}", cause(&error));
    let target = path.canonicalize().map_err(cannot)?;
    let before = target.metadata().map_err(cannot)?;
    if !before.is_file() {
        bail!("{shown} is not a file that can be replaced; name another");
    }
    if before.permissions().readonly() {
        bail!("{shown} is read-only; allow writing to it, or name another file");
    }
    let temporary = written(folder_of(&target), bytes, Some(&before)).map_err(cannot)?;
    // Not `persist`: on older Windows it takes two steps. The temporary file goes if the rename fails.
    let temporary = temporary.into_temp_path();
    std::fs::rename(&temporary, &target).map_err(cannot)?;
    let _ = temporary.keep();
    sync(folder_of(&target));
    Ok(())
}

/// A temporary file with these bytes, on disk. It is as private as what it replaces before anything is in it.
fn written(folder: &Path, bytes: &[u8], before: Option<&Metadata>) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".healthcheck-");
    #[cfg(unix)]
    if before.is_none() {
        // As open as any new file of this person; the system takes off what they never allow.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    if let Some(before) = before {
        keep_group(file.as_file(), before);
        file.as_file().set_permissions(before.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Where the file belongs to a group that this person is in, it goes on belonging to it.
fn keep_group(file: &File, before: &Metadata) {
    #[cfg(unix)]
    let _ = std::os::unix::fs::fchown(file, None, Some(std::os::unix::fs::MetadataExt::gid(before)));
    #[cfg(not(unix))]
    let _ = (file, before);
}

/// Makes sure that a rename in a folder outlasts a power cut, where the system can say so.
fn sync(folder: &Path) {
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}

/// The folder in which a file stands.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The file behind a link, where there is one.
pub fn behind_links(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Why the system refused, in words and with what to do.
pub fn cause(error: &io::Error) -> String {
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
        _ => error.to_string(),
    }
}
