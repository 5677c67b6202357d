//! The order of the action plan, and what a reader should know about it.

use chrono::NaiveDate;

use crate::assessment::{Action, Assessment, Done, Due, Standing, Verdict};
use crate::checklist::{Question, QuestionId};
use crate::judge::change::Change;
use crate::judge::gap::{gaps, verdict};

/// Something that a reader should know about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanPoint<'a> {
    Overdue(&'a Action),
    /// An action was done, and the level is no higher than when it was opened.
    NotRisen {
        done: Done,
        then: Standing,
        now: Standing,
    },
    NotKnown(Done),
    OpenThoughMet(&'a Action),
    /// A level is higher than last time, and no action explains it.
    RisenWithoutAction(&'a Question),
    EssentialWithoutAction(&'a Question),
}

/// Empty for a published assessment, which has no plan.
pub fn plan_points(assessment: &Assessment, today: NaiveDate) -> Vec<PlanPoint<'_>> {
    if assessment.source.is_some() {
        return Vec::new();
    }
    let actions = in_order(&assessment.actions, today);
    let overdue = actions.iter().filter(|action| action.is_overdue(today)).copied().map(PlanPoint::Overdue);
    let met = actions.iter().filter(|action| action.is_open() && is_met(assessment, &action.question));
    overdue
        .chain(done(assessment).into_iter().filter_map(|(id, done)| without_effect(assessment, &id, done)))
        .chain(met.copied().map(PlanPoint::OpenThoughMet))
        .chain(risen_without_action(assessment).map(PlanPoint::RisenWithoutAction))
        .chain(essential_without_action(assessment).map(PlanPoint::EssentialWithoutAction))
        .collect()
}

/// Overdue actions first, then open ones by due date, then the rest.
pub fn in_order(actions: &[Action], today: NaiveDate) -> Vec<&Action> {
    let mut actions: Vec<&Action> = actions.iter().collect();
    actions.sort_by_key(|action| {
        let due = match action.due {
            Due::On(date) => Some(date),
            Due::Never(_) => None,
        };
        (!action.is_overdue(today), !action.is_open(), due.is_none(), due, action.id)
    });
    actions
}

fn done(assessment: &Assessment) -> Vec<(QuestionId, Done)> {
    let carried = assessment.carried.iter();
    let before = carried.flat_map(|(id, carried)| carried.done.iter().map(|done| (id.clone(), done.clone())));
    let here = assessment.actions.iter().filter_map(|action| Some((action.question.clone(), action.done()?)));
    before.chain(here).collect()
}

/// Reports an action that was done to no effect, unless the target is met or the level then was not recorded.
fn without_effect<'a>(assessment: &Assessment, id: &QuestionId, done: Done) -> Option<PlanPoint<'a>> {
    let now = assessment.standing(assessment.checklist.question(id.as_str())?)?;
    let then = done.level_then?;
    match Change::between(then, now) {
        _ if is_met(assessment, id) => None,
        Change::Unchanged | Change::Down(_) => Some(PlanPoint::NotRisen { done, then, now }),
        Change::ToBeEstablished => Some(PlanPoint::NotKnown(done)),
        _ => None,
    }
}

fn is_met(assessment: &Assessment, id: &QuestionId) -> bool {
    let question = assessment.checklist.question(id.as_str());
    question.and_then(|question| verdict(assessment, question)) == Some(Verdict::Met)
}

fn risen_without_action(assessment: &Assessment) -> impl Iterator<Item = &Question> {
    assessment.checklist.level_questions().filter(|question| {
        let carried = assessment.carried.get(&question.id).filter(|carried| carried.done.is_empty());
        let then = carried.and_then(|carried| carried.answer.value.standing());
        let change = then.zip(assessment.standing(question)).map(|(then, now)| Change::between(then, now));
        let has_action = assessment.actions.iter().any(|action| action.question == question.id);
        change.and_then(Change::up).is_some() && !has_action
    })
}

fn essential_without_action(assessment: &Assessment) -> impl Iterator<Item = &Question> {
    let gaps = gaps(assessment).into_iter().map(|gap| gap.question);
    gaps.filter(|question| question.is_essential() && !assessment.has_open_action(&question.id))
}
