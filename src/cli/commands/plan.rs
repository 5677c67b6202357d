use std::path::PathBuf;

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use integrity_healthcheck::assessment::{
    Action, ActionId, ActionNote, Assessment, Due, Standing, Status, Verdict,
};
use integrity_healthcheck::checklist::{Kind, Question};
use integrity_healthcheck::interview::Record;
use integrity_healthcheck::judge::gap::verdict;
use integrity_healthcheck::report;

use crate::cli::files::load;
use crate::cli::files::store::{Store, unsaved};
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output, value_parsers};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Arguments {
    /// What to do with the plan; by default it is listed
    #[command(subcommand)]
    pub change: Option<Change>,
    /// The assessment
    #[arg(required = true, add = complete::healthchecks())]
    pub file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Change {
    /// Add an action about a question
    Add(Add),
    /// Change an action
    Update(Update),
}

#[derive(Debug, Args)]
pub struct Add {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// The question whose gap it closes
    #[arg(add = complete::questions())]
    pub question: String,
    /// What is to be done [default: what the checklist proposes]
    #[arg(long, value_name = "TEXT")]
    pub action: Option<String>,
    /// Who is responsible for it
    #[arg(long, value_name = "NAME")]
    pub owner: String,
    /// When it is due
    #[arg(long, value_name = "DATE", value_parser = value_parsers::date, required_unless_present = "no_due", conflicts_with = "no_due")]
    pub due: Option<NaiveDate>,
    /// Why it has no due date
    #[arg(long, value_name = "REASON")]
    pub no_due: Option<String>,
    /// A note on it, dated today
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

#[derive(Debug, Args)]
pub struct Update {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// The action, such as A1
    pub id: String,
    /// planned, under-way, done or not-to-be-done (which needs a --reason)
    #[arg(long, value_name = "STATUS", value_parser = status)]
    pub status: Option<Status>,
    /// Why it is not to be done
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Who is responsible from now on
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// The new due date
    #[arg(long, value_name = "DATE", value_parser = value_parsers::date)]
    pub due: Option<NaiveDate>,
    /// A note on it, dated today
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    match (&arguments.change, &arguments.file) {
        (Some(Change::Add(arguments)), _) => add(world, arguments),
        (Some(Change::Update(arguments)), _) => update(world, arguments),
        (None, Some(file)) => {
            let loaded = load::assessment(world, file)?;
            output::print_document(&report::plan(&loaded.assessment, world.today))?;
            Ok(Outcome::Done)
        }
        (None, None) => bail!("name the assessment whose plan to list"),
    }
}

fn add(world: &World, arguments: &Add) -> Result<Outcome> {
    let mut store = Store::open(world, &arguments.file)?;
    refuse_of_findings(store.assessment())?;
    let checklist = store.assessment().checklist.clone();
    let question = load::question(&checklist, &arguments.question)?;
    let proposed = arguments.action.clone().or_else(|| question.action.clone());
    let action = proposed.ok_or_else(|| {
        anyhow!("the checklist proposes nothing here; say what is to be done with --action")
    })?;
    let due = match (arguments.due, &arguments.no_due) {
        (Some(day), _) => Due::On(day),
        (None, reason) => Due::Never(reason.clone().expect("clap requires it without --due")),
    };
    let notes = arguments.note.iter().map(|text| ActionNote { on: world.today, text: text.clone() });
    let new = store.assessment().new_action(question, action, arguments.owner.clone(), due);
    let new = Action { notes: notes.collect(), ..new };
    warn_of_past(world, &new);
    warn_of_no_gap(store.assessment(), question);
    let added = format!("Added {} to {}", new.id, arguments.file.display());
    let mut actions = store.assessment().actions.clone();
    actions.push(new);
    store.save_actions(actions).map_err(unsaved)?;
    output::say(&added);
    Ok(Outcome::Done)
}

fn refuse_of_findings(assessment: &Assessment) -> Result<()> {
    match &assessment.source {
        Some(source) => bail!(
            "this is what {} published, and has no plan; keep actions in the force's own assessment",
            source.publisher
        ),
        None => Ok(()),
    }
}

fn update(world: &World, arguments: &Update) -> Result<Outcome> {
    let changes = [&arguments.reason, &arguments.owner, &arguments.note];
    if arguments.status.is_none() && arguments.due.is_none() && changes.iter().all(|change| change.is_none())
    {
        bail!("there is nothing to change; say what with --status, --due, --owner, --reason or --note");
    }
    let mut store = Store::open(world, &arguments.file)?;
    let mut actions = store.assessment().actions.clone();
    let id = ActionId::new(&arguments.id);
    let Some(action) = actions.iter_mut().find(|action| Some(action.id) == id) else {
        bail!(
            "there is no action {}; `healthcheck plan {}` lists them",
            arguments.id.escape_debug(),
            output::in_command(&arguments.file)
        );
    };
    if let Some(status) = arguments.status {
        action.set_status(status, world.today);
    }
    action.reason = arguments.reason.clone().or(action.reason.take());
    action.owner = arguments.owner.clone().unwrap_or_else(|| action.owner.clone());
    if let Some(day) = arguments.due {
        action.set_due(Due::On(day), world.today);
        warn_of_past(world, action);
    }
    if let Some(note) = &arguments.note {
        action.add_note(world.today, note.clone());
    }
    store.save_actions(actions).map_err(unsaved)?;
    output::say(&format!("Changed {} in {}", arguments.id, arguments.file.display()));
    Ok(Outcome::Done)
}

/// An action without a gap is allowed, with a note: a force may want to do more than is asked.
fn warn_of_no_gap(assessment: &Assessment, question: &Question) {
    let why = match &question.kind {
        Kind::Count(_) => "it asks for a count, which has no target".to_owned(),
        Kind::Scale(scale) => match assessment.standing(question) {
            None | Some(Standing::Unanswered) => "it is not answered yet".to_owned(),
            Some(Standing::NotApplicable) => "it is not applicable".to_owned(),
            Some(standing) => {
                let (now, target) = (standing.title(&scale.names), scale.names.name(scale.target));
                format!("it is {now}, and its target is {target}")
            }
        },
    };
    if verdict(assessment, question) != Some(Verdict::Gap) {
        output::say(&format!("Note: {} has no gap: {why}.", question.id));
    }
}

/// A past date is allowed, with a note: a plan may be recorded late.
fn warn_of_past(world: &World, action: &Action) {
    if let Due::On(day) = action.due
        && day < world.today
    {
        output::say(&format!("Note: the day on which {} is due, {day}, has passed.", action.id));
    }
}

fn status(text: &str) -> Result<Status, String> {
    Status::from_words(text).ok_or_else(|| "write planned, under-way, done or not-to-be-done".to_owned())
}
