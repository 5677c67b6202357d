//! The format of a form that was sent.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::known::known_question;
use crate::assessment::{FormId, SentForm};
use crate::checklist::{Checklist, QuestionId};
use crate::toml_text::{At, Keys};

use super::action::ID;

pub(super) fn sent(
    keys: &mut Keys<'_, '_>,
    checklist: &Checklist,
    today: NaiveDate,
    seen: &mut BTreeSet<FormId>,
    given: Option<&SentForm>,
) -> Option<SentForm> {
    let id = form_id(keys, given.map(|given| given.id));
    if let (Keys::Read(fields), Some(id)) = (&*keys, id)
        && !seen.insert(id)
    {
        fields.problem_at(ID, format!("there is a form {id} already"), "give it a number of its own");
    }
    let to = keys.required("to", "\"procurement\"").text(given.map(|given| &given.to));
    let on = keys.required("on", "2026-11-02").past_date(today, given.map(|given| given.on));
    let due = keys.key("due").date(given.and_then(|given| given.due));
    let ids: Vec<String> =
        given.map_or(&[][..], |given| &given.questions).iter().map(ToString::to_string).collect();
    let ids = keys.required(QUESTIONS, "[\"gifts-policy\"]").texts(&ids);
    let questions = questions(keys, checklist, ids);
    let returned = keys.key("returned").past_date(today, given.and_then(|given| given.returned));
    Some(SentForm { id: id?, to: to?, on: on?, due, questions, returned })
}

const QUESTIONS: &str = "questions";

fn form_id(keys: &mut Keys<'_, '_>, given: Option<FormId>) -> Option<FormId> {
    keys.required(ID, "\"F1\"").parsed(given, FormId::to_string, FormId::new, |id| {
        (format!("`{id}` is not the id of a form"), "write F and a number, such as F1".to_owned())
    })
}

fn questions(keys: &Keys<'_, '_>, checklist: &Checklist, ids: Vec<String>) -> Vec<QuestionId> {
    let known = |id: String| {
        let found = checklist.question_in_any_edition(&id);
        let question = match keys {
            Keys::Read(fields) => {
                let span = fields.value_span(QUESTIONS).expect("the ids were read");
                known_question(fields, checklist, found, At { value: &id, span })
            }
            Keys::Write(_) => found,
        };
        question.map(|question| question.id.clone())
    };
    ids.into_iter().filter_map(known).collect()
}
