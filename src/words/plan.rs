//! Actions of the plan, and what a reader should know about them.

use chrono::NaiveDate;

use super::name;
use crate::assessment::{Action, ActionNote, Done, Due, Standing};
use crate::checklist::LevelNames;
use crate::judge::gap::Gap;
use crate::judge::gate::Stopped;
use crate::judge::plan::{Moved, Point};
use crate::text::{long_date, number_of};

/// An action within a sentence: `A4: Close the registers`.
pub fn numbered_action(action: &Action) -> String {
    format!("{}: {}", action.id, to_do(action))
}

/// What is to be done by an action, without a full stop of its own.
pub fn to_do(action: &Action) -> &str {
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
pub fn done(done: &[Done], names: &LevelNames) -> String {
    let line = |done: &Done| match done.level_then {
        Some(then) => format!("{done} ({} when it was opened)", then.title(names)),
        None => done.to_string(),
    };
    done.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What was said about an action, a line each.
pub fn notes(notes: &[ActionNote]) -> Vec<String> {
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
    format!("{} ({}, {due})", numbered_action(action), action.owner)
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
    format!("{}; {}; {due}; {}", numbered_action(action), action.owner, action_status(action, today))
}

/// What a gate stops, in words: `not answered: Gifts policy [gifts-policy]`.
pub fn stopped(stopped: &Stopped<'_>, names: &LevelNames) -> String {
    let (what, question) = match stopped {
        Stopped::NotGiven(question) => ("figure not given", question),
        Stopped::NotConfirmed(question) => ("not confirmed", question),
        Stopped::NotAnswered(question) => ("not answered", question),
        Stopped::WithoutEvidence(question) => ("no evidence named", question),
        Stopped::Plan(about) => return plan_point(about, names),
    };
    format!("{what}: {}", name(question))
}

/// What a reader should know, in words.
pub fn plan_point(point: &Point<'_>, names: &LevelNames) -> String {
    let action = |action: &Action| format!("{}, {} ({})", action.id, to_do(action), action.owner);
    match point {
        Point::Overdue(late) => format!("Overdue: {}", action(late)),
        Point::NotRisen(Moved { done, then, now }) => {
            let (then, now) = (then.title(names), now.title(names));
            format!("Done, but the level has not risen: {done} ({then} when it was opened, {now} now)")
        }
        Point::NotKnown(done) => format!("Done, but nobody can say what the level is now: {done}"),
        Point::OpenThoughMet(open) => format!("Still open, though the target is met: {}", action(open)),
        Point::RisenWithoutAction(question) => format!("Risen without an action: {}", name(question)),
        Point::EssentialWithoutAction(question) => {
            format!("Essential gap with no open action: {}", name(question))
        }
    }
}

/// What to do about a gap, in order: establish the facts if they are not known, then the checklist's action.
pub fn steps(gap: &Gap<'_>) -> Vec<String> {
    let unknown = gap.standing == Standing::Unknown;
    unknown
        .then(|| "Establish the facts.".to_owned())
        .into_iter()
        .chain(gap.question.action.clone())
        .collect()
}
