//! The action plan in an assessment's file.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::unknown_question;
use crate::assessment::{Action, ActionId, ActionNote, Done, Due, Standing, Status};
use crate::checklist::{Checklist, Level};
use crate::fields::{At, Fields};

/// The actions, and the highest number that one ever had.
pub(super) fn read_actions(
    fields: &mut Fields<'_>,
    checklist: &Checklist,
    today: NaiveDate,
) -> (Vec<Action>, u32) {
    let mut seen = BTreeMap::new();
    let mut actions = fields.tables("actions", "an action", |fields| {
        let id = read_action_id(fields);
        if let Some(id) = &id
            && seen.insert(id.value, ()).is_some()
        {
            fields.problem(
                id.span.clone(),
                format!("there is an action {} already", id.value),
                "give it a number of its own",
            );
        }
        read_action(fields, id.map(|id| id.value), checklist, today)
    });
    actions.sort_by_key(|action| action.id);
    let highest = actions.last().map_or(0, |action| action.id.0);
    let last = fields.integer("last-action").and_then(|last| match u32::try_from(last.value) {
        Ok(last) if last <= ActionId::LAST => Some(last),
        _ => {
            fields.problem(
                last.span,
                "`last-action` is the highest number of an action",
                "write `last-action = 3`, say",
            );
            None
        }
    });
    (actions, last.unwrap_or_default().max(highest))
}

fn read_action_id(fields: &mut Fields<'_>) -> Option<At<ActionId>> {
    let id = fields.required_text("id", "\"A1\"")?;
    match ActionId::new(&id.value) {
        Some(read) => Some(At { value: read, span: id.span }),
        None => {
            fields.problem(
                id.span,
                format!("`{}` is no name of an action", id.value),
                "write A and a number, such as A1",
            );
            None
        }
    }
}

fn read_action(
    fields: &mut Fields<'_>,
    id: Option<ActionId>,
    checklist: &Checklist,
    today: NaiveDate,
) -> Option<Action> {
    let question = fields.required_text("question", "\"gifts-single-register\"");
    let question = question.and_then(|id| match checklist.question_ever(&id.value) {
        Some(question) => Some(question.id.clone()),
        None => {
            unknown_question(fields, checklist, At { value: &id.value, span: id.span });
            None
        }
    });
    let level_then = read_level_then(fields);
    let action = fields.required_text("action", "\"Move every local register into one.\"");
    let owner = fields.required_text("owner", "\"Head of professional standards\"");
    let due = read_due(fields);
    let status = read_status(fields);
    let reason = fields.text("reason").map(|reason| reason.value);
    if status == Some(Status::NotToBeDone) && reason.is_none() {
        fields.missing("reason", "\"...\"");
    }
    let notes = fields.tables("notes", "a note", |fields| {
        if !fields.has("on") {
            fields.missing("on", "2026-11-02");
        }
        let on = fields.past_date("on", today);
        let text = fields.required_text("text", "\"...\"");
        Some(ActionNote { on: on?.value, text: text?.value })
    });
    let (action, owner) = (action?.value, owner?.value);
    let (id, question, due, status) = (id?, question?, due?, status?);
    Some(Action { id, question, level_then, action, owner, due, status, reason, notes })
}

/// Actions that were done by last time and stayed behind.
pub(super) fn read_done(fields: &mut Fields<'_>) -> Vec<Done> {
    fields.tables("done", "an action that was done", |fields| {
        let id = read_action_id(fields);
        let action = fields.required_text("action", "\"Move every local register into one.\"");
        let level_then = read_level_then(fields);
        Some(Done { id: id?.value, action: action?.value, level_then })
    })
}

/// How a question stood when an action about it was opened.
fn read_level_then(fields: &mut Fields<'_>) -> Option<Standing> {
    let word = fields.text("level-then")?;
    let read = match word.value.as_str() {
        "unknown" => Some(Standing::Unknown),
        level => Level::from_word(level).map(|level| Standing::Level(level.into())),
    };
    if read.is_none() {
        fields.problem(
            word.span,
            format!("`{}` is not a level at which an action can have been opened", word.value),
            "write absent, developing, in-place, assured or unknown; or delete it, where nobody knows",
        );
    }
    read
}

fn read_due(fields: &mut Fields<'_>) -> Option<Due> {
    let due = fields.date("due");
    let never = fields.text("no-due");
    match (fields.key_span("due"), fields.key_span("no-due")) {
        (Some(_), Some(span)) => {
            fields.problem(span, "an action has either `due` or `no-due`", "delete one of the two");
            None
        }
        (None, None) => {
            fields.missing("due", "2027-03-31");
            None
        }
        _ => due.map(|due| Due::On(due.value)).or_else(|| never.map(|reason| Due::Never(reason.value))),
    }
}

fn read_status(fields: &mut Fields<'_>) -> Option<Status> {
    let status = fields.required_text("status", "\"planned\"")?;
    let read = Status::ALL.into_iter().find(|each| each.words() == status.value);
    if read.is_none() {
        let all = Status::ALL.map(Status::words).join(", ");
        fields.problem(
            status.span,
            format!("`{}` is no status of an action", status.value),
            format!("write one of: {all}"),
        );
    }
    read
}
