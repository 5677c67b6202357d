//! An assessment on disk: locked while open, and saved completely after every change.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use integrity_healthcheck::Parsed;
use integrity_healthcheck::assessment::{
    Action, Answer, Assessment, Details, EditError, Revision, revise, set_actions, set_answers, set_details,
};
use integrity_healthcheck::checklist::{Question, QuestionId};
use integrity_healthcheck::interview::{Draft, DraftKind, Record, SaveError};
use integrity_healthcheck::text::source::Source;

use crate::cli::files::drafts::{self, DraftKey};
use crate::cli::files::lock::Lock;
use crate::cli::files::{approvals, disk, load, privacy};
use crate::cli::output;
use crate::cli::world::World;

pub struct Store<'w> {
    world: &'w World,
    path: PathBuf,
    source: Source,
    assessment: Assessment,
    /// Where to keep a copy before the first change.
    before: Option<PathBuf>,
    _lock: Lock,
}

impl<'w> Store<'w> {
    pub fn open(world: &'w World, file: &Path) -> Result<Self> {
        let name = file.display().to_string();
        if world.catalogue.source(&name).is_some() {
            bail!("{name} is built in and cannot be changed; start your own with `healthcheck assess`");
        }
        let lock = Lock::take(file)?;
        let source = load::source(world, file)?;
        approvals::refuse_change(world, file, &source)?;
        let assessment = load::read_assessment(world, file, &Parsed::new(&source))?;
        if privacy::names_of(file) > 1 {
            output::say_once(&format!(
                "Note: {name} has another name too (a hard link). What is saved goes under this name alone; under the other \
                 the file stays as it is."
            ));
        }
        if privacy::becomes_ours(file) {
            output::say_once(&format!(
                "Note: {name} belongs to somebody else. Once it is saved it belongs to you."
            ));
        }
        Ok(Self { world, path: file.to_owned(), source, assessment, before: None, _lock: lock })
    }

    /// Keeps a copy before the first change, unless nothing is answered or planned yet.
    pub fn keeping_what_was_before(mut self) -> Self {
        let is_begun = !self.assessment.answers.is_empty() || !self.assessment.actions.is_empty();
        self.before = is_begun.then(|| disk::before(&self.path));
        self
    }

    /// Changes answers, actions and sent forms, and saves them together.
    pub fn revise(&mut self, revision: &Revision<'_>) -> Result<(), SaveError> {
        self.save(revise(&self.source, &self.assessment, revision, self.world.today))
    }

    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    fn save(&mut self, changed: Result<(Source, Assessment), EditError>) -> Result<(), SaveError> {
        let (source, assessment) = changed.map_err(not_kept)?;
        if let Some(before) = self.before.take() {
            self.keep_before(&before);
        }
        let saved = disk::save(&self.path, source.text().as_bytes(), self.source.text().as_bytes());
        saved.map_err(|error| match error.is::<disk::InUseError>() {
            // Trying again works once the other program has closed the file.
            true => SaveError::Refused(error.to_string()),
            false => SaveError::Failed(format!("{error:#}")),
        })?;
        (self.source, self.assessment) = (source, assessment);
        Ok(())
    }

    /// New answers matter more than the copy, so they are saved even if it fails.
    fn keep_before(&self, before: &Path) {
        let is_another = || {
            let there = load::assessment(self.world, before);
            before.symlink_metadata().is_ok()
                && !there.is_ok_and(|there| there.assessment.same_force(&self.assessment))
        };
        let kept = match is_another() {
            true => Err(anyhow!("{} is there and is something else", before.display())),
            false => disk::keep_beside(&self.path, self.source.text().as_bytes(), before),
        };
        if let Err(error) = kept {
            output::say(&format!("Note: what the file said before this sitting is not kept: {error:#}"));
        }
    }
}

pub fn unsaved(not_kept: SaveError) -> anyhow::Error {
    let (SaveError::Refused(reason) | SaveError::Failed(reason)) = not_kept;
    anyhow!("{reason}; nothing was saved")
}

fn not_kept(error: EditError) -> SaveError {
    match error {
        EditError::Invalid(invalid) => SaveError::Refused(invalid.summary()),
        other => SaveError::Failed(other.to_string()),
    }
}

impl Record for Store<'_> {
    fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    fn save_answers(&mut self, changes: &[(&Question, Option<Answer>)]) -> Result<(), SaveError> {
        self.save(set_answers(&self.source, &self.assessment, changes, self.world.today))
    }

    fn save_actions(&mut self, actions: Vec<Action>) -> Result<(), SaveError> {
        self.save(set_actions(&self.source, &self.assessment, actions, self.world.today))
    }

    fn save_details(&mut self, details: Details) -> Result<(), SaveError> {
        let before = DraftKey::for_assessment(&self.assessment);
        self.save(set_details(&self.source, &self.assessment, details, self.world.today))?;
        drafts::follow(&self.path, &before, &DraftKey::for_assessment(&self.assessment));
        Ok(())
    }

    fn save_draft(&mut self, draft: &Draft) -> bool {
        drafts::keep(&self.path, &DraftKey::for_assessment(&self.assessment), draft)
    }

    fn delete_draft(&mut self, question: &QuestionId, kind: DraftKind) {
        drafts::end(&self.path, &DraftKey::for_assessment(&self.assessment), question, kind);
    }

    fn drafts(&self) -> Vec<Draft> {
        drafts::read(&self.path, &DraftKey::for_assessment(&self.assessment))
    }
}
