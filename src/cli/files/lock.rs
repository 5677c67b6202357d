//! Who may write a file: one program at a time.
//!
//! The operating system holds the lock on a side file, `.NAME.lock`, so that a killed program blocks nobody. The side file
//! is removed while it is still locked, and whoever locks one makes sure that it is still the one in the folder: two
//! writers can never both hold it. Nothing is written to a file, or beside it, by who does not hold its lock.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use crate::cli::files::disk;

/// The longest name of a file, in bytes: beside it there is to be room for those of its lock and of a save at work.
const LONGEST: usize = 200;

/// The lock on a file, given back when it is dropped.
pub struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock on a file, and removes what killed saves of it have left.
    pub fn take(shown: &Path) -> Result<Self> {
        // Behind a link it is the file itself that is locked.
        let path = disk::behind_links(shown);
        let cannot = |error: io::Error| disk::refused(shown, &error);
        let shown = shown.display();
        let name = path.file_name().ok_or_else(|| anyhow!("{shown} is not a file"))?;
        if name.len() > LONGEST {
            bail!("the name of {shown} is longer than {LONGEST} characters; give it a shorter one");
        }
        let side = path.with_file_name(format!(".{}.lock", name.to_string_lossy()));
        loop {
            let file = disk::patiently(|| open(&side)).map_err(|error| match is_planted(&side) {
                true => anyhow!("{} is not a lock but a link; delete it, and try again", side.display()),
                false => cannot(error),
            })?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    bail!("{shown} is open in another window or by another person; close it there first")
                }
                Err(TryLockError::Error(error)) => return Err(cannot(error)),
            }
            // Whoever held it may have removed the side file between our opening and our locking it.
            let ours = same_file::Handle::from_file(file.try_clone()?)?;
            if same_file::Handle::from_path(&side).is_ok_and(|there| there == ours) {
                disk::remove_unfinished(&path);
                return Ok(Self { path: side, _file: file });
            }
        }
    }
}

fn is_planted(side: &Path) -> bool {
    side.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink())
}

/// Opens the side file, made where there is none, and never what a link leads to. One that another person left behind can
/// be locked for reading.
fn open(side: &Path) -> io::Result<File> {
    let made = no_link(OpenOptions::new().create(true).truncate(false).write(true)).open(side);
    let file = made.or_else(|error| no_link(OpenOptions::new().read(true)).open(side).map_err(|_| error))?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::other("what stands in the place of its lock is no file; delete it")),
    }
}

fn no_link(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    let options = {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default())
    };
    #[cfg(windows)]
    let options = {
        use std::os::windows::fs::OpenOptionsExt;
        const OPEN_REPARSE_POINT: u32 = 0x0020_0000;
        options.custom_flags(OPEN_REPARSE_POINT)
    };
    options
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here; the lock goes with the file, which is closed after this.
        let _ = std::fs::remove_file(&self.path);
    }
}
