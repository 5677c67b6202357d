//! An assessment on disk: locked while it is open, saved whole after every change, never half written.
//!
//! The lock is held by the operating system on a side file, `.NAME.lock`, so that a killed program blocks nobody. The
//! side file is removed while it is still locked, and whoever locks one makes sure that it is still the one in the
//! folder: two writers can never both hold it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use integrity_healthcheck::Parsed;
use integrity_healthcheck::assessment::{
    Action, Answer, Assessment, Details, Revision, Unwritable, revise, set_actions, set_answers, set_details,
};
use integrity_healthcheck::checklist::Question;
use integrity_healthcheck::interview::{NotKept, Record};
use integrity_healthcheck::text::source::Source;

use super::world::World;
use super::{disk, files};

/// An assessment that is open for changes.
pub struct Store<'w> {
    world: &'w World,
    path: PathBuf,
    source: Source,
    assessment: Assessment,
    _lock: Lock,
}

impl<'w> Store<'w> {
    /// Opens an assessment for changes.
    pub fn open(world: &'w World, file: &Path) -> Result<Self> {
        let name = file.display().to_string();
        if world.catalogue.source(&name).is_some() {
            bail!("{name} is built in and cannot be changed; start your own with `healthcheck assess`");
        }
        let lock = Lock::take(file)?;
        let source = files::source(world, file)?;
        let assessment = files::read_assessment(world, file, &Parsed::of(&source))?;
        Ok(Self { world, path: file.to_owned(), source, assessment, _lock: lock })
    }

    /// Puts answers in, or takes them out, and saves them together.
    pub fn change(&mut self, changes: &[(&Question, Option<Answer>)]) -> Result<(), NotKept> {
        self.save(set_answers(&self.source, &self.assessment, changes, self.world.today))
    }

    /// Puts the actions in the place of those there are, and saves them.
    pub fn change_actions(&mut self, actions: Vec<Action>) -> Result<(), NotKept> {
        self.save(set_actions(&self.source, &self.assessment, actions, self.world.today))
    }

    /// Changes answers, actions and what was sent, all of it at once.
    pub fn revise(&mut self, revision: &Revision<'_>) -> Result<(), NotKept> {
        self.save(revise(&self.source, &self.assessment, revision, self.world.today))
    }

    /// What the file answers now.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Saves what was changed, and continues from it.
    fn save(&mut self, changed: Result<(Source, Assessment), Unwritable>) -> Result<(), NotKept> {
        let (source, assessment) = changed.map_err(not_kept)?;
        self.write(source.text()).map_err(|error| NotKept::Failed(format!("{error:#}")))?;
        (self.source, self.assessment) = (source, assessment);
        Ok(())
    }

    fn write(&self, text: &str) -> Result<()> {
        let shown = self.path.display();
        let on_disk = std::fs::read(&self.path)
            .map_err(|error| anyhow!("cannot read {shown} again: {}", disk::cause(&error)))?;
        if on_disk != self.source.text().as_bytes() {
            bail!(
                "{shown} was changed by something else since it was opened, so it was left as it is; start again"
            );
        }
        disk::replace(&self.path, text.as_bytes())
    }
}

fn not_kept(error: Unwritable) -> NotKept {
    match error {
        Unwritable::Invalid(invalid) => NotKept::Refused(invalid.in_words()),
        other => NotKept::Failed(other.to_string()),
    }
}

impl Record for Store<'_> {
    fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    fn keep(&mut self, changes: &[(&Question, Option<Answer>)]) -> Result<(), NotKept> {
        self.change(changes)
    }

    fn keep_actions(&mut self, actions: Vec<Action>) -> Result<(), NotKept> {
        self.change_actions(actions)
    }

    fn correct(&mut self, details: Details) -> Result<(), NotKept> {
        self.save(set_details(&self.source, &self.assessment, details, self.world.today))
    }
}

/// The lock on an assessment, given back when it is dropped.
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    fn take(shown: &Path) -> Result<Self> {
        // Behind a link it is the file itself that is locked.
        let path = disk::behind_links(shown);
        let shown = shown.display();
        let name = path.file_name().ok_or_else(|| anyhow!("{shown} is not a file"))?;
        let side = path.with_file_name(format!(".{}.lock", name.to_string_lossy()));
        let cannot = |error: io::Error| anyhow!("cannot lock {shown} for writing: {}", disk::cause(&error));
        loop {
            let file = open(&side).map_err(cannot)?;
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
                return Ok(Self { path: side, _file: file });
            }
        }
    }
}

/// Opens the side file, made where there is none. One that another person left behind can be locked for reading.
fn open(side: &Path) -> io::Result<File> {
    let made = OpenOptions::new().create(true).truncate(false).write(true).open(side);
    made.or_else(|error| File::open(side).map_err(|_| error))
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here; the lock goes with the file, which is closed after this.
        let _ = std::fs::remove_file(&self.path);
    }
}
