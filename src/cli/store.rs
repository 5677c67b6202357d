//! An assessment on disk: locked while it is open, saved whole after every change, never half written.
//!
//! The lock is held by the operating system on a side file, `.NAME.lock`, so that a killed program blocks nobody. The
//! side file is removed while it is still locked, and whoever locks one makes sure that it is still the one in the
//! folder: two writers can never both hold it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use integrity_healthcheck::assessment::{Answer, Assessment, Unwritable, set_answer};
use integrity_healthcheck::checklist::Question;
use integrity_healthcheck::interview::{NotKept, Record};
use integrity_healthcheck::source::Source;

use super::{World, files, output};

/// An assessment that is open for changes.
pub struct Store<'w> {
    world: &'w World,
    shown: PathBuf,
    path: PathBuf,
    source: Source,
    assessment: Assessment,
    _lock: Lock,
}

impl<'w> Store<'w> {
    /// Opens an assessment for changes.
    pub fn open(world: &'w World, file: &Path) -> Result<Self> {
        let name = file.display().to_string();
        if world.builtin.source(&name).is_some() {
            bail!("{name} is built in and cannot be changed; start your own with `healthcheck assess`");
        }
        // Behind a link, the file itself is changed and the link stays.
        let path = file.canonicalize().with_context(|| format!("cannot read {name}"))?;
        let lock = Lock::take(&path, file)?;
        let source = files::source(world, file)?;
        let assessment = files::parse(world, &path, &source)?;
        Ok(Self { world, shown: file.to_owned(), path, source, assessment, _lock: lock })
    }

    /// Puts answers in, or takes them out, and saves them together.
    pub fn change(&mut self, changes: Vec<(&Question, Option<Answer>)>) -> Result<(), NotKept> {
        let mut changed = (self.source.clone(), self.assessment.clone());
        for (question, answer) in changes {
            changed =
                set_answer(&changed.0, &changed.1, question, answer, self.world.today).map_err(not_kept)?;
        }
        self.save(changed.0.text()).map_err(|error| NotKept::Failed(format!("{error:#}")))?;
        (self.source, self.assessment) = changed;
        Ok(())
    }

    /// What the file answers now.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    fn save(&self, text: &str) -> Result<()> {
        let shown = self.shown.display();
        let on_disk = std::fs::read(&self.path).with_context(|| format!("cannot read {shown} again"))?;
        if on_disk != self.source.text().as_bytes() {
            bail!(
                "{shown} was changed by something else since it was opened; it is left as it is. Close it and start again"
            );
        }
        let cannot = || format!("cannot save {shown}");
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let mut file = output::temporary_in(folder).with_context(cannot)?;
        file.write_all(text.as_bytes()).with_context(cannot)?;
        let permissions = std::fs::metadata(&self.path).with_context(cannot)?.permissions();
        file.as_file().set_permissions(permissions).with_context(cannot)?;
        file.as_file().sync_all().with_context(cannot)?;
        // The temporary file is removed again if the rename fails.
        let temporary = file.into_temp_path();
        std::fs::rename(&temporary, &self.path).with_context(cannot)?;
        let _ = temporary.keep();
        output::sync_folder(folder);
        Ok(())
    }
}

fn not_kept(error: Unwritable) -> NotKept {
    match error {
        Unwritable::Invalid(invalid) => {
            let problems =
                invalid.problems().iter().map(|problem| format!("{} ({})", problem.message, problem.help));
            NotKept::Refused(problems.collect::<Vec<_>>().join("; "))
        }
        other => NotKept::Failed(other.to_string()),
    }
}

impl Record for Store<'_> {
    fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    fn keep(&mut self, question: &Question, answer: Option<Answer>) -> Result<(), NotKept> {
        self.change(vec![(question, answer)])
    }
}

/// The lock on an assessment, given back when it is dropped.
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    fn take(path: &Path, shown: &Path) -> Result<Self> {
        let name = path.file_name().ok_or_else(|| anyhow!("{} is not a file", shown.display()))?;
        let side = path.with_file_name(format!(".{}.lock", name.to_string_lossy()));
        loop {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(&side).with_context(
                || format!("cannot save in the folder of {}, so nothing can be answered", shown.display()),
            )?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => bail!(
                    "{} is open in another window or by another person; close it there first",
                    shown.display()
                ),
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("cannot lock {}", shown.display()));
                }
            }
            // Whoever held it may have removed the side file between our opening and our locking it.
            let ours = same_file::Handle::from_file(file.try_clone()?)?;
            if same_file::Handle::from_path(&side).is_ok_and(|there| there == ours) {
                return Ok(Self { path: side, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here; the lock goes with the file, which is closed after this.
        let _ = std::fs::remove_file(&self.path);
    }
}
