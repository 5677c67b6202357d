//! The format of an answer's value: a level, a range of levels or a count.

use std::ops::Range;

use crate::assessment::{Levels, Value, ValueError};
use crate::checklist::{Count, Kind, Level, Question};
use crate::text::source::{Fault, Problem};
use crate::toml_text::{At, Fields, Keys, Written};

const LEVEL: &str = "level";
const HIGHEST: &str = "highest";
const COUNT: &str = "count";

/// `level = "in-place"`, in a finding perhaps with `highest = "assured"`; or `count = 2`.
pub(super) fn value(
    keys: &mut Keys<'_, '_>,
    question: Option<&Question>,
    ranges: bool,
    given: Option<Value>,
) -> Option<Value> {
    match keys {
        Keys::Read(fields) => {
            [LEVEL, HIGHEST, COUNT].into_iter().for_each(|key| fields.skip(key));
            read(fields, question?, ranges)
        }
        Keys::Write(written) => {
            write(written, question?, given?);
            given
        }
    }
}

pub(super) fn span(fields: &Fields<'_>) -> Option<Range<usize>> {
    fields.value_span(LEVEL).or_else(|| fields.value_span(COUNT))
}

fn write(written: &mut Written, question: &Question, value: Value) {
    let (level, highest, count) = match (value, &question.kind) {
        (Value::Level(levels), _) => {
            (Some(levels.lowest().word().into()), levels.up_to().map(|level| level.word().into()), None)
        }
        (Value::Count(number), _) => (None, None, Some(number.into())),
        (word @ (Value::Unknown | Value::NotApplicable), Kind::Scale(_)) => {
            (Some(word.word().into()), None, None)
        }
        (word @ (Value::Unknown | Value::NotApplicable), Kind::Count(_)) => {
            (None, None, Some(word.word().into()))
        }
    };
    written.put(LEVEL, level);
    written.put(HIGHEST, highest);
    written.put(COUNT, count);
}

fn read(fields: &mut Fields<'_>, question: &Question, ranges: bool) -> Option<Value> {
    let value = read_single(fields, question);
    if !fields.has(HIGHEST) {
        return value;
    }
    if !ranges {
        refuse_range(fields);
        return value;
    }
    let highest = read_highest(fields);
    let Value::Level(lowest) = value? else {
        let message = format!("`highest` goes with a level, and this answer is {}", value?.word());
        fields.problem(highest?.span, message, "delete it");
        return value;
    };
    range(fields, lowest.lowest(), &highest?).map(Value::Level).or(value)
}

fn refuse_range(fields: &Fields<'_>) {
    let span = fields.key_span(HIGHEST).unwrap_or_else(|| fields.span());
    fields.problem(
        span,
        "a force's own answer is one level; `highest` belongs to findings and reviews, in a file with `source` or `reviews`",
        "delete it, and give in `level` the highest level of which every word is true",
    );
}

fn read_highest(fields: &mut Fields<'_>) -> Option<At<Level>> {
    let word = fields.text(HIGHEST)?;
    let level = Level::from_word(&word.value);
    if level.is_none() {
        let message = format!("`{}` is not a level", word.value.escape_debug());
        fields.problem(word.span.clone(), message, "write developing, in-place or assured");
    }
    level.map(|value| At { value, span: word.span })
}

/// Notes a problem if the range does not go upwards.
fn range(fields: &Fields<'_>, lowest: Level, highest: &At<Level>) -> Option<Levels> {
    if highest.value == lowest {
        let message = format!("`highest` is {}, the same as `level`", lowest.word());
        fields.problem(
            highest.span.clone(),
            message,
            "delete it: without it the finding is that level alone",
        );
        return None;
    }
    let levels = Levels::new(lowest, highest.value);
    if levels.is_none() {
        let message = format!("`highest` ({}) is below `level` ({})", highest.value.word(), lowest.word());
        let help = "put the lowest level that the words support in `level`, and the highest that they do not rule out in \
                    `highest`";
        fields.problem(highest.span.clone(), message, help);
    }
    levels
}

/// `level` or `count`. Either key may hold unknown or not-applicable, for both kinds of question.
fn read_single(fields: &mut Fields<'_>, question: &Question) -> Option<Value> {
    let (right, wrong, example) = match question.kind {
        Kind::Count(_) => (COUNT, LEVEL, "2"),
        Kind::Scale(_) => (LEVEL, COUNT, "\"in-place\""),
    };
    match (fields.has(right), fields.key_span(wrong)) {
        (true, None) => match &question.kind {
            Kind::Count(count) => read_count(fields, question, count),
            Kind::Scale(_) => read_level(fields, question),
        },
        (false, Some(_)) if is_outside_scale(fields, wrong) => read_word(fields, question, wrong),
        (false, None) => {
            fields.missing(right, example);
            None
        }
        (true, Some(span)) => {
            fields.problem(
                span,
                "an answer has either a `level` or a `count`, not both",
                "delete one of the two",
            );
            None
        }
        (false, Some(span)) => {
            let asked = match &question.kind {
                Kind::Count(count) => format!("a number of {}", count.unit),
                Kind::Scale(_) => "a level".to_owned(),
            };
            let message = format!("`{wrong}` does not answer this question, which asks for {asked}");
            fields.problem(span, message, format!("write `{right} = {example}`"));
            None
        }
    }
}

fn is_outside_scale(fields: &Fields<'_>, key: &str) -> bool {
    matches!(fields.as_str(key), Some("unknown" | "not-applicable"))
}

fn read_level(fields: &mut Fields<'_>, question: &Question) -> Option<Value> {
    if !fields.is_text(LEVEL) {
        let span = fields.value_span(LEVEL)?;
        fields.problem(span, "`level` is not a word", "write `level = \"in-place\"`, say");
        return None;
    }
    read_word(fields, question, LEVEL)
}

fn read_count(fields: &mut Fields<'_>, question: &Question, count: &Count) -> Option<Value> {
    if is_outside_scale(fields, COUNT) {
        return read_word(fields, question, COUNT);
    }
    if fields.is_text(COUNT) {
        let word = fields.text(COUNT)?;
        let message = "`count` is text, but should be a whole number";
        let problem = Problem::new(word.span, message, "write digits without quotes, or \"unknown\"");
        fields.note(Problem { fault: Fault::WrongType, ..problem });
        return None;
    }
    let number = fields.integer(COUNT)?;
    judged(fields, Value::from_count(count, number.value), number.span)
}

/// A level, or one of the two answers outside the scale.
fn read_word(fields: &mut Fields<'_>, question: &Question, key: &'static str) -> Option<Value> {
    let word = fields.text(key)?;
    judged(fields, Value::parse(question, &word.value), word.span)
}

fn judged(fields: &Fields<'_>, value: Result<Value, ValueError>, span: Range<usize>) -> Option<Value> {
    value.map_err(|wrong| fields.problem(span, wrong.message, wrong.help)).ok()
}
