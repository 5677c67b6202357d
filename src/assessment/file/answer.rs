//! An answer in a file, and one that was carried along: each key once, read and written.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::action::done;
use super::value::{self, value};
use crate::assessment::{Answer, Carried, Evidence, Period, Value};
use crate::checklist::{Checklist, Count, Kind, Question, QuestionId};
use crate::toml_text::{Fields, Keys};

/// The keys of the first and the last day that a count covers.
pub(super) type PeriodKeys = (&'static str, &'static str);

/// In an answer, and of a source.
pub(super) const PERIOD: PeriodKeys = ("from", "to");

/// In a carried answer, where `from` is the day of the assessment that it comes from.
const CARRIED_PERIOD: PeriodKeys = ("period-from", "period-to");

/// What holds for the answers of a part of a file.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    /// The day after which nothing can have happened.
    today: NaiveDate,
    /// The keys of a count's period.
    period: PeriodKeys,
    /// Whether a level may be a range.
    ranges: bool,
}

impl Rules {
    /// Of this time's answers: those of findings may be ranges, a force's own are one level each.
    pub(super) fn for_answers(today: NaiveDate, are_findings: bool) -> Self {
        Self { today, period: PERIOD, ranges: are_findings }
    }

    /// Of what is carried along, which is a force's own: published findings are not renewed.
    pub(super) fn for_carried(today: NaiveDate) -> Self {
        Self { today, period: CARRIED_PERIOD, ranges: false }
    }
}

/// The keys of an answer. One to no question has no value, and is read as any other, so that all that is wrong with it
/// shows at once.
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

/// The keys of an answer that was carried along.
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

/// The first and the last day of something.
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

/// Only a count covers a period.
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

/// What does not apply needs a reason.
fn check_reason(fields: &Fields<'_>, value: Option<Value>) {
    if value == Some(Value::NotApplicable) && !fields.has("note") {
        let span = value::span(fields).expect("the value was read");
        let message = "not-applicable is given without a reason";
        fields.problem(span, message, "add a line such as `note = \"The force has no ...\"`");
    }
}

/// A count may not exceed the one that bounds it: approvals, the applications. `spans` says where each value stands.
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
