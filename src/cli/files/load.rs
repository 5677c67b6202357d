//! Loads what was named on the command line: built-in names, paths, and the checklist that an assessment names.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;
use integrity_healthcheck::Parsed;
use integrity_healthcheck::approval::Digest;
use integrity_healthcheck::assessment::{Assessment, Header};
use integrity_healthcheck::checklist::{Checklist, Question};
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::text::long_date;
use integrity_healthcheck::text::source::{LARGEST, ParseError, Source};

use crate::cli::files::{disk, names};
use crate::cli::output;
use crate::cli::world::World;

/// An assessment, and the name it was asked for by.
#[derive(Clone)]
pub struct Loaded {
    pub name: String,
    pub assessment: Assessment,
    /// `None` if it is built in.
    pub file: Option<PathBuf>,
    /// The file's SHA-256; `None` if it is built in.
    pub digest: Option<Digest>,
}

impl Loaded {
    pub fn named(&self) -> Named<'_> {
        Named { name: &self.name, assessment: &self.assessment }
    }
}

pub fn assessments(world: &World, files: &[PathBuf]) -> Result<Vec<Loaded>> {
    files.iter().map(|file| assessment(world, file)).collect()
}

pub enum LoadError {
    Unreadable(anyhow::Error),
    Invalid(ParseError),
}

impl From<ParseError> for LoadError {
    fn from(invalid: ParseError) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<LoadError> for anyhow::Error {
    fn from(trouble: LoadError) -> Self {
        match trouble {
            LoadError::Unreadable(error) => error,
            LoadError::Invalid(invalid) => invalid.into(),
        }
    }
}

pub fn assessment(world: &World, file: &Path) -> Result<Loaded> {
    let name = file.display().to_string();
    if world.catalogue.checklist(&name).is_some() {
        bail!("{name} is a checklist; name an assessment, or see it with `healthcheck show {name}`");
    }
    if let Some(assessment) = world.catalogue.assessment(&name) {
        return Ok(Loaded { name, assessment: assessment.clone(), file: None, digest: None });
    }
    let source = healthcheck(world, file)?;
    let assessment = read_assessment(world, file, &Parsed::new(&source))?;
    let digest = Some(Digest::compute(source.text()));
    Ok(Loaded { name: output::shown(file), assessment, file: Some(file.to_owned()), digest })
}

/// The assessment of a path or a built-in name, given its text. A built-in one is never refused for its dates.
pub fn assessment_of(world: &World, file: &Path, parsed: &Parsed<'_>) -> Result<Assessment, LoadError> {
    match world.catalogue.assessment(&file.display().to_string()) {
        Some(assessment) => Ok(assessment.clone()),
        None => read_assessment(world, file, parsed),
    }
}

/// Reads an assessment with the checklist that it names. Future dates are only a warning.
pub fn read_assessment(world: &World, file: &Path, parsed: &Parsed<'_>) -> Result<Assessment, LoadError> {
    let read = |today| read_strictly(world, file, parsed, today);
    allowing_future(world, read, |latest| {
        output::say_once(&format!(
            "Note: {} has a day that is still to come, {}. The clock of a computer may be wrong; `healthcheck check` \
             shows where the day stands.",
            file.display(),
            long_date(latest)
        ));
    })
}

/// Reads with today's date. If future dates are the only problem, calls `warn` with the latest and reads without a
/// limit, so a fast clock locks nobody out.
pub fn allowing_future<T>(
    world: &World,
    read: impl Fn(NaiveDate) -> Result<T, LoadError>,
    warn: impl FnOnce(NaiveDate),
) -> Result<T, LoadError> {
    let first = read(world.today);
    let Err(LoadError::Invalid(invalid)) = &first else { return first };
    let Some(latest) = invalid.only_future() else { return first };
    warn(latest);
    read(NaiveDate::MAX)
}

/// Reads an assessment with the checklist that it names. Dates after `today` are problems.
pub fn read_strictly(
    world: &World,
    file: &Path,
    parsed: &Parsed<'_>,
    today: NaiveDate,
) -> Result<Assessment, LoadError> {
    let header = Header::read(parsed, today)?;
    let checklist = checklist(world, file, &header.checklist, &header.edition).map_err(|error| {
        let nearest = world.catalogue.nearest_name(&header.checklist).map(|name| format!("did you mean `{name}`? "));
        let help = format!(
            "{}`healthcheck list` shows the built-in checklists; a path is taken from the assessment's own folder",
            nearest.unwrap_or_default()
        );
        LoadError::Invalid(header.checklist_missing(parsed, today, error.to_string(), help))
    })?;
    Assessment::read(parsed, &checklist, today).map_err(LoadError::Invalid)
}

/// The checklist of an id and edition, or of a path relative to the assessment `file`.
pub fn checklist(world: &World, file: &Path, name: &str, edition: &str) -> Result<Arc<Checklist>> {
    if let Some(checklist) = world.catalogue.edition(name, edition) {
        return Ok(Arc::clone(checklist));
    }
    let path = disk::folder_of(&disk::behind_links(file)).join(name);
    let shown = name.escape_debug();
    let text = read(&path).map_err(|error| {
        anyhow!(
            "the checklist `{shown}` is neither built in nor a file that can be read: {}",
            disk::cause(&error)
        )
    })?;
    let read = text.and_then(|text| Checklist::parse(&text));
    let path = output::in_command(&path);
    read.map(Arc::new)
        .map_err(|_| anyhow!("the checklist `{shown}` has problems; `healthcheck check {path}` shows them"))
}

pub fn checklist_text(world: &World, file: &Path, name: &str, edition: &str) -> Result<String> {
    if let Some(text) = world.catalogue.text_of(name, edition) {
        return Ok(text.to_owned());
    }
    let path = disk::folder_of(&disk::behind_links(file)).join(name);
    Ok(read(&path).map_err(|error| disk::unreadable(&path, &error))??.text().to_owned())
}

/// The question with this id, or with this title as reports print it.
pub fn find_question<'a>(checklist: &'a Checklist, name: &str) -> Option<&'a Question> {
    let is_title = |question: &&Question| question.title.to_lowercase() == name.to_lowercase();
    checklist.question(name).or_else(|| checklist.questions().find(is_title))
}

