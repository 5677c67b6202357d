//! A file put in the place of another that nobody has changed meanwhile.
//!
//! Linux and macOS exchange two files in one step: what was in the place is then at hand, and is looked at; another
//! program's file goes back. Where the system or the disk cannot, as on Windows, the file is looked at just before.
//! What is left: a program that had opened the old file before and writes into it after we looked at it.

use std::io;
use std::path::Path;

/// Puts a file into the place of the one that says `expected`; `false`, with all as it was, where that says another thing.
/// The file that was there then has the other's name.
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
    // Somebody else's: it goes back. If that brings not ours but what somebody saved over ours, that goes back again.
    exchanged(ours, place)?;
    if std::fs::read(ours)? != bytes {
        exchanged(ours, place)?;
    }
    Ok(false)
}

/// Exchanges two files; `false` where that cannot be done here.
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
