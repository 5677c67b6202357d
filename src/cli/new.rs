//! `healthcheck new`: an assessment without a conversation, never over an existing file.

use std::path::Path;

use anyhow::{Result, bail};
use integrity_healthcheck::assessment::NewAssessment;
use integrity_healthcheck::text::source::Source;

use super::args::New;
use super::files::Trouble;
use super::{Outcome, World, disk, files, output};

/// Who assesses, where nobody says otherwise.
pub const ASSESSOR: &str = "Professional Standards Department";

/// The checklist of a new assessment, where nobody says otherwise.
pub const CHECKLIST: &str = "without-fear-or-favour";

pub fn run(world: &World, arguments: &New) -> Result<Outcome> {
    let edition = edition(world, &arguments.file, &arguments.checklist)?;
    let new = NewAssessment {
        force: &arguments.force,
        date: arguments.date.unwrap_or(world.today),
        assessor: &arguments.assessor,
        checklist: &arguments.checklist,
        edition: &edition,
        marking: arguments.marking.as_deref(),
    };
    create(world, &arguments.file, new.to_toml())?;
    let command = output::in_command(&arguments.file);
    output::say(&format!(
        "Started {}. Answer its questions with:\n  healthcheck assess {command}",
        arguments.file.display()
    ));
    Ok(Outcome::Done)
}

/// Writes a new assessment, once it is sure that it will be read again.
pub fn create(world: &World, file: &Path, text: String) -> Result<()> {
    let source = Source::from_bytes(file.display().to_string(), text.into_bytes());
    let read = source.map_err(Trouble::Invalid).and_then(|source| {
        files::parse(world, file, &source)?;
        Ok(source)
    });
    match read {
        Ok(source) => disk::create(file, source.text().as_bytes()),
        Err(Trouble::Invalid(invalid)) => {
            bail!("the assessment cannot be started like this: {}", invalid.in_words())
        }
        Err(Trouble::Unreadable(error)) => Err(error),
    }
}

/// The edition of a checklist that a new assessment would answer.
pub fn edition(world: &World, file: &Path, checklist: &str) -> Result<String> {
    Ok(files::checklist(world, file, checklist, "")?.edition.clone())
}
