//! Approval records: found, read, compared with their file, and added to.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use integrity_healthcheck::approval::{Digest, Entry, Record, RecordedFile, State};
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::words;

use crate::cli::files::disk;
use crate::cli::files::load::{self, LoadError, Loaded};
use crate::cli::output;
use crate::cli::world::World;

pub const PROGRAM: &str = concat!("healthcheck ", env!("CARGO_PKG_VERSION"));

pub const ENDING: &str = ".approved.toml";

/// A file's approval record: `kent.approved.toml` for `kent.toml`, next to the target if it is a link.
pub fn path_of(file: &Path) -> PathBuf {
    disk::companion(&disk::behind_links(file), ENDING)
}

fn read_record(world: &World, file: &Path) -> Result<Option<(Source, Record)>, LoadError> {
    if world.catalogue.source(&file.display().to_string()).is_some() {
        return Ok(None);
    }
    let Some(source) = load::read_if_there(&path_of(file))? else { return Ok(None) };
    let record = parse(world, &source)?;
    Ok(Some((source, record)))
}

/// Future dates in the record are allowed.
fn parse(world: &World, source: &Source) -> Result<Record, LoadError> {
    let read = |today| Record::parse(source, today).map_err(LoadError::Invalid);
    load::allowing_future(world, read, |_| {})
}

pub fn digest_of(file: &Path) -> Result<Digest> {
    let bytes = std::fs::read(file).map_err(|error| disk::unreadable(file, &error))?;
    Ok(Digest::compute(bytes))
}

pub fn record_of_file(world: &World, file: &Path, now: Digest) -> Result<Option<RecordedFile>, LoadError> {
    Ok(read_record(world, file)?.map(|(_, record)| RecordedFile { record, now }))
}

pub fn record_of(world: &World, loaded: &Loaded) -> Result<Option<RecordedFile>> {
    let (Some(file), Some(now)) = (&loaded.file, loaded.digest) else { return Ok(None) };
    Ok(record_of_file(world, file, now)?)
}

pub fn refuse_built_in(world: &World, file: &Path) -> Result<()> {
    let name = file.display().to_string();
    if world.catalogue.source(&name).is_some() {
        bail!("{name} is built in; only a file of your own can be approved");
    }
    Ok(())
}

/// Refuses to change an approved file. Everything that writes to a file calls this.
pub fn refuse_change(world: &World, file: &Path, source: &Source) -> Result<()> {
    let Some(held) = record_of_file(world, file, Digest::compute(source.text()))? else { return Ok(()) };
    let name = output::in_command(file);
    let reopen = format!("healthcheck reopen {name} --reason \"...\"");
    let state = words::approval(&held);
    match held.state() {
        Some(State::AsApproved(_)) => bail!(
            "{} is approved, so it is not changed. {state}.\nTo change it, open it again, and have it approved again:\n  {reopen}",
            file.display()
        ),
        Some(State::Changed(_)) => bail!(
            "{}: {state}. Put the approved file back, or open this one again:\n  {reopen}",
            file.display()
        ),
        Some(State::Reopened(_)) | None => Ok(()),
    }
}

/// The caller holds the file's lock.
pub fn add(world: &World, file: &Path, entry: Entry) -> Result<()> {
    let before = read_record(world, file)?;
    let path = path_of(file);
    let text = Record::with_entry(before.as_ref().map(|(source, _)| source), &disk::name_of(file), &entry);
    let written = Source::from_bytes(path.display().to_string(), text.into_bytes())?;
    let meant = before.iter().flat_map(|(_, record)| &record.entries).chain([&entry]);
    if !parse(world, &written)?.entries.iter().eq(meant) {
        bail!("{} would not read back as it was meant, so nothing was saved", path.display());
    }
    match before {
        None => disk::create(&path, written.text().as_bytes(), &[file.to_owned()]),
        Some((before, _)) => disk::save(&path, written.text().as_bytes(), before.text().as_bytes()),
    }
}
