//! Replaces a file only if nobody has changed it meanwhile.
//!
//! Linux and macOS exchange two files in one step. What was replaced is then checked, and put back if another program
//! wrote it. Elsewhere the file is checked just before it is replaced. One gap remains: a program that opened the old
//! file earlier and writes into it after the check.

use std::io;
use std::path::Path;

/// Puts `ours` in the place of a file that contains `expected`, and the old file under the name `ours`. Returns
/// `false`, with nothing changed, if it contains something else.
pub fn put(ours: &Path, place: &Path, bytes: &[u8], expected: &[u8]) -> io::Result<bool> {
    if std::fs::read(place)? != expected {
        return Ok(false);
    }
    if !exchanged(ours, place)? {
        return std::fs::rename(ours, place).map(|()| true);
    }
    if std::fs::read(ours)? == expected {
        return Ok(true);
    }
    // Put the other program's file back. If that displaces a newer save instead of ours, put that one back again.
    exchanged(ours, place)?;
    if std::fs::read(ours)? != bytes {
        exchanged(ours, place)?;
    }
    Ok(false)
}

/// Exchanges two files; `false` if that is not supported here.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchanged(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchanged(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_says_another_thing_keeps_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let (ours, place) = (folder.path().join("ours"), folder.path().join("place"));
        std::fs::write(&ours, "new").unwrap();
        std::fs::write(&place, "other").unwrap();
        assert!(!put(&ours, &place, b"new", b"old").unwrap());
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "other");
        std::fs::write(&place, "old").unwrap();
        assert!(put(&ours, &place, b"new", b"old").unwrap());
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "new");
    }
}
