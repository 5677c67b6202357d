//! Lets only one program at a time write a file.
//!
//! The operating system holds the lock on a side file, `.NAME.lock`, so a killed program blocks nobody. The side file
//! is removed while it is still locked, and taking a lock checks that the side file is still in the folder: two writers
//! can never both hold it. Nothing is written to a file, or next to it, without its lock.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use crate::cli::files::disk;

/// The longest file name, in bytes. The names of its lock and of a save are longer.
const LONGEST: usize = 200;

/// Released when dropped.
pub struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock, and removes what killed saves have left.
    pub fn take(shown: &Path) -> Result<Self> {
        // The target of a link is locked.
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
            // The last holder may have removed the side file after it was opened and before it was locked.
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

/// Opens or creates the side file, but never through a link. One left by another person is opened for reading, which is
/// enough to lock it.
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
        options.custom_flags(i32::try_from(flags.bits()).expect("the flags of open fit its argument"))
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
        // Removed while still locked: the file is closed after this, which releases the lock.
        let _ = std::fs::remove_file(&self.path);
    }
}
