//! Merges a returned action plan: owners, dates, statuses and notes of known actions, and new actions.

use chrono::NaiveDate;

use crate::assessment::{Action, ActionId, Assessment, Fingerprint};

#[derive(Debug, Clone, PartialEq)]
pub struct ActionClaim {
    pub from: String,
    /// The id of our action; `None` if the action is new or comes from another assessment.
    pub id: Option<ActionId>,
    /// As filled in. Its own `id` and `level_then` do not count.
    pub action: Action,
    /// The action's fingerprint when it was sent out, if the file has it.
    pub base: Option<Fingerprint>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanMerge {
    /// Those in conflict are unchanged.
    pub actions: Vec<Action>,
    pub new: Vec<ActionId>,
    pub changed: Vec<ActionId>,
    /// Actions that were changed on our side too.
    pub conflicts: Vec<PlanConflict>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PlanConflict {
    pub from: String,
    pub ours: Action,
    /// As returned, with the notes of both sides.
    pub theirs: Action,
}

/// Merges a returned plan. New notes are always added, even in a conflict, and a replaced reason is kept as a note.
pub fn merge(assessment: &Assessment, claims: &[ActionClaim], today: NaiveDate) -> PlanMerge {
    let mut plan = PlanMerge { actions: assessment.actions.clone(), ..PlanMerge::default() };
    let mut next = assessment.next_action_id().0;
    for claim in claims {
        let is_it = |action: &Action| {
            claim.id.is_none_or(|id| action.id == id)
                && action.question == claim.action.question
                && action.action == claim.action.action
        };
        match plan.actions.iter().position(is_it) {
            Some(at) => changed(&mut plan, assessment, at, claim, today),
            None => {
                let id = ActionId(next);
                next += 1;
                plan.new.push(id);
                plan.actions.push(opened(assessment, id, claim));
            }
        }
    }
    plan
}

fn opened(assessment: &Assessment, id: ActionId, claim: &ActionClaim) -> Action {
    let question = assessment.checklist.question(claim.action.question.as_str());
    let standing = question.and_then(|question| assessment.standing(question));
    let level_then = standing.filter(|standing| standing.levels().is_some());
    Action { id, level_then, ..claim.action.clone() }
}

fn changed(plan: &mut PlanMerge, assessment: &Assessment, at: usize, claim: &ActionClaim, today: NaiveDate) {
    let Some(action) = plan.actions.get_mut(at) else { return };
    let before = action.clone();
    let new = claim.action.notes.iter().filter(|note| !before.notes.contains(note)).cloned();
    action.notes.extend(new);
    action.notes.sort_by_key(|note| note.on);
    let theirs = claimed_of(action, claim, today);
    let (base, ours, claimed) =
        (claim.base, Fingerprint::of_action(&before), Fingerprint::of_action(&theirs));
    // The action before this merge: two equal changes agree, two different ones conflict.
    let first = assessment.actions.iter().find(|each| each.id == before.id).map(Fingerprint::of_action);
    if claimed == ours || base == Some(claimed) {
        // Nothing else has changed.
    } else if base == Some(ours) && first.is_none_or(|first| first == ours) {
        *action = theirs;
    } else {
        let conflict = PlanConflict { from: claim.from.clone(), ours: action.clone(), theirs };
        plan.conflicts.push(conflict);
    }
    if *action != before && !plan.changed.contains(&before.id) && !plan.new.contains(&before.id) {
        plan.changed.push(before.id);
    }
}

fn claimed_of(action: &Action, claim: &ActionClaim, today: NaiveDate) -> Action {
    let mut theirs = Action { owner: claim.action.owner.clone(), ..action.clone() };
    theirs.set_due(claim.action.due.clone(), today);
    let before = theirs.reason.clone();
    theirs.set_status(claim.action.status, today);
    let new = claim.action.reason.as_ref().filter(|reason| before.as_ref() != Some(*reason));
    let replaced = new.and_then(|reason| theirs.reason.replace(reason.clone()));
    if let Some(replaced) = replaced {
        theirs.add_note(today, format!("Until now not to be done: {replaced}"));
    }
    theirs
}
