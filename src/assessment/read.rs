//! An assessment's file, read whole: every problem is noted where it stands.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Answer, Assessment, Carried, Evidence, Header, Publication, Published, Value, WrongValue};
use crate::checklist::{Checklist, Kind, Question, QuestionId, read_format};
use crate::fields::{At, Fields, read_root};
use crate::source::{Invalid, Problem, Source};

mod plan;

/// An answer with the place of its value, for the rules that concern two answers.
type Placed = (Answer, Range<usize>);

/// The keys of the first and the last day that a count covers.
pub(super) type PeriodKeys = (&'static str, &'static str);

/// In an answer, and of a source.
pub(super) const PERIOD: PeriodKeys = ("from", "to");

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
        source: fields.table("source", "a source", |fields| read_published(fields, today)),
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

fn read_published(fields: &mut Fields<'_>, today: NaiveDate) -> Option<Published> {
    let kind =
        fields.required_text("kind", "\"force report\"").and_then(|kind| read_publication(fields, &kind));
    let title = fields.required_text("title", "\"Revisiting police relationships: progress report\"");
    let publisher = fields.required_text("publisher", "\"HMIC\"");
    let published = fields.required_text("published", "\"December 2012\"");
    let isbn = fields.text("isbn");
    let (from, to) = read_period(fields, today, PERIOD);
    Some(Published {
        kind: kind?,
        title: title?.value,
        publisher: publisher?.value,
        published: published?.value,
        isbn: isbn.map(|isbn| isbn.value),
        from,
        to,
    })
}

fn read_publication(fields: &Fields<'_>, kind: &At<String>) -> Option<Publication> {
    let known = Publication::ALL.into_iter().find(|each| each.words() == kind.value);
    if known.is_none() {
        let all = Publication::ALL.map(Publication::words).join(" or ");
        fields.problem(
            kind.span.clone(),
            format!("`{}` is no kind of publication", kind.value),
            format!("write {all}"),
        );
    }
    known
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
    let mut placed: BTreeMap<QuestionId, Placed> = BTreeMap::new();
    fields.entries("answers", "an answer", |id, answer| match checklist.question(id.value) {
        Some(question) => {
            if let Some(read) = read_answer(answer, question, today, PERIOD) {
                placed.insert(question.id.clone(), read);
            }
        }
        None => read_of_unknown(answer, checklist, id, today, PERIOD),
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
    let mut carried = BTreeMap::new();
    fields.entries("carried", "a carried answer", |id, fields| {
        if !fields.has("from") {
            fields.missing("from", "2025-11-02");
        }
        let from = fields.past_date("from", today);
        match checklist.question_ever(id.value) {
            Some(question) => {
                let answer = read_answer(fields, question, today, CARRIED_PERIOD);
                let done = fields.texts("done");
                if let (Some((answer, _)), Some(from)) = (answer, from) {
                    carried.insert(question.id.clone(), Carried { from: from.value, answer, done });
                }
            }
            None => {
                fields.skip("done");
                read_of_unknown(fields, checklist, id, today, CARRIED_PERIOD);
            }
        }
    });
    carried
}

/// An answer to no question is read as any other, so that all that is wrong with it shows at once.
fn read_of_unknown(
    fields: &mut Fields<'_>,
    checklist: &Checklist,
    id: At<&str>,
    today: NaiveDate,
    period: PeriodKeys,
) {
    unknown_question(fields, checklist, id);
    fields.skip("level");
    fields.skip("count");
    read_particulars(fields, today, period);
}

pub(super) fn unknown_question(fields: &Fields<'_>, checklist: &Checklist, id: At<&str>) {
    let help = match checklist.nearest_question(id.value) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        _ => format!("`healthcheck show {}` lists every question with its id", checklist.id),
    };
    let message = format!("the checklist has no question `{}`", id.value.escape_debug());
    fields.problem(id.span, message, help);
}

fn read_answer(
    fields: &mut Fields<'_>,
    question: &Question,
    today: NaiveDate,
    period: PeriodKeys,
) -> Option<Placed> {
    let value = read_value(fields, question);
    let particulars = read_particulars(fields, today, period);
    if question.unit().is_none() {
        for key in [period.0, period.1] {
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
fn read_particulars(fields: &mut Fields<'_>, today: NaiveDate, period: PeriodKeys) -> Answer {
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

/// The answer itself: `level = "in-place"` or `count = 2`. Either key may say unknown or not-applicable, whichever
/// kind the question is of.
fn read_value(fields: &mut Fields<'_>, question: &Question) -> Option<At<Value>> {
    let (right, wrong, example) = match question.unit() {
        Some(_) => ("count", "level", "2"),
        None => ("level", "count", "\"in-place\""),
    };
    fields.skip(right);
    fields.skip(wrong);
    match (fields.has(right), fields.key_span(wrong)) {
        (true, None) if right == "count" && !fields.is_text(right) => {
            let number = fields.integer(right)?;
            judged(fields, Value::count(question, number.value), number.span)
        }
        (true, None) => read_word(fields, question, right),
        (false, Some(_)) if fields.is_outside_scale(wrong) => read_word(fields, question, wrong),
        (false, None) => {
            fields.missing(right, example);
            None
        }
        (true, Some(span)) => {
            fields.problem(span, "an answer has either a `level` or a `count`", "delete one of the two");
            None
        }
        (false, Some(span)) => {
            let asked =
                question.unit().map_or_else(|| "a level".to_owned(), |unit| format!("a number of {unit}"));
            let message = format!("`{wrong}` does not answer this question, which asks for {asked}");
            fields.problem(span, message, format!("write `{right} = {example}`"));
            None
        }
    }
}

/// A level, or for either kind of question one of the two words that stand outside the scale.
fn read_word(fields: &mut Fields<'_>, question: &Question, key: &'static str) -> Option<At<Value>> {
    if !fields.is_text(key) {
        let span = fields.value_span(key)?;
        fields.problem(span, format!("`{key}` is not a word"), format!("write `{key} = \"in-place\"`, say"));
        return None;
    }
    let word = fields.text(key)?;
    if question.unit().is_some() && !fields.is_outside_scale(key) {
        let message = format!("`{key}` is text, and should be a whole number");
        fields.problem(word.span, message, "write digits without quotes, or \"unknown\"");
        return None;
    }
    judged(fields, Value::parse(question, &word.value), word.span)
}

fn judged(fields: &Fields<'_>, value: Result<Value, WrongValue>, span: Range<usize>) -> Option<At<Value>> {
    match value {
        Ok(value) => Some(At { value, span }),
        Err(wrong) => {
            fields.problem(span, wrong.message, wrong.help);
            None
        }
    }
}

/// A count may not exceed the one that bounds it: approvals, the applications.
fn check_limits(fields: &Fields<'_>, checklist: &Checklist, answers: &BTreeMap<QuestionId, Placed>) {
    for question in checklist.questions() {
        let Kind::Count { at_most: Some(limit), unit, .. } = &question.kind else { continue };
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
