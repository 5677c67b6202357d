//! An assessment's file, read whole: every problem is noted where it stands.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Answer, Assessment, Evidence, Header, Published, Value};
use crate::checklist::{Checklist, Kind, Question, QuestionId, read_format};
use crate::fields::{At, Fields, read_part, read_root};
use crate::source::{Invalid, Source};

/// An answer with the place of its value, for the rules that concern two answers.
type Placed = (Answer, Range<usize>);

pub(super) fn header(source: &Source) -> Result<Header, Invalid> {
    read_part(source, "an assessment", |fields| {
        let checklist = fields.required_text("checklist", "\"without-fear-or-favour\"")?;
        Some(Header { checklist: checklist.value, span: checklist.span })
    })
}

pub(super) fn assessment(
    source: &Source,
    checklist: &Arc<Checklist>,
    today: NaiveDate,
) -> Result<Assessment, Invalid> {
    read_root(source, "an assessment", |fields| {
        read_format(fields);
        let force = fields.required_text("force", "\"Essex Police\"");
        if !fields.has("date") {
            fields.missing("date", &today.to_string());
        }
        let date = fields.past_date("date", today);
        let assessor = fields.required_text("assessor", "\"Professional Standards Department\"");
        let marking = fields.text("marking");
        fields.required_text("checklist", "\"without-fear-or-favour\"");
        read_edition(fields, checklist);
        let published = fields.table("source", "a source", |fields| read_published(fields, today));
        let answers = read_answers(fields, checklist, today);
        Some(Assessment {
            force: force?.value,
            date: date?.value,
            assessor: assessor?.value,
            marking: marking.map(|marking| marking.value),
            source: published,
            checklist: Arc::clone(checklist),
            answers,
        })
    })
}

fn read_edition(fields: &mut Fields<'_>, checklist: &Checklist) {
    let Some(edition) = fields.required_text("edition", &format!("\"{}\"", checklist.edition)) else {
        return;
    };
    if edition.value != checklist.edition {
        fields.problem(
            edition.span,
            format!("the edition {} of `{}` is not held here", edition.value.escape_debug(), checklist.id),
            format!("the edition that is held is {}", checklist.edition),
        );
    }
}

fn read_published(fields: &mut Fields<'_>, today: NaiveDate) -> Option<Published> {
    let kind = fields.required_text("kind", "\"force report\"");
    let title = fields.required_text("title", "\"Revisiting police relationships: progress report\"");
    let publisher = fields.required_text("publisher", "\"HMIC\"");
    let published = fields.required_text("published", "\"December 2012\"");
    let isbn = fields.text("isbn");
    let (from, to) = read_period(fields, today);
    Some(Published {
        kind: kind?.value,
        title: title?.value,
        publisher: publisher?.value,
        published: published?.value,
        isbn: isbn.map(|isbn| isbn.value),
        from,
        to,
    })
}

fn read_period(fields: &mut Fields<'_>, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let from = fields.past_date("from", today);
    let to = fields.past_date("to", today);
    if let (Some(from), Some(to)) = (&from, &to)
        && from.value > to.value
    {
        let message = format!("the period ends ({}) before it begins ({})", to.value, from.value);
        fields.problem(to.span.clone(), message, "put the earlier day in `from`");
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
            if let Some(read) = read_answer(answer, question, today) {
                placed.insert(question.id.clone(), read);
            }
        }
        None => {
            answer.leave_unread();
            unknown_question(answer, checklist, id);
        }
    });
    check_limits(fields, checklist, &placed);
    placed.into_iter().map(|(id, (answer, _))| (id, answer)).collect()
}

fn unknown_question(fields: &Fields<'_>, checklist: &Checklist, id: At<&str>) {
    let help = match checklist.nearest_id(id.value) {
        Some(nearest) if checklist.question(nearest).is_some() => format!("did you mean `{nearest}`?"),
        _ => format!("`healthcheck show {}` lists every question with its id", checklist.id),
    };
    let message = format!("the checklist has no question `{}`", id.value.escape_debug());
    fields.problem(id.span, message, help);
}

fn read_answer(fields: &mut Fields<'_>, question: &Question, today: NaiveDate) -> Option<Placed> {
    let value = read_value(fields, question);
    let note = fields.text("note").map(|note| note.value);
    let evidence = fields.tables("evidence", "a piece of evidence", |fields| {
        let reference = fields.required_text("ref", "\"Register audit 3\"");
        let dated = fields.past_date("dated", today).map(|date| date.value);
        Some(Evidence { reference: reference?.value, dated })
    });
    let by = fields.text("by").map(|by| by.value);
    let on = fields.past_date("on", today).map(|on| on.value);
    let (from, to) = read_period(fields, today);
    if question.unit().is_none() {
        for key in ["from", "to"] {
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
    if value.value == Value::NotApplicable && note.is_none() {
        fields.problem(
            value.span.clone(),
            "not-applicable is given without a reason",
            "add a line such as `note = \"The force has no ...\"`",
        );
    }
    Some((Answer { value: value.value, note, evidence, by, on, from, to }, value.span))
}

/// The answer itself: `level = "in-place"` or `count = 2`. Either key may say unknown or not-applicable, whichever
/// kind the question is of.
fn read_value(fields: &mut Fields<'_>, question: &Question) -> Option<At<Value>> {
    let (right, wrong, example) = match question.unit() {
        Some(_) => ("count", "level", "2"),
        None => ("level", "count", "\"in-place\""),
    };
    fields.leave(right);
    fields.leave(wrong);
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

fn read_word(fields: &mut Fields<'_>, question: &Question, key: &'static str) -> Option<At<Value>> {
    let word = fields.text(key)?;
    judged(fields, Value::parse(question, &word.value), word.span)
}

fn judged(fields: &Fields<'_>, value: Result<Value, String>, span: Range<usize>) -> Option<At<Value>> {
    match value {
        Ok(value) => Some(At { value, span }),
        Err(message) => {
            fields.problem(span, message, "`healthcheck explain FILE QUESTION` shows what each answer means");
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
