//! `healthcheck merge`: imports returned files, all of them or none.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::{Args, ValueEnum};
use integrity_healthcheck::assessment::{Answer, Assessment, FormId, Revision, SentForm};
use integrity_healthcheck::checklist::Question;
use integrity_healthcheck::departments::merge::actions::{self, ActionClaim, PlanMerge};
use integrity_healthcheck::departments::merge::{Claim, Merge, Take, Taken, merge};
use integrity_healthcheck::departments::merge::{ReturnedFiles, merge_report};
use integrity_healthcheck::departments::plan_sheet::Plan;
use integrity_healthcheck::text::number_of;

use crate::cli::commands::plan::unsaved;
use crate::cli::files::load::{self, LoadError};
use crate::cli::files::returns::{self, Return, ReturnError};
use crate::cli::files::store::Store;
use crate::cli::files::{approvals, disk};
use crate::cli::output;
use crate::cli::world::{Outcome, World};

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

/// Which answer is taken in a conflict.
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

/// The contents of all returned files.
#[derive(Default)]
struct Collected {
    claims: Vec<Claim>,
    actions: Vec<ActionClaim>,
    forms: Vec<FormId>,
    files: ReturnedFiles,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let loaded = load::assessment(world, &arguments.file)?;
    if !arguments.dry_run {
        // Before anyone is asked a question.
        approvals::refuse_change(world, &arguments.file, &load::source(world, &arguments.file)?)?;
    }
    let ours = loaded.assessment;
    if let Some(reviews) = &ours.reviews {
        bail!("{} is a review of {}, into which nothing is merged", arguments.file.display(), reviews.file);
    }
    if let Some(source) = &ours.source {
        bail!(
            "{} is what {} published, into which nothing is merged",
            arguments.file.display(),
            source.publisher
        );
    }
    let collected = read_all(world, &ours, &arguments.file, &arguments.returns)?;
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

/// Reads all returned files. Every mistake in them is reported before anything is merged.
fn read_all(world: &World, ours: &Assessment, into: &Path, paths: &[PathBuf]) -> Result<Collected> {
    let files = ReturnedFiles { into: disk::name_of(into), ..ReturnedFiles::default() };
    let mut collected = Collected { files, ..Collected::default() };
    let mut wrong: Vec<String> = Vec::new();
    let mut unread = 0;
    for path in paths {
        if let Err(why) = take_in(world, ours, path, &mut collected) {
            wrong.push(match why {
                ReturnError::Workbook(mistakes) => mistakes.to_string(),
                ReturnError::Load(LoadError::Invalid(invalid)) => invalid.to_string(),
                ReturnError::Load(LoadError::Unreadable(error)) => {
                    unread += 1;
                    format!("{error:#}")
                }
            });
        }
    }
    if wrong.is_empty() {
        return Ok(collected);
    }
    wrong.iter().for_each(|wrong| output::say(wrong));
    let missed = number_of(unread, "file cannot be taken", "files cannot be taken");
    match wrong.len() - unread {
        0 => bail!("nothing was merged, since {missed}; put that right, or leave it out, and merge again"),
        number => {
            let also = if unread > 0 { format!(", and {missed}") } else { String::new() };
            let files = number_of(number, "file has mistakes", "files have mistakes");
            bail!("nothing was merged, since {files}{also}; mend them, or have them mended, and merge again")
        }
    }
}

fn take_in(
    world: &World,
    ours: &Assessment,
    path: &Path,
    collected: &mut Collected,
) -> Result<(), ReturnError> {
    let shown = disk::name_of(path);
    match returns::read(world, path)? {
        Return::Form(form) => {
            if let Some((message, help)) = form.identity.mismatch("a form of", ours) {
                return Err(not_of(path, &message, help));
            }
            collected.files.remarks.extend(form.remarks.iter().map(|remark| format!("{shown}: {remark}")));
            if !form.is_filled_in {
                let nothing = "nothing in it was filled in, so it does not count as come back; ask for the filled-in one";
                collected.files.remarks.push(format!("{shown}: {nothing}"));
                return Ok(());
            }
            let claim =
                |(question, base, answer)| Claim { question, from: shown.clone(), base: Some(base), answer };
            collected.claims.extend(form.answers.into_iter().map(claim));
            collected.forms.extend(form.identity.sent);
            collected.files.open.extend(form.open.iter().map(|open| open.place.question.clone()));
            let said = form.open.iter().filter_map(|open| open.describe(&ours.checklist));
            collected.files.notes_on_open.extend(said.map(|said| format!("{said} ({shown})")));
        }
        Return::Plan(opened) => {
            let plan = Plan::find(&opened).expect("a workbook without a plan is not returned as one");
            let claims = plan.read(ours, world.today).map_err(ReturnError::Workbook)?;
            collected
                .actions
                .extend(claims.into_iter().map(|claim| ActionClaim { from: shown.clone(), ..claim }));
        }
        Return::Assessment(theirs) => take_in_assessment(ours, *theirs, path, &shown, collected)?,
    }
    collected.files.number += 1;
    Ok(())
}

fn take_in_assessment(
    ours: &Assessment,
    theirs: Assessment,
    path: &Path,
    shown: &str,
    collected: &mut Collected,
) -> Result<(), ReturnError> {
    if let Some(source) = &theirs.source {
        let message = format!("it is what {} published, not the force's own answers", source.publisher);
        return Err(not_of(path, &message, "compare the two with `healthcheck compare`"));
    }
    if let Some(reviews) = &theirs.reviews {
        let message =
            format!("it is a review of {}, whose levels never take the place of the force's", reviews.file);
        return Err(not_of(
            path,
            &message,
            "show it beside them with `healthcheck report FILE --review REVIEW`",
        ));
    }
    let identity = integrity_healthcheck::departments::form::Identity {
        force: Some(theirs.force),
        date: Some(theirs.date),
        checklist: theirs.checklist.id.clone(),
        edition: theirs.checklist.edition.clone(),
        sent: None,
    };
    if let Some((message, help)) = identity.mismatch("an assessment of", ours) {
        return Err(not_of(path, &message, help));
    }
    let claim = |(question, answer)| Claim { question, from: shown.to_owned(), base: None, answer };
    collected.claims.extend(theirs.answers.into_iter().map(claim));
    let claim = |action| ActionClaim { from: shown.to_owned(), id: None, action, base: None };
    collected.actions.extend(theirs.actions.into_iter().map(claim));
    Ok(())
}

fn not_of(path: &Path, message: &str, help: &str) -> ReturnError {
    ReturnError::Load(LoadError::Unreadable(anyhow!("{}: {message}; {help}", path.display())))
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
