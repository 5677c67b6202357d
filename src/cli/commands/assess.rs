use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use integrity_healthcheck::assessment::NewAssessment;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::document::{Block, Fact};
use integrity_healthcheck::interview::{
    LeftError, Line, Mode, NewHealthcheck, Person, Start, begin, file_is_missing, first_text, opening,
    warning, where_to_start,
};

use crate::cli::files::drafts::{self, DraftKey};
use crate::cli::files::store::Store;
use crate::cli::files::{disk, folder, load, names, start};
use crate::cli::person::{interview, say_how_to_continue, with_person};
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment, started if there is no such file; if none is named, what is unfinished in this folder is offered
    #[arg(add = complete::healthchecks())]
    pub file: Option<PathBuf>,
    /// Ask line by line on standard input: for screen readers, simple consoles and pipes
    #[arg(long)]
    pub plain: bool,
    // Not a clap default, so that `--checklist` can be refused for an existing assessment.
    #[arg(long, value_name = "ID|PATH", help = checklist_help())]
    pub checklist: Option<String>,
    /// Go straight through the open questions, without the menu
    #[arg(long, value_enum, value_name = "open")]
    pub only: Option<Only>,
}

fn checklist_help() -> String {
    format!(
        "The checklist of a new assessment: the id of a built-in one, or the path of one relative to FILE [default: {}]",
        start::CHECKLIST
    )
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// What is not answered yet
    Open,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let without_terminal = "assess needs a terminal; add --plain to answer line by line on standard input, or \
                            use `healthcheck new` and `healthcheck answer`";
    with_person(arguments.plain, without_terminal, |person| conduct(world, arguments, person))
}

fn conduct(world: &World, arguments: &Arguments, person: &mut dyn Person) -> Result<Outcome> {
    let file = match prepared(world, arguments, person) {
        Err(error) if error.is::<LeftError>() => None,
        prepared => prepared?,
    };
    let Some(file) = file else {
        output::say("\nNothing was started.");
        return Ok(Outcome::Done);
    };
    let mut store = Store::open(world, &file)?.keeping_what_was_before();
    let mode = if arguments.only.is_some() { Mode::Open } else { Mode::Menu };
    let end = interview(world, person, &mut store, &file, mode)?;
    let command = format!("assess {}", output::in_command(&file));
    say_how_to_continue(&end, "Every answer and every action in the plan is", &command, arguments.plain);
    Ok(Outcome::Done)
}

/// Makes sure that there is a file to continue; `None` if the user decides against it. Fails with [`LeftError`] if the user
/// leaves.
fn prepared(world: &World, arguments: &Arguments, person: &mut dyn Person) -> Result<Option<PathBuf>> {
    let Some(file) = &arguments.file else {
        let found =
            if arguments.checklist.is_some() { Vec::new() } else { folder::found(world, Path::new("")) };
        return match where_to_start(person, &found)? {
            Start::Continue(found) => continued(world, arguments, Path::new(&found.file), person).map(Some),
            Start::New => start_new(world, arguments, None, person).map(Some),
        };
    };
    // The ending may be left out.
    let file = &names::of_new(world, file);
    if file.is_dir() {
        let example = output::in_command(&file.join("essex-police.toml"));
        bail!("{} is a folder; name a file in it, such as {example}", file.display());
    }
    if file.exists() || is_builtin(world, file) {
        return continued(world, arguments, file, person).map(Some);
    }
    let beside = disk::folder_of(file);
    if !beside.is_dir() {
        bail!("there is no folder {}; create it first, or name another", beside.display());
    }
    new_checklist(world, arguments)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let near = names::nearest_to(file)
        .map(|near| near.file_name().unwrap_or_default().to_string_lossy().into_owned());
    if !file_is_missing(person, &name, near.as_deref())? {
        return Ok(None);
    }
    start_new(world, arguments, Some(file), person).map(Some)
}

