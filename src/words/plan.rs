//! Actions, and what a reader should know about the plan.

use chrono::NaiveDate;

use super::questions::question_with_id;
use crate::assessment::{Action, ActionNote, Done, Due, Standing};
use crate::checklist::LevelNames;
use crate::judge::gap::Gap;
use crate::judge::gate::GateFailure;
use crate::judge::plan::PlanPoint;
use crate::text::{long_date, number_of};

/// An action within a sentence: `A4: Close the registers`.
pub fn action_with_id(action: &Action) -> String {
    format!("{}: {}", action.id, action_text(action))
}

/// Without a full stop.
pub fn action_text(action: &Action) -> &str {
    action.action.trim_end().trim_end_matches('.')
}

pub fn due(due: &Due) -> String {
    match due {
        Due::On(date) => long_date(*date),
        Due::Never(reason) => format!("none: {reason}"),
    }
}

/// The actions done by last time, a line each, with the level when each was opened.
pub fn actions_done(done: &[Done], names: &LevelNames) -> String {
    let line = |done: &Done| match done.level_then {
        Some(then) => format!("{done} ({} when it was opened)", then.title(names)),
        None => done.to_string(),
    };
    done.iter().map(line).collect::<Vec<_>>().join("\n")
}

pub fn action_notes(notes: &[ActionNote]) -> Vec<String> {
    notes.iter().map(|note| format!("{}: {}", long_date(note.on), note.text)).collect()
}

/// `A4: Close the registers (Head of PSD, by 31 March 2027)`, with the days late if it is overdue.
pub fn action_with_owner(action: &Action, today: NaiveDate) -> String {
    let due = match (&action.due, action.days_late(today)) {
        (Due::On(date), Some(days)) => {
            format!("was due on {}, {} late", long_date(*date), number_of(days, "day", "days"))
        }
        (Due::On(date), None) => format!("by {}", long_date(*date)),
        (Due::Never(reason), _) => format!("no date: {}", reason.trim_end_matches('.')),
    };
    format!("{} ({}, {due})", action_with_id(action), action.owner)
}

/// `under way`, or `under way, 12 days late`.
pub fn action_status(action: &Action, today: NaiveDate) -> String {
    let status = action.status.words();
    match action.days_late(today) {
        Some(days) => format!("{status}, {} late", number_of(days, "day", "days")),
        None => status.to_owned(),
    }
}

/// `A4: Close the registers; Head of PSD; due 31 March 2027; planned`.
pub fn action_in_full(action: &Action, today: NaiveDate) -> String {
    let due = match &action.due {
        Due::On(date) => format!("due {}", long_date(*date)),
        Due::Never(reason) => format!("no date: {reason}"),
    };
    format!("{}; {}; {due}; {}", action_with_id(action), action.owner, action_status(action, today))
}

/// `not answered: Gifts policy [gifts-policy]`.
pub fn gate_failure(failure: &GateFailure<'_>, names: &LevelNames) -> String {
    let (what, question) = match failure {
        GateFailure::FigureNotGiven(question) => ("figure not given", question),
        GateFailure::NotConfirmed(question) => ("not confirmed", question),
        GateFailure::NotAnswered(question) => ("not answered", question),
        GateFailure::WithoutEvidence(question) => ("no evidence named", question),
        GateFailure::Plan(about) => return plan_point(about, names),
    };
    format!("{what}: {}", question_with_id(question))
}

pub fn plan_point(point: &PlanPoint<'_>, names: &LevelNames) -> String {
    let action = |action: &Action| format!("{}, {} ({})", action.id, action_text(action), action.owner);
    match point {
        PlanPoint::Overdue(late) => format!("Overdue: {}", action(late)),
        PlanPoint::NotRisen { done, then, now } => {
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

/// What to do about a gap, in order: establish the facts if they are unknown, then the checklist's action.
pub fn steps_to_close(gap: &Gap<'_>) -> Vec<String> {
    let establish = (gap.standing == Standing::Unknown).then(|| "Establish the facts.".to_owned());
    establish.into_iter().chain(gap.question.action.clone()).collect()
}
