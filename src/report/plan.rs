//! The action plan, overdue first, and what about it a reader should know.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::assessment::{Action, Assessment, Due, Status, Value};
use crate::checklist::{Level, QuestionId};
use crate::gap::gaps;

use super::document::{Block, Document, Fact};
use super::{Audience, Report, words};

/// The plan alone, as a document.
pub fn plan(assessment: &Assessment, today: NaiveDate) -> Document {
    Document {
        title: format!("Action plan, {}", assessment.force),
        context: format!("{}, {}", assessment.force, words::date(today)),
        marking: assessment.marking.clone(),
        blocks: entries(assessment, today).into_iter().chain(pointed_out(assessment, today)).collect(),
        signatures: None,
    }
}

/// The plan as a chapter; nothing where there is none, and none for the public.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    if assessment.source.is_some() || report.audience == Audience::Public {
        return Vec::new();
    }
    let chapter = [Block::Chapter("Action plan".to_owned())];
    let entries = entries(assessment, report.today);
    chapter.into_iter().chain(entries).chain(pointed_out(assessment, report.today)).collect()
}

/// The actions in their order.
pub fn shown<'a>(report: &Report<'a>) -> Vec<&'a Action> {
    in_order(&report.about.assessment.actions, report.today)
}

fn entries(assessment: &Assessment, today: NaiveDate) -> Vec<Block> {
    if assessment.actions.is_empty() {
        return vec![Block::paragraph("There are no actions.")];
    }
    in_order(&assessment.actions, today).into_iter().map(|action| entry(assessment, action, today)).collect()
}

/// Overdue ones first, then open ones by their day, then the rest.
fn in_order(actions: &[Action], today: NaiveDate) -> Vec<&Action> {
    let mut actions: Vec<&Action> = actions.iter().collect();
    actions.sort_by_key(|action| {
        let day = match action.due {
            Due::On(day) => Some(day),
            Due::Never(_) => None,
        };
        (!action.is_overdue(today), !action.is_open(), day.is_none(), day, action.id)
    });
    actions
}

fn entry(assessment: &Assessment, action: &Action, today: NaiveDate) -> Block {
    let question = assessment.checklist.question_ever(action.question.as_str());
    let about = question.map_or_else(|| action.question.to_string(), words::name);
    let overdue = if action.is_overdue(today) { ": overdue" } else { "" };
    let mut facts = vec![
        Fact::new("Gap", about),
        Fact::new("Owner", &action.owner),
        Fact::new("Due", format!("{}{overdue}", words::due(&action.due))),
        Fact::new("Status", action.status.words()),
    ];
    facts.extend(action.reason.iter().map(|reason| Fact::new("Reason", reason)));
    if !action.notes.is_empty() {
        facts.push(Fact::new("Notes", words::notes(&action.notes).join("\n")));
    }
    Block::Entry { title: format!("{}. {}", action.id, action.action), anchor: None, facts }
}

/// What about the plan a reader should know.
fn pointed_out(assessment: &Assessment, today: NaiveDate) -> Vec<Block> {
    if assessment.source.is_some() {
        return Vec::new();
    }
    let points: Vec<String> = [
        overdue(assessment, today),
        done_and_not_moved(assessment),
        moved_without_action(assessment),
        essential_without_action(assessment),
    ]
    .concat();
    if points.is_empty() {
        return Vec::new();
    }
    vec![Block::paragraph("To be looked at:"), Block::list(points)]
}

/// Actions whose day has passed.
pub fn overdue(assessment: &Assessment, today: NaiveDate) -> Vec<String> {
    let overdue = in_order(&assessment.actions, today).into_iter().filter(|action| action.is_overdue(today));
    overdue.map(|action| format!("Overdue: {}, {} ({})", action.id, action.action, action.owner)).collect()
}

/// Essential gaps about which nothing is being done.
pub fn essential_without_action(assessment: &Assessment) -> Vec<String> {
    gaps(assessment)
        .into_iter()
        .filter(|gap| gap.question.essential && !assessment.has_open_action(&gap.question.id))
        .map(|gap| format!("Essential gap with no open action: {}", words::name(gap.question)))
        .collect()
}

/// Whether the level of a question now is above, at or below that of last time; none where either has no level.
fn moved(assessment: &Assessment, question: &QuestionId) -> Option<Ordering> {
    let before = assessment.carried.get(question)?.answer.value;
    let now = assessment.standing(assessment.checklist.question(question.as_str())?).levels()?.lowest();
    match before {
        Value::Level(before) => Some(now.cmp(&before.lowest())),
        Value::Unknown => Some(now.cmp(&Level::Absent)),
        Value::Count(_) | Value::NotApplicable => None,
    }
}

/// Actions that were done, here or by last time, though the level is no higher than it was then.
fn done_and_not_moved(assessment: &Assessment) -> Vec<String> {
    let here = assessment.actions.iter().filter(|action| action.status == Status::Done);
    let here = here.map(|action| (&action.question, format!("{}: {}", action.id, action.action)));
    let carried = assessment.carried.iter();
    let before = carried.flat_map(|(id, carried)| carried.done.iter().map(move |done| (id, done.clone())));
    before
        .chain(here)
        .filter(|(id, _)| matches!(moved(assessment, id), Some(Ordering::Less | Ordering::Equal)))
        .map(|(_, done)| format!("Done, but the level has not risen: {done}"))
        .collect()
}

/// Questions whose level is higher than last time, and nothing in the plan says why.
fn moved_without_action(assessment: &Assessment) -> Vec<String> {
    let unexplained = assessment.checklist.level_questions().filter(|question| {
        moved(assessment, &question.id) == Some(Ordering::Greater)
            && assessment.carried.get(&question.id).is_some_and(|carried| carried.done.is_empty())
            && !assessment.actions.iter().any(|action| action.question == question.id)
    });
    unexplained.map(|question| format!("Risen without an action: {}", words::name(question))).collect()
}
