//! `healthcheck answer`: answers without a conversation, all of them or none.

use std::collections::BTreeSet;

use anyhow::{Result, anyhow, bail};
use integrity_healthcheck::assessment::{Answer, Evidence, Value};
use integrity_healthcheck::checklist::{Checklist, Question};
use integrity_healthcheck::interview::NotKept;

use super::args;
use super::store::Store;
use super::{Outcome, World, output};

pub fn run(world: &World, arguments: &args::Answer) -> Result<Outcome> {
    let mut store = Store::open(world, &arguments.file)?;
    let checklist = store.assessment().checklist.clone();
    let typed =
        arguments.answers.iter().map(|typed| assignment(&checklist, typed)).collect::<Result<Vec<_>>>()?;
    refuse_repeated(&typed)?;
    if arguments.says_more() && typed.iter().all(|(_, value)| value.is_none()) {
        bail!(
            "there is no answer here to which a note, evidence, a name or a period could belong; leave them out"
        );
    }
    let changes: Vec<(&Question, Option<Answer>)> = typed
        .into_iter()
        .map(|(question, value)| {
            let before = store.assessment().answer(&question.id).cloned();
            (question, value.map(|value| revised(world, arguments, before, value)))
        })
        .collect();
    store.change(&changes).map_err(|not_kept| unsaved(not_kept, &changes))?;
    output::say(&format!("Saved in {}: {}", arguments.file.display(), arguments.answers.join(", ")));
    Ok(Outcome::Done)
}

/// The question that was named, and the value that was given; `None` clears it.
fn assignment<'a>(checklist: &'a Checklist, typed: &str) -> Result<(&'a Question, Option<Value>)> {
    let Some((id, value)) = typed.split_once('=') else {
        bail!("`{}` is not QUESTION=VALUE; write gifts-single-register=in-place, say", typed.escape_debug());
    };
    let Some(question) = checklist.question(id) else {
        let nearest = checklist.nearest_id(id).map(|near| format!("; did you mean `{near}`?"));
        let help = nearest.unwrap_or_else(|| format!("; `healthcheck show {}` lists them", checklist.id));
        bail!("the checklist has no question `{}`{help}", id.escape_debug());
    };
    let value = match value {
        "unanswered" => None,
        value => Some(Value::parse(question, value).map_err(|wrong| anyhow!("{}: {wrong}", question.id))?),
    };
    Ok((question, value))
}

fn refuse_repeated(typed: &[(&Question, Option<Value>)]) -> Result<()> {
    let mut seen = BTreeSet::new();
    match typed.iter().find(|(question, _)| !seen.insert(&question.id)) {
        Some((question, _)) => bail!("`{}` is answered twice; give it one answer", question.id),
        None => Ok(()),
    }
}

/// The answer with what was said before, unless the arguments say otherwise. Who gave it stays only while the value
/// does: nobody is made to have given another.
fn revised(world: &World, arguments: &args::Answer, before: Option<Answer>, value: Value) -> Answer {
    let before = before.unwrap_or_else(|| Answer::of(value));
    let same_value = before.value == value;
    let mut answer = before.with_value(value);
    answer.note = arguments.note.clone().or(answer.note);
    for reference in &arguments.evidence {
        let piece = Evidence { reference: reference.clone(), dated: arguments.dated };
        if !answer.evidence.contains(&piece) {
            answer.evidence.push(piece);
        }
    }
    answer.by = arguments.by.clone().or(answer.by.filter(|_| same_value));
    answer.on = Some(world.today);
    answer.from = arguments.from.or(answer.from);
    answer.to = arguments.to.or(answer.to);
    answer
}

fn unsaved(not_kept: NotKept, changes: &[(&Question, Option<Answer>)]) -> anyhow::Error {
    let (NotKept::Refused(reason) | NotKept::Failed(reason)) = not_kept;
    let answers = changes.iter().map(|(question, answer)| match answer {
        Some(answer) => answer.in_full(&question.id),
        None => format!("{}=unanswered", question.id),
    });
    anyhow!("{reason}\nNot saved: {}", answers.collect::<Vec<_>>().join("\n"))
}