/// Shows where an assessment is, and the warning. Reports problems in the file before the interview begins.
fn continued(world: &World, arguments: &Arguments, file: &Path, person: &mut dyn Person) -> Result<PathBuf> {
    load::healthcheck(world, file)?;
    let store = Store::open(world, file)?;
    let assessment = store.assessment();
    if let Some(reviews) = &assessment.reviews {
        bail!(
            "{shown} is a review of {of}; continue it with `healthcheck review {of} {shown}`",
            shown = output::in_command(file),
            of = reviews.file
        );
    }
    if arguments.checklist.is_some() {
        bail!(
            "{} already exists and answers {}; --checklist is for a new assessment",
            file.display(),
            assessment.checklist.id
        );
    }
    let is_begun = !assessment.answers.is_empty() || !assessment.actions.is_empty();
    let mut blocks = if is_begun { vec![warning()] } else { opening(&assessment.checklist) };
    blocks.push(where_it_is(file));
    if is_begun {
        let copy = disk::before(file);
        let name = output::shown(Path::new(copy.file_name().unwrap_or_default()));
        blocks.push(Block::paragraph(format!(
            "Your first change today puts a copy of the file as it is now beside it: {name}."
        )));
    }
    blocks.extend(drafts::not_free(file, &DraftKey::for_assessment(assessment)).map(Block::paragraph));
    person.show(&blocks)?;
    Ok(file.to_owned())
}

fn is_builtin(world: &World, file: &Path) -> bool {
    world.catalogue.source(&file.display().to_string()).is_some()
}

fn where_it_is(file: &Path) -> Block {
    Block::Facts(vec![Fact::new("File", output::shown_in_full(file))])
}

/// The checklist of a new assessment, and the name or path it was given by.
fn new_checklist<'a>(world: &World, arguments: &'a Arguments) -> Result<(&'a str, Arc<Checklist>)> {
    let named = arguments.checklist.as_deref().unwrap_or(start::CHECKLIST);
    let beside = arguments.file.as_deref().unwrap_or(Path::new(""));
    Ok((named, load::checklist(world, beside, named, "")?))
}

/// Asks for what a new assessment needs, and starts it.
fn start_new(
    world: &World,
    arguments: &Arguments,
    file: Option<&Path>,
    person: &mut dyn Person,
) -> Result<PathBuf> {
    let (named, checklist) = new_checklist(world, arguments)?;
    person.show(&opening(&checklist))?;
    let NewHealthcheck { force, marking } = begin(person)?;
    let file = match file {
        Some(file) => {
            person.show(&[Block::paragraph("The new assessment will be kept in:"), where_it_is(file)])?;
            file.to_owned()
        }
        None => suggested(world, &force, person)?,
    };
    let new = NewAssessment {
        force: &force,
        date: world.today,
        assessor: start::ASSESSOR,
        checklist: named,
        edition: &checklist.edition,
        marking: marking.as_deref(),
    };
    start::create(world, &file, new.to_toml(), &[])?;
    Ok(file)
}

/// A new file, by the suggested name or another.
fn suggested(world: &World, force: &str, person: &mut dyn Person) -> Result<PathBuf, LeftError> {
    let words = force.to_lowercase();
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.chain([world.today.to_string().as_str()]).collect::<Vec<_>>().join("-");
    let suggestion = format!("{name}.toml");
    person.show(&[
        Block::paragraph("The answers will be kept in a file of this folder:"),
        where_it_is(Path::new(&suggestion)),
    ])?;
    let mut asked = Line::first("Its name (Enter takes it as it stands, or type another)").with(&suggestion);
    loop {
        // A folder that is read-only or full is reported when it is used.
        let typed = first_text(person, &asked)?;
        let file = names::with_ending(Path::new(&typed));
        asked.present.clone_from(&typed);
        if let Some(wrong) = not_to_be_started(&file) {
            person.show_text(format!("{wrong}. Type another name."))?;
        } else if file == Path::new(&typed)
            || person.confirm(
                &format!("The answers will be kept in {}.", output::shown_in_full(&file)),
                "Is that right?",
            )?
        {
            return Ok(file);
        }
    }
}

/// Why no healthcheck can be started in this file.
fn not_to_be_started(file: &Path) -> Option<String> {
    let beside = disk::folder_of(file);
    if let Err(wrong) = start::refuse_name(file) {
        Some(format!("{wrong:#}"))
    } else if !beside.is_dir() {
        Some(format!("There is no folder {}", output::shown(beside)))
    } else if file.is_dir() {
        Some(format!("{} is a folder", output::shown(file)))
    } else if file.exists() {
        let command = output::in_command(file);
        Some(format!(
            "{} already exists. To go on with it, stop and run: healthcheck assess {command}",
            output::shown(file)
        ))
    } else {
        None
    }
}
