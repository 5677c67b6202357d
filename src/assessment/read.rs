//! An assessment's file, read whole: every problem is noted where it stands.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Answer, Assessment, Carried, Evidence, Header, Published, Value};
use crate::checklist::{Checklist, Count, Question, QuestionId, read_format};
use crate::fields::{At, Fields, read_root};
use crate::text::source::{Invalid, Problem, Source};

mod plan;
mod published;
mod value;

/// An answer with the place of its value, for the rules that concern two answers.
type Placed = (Answer, Range<usize>);

/// The keys of the first and the last day that a count covers.
pub(super) type PeriodKeys = (&'static str, &'static str);

/// In an answer, and of a source.
pub(super) const PERIOD: PeriodKeys = ("from", "to");

/// What holds for the answers of a part of a file.
#[derive(Clone, Copy)]
struct Rules {
    /// The day after which nothing can have happened.
    today: NaiveDate,
    /// The keys of a count's period.
    period: PeriodKeys,
    /// Whether a level may be a range.
    ranges: bool,
}

/// Whether the answers of a file may be ranges: those of findings may, and a force's own are one level each.
fn may_be_ranges(fields: &Fields<'_>) -> bool {
    fields.has("source")
}

/// In a carried answer, where `from` is the day of the assessment that it comes from.
pub(super) const CARRIED_PERIOD: PeriodKeys = ("period-from", "period-to");

pub(super) fn header(source: &Source, today: NaiveDate) -> Result<Header, Invalid> {
    let mut header = None;
    let read = read_root(source, "an assessment", |fields| {
        let head = read_head(fields, today);
        let edition = head.edition.map(|edition| edition.value).unwrap_or_default();
        header = head.checklist.map(|at| Header { checklist: at.value, edition, span: at.span });
        skip_what_is_asked(fields);
        Some(())
    });
    // What else is wrong is shown once the checklist is there; without one it is shown now.
    header.ok_or_else(|| read.err().unwrap_or_else(|| unreadable(source)))
}

/// Answers and actions are read with the checklist only.
fn skip_what_is_asked(fields: &mut Fields<'_>) {
    for key in ["answers", "carried", "actions", "last-action"] {
        fields.skip(key);
    }
}

fn unreadable(source: &Source) -> Invalid {
    Invalid::new(
        source.clone(),
        vec![Problem::new(0..0, "this is no assessment", "start one with `healthcheck new`")],
    )
}

pub(super) fn without_checklist(source: &Source, today: NaiveDate, problem: Problem) -> Invalid {
    let read = read_root(source, "an assessment", |fields| {
        fields.problem(problem.span, problem.message, problem.help);
        read_head(fields, today);
        skip_what_is_asked(fields);
        Some(())
    });
    read.err().unwrap_or_else(|| unreadable(source))
}

pub(super) fn assessment(
    source: &Source,
    checklist: &Arc<Checklist>,
    today: NaiveDate,
) -> Result<Assessment, Invalid> {
    read_root(source, "an assessment", |fields| {
        let head = read_head(fields, today);
        check_edition(fields, head.edition, checklist);
        let answers = read_answers(fields, checklist, today);
        let carried = read_carried(fields, checklist, today);
        let (actions, last_action) = plan::read_actions(fields, checklist, today);
        Some(Assessment {
            force: head.force?.value,
            date: head.date?.value,
            assessor: head.assessor?.value,
            marking: head.marking,
            source: head.source,
            checklist: Arc::clone(checklist),
            answers,
            carried,
            actions,
            last_action,
        })
    })
}

/// What stands before the answers.
struct Head {
    force: Option<At<String>>,
    date: Option<At<NaiveDate>>,
    assessor: Option<At<String>>,
    checklist: Option<At<String>>,
    edition: Option<At<String>>,
    marking: Option<String>,
    source: Option<Published>,
}

fn read_head(fields: &mut Fields<'_>, today: NaiveDate) -> Head {
    read_format(fields);
    if !fields.has("date") {
        fields.missing("date", &today.to_string());
    }
    Head {
        force: fields.required_text("force", "\"Essex Police\""),
        date: fields.past_date("date", today),
        assessor: fields.required_text("assessor", "\"Professional Standards Department\""),
        checklist: fields.required_text("checklist", "\"without-fear-or-favour\""),
        edition: fields.required_text("edition", "\"2026.1\""),
        marking: fields.text("marking").map(|marking| marking.value),
        source: fields.table("source", "a source", |fields| published::read_published(fields, today)),
    }
}

fn check_edition(fields: &Fields<'_>, edition: Option<At<String>>, checklist: &Checklist) {
    if let Some(edition) = edition
        && edition.value != checklist.edition
    {
        let message = format!("the edition {} of `{}` is not held here", edition.value, checklist.id);
        fields.problem(edition.span, message, format!("the edition that is held is {}", checklist.edition));
    }
}

fn read_period(
    fields: &mut Fields<'_>,
    today: NaiveDate,
    keys: PeriodKeys,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let from = fields.past_date(keys.0, today);
    let to = fields.past_date(keys.1, today);
    if let (Some(from), Some(to)) = (&from, &to)
        && from.value > to.value
    {
        let message = format!("the period ends ({}) before it begins ({})", to.value, from.value);
        fields.problem(to.span.clone(), message, format!("put the earlier day in `{}`", keys.0));
    }
    (from.map(|date| date.value), to.map(|date| date.value))
}

