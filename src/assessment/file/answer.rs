//! The formats of an answer and of a carried-over answer.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::action::done;
use super::value::{self, value};
use crate::assessment::{Answer, Carried, Evidence, Period, Value};
use crate::checklist::{Checklist, Count, Kind, Question, QuestionId};
use crate::toml_text::{Fields, Keys};

pub(super) type PeriodKeys = (&'static str, &'static str);

pub(super) const PERIOD: PeriodKeys = ("from", "to");

/// In a carried-over answer, where `from` is the date of its assessment.
const CARRIED_PERIOD: PeriodKeys = ("period-from", "period-to");

/// What differs between `[answers]` and `[carried]`.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    today: NaiveDate,
    period: PeriodKeys,
    ranges: bool,
}

impl Rules {
    /// Findings may be ranges; a force's own answers are one level each.
    pub(super) fn for_answers(today: NaiveDate, are_findings: bool) -> Self {
        Self { today, period: PERIOD, ranges: are_findings }
    }

    /// Only a force's own answers are carried over, so none is a range.
    pub(super) fn for_carried(today: NaiveDate) -> Self {
        Self { today, period: CARRIED_PERIOD, ranges: false }
    }
}

/// An answer to an unknown question is read too, so that everything wrong with it is shown at once.
pub(super) fn answer(
    keys: &mut Keys<'_, '_>,
    question: Option<&Question>,
    rules: Rules,
    given: Option<&Answer>,
) -> Option<Answer> {
    let value = value(keys, question, rules.ranges, given.map(|given| given.value));
    let note = keys.key("note").text(given.and_then(|given| given.note.as_ref()));
    let pieces = given.map_or(&[][..], |given| &given.evidence);
    let evidence = keys
        .key("evidence")
        .tables("a piece of evidence", pieces, |keys, given| evidence(keys, rules.today, given));
    let by = keys.key("by").text(given.and_then(|given| given.by.as_ref()));
    let on = keys.key("on").past_date(rules.today, given.and_then(|given| given.on));
    let days = given.map_or((None, None), |given| (given.from, given.to));
    let (from, to) = period(keys, rules.today, rules.period, days);
    if let (Keys::Read(fields), Some(question)) = (keys, question) {
        check_period(fields, question, rules.period);
        check_reason(fields, value);
    }
    Some(Answer { value: value?, note, evidence, by, on, from, to })
}

fn evidence(keys: &mut Keys<'_, '_>, today: NaiveDate, given: Option<&Evidence>) -> Option<Evidence> {
    let reference = keys.required("ref", "\"Register audit 3\"").text(given.map(|given| &given.reference));
    let dated = keys.key("dated").past_date(today, given.and_then(|given| given.dated));
    Some(Evidence { reference: reference?, dated })
}

pub(super) fn carried(
    keys: &mut Keys<'_, '_>,
    question: Option<&Question>,
    rules: Rules,
    given: Option<&Carried>,
) -> Option<Carried> {
    let from = keys.required("from", "2025-11-02").past_date(rules.today, given.map(|given| given.from));
    let answer = answer(keys, question, rules, given.map(|given| &given.answer));
    let then = given.map_or(&[][..], |given| &given.done);
    let done = keys.key("done").tables("an action that was done", then, done);
    Some(Carried { from: from?, answer: answer?, done })
}

pub(super) fn period(
    keys: &mut Keys<'_, '_>,
    today: NaiveDate,
    (first, last): PeriodKeys,
    given: Period,
) -> Period {
    let from = keys.key(first).past_date(today, given.0);
    let to = keys.key(last).past_date(today, given.1);
    if let (Keys::Read(fields), Some(from), Some(to)) = (keys, from, to)
        && from > to
    {
        let message = format!("the period ends ({to}) before it begins ({from})");
        fields.problem_at(last, message, format!("put the earlier day in `{first}`"));
    }
    (from, to)
}

/// Only a count may have a period.
fn check_period(fields: &Fields<'_>, question: &Question, keys: PeriodKeys) {
    match question.kind {
        Kind::Count(_) => {}
        Kind::Scale(_) => {
            for span in [keys.0, keys.1].into_iter().filter_map(|key| fields.key_span(key)) {
                let message = "a period belongs to a count, and this question asks for a level";
                fields.problem(span, message, "delete it");
            }
        }
    }
}

/// *Not applicable* needs a reason.
fn check_reason(fields: &Fields<'_>, value: Option<Value>) {
    if value == Some(Value::NotApplicable) && !fields.has("note") {
        let span = value::span(fields).expect("the value was read");
        let message = "not-applicable is given without a reason";
        fields.problem(span, message, "add a line such as `note = \"The force has no ...\"`");
    }
}

/// A count may not exceed its limit: approvals, for example, the applications. `spans` has the place of each value.
pub(super) fn check_limits(
    fields: &Fields<'_>,
    checklist: &Checklist,
    answers: &BTreeMap<QuestionId, Answer>,
    spans: &BTreeMap<QuestionId, Range<usize>>,
) {
    let count = |id: &QuestionId| match answers.get(id)?.value {
        Value::Count(number) => Some(number),
        Value::Level(_) | Value::Unknown | Value::NotApplicable => None,
    };
    for question in checklist.questions() {
        let Some(Count { at_most: Some(limit), unit, .. }) = question.count() else { continue };
        let (Some(number), Some(most)) = (count(&question.id), count(limit)) else { continue };
        if number > most {
            let span = spans.get(&question.id).cloned().expect("every value has a place");
            let message = format!("{number} {unit} are more than the {most} of `{limit}`");
            fields.problem(span, message, "check both figures; they must cover the same period");
        }
    }
}
