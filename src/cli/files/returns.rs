//! Returned files: forms, reports with a completed plan, and other assessments.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use integrity_healthcheck::Parsed;
use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::departments::form::read::{Opened, Returned, WorkbookError};
use integrity_healthcheck::departments::plan_sheet::Plan;
use integrity_healthcheck::workbook::read::{MAX_BYTES, is_binary};

use crate::cli::files::disk;
use crate::cli::files::load::{self, LoadError};
use crate::cli::world::World;

pub enum Return {
    Form(Box<Returned>),
    Plan(Opened),
    Assessment(Box<Assessment>),
}

pub enum ReturnError {
    Workbook(WorkbookError),
    /// The file cannot be read, or is not a valid assessment.
    Load(LoadError),
}

impl From<WorkbookError> for ReturnError {
    fn from(error: WorkbookError) -> Self {
        Self::Workbook(error)
    }
}

impl From<LoadError> for ReturnError {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

/// Decides by the ending or the first bytes.
pub fn is_workbook(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let named = ending.is_some_and(|ending| ["xlsx", "xlsm", "ods", "xls"].contains(&ending.as_str()));
    let mut start = [0; 4];
    let mut read = || File::open(path).and_then(|mut file| file.read_exact(&mut start));
    named || (read().is_ok() && is_binary(&start))
}

pub fn read(world: &World, path: &Path) -> Result<Return, ReturnError> {
    if is_workbook(path) {
        return workbook(world, path);
    }
    let source = load::source(world, path)?;
    let assessment = load::assessment_of(world, path, &Parsed::new(&source))?;
    Ok(Return::Assessment(Box::new(assessment)))
}

fn workbook(world: &World, path: &Path) -> Result<Return, ReturnError> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|error| LoadError::Unreadable(disk::unreadable(path, &error)))?;
    let opened = Opened::new(name, bytes)?;
    let identity = match opened.identity() {
        Ok(identity) => identity,
        Err(_) if Plan::find(&opened).is_some() => return Ok(Return::Plan(opened)),
        Err(mistakes) => return Err(mistakes.into()),
    };
    let held = world.catalogue.edition(&identity.checklist, &identity.edition);
    let Some(checklist) = held.filter(|held| held.edition == identity.edition) else {
        let message = format!(
            "it is of edition {} of the checklist `{}`, which is not at hand",
            identity.edition.escape_debug(),
            identity.checklist.escape_debug()
        );
        let help = "give its folder with --checklists, or send a fresh form and copy the answers into it";
        return Err(opened.wrong(message, help).into());
    };
    let returned = opened.read(&identity, checklist, world.today)?;
    Ok(Return::Form(Box::new(returned)))
}
