use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use integrity_healthcheck::assessment::{Answer, Assessment, FormId, Revision, SentForm};
use integrity_healthcheck::checklist::Question;
use integrity_healthcheck::departments::merge::actions::{self, PlanMerge};
use integrity_healthcheck::departments::merge::{Merge, Take, Taken, merge, merge_report};
use integrity_healthcheck::text::number_of;

use crate::cli::files::store::{Store, unsaved};
use crate::cli::files::{approvals, load};
use crate::cli::output;
use crate::cli::world::{Outcome, World};

mod collect;
mod settle;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  healthcheck merge kent.toml returned/communications.xlsx returned/procurement.xlsx
  healthcheck merge kent.toml other.toml --take newest --keep-notes
  healthcheck merge kent.toml report.xlsx

A RETURN is a filled-in form (.xlsx or .ods, under any name), another assessment of the same healthcheck \
(.toml), or an Excel report whose action plan was filled in. It says first what it would do. Where two \
people answered differently, or the answer here was changed since the form went out, it asks in a \
terminal which to take; elsewhere it needs --take, or ends with 1. Everything is saved together, or \
nothing is.")]
pub struct Arguments {
    /// The assessment
    pub file: PathBuf,
    /// What came back
    #[arg(required = true, value_name = "RETURN")]
    pub returns: Vec<PathBuf>,
    /// Settle conflicts: the answer that came back, the one in FILE, or the one with the later day
    #[arg(long, value_enum, value_name = "WHICH")]
    pub take: Option<Rule>,
    /// Keep the note of an answer that is not taken, with its author, in the note of the one that is
    #[arg(long)]
    pub keep_notes: bool,
    /// Only say what it would do
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Rule {
    /// The one that came back
    Theirs,
    /// The one in the file
    Ours,
    /// The one with the later day
    Newest,
}

impl Rule {
    fn take(self) -> Take {
        match self {
            Self::Theirs => Take::Theirs,
            Self::Ours => Take::Ours,
            Self::Newest => Take::Newest,
        }
    }
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = load::assessment(world, &arguments.file)?;
    if !arguments.dry_run {
        // Before anyone is asked a question.
        approvals::refuse_change(world, &arguments.file, &load::source(world, &arguments.file)?)?;
    }
    let ours = loaded.assessment;
    refuse(&arguments.file, &ours)?;
    let collected = collect::read_all(world, &ours, &arguments.file, &arguments.returns)?;
    let mut merged = merge(&ours, &collected.claims);
    let mut plan = actions::merge(&ours, &collected.actions, world.today);
    output::print_document(&merge_report(&ours, &merged, &plan, &collected.files))?;
    if arguments.dry_run {
        output::say("This was a dry run: nothing was saved.");
        return Ok(Outcome::Done);
    }
    let rule = arguments.take.map(Rule::take);
    let settled =
        settle::settle(&ours, &collected.files.into, &mut merged, &mut plan, rule, arguments.keep_notes)?;
    if !settled.open.is_empty() && !settled.asked {
        output::say(&format!(
            "Nothing was saved: {} not settled: {}. Settle with --take theirs, ours or newest, or run it in a terminal \
             and be asked one by one.",
            number_of(settled.open.len(), "conflict is", "conflicts are"),
            settled.open.join("; ")
        ));
        return Ok(Outcome::GateNotMet);
    }
    save(world, arguments, &ours, &merged, plan, &collected.forms)?;
    if !settled.open.is_empty() {
        output::say(&format!("Left out, as it stands in the file: {}", settled.open.join("; ")));
    }
    Ok(Outcome::Done)
}

/// Refuses to merge into a review or a published finding.
fn refuse(file: &Path, ours: &Assessment) -> Result<()> {
    if let Some(reviews) = &ours.reviews {
        bail!("{} is a review of {}, into which nothing is merged", file.display(), reviews.file);
    }
    if let Some(source) = &ours.source {
        bail!("{} is what {} published, into which nothing is merged", file.display(), source.publisher);
    }
    Ok(())
}

/// Saves everything at once, unless the file was changed meanwhile.
fn save(
    world: &World,
    arguments: &Arguments,
    ours: &Assessment,
    merged: &Merge,
    plan: PlanMerge,
    forms: &[FormId],
) -> Result<()> {
    let taken = || merged.new.iter().chain(&merged.changed);
    let checklist = &ours.checklist;
    let change =
        |taken: &Taken| Some((checklist.question(taken.question.as_str())?, Some(taken.answer.clone())));
    let answers: Vec<(&Question, Option<Answer>)> = taken().filter_map(change).collect();
    let returned = |sent: &SentForm| match forms.contains(&sent.id) {
        true => SentForm { returned: Some(world.today), ..sent.clone() },
        false => sent.clone(),
    };
    let sent: Vec<SentForm> = ours.sent.iter().map(returned).collect();
    let revision = Revision {
        answers,
        actions: (plan.actions != ours.actions).then_some(plan.actions),
        sent: (sent != ours.sent).then_some(sent),
    };
    let shown = arguments.file.display();
    if revision.answers.is_empty() && revision.actions.is_none() && revision.sent.is_none() {
        output::say(&format!("{shown} stays as it was: nothing that came back is new."));
        return Ok(());
    }
    let mut store = Store::open(world, &arguments.file)?;
    if store.assessment() != ours {
        bail!("{shown} was changed while this went on, so nothing was saved; run it again");
    }
    store.revise(&revision).map_err(unsaved)?;
    let saved = match (taken().count(), revision.actions.is_some()) {
        (0, false) => "no answer, only the day on which a form came back".to_owned(),
        (0, true) => "the action plan".to_owned(),
        (number, _) => number_of(number, "answer", "answers"),
    };
    output::say(&format!("Saved in {shown}: {saved}"));
    Ok(())
}
