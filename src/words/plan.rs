//! Actions of the plan, and what a reader should know about them.

use chrono::NaiveDate;

use super::question_with_id;
use crate::assessment::{Action, ActionNote, Done, Due, Standing};
use crate::checklist::LevelNames;
use crate::judge::gap::Gap;
use crate::judge::gate::GateFailure;
use crate::judge::plan::{Moved, PlanPoint};
use crate::text::{long_date, number_of};

/// An action within a sentence: `A4: Close the registers`.
pub fn action_with_id(action: &Action) -> String {
    format!("{}: {}", action.id, action_text(action))
}

/// What is to be done by an action, without a full stop of its own.
pub fn action_text(action: &Action) -> &str {
    action.action.trim_end().trim_end_matches('.')
}

/// By when an action is to be done.
pub fn due(due: &Due) -> String {
    match due {
        Due::On(day) => long_date(*day),
        Due::Never(reason) => format!("none: {reason}"),
    }
}

/// What was done by last time, a line each, with the level at which it was opened.
pub fn actions_done(done: &[Done], names: &LevelNames) -> String {
    let line = |done: &Done| match done.level_then {
        Some(then) => format!("{done} ({} when it was opened)", then.title(names)),
        None => done.to_string(),
    };
    done.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What was said about an action, a line each.
pub fn action_notes(notes: &[ActionNote]) -> Vec<String> {
    notes.iter().map(|note| format!("{}: {}", long_date(note.on), note.text)).collect()
}

/// An action with who and by when: `A4: Close the registers (Head of PSD, by 31 March 2027)`. One that is late says so.
pub fn action_with_owner(action: &Action, today: NaiveDate) -> String {
    let due = match (&action.due, action.days_late(today)) {
        (Due::On(day), Some(days)) => {
            format!("was due on {}, {} late", long_date(*day), number_of(days, "day", "days"))
        }
        (Due::On(day), None) => format!("by {}", long_date(*day)),
        (Due::Never(reason), _) => format!("no date: {}", reason.trim_end_matches('.')),
    };
    format!("{} ({}, {due})", action_with_id(action), action.owner)
}

/// `under way`, or where its day has passed `under way, 12 days late`.
pub fn action_status(action: &Action, today: NaiveDate) -> String {
    let late = action.days_late(today).map(|days| format!(", {} late", number_of(days, "day", "days")));
    let late = late.unwrap_or_default();
    format!("{}{late}", action.status.words())
}

/// An action with all that a gap needs: `A4: Close the registers; Head of PSD; due 31 March 2027; planned`.
pub fn action_in_full(action: &Action, today: NaiveDate) -> String {
    let due = match &action.due {
        Due::On(day) => format!("due {}", long_date(*day)),
        Due::Never(reason) => format!("no date: {reason}"),
    };
    format!("{}; {}; {due}; {}", action_with_id(action), action.owner, action_status(action, today))
}

/// What a gate stops, in words: `not answered: Gifts policy [gifts-policy]`.
pub fn gate_failure(failure: &GateFailure<'_>, names: &LevelNames) -> String {
    let (what, question) = match failure {
        GateFailure::NotGiven(question) => ("figure not given", question),
        GateFailure::NotConfirmed(question) => ("not confirmed", question),
        GateFailure::NotAnswered(question) => ("not answered", question),
        GateFailure::WithoutEvidence(question) => ("no evidence named", question),
        GateFailure::Plan(about) => return plan_point(about, names),
    };
    format!("{what}: {}", question_with_id(question))
}

/// What a reader should know, in words.
pub fn plan_point(point: &PlanPoint<'_>, names: &LevelNames) -> String {
    let action = |action: &Action| format!("{}, {} ({})", action.id, action_text(action), action.owner);
    match point {
        PlanPoint::Overdue(late) => format!("Overdue: {}", action(late)),
        PlanPoint::NotRisen(Moved { done, then, now }) => {
            let (then, now) = (then.title(names), now.title(names));
            format!("Done, but the level has not risen: {done} ({then} when it was opened, {now} now)")
        }
        PlanPoint::NotKnown(done) => format!("Done, but nobody can say what the level is now: {done}"),
        PlanPoint::OpenThoughMet(open) => format!("Still open, though the target is met: {}", action(open)),
        PlanPoint::RisenWithoutAction(question) => {
            format!("Risen without an action: {}", question_with_id(question))
        }
        PlanPoint::EssentialWithoutAction(question) => {
            format!("Essential gap with no open action: {}", question_with_id(question))
        }
    }
}

/// What to do about a gap, in order: establish the facts if they are not known, then the checklist's action.
pub fn steps_to_close(gap: &Gap<'_>) -> Vec<String> {
    let unknown = gap.standing == Standing::Unknown;
    unknown
        .then(|| "Establish the facts.".to_owned())
        .into_iter()
        .chain(gap.question.action.clone())
        .collect()
}
