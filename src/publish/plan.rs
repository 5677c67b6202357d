//! The action plan in the published JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::level::{AnswerWord, answer_word};
use crate::assessment::{self, Assessment, Due};

/// An action about a gap.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Action<'a> {
    /// Its number, such as A1, which is never used again.
    id: String,
    /// The id of the question.
    question: &'a str,
    /// The level when the action was opened; null if it was not recorded.
    level_then: Option<AnswerWord>,
    /// What is to be done.
    action: &'a str,
    /// Who does it.
    owner: &'a str,
    /// The due date; null if there is none.
    due: Option<NaiveDate>,
    /// Why there is no due date; null if there is one.
    no_due: Option<&'a str>,
    /// How far it is.
    #[cfg_attr(test, schemars(extend("enum" = assessment::Status::ALL.map(assessment::Status::words))))]
    status: &'static str,
    /// Whether it is open after its due date.
    overdue: bool,
    /// Why it is not to be done.
    reason: Option<&'a str>,
    /// What was noted about it.
    notes: Vec<ActionNote<'a>>,
}

/// A note on an action.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ActionNote<'a> {
    /// When it was noted.
    on: NaiveDate,
    /// What was noted.
    text: &'a str,
}

/// The actions in the order of their numbers.
pub fn actions(assessment: &Assessment, today: NaiveDate) -> Vec<Action<'_>> {
    assessment.actions.iter().map(|each| action(each, today)).collect()
}

fn action(action: &assessment::Action, today: NaiveDate) -> Action<'_> {
    let (due, no_due) = match &action.due {
        Due::On(day) => (Some(*day), None),
        Due::Never(reason) => (None, Some(reason.as_str())),
    };
    let notes = action.notes.iter();
    Action {
        id: action.id.to_string(),
        question: action.question.as_str(),
        level_then: action.level_then.and_then(answer_word),
        action: &action.action,
        owner: &action.owner,
        due,
        no_due,
        status: action.status.words(),
        overdue: action.is_overdue(today),
        reason: action.reason.as_deref(),
        notes: notes.map(|note| ActionNote { on: note.on, text: &note.text }).collect(),
    }
}
