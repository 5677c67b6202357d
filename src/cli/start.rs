//! Starting an assessment, whichever command asks for it.

use std::path::Path;

use anyhow::{Result, bail};
use integrity_healthcheck::Parsed;
use integrity_healthcheck::text::source::Source;

use super::files::Trouble;
use super::world::World;
use super::{approvals, disk, files};

/// Who assesses, by default.
pub const ASSESSOR: &str = "Professional Standards Department";

/// The checklist of a new assessment, by default.
pub const CHECKLIST: &str = "without-fear-or-favour";

/// Writes a new assessment, once it is sure that it will be read again.
pub fn create(world: &World, file: &Path, text: String) -> Result<()> {
    let name = file.display();
    if world.catalogue.source(&name.to_string()).is_some() {
        bail!(
            "{name} is the name of something built in, which the file could never be opened by; choose another"
        );
    }
    let record = approvals::path_of(file);
    if record.exists() && !file.exists() {
        bail!(
            "{name} was approved and is gone; {} is its record. Put it back, or choose another name",
            approvals::name_of(&record)
        );
    }
    let source = Source::from_bytes(file.display().to_string(), text.into_bytes());
    let read = source.map_err(Trouble::Invalid).and_then(|source| {
        files::read_assessment(world, file, &Parsed::of(&source))?;
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
