//! `healthcheck assess`: the interview, on a new assessment or one that is there.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use integrity_healthcheck::assessment::NewAssessment;
use integrity_healthcheck::document::{Block, Fact};
use integrity_healthcheck::interview::{End, Gone, Person, Walk, interview, opening, required_text, text};
use integrity_healthcheck::judge::score::Scorecard;
use integrity_healthcheck::report::coverage_in_words;

use super::person::{Plain, Terminal};
use super::store::Store;
use super::world::{Outcome, World};
use super::{disk, files, output, start};

/// Arguments of `assess`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The assessment, started if there is no such file; if none is named, a name is suggested
    pub file: Option<PathBuf>,
    /// Ask line by line on standard input: for screen readers, simple consoles and pipes
    #[arg(long)]
    pub plain: bool,
    // Its default is no default of clap's, so that naming one for an assessment that is there can be refused.
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

/// What of an assessment is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// What is not answered yet
    Open,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    if arguments.plain {
        return conduct(world, arguments, &mut Plain::new(io::stdin().lock(), io::stdout()));
    }
    let Some(mut terminal) = Terminal::new() else {
        bail!(
            "assess needs a terminal; add --plain to answer line by line on standard input, or \
             use `healthcheck new` and `healthcheck answer`"
        );
    };
    conduct(world, arguments, &mut terminal)
}

fn conduct(world: &World, arguments: &Arguments, person: &mut dyn Person) -> Result<Outcome> {
    let file = match prepared(world, arguments, person) {
        Err(error) if error.is::<Gone>() => {
            output::say("\nNothing was started.");
            return Ok(Outcome::Done);
        }
        prepared => prepared?,
    };
    let mut store = Store::open(world, &file)?;
    let shown = output::in_command(&file);
    let walk = if arguments.only.is_some() { Walk::Open } else { Walk::Menu };
    let end = interview(person, &mut store, &shown, walk, world.today)?;
    if end == End::Stopped {
        let plain = if arguments.plain { " --plain" } else { "" };
        output::say(&format!(
            "\nEvery answer is saved; an unfinished line or action is not.\nContinue with:\n  healthcheck assess {shown}{plain}"
        ));
    }
    Ok(Outcome::Done)
}

/// Opens the conversation and makes sure that there is a file to continue; fails with [`Gone`] if the person leaves.
fn prepared(world: &World, arguments: &Arguments, person: &mut dyn Person) -> Result<PathBuf> {
    if let Some(file) = arguments.file.as_ref().filter(|file| file.exists() || is_builtin(world, file)) {
        // Anything that is wrong with the file is said before the conversation begins.
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
        let mut blocks = opening(&assessment.checklist);
        blocks.push(where_it_is(file));
        let so_far = coverage_in_words(&Scorecard::of(assessment));
        blocks.push(Block::Facts(vec![Fact::new("So far", so_far)]));
        person.tell(&blocks)?;
        return Ok(file.clone());
    }
    if let Some(file) = &arguments.file
        && !disk::folder_of(file).is_dir()
    {
        bail!("there is no folder {}; create it first, or name another", disk::folder_of(file).display());
    }
    start_new(world, arguments, person)
}

fn is_builtin(world: &World, file: &Path) -> bool {
    world.catalogue.source(&file.display().to_string()).is_some()
}

fn where_it_is(file: &Path) -> Block {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    Block::Facts(vec![Fact::new("File", whole.display().to_string())])
}

/// Asks what is to be known before an assessment can be started, and starts it.
fn start_new(world: &World, arguments: &Arguments, person: &mut dyn Person) -> Result<PathBuf> {
    let named = arguments.checklist.as_deref().unwrap_or(start::CHECKLIST);
    let beside = arguments.file.as_deref().unwrap_or(Path::new(""));
    let checklist = files::checklist(world, beside, named, "")?;
    person.tell(&opening(&checklist))?;
    let force = required_text(person, "Which force is this? Its full name, such as Essex Police")?;
    let assessor = text(person, &format!("Who assesses? (Enter for {})", start::ASSESSOR))?;
    let marking = text(person, "Protective marking, such as OFFICIAL-SENSITIVE (Enter for none)")?;
    let file = match &arguments.file {
        Some(file) => {
            person.tell(&[Block::paragraph("The new assessment will be kept in:"), where_it_is(file)])?;
            file.clone()
        }
        None => suggested(world, &force, person)?,
    };
    let new = NewAssessment {
        force: &force,
        date: world.today,
        assessor: assessor.as_deref().unwrap_or(start::ASSESSOR),
        checklist: named,
        edition: &checklist.edition,
        marking: marking.as_deref(),
    };
    start::create(world, &file, new.to_toml())?;
    Ok(file)
}

/// A file that is not there yet, by the name that is suggested or another.
fn suggested(world: &World, force: &str, person: &mut dyn Person) -> Result<PathBuf, Gone> {
    let words = force.to_lowercase();
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.chain([world.today.to_string().as_str()]).collect::<Vec<_>>().join("-");
    let suggestion = PathBuf::from(format!("{name}.toml"));
    loop {
        person
            .tell(&[Block::paragraph("The answers will be kept in this file:"), where_it_is(&suggestion)])?;
        let typed = text(person, "Enter to use it, or type another path")?;
        let file = typed.map_or_else(|| suggestion.clone(), PathBuf::from);
        if !disk::folder_of(&file).is_dir() {
            let folder = disk::folder_of(&file).display();
            person.tell(&[Block::paragraph(format!("There is no folder {folder}. Type another path."))])?;
            continue;
        }
        if !file.exists() {
            return Ok(file);
        }
        person.tell(&[Block::paragraph(format!(
            "{} already exists. To continue it, stop and run: healthcheck assess {}. Or type another path.",
            file.display(),
            output::in_command(&file)
        ))])?;
    }
}
