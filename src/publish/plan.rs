//! The action plan in the published JSON.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::{self, Assessment, Due, Standing};

#[derive(Serialize)]
pub struct Action<'a> {
    id: String,
    question: &'a str,
    level_then: Option<String>,
    action: &'a str,
    owner: &'a str,
    due: Option<String>,
    no_due: Option<&'a str>,
    status: &'static str,
    overdue: bool,
    reason: Option<&'a str>,
    notes: Vec<ActionNote<'a>>,
}

#[derive(Serialize)]
struct ActionNote<'a> {
    on: String,
    text: &'a str,
}

/// The actions, by their numbers.
pub fn actions(assessment: &Assessment, today: NaiveDate) -> Vec<Action<'_>> {
    assessment.actions.iter().map(|each| action(each, today)).collect()
}

fn action(action: &assessment::Action, today: NaiveDate) -> Action<'_> {
    let (due, no_due) = match &action.due {
        Due::On(day) => (Some(day.to_string()), None),
        Due::Never(reason) => (None, Some(reason.as_str())),
    };
    let notes = action.notes.iter();
    Action {
        id: action.id.to_string(),
        question: action.question.as_str(),
        level_then: action.level_then.and_then(Standing::word),
        action: &action.action,
        owner: &action.owner,
        due,
        no_due,
        status: action.status.words(),
        overdue: action.is_overdue(today),
        reason: action.reason.as_deref(),
        notes: notes.map(|note| ActionNote { on: note.on.to_string(), text: &note.text }).collect(),
    }
}
