//! Shell completion: healthchecks, and the ids of their questions.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::Local;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter};
use integrity_healthcheck::Parsed;
use integrity_healthcheck::assessment::Header;
use integrity_healthcheck::checklist::{Checklist, Level, Question};

use crate::cli::files::{load, packs, start};
use crate::cli::world::World;

pub fn healthchecks() -> ArgValueCompleter {
    let is_offered = |path: &Path| path.is_dir() || path.extension().is_some_and(|ending| ending == "toml");
    ArgValueCompleter::new(PathCompleter::any().filter(is_offered))
}

pub fn questions() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        offered(typed, |checklist| checklist.questions().map(named).collect())
    })
}

/// Ids of sections and questions.
pub fn topics() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        offered(typed, |checklist| {
            let sections =
                checklist.sections.iter().map(|section| (section.id.clone(), section.title.clone()));
            sections.chain(checklist.questions().map(named)).collect()
        })
    })
}

/// The id of a question, and after `=` its possible values.
pub fn answers() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        offered(typed, |checklist| {
            let id = typed.to_str().and_then(|typed| typed.split_once('=')).map(|(id, _)| id);
            match id {
                None => {
                    checklist.questions().map(named).map(|(id, title)| (format!("{id}="), title)).collect()
                }
                Some(id) => checklist.question(id).map(values).unwrap_or_default(),
            }
        })
    })
}

fn named(question: &Question) -> (String, String) {
    (question.id.to_string(), question.title.clone())
}

fn values(question: &Question) -> Vec<(String, String)> {
    let levels = question.scale().into_iter().flat_map(|scale| {
        Level::ALL.map(|level| (level.word().to_owned(), scale.description(level).to_owned()))
    });
    let others = ["unknown", "not-applicable", "unanswered"].map(|word| (word.to_owned(), String::new()));
    levels.chain(others).map(|(word, means)| (format!("{}={word}", question.id), means)).collect()
}

fn offered(typed: &OsStr, all: impl FnOnce(&Checklist) -> Vec<(String, String)>) -> Vec<CompletionCandidate> {
    let Some((typed, checklist)) = typed.to_str().zip(checklist()) else { return Vec::new() };
    let begun = all(&checklist).into_iter().filter(|(word, _)| word.starts_with(typed));
    begun
        .map(|(word, means)| {
            let help = (!means.is_empty()).then(|| means.into());
            CompletionCandidate::new(word).help(help)
        })
        .collect()
}

/// The checklist of the healthcheck named so far, or else the default one.
fn checklist() -> Option<Arc<Checklist>> {
    let world = World { today: Local::now().date_naive(), catalogue: packs::catalogue(None).ok()? };
    let named = std::env::args_os().skip(1).map(PathBuf::from).find_map(|path| {
        let source = load::read(&path).ok()?.ok()?;
        let header = Header::read(&Parsed::new(&source), world.today).ok()?;
        load::checklist(&world, &path, &header.checklist, &header.edition).ok()
    });
    named.or_else(|| world.catalogue.edition(start::CHECKLIST, "").cloned())
}