/// The same, or an error with the nearest id.
pub fn question<'a>(checklist: &'a Checklist, id: &str) -> Result<&'a Question> {
    find_question(checklist, id).ok_or_else(|| {
        let help = match checklist.nearest_question(id) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("`healthcheck show {}` lists them", checklist.id),
        };
        anyhow!("the checklist has no question `{}`; {help}", id.escape_debug())
    })
}

pub fn source(world: &World, file: &Path) -> Result<Source, LoadError> {
    let name = file.display().to_string();
    if let Some(source) = world.catalogue.source(&name) {
        return Ok(source);
    }
    let text = read(file).map_err(|error| {
        let beside = names::nearest_to(file).map(|near| output::shown(&near));
        let near = beside.or_else(|| world.catalogue.nearest_name(&name).map(str::to_owned));
        let why = match (error.kind(), near) {
            (ErrorKind::NotFound, Some(near)) => format!("there is no such file; did you mean `{near}`?"),
            (ErrorKind::NotFound, None) => {
                "there is no such file, and nothing built in has that name (see `healthcheck list`)"
                    .to_owned()
            }
            _ => disk::cause(&error),
        };
        LoadError::Unreadable(anyhow!("cannot read {name}: {why}"))
    })?;
    text.map_err(LoadError::Invalid)
}

/// The text of what may be a healthcheck. A file of another program gives one error, not one for each line.
pub fn healthcheck(world: &World, file: &Path) -> Result<Source> {
    let read = source(world, file);
    let text = match &read {
        Ok(source) => source.text(),
        Err(LoadError::Invalid(invalid)) => invalid.text(),
        Err(LoadError::Unreadable(_)) => "",
    };
    if !names::is_toml(file)
        && world.catalogue.source(&file.display().to_string()).is_none()
        && is_of_another_program(text)
    {
        bail!(
            "{} is no healthcheck: a healthcheck is a text file, and its name ends in .toml",
            file.display()
        );
    }
    Ok(read?)
}

/// Whether a text is clearly not a healthcheck: binary, or without any of its words.
fn is_of_another_program(text: &str) -> bool {
    const WORDS: [&str; 4] = ["force", "checklist", "answers", "sections"];
    let is_packed = ["PK\u{3}\u{4}", "%PDF"].iter().any(|mark| text.starts_with(mark));
    is_packed
        || (!text.contains('\u{FFFD}') && !text.is_empty() && !WORDS.iter().any(|word| text.contains(word)))
}

/// Fails if the file is larger than allowed.
pub fn read(path: &Path) -> io::Result<Result<Source, ParseError>> {
    let mut bytes = Vec::new();
    disk::patiently(|| File::open(path))?.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(Source::from_bytes(path.display().to_string(), bytes))
}

/// `None` if there is no such file.
pub fn read_if_there(path: &Path) -> Result<Option<Source>, LoadError> {
    match read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(LoadError::Unreadable(disk::unreadable(path, &error))),
        Ok(read) => Ok(Some(read?)),
    }
}
