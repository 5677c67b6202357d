//! The format of an action, and of one that was completed before the renewal.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::known::known_question;
use crate::assessment::{Action, ActionId, ActionNote, Done, Due, Standing, Status};
use crate::checklist::{Checklist, Level, QuestionId};
use crate::toml_text::{At, Fields, Keys};

pub(super) const ID: &str = "id";

const WHAT: (&str, &str) = ("action", "\"Move every local register into one.\"");
const DUE: &str = "due";
const NO_DUE: &str = "no-due";
const REASON: &str = "reason";

pub(super) struct ActionFormat<'c> {
    pub(super) checklist: &'c Checklist,
    pub(super) today: NaiveDate,
    seen: BTreeSet<ActionId>,
}

impl<'c> ActionFormat<'c> {
    pub(super) fn new(checklist: &'c Checklist, today: NaiveDate) -> Self {
        Self { checklist, today, seen: BTreeSet::new() }
    }

    pub(super) fn action(&mut self, keys: &mut Keys<'_, '_>, given: Option<&Action>) -> Option<Action> {
        let id = action_id(keys, given.map(|given| given.id));
        if let (Keys::Read(fields), Some(id)) = (&*keys, id) {
            self.check_is_new(fields, id);
        }
        let question = given.map(|given| (given.question.clone(), given.question.to_string()));
        let question = keys
            .required("question", "\"gifts-single-register\"")
            .text_as(question, |fields, id| self.question(fields, &id));
        let level_then = level_then(keys, given.and_then(|given| given.level_then));
        let action = keys.required(WHAT.0, WHAT.1).text(given.map(|given| &given.action));
        let owner = keys
            .required("owner", "\"Head of professional standards\"")
            .text(given.map(|given| &given.owner));
        let due = due(keys, given.map(|given| &given.due));
        let status = status(keys, given.map(|given| given.status));
        let reason = reason(keys, status, given.and_then(|given| given.reason.as_ref()));
        let said = given.map_or(&[][..], |given| &given.notes);
        let notes = keys.key("notes").tables("a note", said, |keys, given| note(keys, self.today, given));
        let (id, question, action, owner) = (id?, question?, action?, owner?);
        let (due, status) = (due?, status?);
        Some(Action { id, question, level_then, action, owner, due, status, reason, notes })
    }

    fn check_is_new(&mut self, fields: &Fields<'_>, id: ActionId) {
        if !self.seen.insert(id) {
            let message = format!("there is an action {id} already");
            fields.problem_at(ID, message, "give it a number of its own");
        }
    }

    fn question(&self, fields: &Fields<'_>, id: &At<String>) -> Option<QuestionId> {
        let found = self.checklist.question_in_any_edition(&id.value);
        let id = At { value: id.value.as_str(), span: id.span.clone() };
        known_question(fields, self.checklist, found, id).map(|question| question.id.clone())
    }
}

/// `last-action`, the highest number that any action has had; 0 if the key is missing.
pub(super) fn last_action(keys: &mut Keys<'_, '_>, given: u32) -> u32 {
    let last = keys.key("last-action").integer((given > 0).then_some(i64::from(given)));
    let Some(last) = last else { return 0 };
    match (u32::try_from(last), keys) {
        (Ok(last), _) if last <= ActionId::LAST => last,
        (_, Keys::Read(fields)) => {
            let message = "`last-action` is the highest number of an action";
            fields.problem_at("last-action", message, "write `last-action = 3`, say");
            0
        }
        (_, Keys::Write(_)) => given,
    }
}

pub(super) fn done(keys: &mut Keys<'_, '_>, given: Option<&Done>) -> Option<Done> {
    let id = action_id(keys, given.map(|given| given.id));
    let action = keys.required(WHAT.0, WHAT.1).text(given.map(|given| &given.action));
    let level_then = level_then(keys, given.and_then(|given| given.level_then));
    Some(Done { id: id?, action: action?, level_then })
}

fn action_id(keys: &mut Keys<'_, '_>, given: Option<ActionId>) -> Option<ActionId> {
    keys.required(ID, "\"A1\"").parsed(given, ActionId::to_string, ActionId::new, |id| {
        let message = format!("`{id}` is not the id of an action");
        (message, "write A and a number, such as A1".to_owned())
    })
}

fn level_then(keys: &mut Keys<'_, '_>, given: Option<Standing>) -> Option<Standing> {
    let parse = |word: &str| match word {
        "unknown" => Some(Standing::Unknown),
        level => Level::from_word(level).map(|level| Standing::Level(level.into())),
    };
    let write = |standing: &Standing| standing.word().expect("an action is opened at a level or unknown");
    keys.key("level-then").parsed(given, write, parse, |word| {
        let message = format!("`{word}` is not a level at which an action can have been opened");
        let help = "write absent, developing, in-place, assured or unknown; or delete it if nobody knows";
        (message, help.to_owned())
    })
}

fn due(keys: &mut Keys<'_, '_>, given: Option<&Due>) -> Option<Due> {
    let (day, reason) = match given {
        Some(Due::On(day)) => (Some(*day), None),
        Some(Due::Never(reason)) => (None, Some(reason)),
        None => (None, None),
    };
    let day = keys.key(DUE).date(day);
    let never = keys.key(NO_DUE).text(reason);
    if let Keys::Read(fields) = keys {
        match (fields.has(DUE), fields.key_span(NO_DUE)) {
            (true, Some(span)) => {
                fields.problem(
                    span,
                    "an action has either `due` or `no-due`, not both",
                    "delete one of the two",
                );
            }
            (false, None) => fields.missing(DUE, "2027-03-31"),
            _ => {}
        }
    }
    day.map(Due::On).or(never.map(Due::Never))
}

fn status(keys: &mut Keys<'_, '_>, given: Option<Status>) -> Option<Status> {
    let parse = |word: &str| Status::ALL.into_iter().find(|status| status.words() == word);
    let write = |status: &Status| status.words().to_owned();
    keys.required("status", "\"planned\"").parsed(given, write, parse, |word| {
        let all = Status::ALL.map(Status::words).join(", ");
        (format!("`{word}` is not a status of an action"), format!("write one of: {all}"))
    })
}

/// Required for an action that is not to be done.
fn reason(keys: &mut Keys<'_, '_>, status: Option<Status>, given: Option<&String>) -> Option<String> {
    let reason = keys.key(REASON).text(given);
    if let (Keys::Read(fields), Some(Status::NotToBeDone), None) = (keys, status, &reason) {
        fields.missing(REASON, "\"...\"");
    }
    reason
}

fn note(keys: &mut Keys<'_, '_>, today: NaiveDate, given: Option<&ActionNote>) -> Option<ActionNote> {
    let on = keys.required("on", "2026-11-02").past_date(today, given.map(|given| given.on));
    let text = keys.required("text", "\"...\"").text(given.map(|given| &given.text));
    Some(ActionNote { on: on?, text: text? })
}