fn read_answers(
    fields: &mut Fields<'_>,
    checklist: &Checklist,
    today: NaiveDate,
) -> BTreeMap<QuestionId, Answer> {
    let rules = Rules { today, period: PERIOD, ranges: may_be_ranges(fields) };
    let mut placed: BTreeMap<QuestionId, Placed> = BTreeMap::new();
    fields.entries("answers", "an answer", |id, answer| match checklist.question(id.value) {
        Some(question) => {
            if let Some(read) = read_answer(answer, question, rules) {
                placed.insert(question.id.clone(), read);
            }
        }
        None => read_of_unknown(answer, checklist, id, rules),
    });
    check_limits(fields, checklist, &placed);
    placed.into_iter().map(|(id, (answer, _))| (id, answer)).collect()
}

/// Answers of an earlier assessment; each is of a question that some edition asks.
fn read_carried(
    fields: &mut Fields<'_>,
    checklist: &Checklist,
    today: NaiveDate,
) -> BTreeMap<QuestionId, Carried> {
    // What is carried along is a force's own: published findings are not renewed.
    let rules = Rules { today, period: CARRIED_PERIOD, ranges: false };
    let mut carried = BTreeMap::new();
    fields.entries("carried", "a carried answer", |id, fields| {
        if !fields.has("from") {
            fields.missing("from", "2025-11-02");
        }
        let from = fields.past_date("from", today);
        match checklist.question_ever(id.value) {
            Some(question) => {
                let answer = read_answer(fields, question, rules);
                let done = plan::read_done(fields);
                if let (Some((answer, _)), Some(from)) = (answer, from) {
                    carried.insert(question.id.clone(), Carried { from: from.value, answer, done });
                }
            }
            None => {
                fields.skip("done");
                read_of_unknown(fields, checklist, id, rules);
            }
        }
    });
    carried
}

/// An answer to no question is read as any other, so that all that is wrong with it shows at once.
fn read_of_unknown(fields: &mut Fields<'_>, checklist: &Checklist, id: At<&str>, rules: Rules) {
    unknown_question(fields, checklist, id);
    for key in ["level", "highest", "count"] {
        fields.skip(key);
    }
    read_particulars(fields, rules);
}

pub(super) fn unknown_question(fields: &Fields<'_>, checklist: &Checklist, id: At<&str>) {
    let help = match checklist.nearest_question(id.value) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        _ => format!("`healthcheck show {}` lists every question with its id", checklist.id),
    };
    let message = format!("the checklist has no question `{}`", id.value.escape_debug());
    fields.problem(id.span, message, help);
}

fn read_answer(fields: &mut Fields<'_>, question: &Question, rules: Rules) -> Option<Placed> {
    let value = value::read_value(fields, question, rules.ranges);
    let particulars = read_particulars(fields, rules);
    if question.scale().is_some() {
        for key in [rules.period.0, rules.period.1] {
            if let Some(span) = fields.key_span(key) {
                fields.problem(
                    span,
                    "a period belongs to a count, and this question asks for a level",
                    "delete it",
                );
            }
        }
    }
    let value = value?;
    if value.value == Value::NotApplicable && particulars.note.is_none() && !fields.has("note") {
        fields.problem(
            value.span.clone(),
            "not-applicable is given without a reason",
            "add a line such as `note = \"The force has no ...\"`",
        );
    }
    Some((Answer { value: value.value, ..particulars }, value.span))
}

/// What is said beside the value of an answer.
fn read_particulars(fields: &mut Fields<'_>, Rules { today, period, .. }: Rules) -> Answer {
    let note = fields.text("note").map(|note| note.value);
    let evidence = fields.tables("evidence", "a piece of evidence", |fields| {
        let reference = fields.required_text("ref", "\"Register audit 3\"");
        let dated = fields.past_date("dated", today).map(|date| date.value);
        Some(Evidence { reference: reference?.value, dated })
    });
    let by = fields.text("by").map(|by| by.value);
    let on = fields.past_date("on", today).map(|on| on.value);
    let (from, to) = read_period(fields, today, period);
    Answer { note, evidence, by, on, from, to, ..Answer::of(Value::Unknown) }
}

/// A count may not exceed the one that bounds it: approvals, the applications.
fn check_limits(fields: &Fields<'_>, checklist: &Checklist, answers: &BTreeMap<QuestionId, Placed>) {
    for question in checklist.questions() {
        let Some(Count { at_most: Some(limit), unit, .. }) = question.count() else { continue };
        let (Some((answer, span)), Some((bound, _))) = (answers.get(&question.id), answers.get(limit)) else {
            continue;
        };
        if let (Value::Count(number), Value::Count(most)) = (answer.value, bound.value)
            && number > most
        {
            fields.problem(
                span.clone(),
                format!("{number} {unit} are more than the {most} of `{limit}`"),
                "check both figures; they must be of the same period",
            );
        }
    }
}
