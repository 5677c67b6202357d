use std::path::PathBuf;

use anyhow::{Result, bail};
use chrono::NaiveDate;
use clap::Args;
use integrity_healthcheck::Parsed;
use integrity_healthcheck::approval::State;
use integrity_healthcheck::assessment::{Action, Assessment, Follows, Renewal, renew};
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::words;

use crate::cli::files::load::{self, Loaded};
use crate::cli::files::{approvals, disk, names, start};
use crate::cli::world::{Outcome, World};
use crate::cli::{output, value_parsers};
use integrity_healthcheck::text::number_of;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The last assessment
    pub last: PathBuf,
    /// The new file; it must not exist yet
    pub next: PathBuf,
    /// The day the assessment is opened [default: today]
    #[arg(long, value_parser = value_parsers::date)]
    pub date: Option<NaiveDate>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = load::assessment(world, &arguments.last)?;
    let follows = follows(world, &loaded)?;
    let last = loaded.assessment;
    refuse(arguments, &last)?;
    let date = arguments.date.unwrap_or(world.today);
    if date < last.date {
        bail!("{date} is before the last assessment, which is of {}; give a later --date", last.date);
    }
    if date > world.today {
        bail!("{date} is in the future; give a --date that is not");
    }
    let named = checklist_of(world, arguments)?;
    let next = load::checklist(world, &arguments.next, &named, "")?;
    refuse_loss(&last, &next, &named)?;
    let renewal = renew(&last, &next, &named, date, follows);
    let file = names::of_new(world, &arguments.next);
    start::create(world, &file, renewal.text.clone(), std::slice::from_ref(&arguments.last))?;
    let command = output::in_command(&file);
    output::say(&format!(
        "Started {} with {} to be confirmed or changed, and {}.",
        file.display(),
        number_of(renewal.carried, "answer", "answers"),
        number_of(renewal.actions.len(), "open action", "open actions")
    ));
    say_what_stays(arguments, &last, &renewal);
    for change in &renewal.changes {
        output::say(&words::edition_change(change));
    }
    output::say(&format!("Continue with:\n  healthcheck assess {command}"));
    Ok(Outcome::Done)
}

/// Refuses published findings and reviews.
fn refuse(arguments: &Arguments, last: &Assessment) -> Result<()> {
    if let Some(source) = &last.source {
        bail!(
            "{} is what {} published, not the force's own assessment; start with `healthcheck new`, and compare the \
             two with `healthcheck trend`",
            arguments.last.display(),
            source.publisher
        );
    }
    if let Some(reviewed) = &last.reviews {
        bail!(
            "{} is a review of {}; renew the force's own assessment",
            arguments.last.display(),
            reviewed.file
        );
    }
    Ok(())
}

/// Refuses a checklist without a question that the last assessment answers.
fn refuse_loss(last: &Assessment, next: &Checklist, named: &str) -> Result<()> {
    let mut answered = last.answers.keys().chain(last.carried.keys());
    if let Some(lost) = answered.find(|id| next.question_in_any_edition(id.as_str()).is_none()) {
        bail!(
            "the checklist {named} no longer has the question `{lost}`, so its answer would be lost; keep the question in it"
        );
    }
    Ok(())
}

/// Reports the actions that are not carried over.
fn say_what_stays(arguments: &Arguments, last: &Assessment, renewal: &Renewal) {
    let along = |action: &&Action| renewal.actions.iter().any(|other| other.id == action.id);
    let behind: Vec<String> = last
        .actions
        .iter()
        .filter(|action| !along(action))
        .map(|action| format!("{} ({})", action.id, action.status.words()))
        .collect();
    if !behind.is_empty() {
        output::say(&format!("The record of {} stays in {}.", behind.join(", "), arguments.last.display()));
    }
}

/// The last file's digest when it was approved. The next file keeps it, so the trend shows a later change.
fn follows(world: &World, last: &Loaded) -> Result<Option<Follows>> {
    let held = approvals::record_of(world, last)?;
    let Some(held) = held else { return Ok(None) };
    let approval = match held.state() {
        Some(State::AsApproved(approval)) => Some(approval),
        Some(State::Changed(approval)) => {
            output::say(&format!("Warning: {}: {}.", last.name, words::approval(&held)));
            Some(approval)
        }
        Some(State::Reopened(_)) | None => {
            output::say(&format!("Warning: {}: {}.", last.name, words::approval(&held)));
            None
        }
    };
    let date = last.assessment.date;
    Ok(approval.map(|approval| Follows { date, approved: approval.on, sha256: approval.sha256 }))
}

/// The checklist as the next file names it: an id if built in, or else a relative path.
fn checklist_of(world: &World, arguments: &Arguments) -> Result<String> {
    let source = load::source(world, &arguments.last)?;
    let named =
        integrity_healthcheck::assessment::Header::read(&Parsed::new(&source), world.today)?.checklist;
    let is_file = world.catalogue.checklist(&named).is_none();
    if is_file && disk::folder_of(&arguments.last) != disk::folder_of(&arguments.next) {
        bail!(
            "the checklist {named} is a file beside {}; start the next assessment in the same folder",
            arguments.last.display()
        );
    }
    Ok(named)
}
