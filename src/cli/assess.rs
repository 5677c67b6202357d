//! `healthcheck assess`: the interview, on a new assessment or one that is there.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use integrity_healthcheck::assessment::NewAssessment;
use integrity_healthcheck::document::{Block, Fact};
use integrity_healthcheck::interview::{End, Left, Person, Walk, interview, opening, required_text, text};
use integrity_healthcheck::judge::score::Scorecard;
use integrity_healthcheck::report::coverage_in_words;

use super::args::Assess;
use super::person::{Plain, Terminal};
use super::store::Store;
use super::{Outcome, World, disk, new, output};

pub fn run(world: &World, arguments: &Assess) -> Result<Outcome> {
    if arguments.plain {
        return conduct(world, arguments, &mut Plain::new(io::stdin().lock(), io::stdout()));
    }
    let Some(mut terminal) = Terminal::new() else {
        bail!(
            "assess asks in a terminal, and there is none here; add --plain to answer by lines on standard input, or \
             use `healthcheck new` and `healthcheck answer`"
        );
    };
    conduct(world, arguments, &mut terminal)
}

fn conduct(world: &World, arguments: &Assess, person: &mut dyn Person) -> Result<Outcome> {
    let Some(file) = prepared(world, arguments, person)? else {
        output::say("\nNothing was started.");
        return Ok(Outcome::Done);
    };
    let mut store = Store::open(world, &file)?;
    let shown = output::in_command(&file);
    let walk = if arguments.only.is_some() { Walk::Open } else { Walk::Menu };
    let end = interview(person, &mut store, &shown, walk, world.today)?;
    if end == End::Stopped {
        let plain = if arguments.plain { " --plain" } else { "" };
        output::say(&format!(
            "\nEvery answer given is saved; a line not ended with Enter is not. Go on with:\n  healthcheck assess {shown}{plain}"
        ));
    }
    Ok(Outcome::Done)
}

/// Opens the conversation and sees that there is a file to go on with; `None` where the person left first.
fn prepared(world: &World, arguments: &Assess, person: &mut dyn Person) -> Result<Option<PathBuf>> {
    if let Some(file) = arguments.file.as_ref().filter(|file| file.exists() || is_builtin(world, file)) {
        // Anything that is wrong with the file is said before the conversation begins.
        let store = Store::open(world, file)?;
        let assessment = store.assessment();
        let mut blocks = opening(&assessment.checklist);
        blocks.push(where_it_is(file));
        let so_far = coverage_in_words(&Scorecard::of(assessment));
        blocks.push(Block::Facts(vec![Fact::new("So far", so_far)]));
        return Ok(person.tell(&blocks).ok().map(|()| file.clone()));
    }
    if let Some(file) = &arguments.file
        && !disk::folder_of(file).is_dir()
    {
        bail!("there is no folder {}; make it first, or name another", disk::folder_of(file).display());
    }
    match begun(world, arguments.file.as_deref(), person) {
        Ok(new) => {
            new.create(world)?;
            Ok(Some(new.file))
        }
        Err(Left) => Ok(None),
    }
}

fn is_builtin(world: &World, file: &Path) -> bool {
    world.catalogue.source(&file.display().to_string()).is_some()
}

fn where_it_is(file: &Path) -> Block {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    Block::Facts(vec![Fact::new("File", whole.display().to_string())])
}

/// What is asked before a new assessment can be started.
struct Beginning {
    file: PathBuf,
    force: String,
    assessor: String,
    marking: Option<String>,
}

impl Beginning {
    fn create(&self, world: &World) -> Result<()> {
        let edition = new::edition(world, &self.file, new::CHECKLIST)?;
        let new = NewAssessment {
            force: &self.force,
            date: world.today,
            assessor: &self.assessor,
            checklist: new::CHECKLIST,
            edition: &edition,
            marking: self.marking.as_deref(),
        };
        new::create(world, &self.file, new.to_toml())
    }
}

fn begun(world: &World, file: Option<&Path>, person: &mut dyn Person) -> Result<Beginning, Left> {
    if let Some(checklist) = world.catalogue.checklist(new::CHECKLIST) {
        person.tell(&opening(checklist))?;
    }
    let force = required_text(person, "Which force is this? Its full name, such as Essex Police")?;
    let assessor = text(person, &format!("Who assesses? (Enter for {})", new::ASSESSOR))?;
    let assessor = assessor.unwrap_or_else(|| new::ASSESSOR.to_owned());
    let marking = text(person, "Protective marking, such as OFFICIAL-SENSITIVE (Enter for none)")?;
    let file = match file {
        Some(file) => {
            person.tell(&[Block::paragraph("A new assessment is started in:"), where_it_is(file)])?;
            file.to_owned()
        }
        None => suggested(world, &force, person)?,
    };
    Ok(Beginning { file, force, assessor, marking })
}

/// A file that is not there yet, by the name that is suggested or another.
fn suggested(world: &World, force: &str, person: &mut dyn Person) -> Result<PathBuf, Left> {
    let words = force.to_lowercase();
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.chain([world.today.to_string().as_str()]).collect::<Vec<_>>().join("-");
    let suggestion = PathBuf::from(format!("{name}.toml"));
    loop {
        person.tell(&[Block::paragraph("The answers are kept in this file:"), where_it_is(&suggestion)])?;
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
            "{} is there already. To go on with it, stop and run: healthcheck assess {}. Or type another path.",
            file.display(),
            output::in_command(&file)
        ))])?;
    }
}
