//! What becomes of a plan that came back: owners, days, status and notes of actions that there are, and new ones.

use chrono::NaiveDate;

use crate::assessment::{Action, ActionId, Assessment, Fingerprint};

/// An action as it came back.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionClaim {
    /// The file in which it came.
    pub from: String,
    /// The id of our action that it is; `None` if it came from where ids mean nothing here, or is new.
    pub id: Option<ActionId>,
    /// What was filled in. Of its notes, the new ones are added. Its own id and `level_then` count for nothing.
    pub action: Action,
    /// The fingerprint of the action as it was sent out, if the file says it.
    pub base: Option<Fingerprint>,
}

/// What becomes of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanMerge {
    /// All actions as they then are; those in conflict as they were.
    pub actions: Vec<Action>,
    /// The actions that are new.
    pub new: Vec<ActionId>,
    /// The actions that are changed.
    pub changed: Vec<ActionId>,
    /// The actions that somebody else changed, too: as they are, and as they came back.
    pub conflicts: Vec<PlanConflict>,
}

/// An action of which two things are said.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanConflict {
    /// The file in which it came back.
    pub from: String,
    /// As it is.
    pub ours: Action,
    /// As it came back, with the notes of both.
    pub theirs: Action,
}

/// What becomes of the plan of an assessment on a day. What is new of the notes is added whatever else stands in conflict,
/// and a reason that ceases to hold is kept as one.
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
    // As it was before any of these came back: two that changed it alike agree, two that changed it otherwise do not.
    let first = assessment.actions.iter().find(|each| each.id == before.id).map(Fingerprint::of_action);
    if claimed == ours || base == Some(claimed) {
        // Nothing else is said of it.
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

/// An action as it came back.
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
