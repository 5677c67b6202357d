//! Starts an assessment, for every command that does so.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use integrity_healthcheck::Parsed;
use integrity_healthcheck::text::source::Source;

use crate::cli::files::load::{self, LoadError};
use crate::cli::files::lock::Lock;
use crate::cli::files::{approvals, disk};
use crate::cli::world::World;

/// The default assessor.
pub const ASSESSOR: &str = "Professional Standards Department";

/// The default checklist.
pub const CHECKLIST: &str = "without-fear-or-favour";

/// Writes a new assessment once it reads back as valid. Nobody can read it who cannot read all of `made_of`.
pub fn create(world: &World, file: &Path, text: String, made_of: &[PathBuf]) -> Result<()> {
    let name = file.display();
    if world.catalogue.source(&name.to_string()).is_some() {
        bail!(
            "{name} is the name of something built in, which the file could never be opened by; choose another"
        );
    }
    refuse_name(file).map_err(|wrong| anyhow!("{wrong}; choose another name"))?;
    let record = approvals::path_of(file);
    if record.exists() && !file.exists() {
        bail!(
            "{name} was approved and is gone; {} is its record. Put it back, or choose another name",
            disk::name_of(&record)
        );
    }
    let source = Source::from_bytes(file.display().to_string(), text.into_bytes());
    let read = source.map_err(LoadError::Invalid).and_then(|source| {
        load::read_strictly(world, file, &Parsed::new(&source), world.today)?;
        Ok(source)
    });
    match read {
        Ok(source) => {
            let _lock = Lock::take(file)?;
            disk::create(file, source.text().as_bytes(), made_of)
        }
        Err(LoadError::Invalid(invalid)) => {
            bail!("the assessment cannot be started like this: {}", invalid.summary())
        }
        Err(LoadError::Unreadable(error)) => Err(error),
    }
}

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Refuses names that Windows does not allow, since files are sent to others.
pub fn refuse_name(file: &Path) -> Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered =
        |kind: &str| stem.strip_prefix(kind).is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    let shown = file.display();
    if DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt") {
        bail!("Windows keeps the name {stem} for itself, so {shown} cannot be used there");
    }
    if let Some(character) = name.chars().find(|c| matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*')) {
        bail!("Windows allows no {character} in the name of a file, so {shown} cannot be used there");
    }
    if name.ends_with(['.', ' ']) {
        bail!("Windows allows no full stop or space at the end of a name, as in {shown}");
    }
    Ok(())
}
