//! `healthcheck answer`: saves answers given as arguments, all of them or none.

use std::path::PathBuf;

use std::collections::BTreeSet;

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;
use clap::Args;
use integrity_healthcheck::assessment::{Answer, Assessment, Evidence, Value};
use integrity_healthcheck::checklist::{Checklist, Question};
use integrity_healthcheck::interview::{Record, SaveError};

use crate::cli::files::load;
use crate::cli::files::store::Store;
use crate::cli::world::{Outcome, World};
use crate::cli::{complete, output, value_parsers};

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  healthcheck answer f.toml gifts-policy=in-place --evidence \"Policy v3\" --dated 2026-09-30
  healthcheck answer f.toml media-leak-investigations=2 --from 2025-11-01 --to 2026-10-31
  healthcheck answer f.toml procurement-cards=not-applicable --note \"The force has no cards.\"

VALUE is absent, developing, in-place or assured, or a whole number where the question asks for a \
count; or else unknown or not-applicable (which needs a --note). In a review it may be a range, \
such as developing..in-place. QUESTION=unanswered removes an \
answer. Several answers are saved together or not at all, and the options apply to each of them. A \
note replaces the earlier one; evidence is added to what there was.")]
pub struct Arguments {
    /// The assessment
    #[arg(add = complete::healthchecks())]
    pub file: PathBuf,
    /// A question's id and its answer
    #[arg(required_unless_present = "confirm", value_name = "QUESTION=VALUE", add = complete::answers())]
    pub answers: Vec<String>,
    /// Confirm last time's answer to a question; may be repeated
    #[arg(long, value_name = "ID", num_args = 1.., add = complete::questions())]
    pub confirm: Vec<String>,
    /// A note on the answer; for not-applicable, the reason
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// What shows it; may be repeated
    #[arg(long, value_name = "REF")]
    pub evidence: Vec<String>,
    /// The date on the evidence
    #[arg(long, value_name = "DATE", requires = "evidence", value_parser = value_parsers::date)]
    pub dated: Option<NaiveDate>,
    /// Who answers
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// The first day that a count covers
    #[arg(long, value_name = "DATE", value_parser = value_parsers::date)]
    pub from: Option<NaiveDate>,
    /// The last day that a count covers
    #[arg(long, value_name = "DATE", value_parser = value_parsers::date)]
    pub to: Option<NaiveDate>,
}

impl Arguments {
    /// Whether any option with details is given, not only values.
    pub fn says_more(&self) -> bool {
        let period = self.from.is_some() || self.to.is_some();
        self.note.is_some() || !self.evidence.is_empty() || self.by.is_some() || period
    }
}

pub fn run(world: &World, arguments: &Arguments) -> Result<Outcome> {
    let mut store = Store::open(world, &arguments.file)?;
    let checklist = store.assessment().checklist.clone();
    let typed =
        arguments.answers.iter().map(|typed| assignment(&checklist, typed)).collect::<Result<Vec<_>>>()?;
    let confirmed =
        arguments.confirm.iter().map(|id| confirmed(world, arguments, store.assessment(), &checklist, id));
    let confirmed = confirmed.collect::<Result<Vec<_>>>()?;
    refuse_repeated(
        typed.iter().map(|(question, _)| *question).chain(confirmed.iter().map(|(question, _)| *question)),
    )?;
    if arguments.says_more() && confirmed.is_empty() && typed.iter().all(|(_, value)| value.is_none()) {
        bail!("a note, evidence, a name or a period needs an answer to go with; give one, or leave them out");
    }
    let changes: Vec<(&Question, Option<Answer>)> = typed
        .into_iter()
        .map(|(question, value)| {
            let before = store.assessment().answer(&question.id).cloned();
            (question, value.map(|value| revised(world, arguments, before, value)))
        })
        .chain(confirmed)
        .collect();
    store.save_answers(&changes).map_err(|error| unsaved(error, &changes))?;
    let saved = changes.iter().map(|(question, answer)| {
        let value = answer.as_ref().map_or("unanswered".to_owned(), |answer| answer.value.word());
        format!("{}={value}", question.id)
    });
    output::say(&format!("Saved in {}: {}", arguments.file.display(), saved.collect::<Vec<_>>().join(", ")));
    Ok(Outcome::Done)
}

/// `None` removes the answer.
fn assignment<'a>(checklist: &'a Checklist, typed: &str) -> Result<(&'a Question, Option<Value>)> {
    let Some((id, value)) = typed.split_once('=') else {
        bail!(
            "`{}` is not QUESTION=VALUE; write, for example, gifts-single-register=in-place",
            typed.escape_debug()
        );
    };
    let question = load::question(checklist, id)?;
    let value = match value {
        "unanswered" => None,
        value => Some(Value::parse(question, value).map_err(|wrong| anyhow!("{}: {wrong}", question.id))?),
    };
    Ok((question, value))
}

/// Last year's answer as this year's, dated today.
fn confirmed<'a>(
    world: &World,
    arguments: &Arguments,
    assessment: &Assessment,
    checklist: &'a Checklist,
    id: &str,
) -> Result<(&'a Question, Option<Answer>)> {
    if id.contains('=') {
        bail!("`{}` is an answer, not an ID; put QUESTION=VALUE before --confirm", id.escape_debug());
    }
    let question = load::question(checklist, id)?;
    let confirmed = assessment.confirmed(question, arguments.by.clone(), world.today);
    let confirmed = confirmed.map_err(|why| anyhow!("{id}: {why}"))?;
    let value = confirmed.value;
    Ok((question, Some(revised(world, arguments, Some(confirmed), value))))
}

fn refuse_repeated<'a>(mut questions: impl Iterator<Item = &'a Question>) -> Result<()> {
    let mut seen = BTreeSet::new();
    match questions.find(|question| !seen.insert(&question.id)) {
        Some(question) => bail!("`{}` is answered twice; give it one answer", question.id),
        None => Ok(()),
    }
}

/// The earlier answer with the new value and details. Its name and date are kept only if nothing else changes, so that
/// nobody appears to have said what they did not.
fn revised(world: &World, arguments: &Arguments, before: Option<Answer>, value: Value) -> Answer {
    let before = before.unwrap_or_else(|| Answer::new(value));
    let says_more = [arguments.note.is_some(), !arguments.evidence.is_empty()];
    let dated_anew = [arguments.from.is_some(), arguments.to.is_some(), arguments.by.is_some()];
    let stands = before.value == value && !says_more.into_iter().chain(dated_anew).any(|anew| anew);
    let mut answer = before.with_value(value);
    answer.note = arguments.note.clone().or(answer.note);
    for reference in &arguments.evidence {
        let piece = Evidence { reference: reference.clone(), dated: arguments.dated };
        if !answer.evidence.contains(&piece) {
            answer.evidence.push(piece);
        }
    }
    answer.by = arguments.by.clone().or(answer.by.filter(|_| stands));
    answer.on = answer.on.filter(|_| stands).or(Some(world.today));
    answer.from = arguments.from.or(answer.from);
    answer.to = arguments.to.or(answer.to);
    answer
}

fn unsaved(not_kept: SaveError, changes: &[(&Question, Option<Answer>)]) -> anyhow::Error {
    let (SaveError::Refused(reason) | SaveError::Failed(reason)) = not_kept;
    let answers = changes.iter().map(|(question, answer)| match answer {
        Some(answer) => answer.in_full(&question.id),
        None => format!("{}=unanswered", question.id),
    });
    anyhow!("{reason}\nNot saved: {}", answers.collect::<Vec<_>>().join("\n"))
}
