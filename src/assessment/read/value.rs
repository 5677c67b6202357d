//! The value of an answer: a level, a range of levels or a count.

use std::ops::Range;

use super::super::{Levels, Value, WrongValue};
use crate::checklist::{Kind, Level, Question};
use crate::fields::{At, Fields};

/// The answer itself: `level = "in-place"`, of a finding perhaps with `highest = "assured"`; or `count = 2`.
pub fn read_value(fields: &mut Fields<'_>, question: &Question, ranges: bool) -> Option<At<Value>> {
    let value = read_single(fields, question);
    if !fields.has("highest") {
        fields.skip("highest");
        return value;
    }
    if !ranges {
        refuse_range(fields);
        return value;
    }
    let highest = read_highest(fields);
    let value = value?;
    let Value::Level(lowest) = value.value else {
        let message = format!("`highest` belongs to a level, and this answer is {}", value.value.title());
        fields.problem(highest?.span, message, "delete it");
        return Some(value);
    };
    let levels = range(fields, lowest.lowest(), &highest?).map(Value::Level);
    Some(At { value: levels.unwrap_or(value.value), ..value })
}

/// A force knows its own level.
fn refuse_range(fields: &mut Fields<'_>) {
    fields.skip("highest");
    let span = fields.key_span("highest").unwrap_or_else(|| fields.span());
    fields.problem(
        span,
        "a force's own answer is one level; `highest` belongs to findings, in a file with `[source]`",
        "delete it, and give in `level` the highest level of which every word is true",
    );
}

fn read_highest(fields: &mut Fields<'_>) -> Option<At<Level>> {
    let word = fields.text("highest")?;
    let level = Level::from_word(&word.value);
    if level.is_none() {
        let message = format!("`{}` is not a level", word.value.escape_debug());
        fields.problem(word.span.clone(), message, "write developing, in-place or assured");
    }
    level.map(|value| At { value, span: word.span })
}

/// The two ends as a range, which has to lead upwards.
fn range(fields: &Fields<'_>, lowest: Level, highest: &At<Level>) -> Option<Levels> {
    if highest.value == lowest {
        let message = format!("`highest` says {}, as `level` does", lowest.title());
        fields.problem(
            highest.span.clone(),
            message,
            "delete it: without it the finding is that level alone",
        );
        return None;
    }
    let levels = Levels::new(lowest, highest.value);
    if levels.is_none() {
        let message = format!("`highest` ({}) is below `level` ({})", highest.value.title(), lowest.title());
        let help = "put the lowest level that the words support in `level`, and the highest that they do not rule out in \
                    `highest`";
        fields.problem(highest.span.clone(), message, help);
    }
    levels
}

/// `level` or `count`. Either key may say unknown or not-applicable, whichever kind the question is of.
fn read_single(fields: &mut Fields<'_>, question: &Question) -> Option<At<Value>> {
    let (right, wrong, example) = match question.kind {
        Kind::Count(_) => ("count", "level", "2"),
        Kind::Scale(_) => ("level", "count", "\"in-place\""),
    };
    fields.skip(right);
    fields.skip(wrong);
    match (fields.has(right), fields.key_span(wrong)) {
        (true, None) => match &question.kind {
            Kind::Count(count) if !fields.is_text(right) => {
                let number = fields.integer(right)?;
                judged(fields, Value::of_count(count, number.value), number.span)
            }
            Kind::Count(_) | Kind::Scale(_) => read_word(fields, question, right),
        },
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
            let asked = question
                .count()
                .map_or_else(|| "a level".to_owned(), |count| format!("a number of {}", count.unit));
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
    if question.count().is_some() && !fields.is_outside_scale(key) {
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
