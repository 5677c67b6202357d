//! Who can open a file: carried over to the file that replaces it, and never wider than for the files it is made of.
//!
//! On Linux this is owner, group, mode, access list and extended attributes; on macOS, what the system's own copy
//! keeps. On Windows a new file has its folder's access list.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Makes a still empty file as private as another, with its attributes.
/// Fails if something cannot be carried over and others could therefore open the file.
pub fn carry(from: &Path, to: &File, path: &Path) -> Result<()> {
    #[cfg(unix)]
    unix::carry(from, to, path)?;
    #[cfg(not(unix))]
    let _ = (path, to.set_permissions(from.metadata()?.permissions()));
    Ok(())
}

/// The mode of a new file, as far as the files it is made of allow; `None` if the system has no modes.
pub fn mode_of_new(made_of: &[PathBuf]) -> Option<u32> {
    #[cfg(unix)]
    return Some(made_of.iter().fold(0o666, |mode, each| mode & unix::allowed(each, None)));
    #[cfg(not(unix))]
    {
        let _ = made_of;
        None
    }
}

/// Removes from a file that is still empty the access that any of `made_of` does not allow.
pub fn narrow(file: &File, path: &Path, made_of: &[PathBuf]) -> io::Result<()> {
    #[cfg(unix)]
    unix::narrow(file, path, made_of)?;
    #[cfg(not(unix))]
    let _ = (file, path, made_of);
    Ok(())
}

/// How many hard links a file has, if the system says.
pub fn names_of(path: &Path) -> u64 {
    #[cfg(unix)]
    return path.metadata().map_or(1, |metadata| std::os::unix::fs::MetadataExt::nlink(&metadata));
    #[cfg(windows)]
    return File::open(path)
        .and_then(winapi_util::file::information)
        .map_or(1, |information| information.number_of_links());
    #[cfg(not(any(unix, windows)))]
    {
        let _ = path;
        1
    }
}

/// Whether the replacement of another person's file will belong to the user. Only root can give files away.
pub fn becomes_ours(path: &Path) -> bool {
    #[cfg(unix)]
    return unix::becomes_ours(path);
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::{Metadata, Permissions};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    use anyhow::{anyhow, bail};

    use super::*;

    const ACCESS_LIST: &str = "system.posix_acl_access";

    pub(super) fn carry(from: &Path, to: &File, path: &Path) -> Result<()> {
        let before = from.metadata()?;
        // The system's own copy keeps the access list, which nothing else on macOS reads.
        #[cfg(target_os = "macos")]
        {
            std::fs::copy(from, path)?;
            to.set_len(0)?;
        }
        give_back(to, &before)?;
        attributes(from, path)?;
        to.set_permissions(before.permissions())?;
        Ok(())
    }

    /// Gives the file its old owner and group, as far as the user may.
    fn give_back(file: &File, before: &Metadata) -> Result<()> {
        let whole = fchown(file, Some(before.uid()), Some(before.gid()));
        let _ = whole.or_else(|_| fchown(file, None, Some(before.gid())));
        let now = file.metadata()?;
        let (for_group, for_all) = (before.mode() >> 3 & 0o7, before.mode() & 0o7);
        // Another group would gain access, or a group kept out would gain the access of others.
        if now.gid() != before.gid() && for_group != for_all {
            bail!(
                "it belongs to a group that you are not in, and saving it would open it to others; ask its owner to give \
                 it to a group that you share"
            );
        }
        Ok(())
    }

    /// Copies extended attributes, including the access list.
    fn attributes(from: &Path, to: &Path) -> Result<()> {
        if !xattr::list(from).is_ok_and(|names| names.into_iter().any(|name| name == ACCESS_LIST)) {
            // The folder may have given the new file an access list.
            let _ = xattr::remove(to, ACCESS_LIST);
        }
        // A disk without attributes can lose none.
        for name in xattr::list(from).into_iter().flatten() {
            let shown = name.to_string_lossy().into_owned();
            let Some(value) = xattr::get(from, &name)? else { continue };
            let set = xattr::set(to, &name, &value);
            // The system sets its own attributes, such as a label, on the new file itself.
            let is_own = shown.starts_with("user.") || shown.contains("acl");
            if let (Err(error), true) = (set, is_own) {
                return Err(anyhow!(
                    "what is attached to it ({}) cannot be carried over: {error}; have it taken off, or ask its owner",
                    if shown == ACCESS_LIST { "its access list" } else { &shown }
                ));
            }
        }
        Ok(())
    }

    pub(super) fn narrow(file: &File, path: &Path, made_of: &[PathBuf]) -> io::Result<()> {
        let now = file.metadata()?;
        let mode = made_of.iter().fold(now.mode() & 0o777, |mode, each| mode & allowed(each, Some(&now)));
        if made_of.iter().any(|each| each.exists()) {
            // An access list may name people who cannot open the other files.
            let _ = xattr::remove(path, ACCESS_LIST);
        }
        file.set_permissions(Permissions::from_mode(mode))
    }

    /// The access allowed to a file made of another file, or of the files in a folder. With an access list, the mode
    /// does not show the group's access; to another group it means nothing.
    pub(super) fn allowed(made_of: &Path, file: Option<&Metadata>) -> u32 {
        let Ok(from) = made_of.metadata() else { return 0o777 };
        if from.is_dir() {
            let files = std::fs::read_dir(made_of).into_iter().flatten().flatten().map(|entry| entry.path());
            return files.filter(|path| path.is_file()).fold(0o777, |mode, each| mode & allowed(&each, file));
        }
        let mode = from.mode() & 0o777 | 0o600;
        let has_list = xattr::get(made_of, ACCESS_LIST).is_ok_and(|list| list.is_some());
        let same_group = file.is_none_or(|file| file.gid() == from.gid());
        match (has_list, same_group) {
            (true, _) => mode & 0o600,
            (false, true) => mode,
            // Neither group may have more access than the other, or than everyone.
            (false, false) => (mode & 0o700) | ((mode & (mode >> 3) & 0o7) * 0o11),
        }
    }

    pub(super) fn becomes_ours(path: &Path) -> bool {
        let user = rustix::process::geteuid();
        !user.is_root() && path.metadata().is_ok_and(|file| file.uid() != user.as_raw())
    }
}
