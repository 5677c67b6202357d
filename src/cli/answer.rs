//! `healthcheck answer`: answers without a conversation, all of them or none.

use anyhow::{Result, anyhow, bail};
use integrity_healthcheck::assessment::{Answer, Assessment, Evidence, Value};
use integrity_healthcheck::checklist::Question;
use integrity_healthcheck::interview::NotKept;

use super::args;
use super::store::Store;
use super::{Outcome, World, output};

pub fn run(world: &World, arguments: &args::Answer) -> Result<Outcome> {
    let mut store = Store::open(world, &arguments.file)?;
    let checklist = store.assessment().checklist.clone();
    let mut changes = Vec::new();
    for typed in &arguments.answers {
        let (question, value) = assignment(store.assessment(), typed)?;
        let question = checklist.question(question.id.as_str()).unwrap_or(question).clone();
        let answer = value.map(|value| answer(world, store.assessment(), arguments, &question, value));
        changes.push((question, answer));
    }
    let changes = changes.iter().map(|(question, answer)| (question, answer.clone())).collect();
    store.change(changes).map_err(|not_kept| {
        let (NotKept::Refused(reason) | NotKept::Failed(reason)) = not_kept;
        anyhow!("{reason}\nNot saved: {}", arguments.answers.join(" "))
    })?;
    let saved = arguments.answers.join(", ");
    output::say(&format!("Saved in {}: {saved}", arguments.file.display()));
    Ok(Outcome::Done)
}

/// The question that was named, and the value that was given; `None` clears it.
fn assignment<'a>(assessment: &'a Assessment, typed: &str) -> Result<(&'a Question, Option<Value>)> {
    let Some((id, value)) = typed.split_once('=') else {
        bail!("`{}` is not QUESTION=VALUE; write gifts-single-register=in-place, say", typed.escape_debug());
    };
    let checklist = &assessment.checklist;
    let Some(question) = checklist.question(id) else {
        let nearest = checklist.nearest_id(id).map(|near| format!("; did you mean `{near}`?"));
        let help = nearest.unwrap_or_else(|| format!("; `healthcheck show {}` lists them", checklist.id));
        bail!("the checklist has no question `{}`{help}", id.escape_debug());
    };
    let value = match value {
        "unanswered" => None,
        value => {
            Some(Value::parse(question, value).map_err(|message| anyhow!("{}: {message}", question.id))?)
        }
    };
    Ok((question, value))
}

/// The answer with what was said before, unless the arguments say otherwise.
fn answer(
    world: &World,
    assessment: &Assessment,
    arguments: &args::Answer,
    question: &Question,
    value: Value,
) -> Answer {
    let mut answer = assessment.answer(&question.id).cloned().unwrap_or_else(|| Answer::of(value));
    answer.value = value;
    answer.note = arguments.note.clone().or(answer.note);
    for reference in &arguments.evidence {
        let piece = Evidence { reference: reference.clone(), dated: arguments.dated };
        if !answer.evidence.contains(&piece) {
            answer.evidence.push(piece);
        }
    }
    answer.by.clone_from(&arguments.by);
    answer.on = Some(world.today);
    answer.from = arguments.from.or(answer.from);
    answer.to = arguments.to.or(answer.to);
    answer
}
