//! The keys of one TOML table, taken one by one, with the place of each.
//!
//! Serde stops at the first problem of a file. Here a missing key, a wrong type and an unknown key are each noted
//! where they stand and reading goes on, so that all are shown in one go.

use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::text::characters::refused_in;
use crate::text::nearest::nearest_key;
use crate::text::source::{Invalid, Problem, Problems, Source};

/// The earliest day that any file can mean; before it a year has lost its century.
pub(crate) const EARLIEST: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();

/// A value and the bytes at which it stands.
#[derive(Debug, Clone)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Range<usize>,
}

/// One table that is being read; what is asked for is known, the rest is reported by [`Fields::finish`].
pub(crate) struct Fields<'a> {
    table: &'a DeTable<'a>,
    span: Range<usize>,
    what: &'static str,
    asked: Vec<&'static str>,
    problems: &'a Problems,
}

/// Reads a text as TOML and hands its root table to `read`; succeeds only when no problem was found at all.
pub(crate) fn read_root<T>(
    source: &Source,
    what: &'static str,
    read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
) -> Result<T, Invalid> {
    let problems = Problems::default();
    refuse_hidden_characters(source, &problems);
    let (root, errors) = parsed(source);
    for error in &errors {
        problems.push(syntax_problem(error, source));
    }
    let mut value = None;
    if errors.iter().all(leaves_the_rest_readable) {
        let mut fields = Fields::new(root.get_ref(), 0..0, what, &problems);
        value = read(&mut fields);
        fields.finish();
    }
    let problems = problems.into_inner();
    match value {
        Some(value) if problems.is_empty() => Ok(value),
        _ => Err(Invalid::new(source.clone(), without_echoes(problems, &errors))),
    }
}

/// The root table of a text and what is wrong with it as TOML: all of it, or of a large text the first alone, for
/// a large file of nonsense has millions of faults.
fn parsed(source: &Source) -> (Spanned<DeTable<'_>>, Vec<toml::de::Error>) {
    const LARGE: usize = 256 * 1024;
    match DeTable::parse(source.text()) {
        Ok(root) => (root, Vec::new()),
        Err(error) if source.text().len() > LARGE => (Spanned::new(0..0, DeTable::new()), vec![error]),
        Err(_) => DeTable::parse_recoverable(source.text()),
    }
}

/// A value that is wrong as TOML is said to be so once, not again as of the wrong type.
fn without_echoes(problems: Vec<Problem>, errors: &[toml::de::Error]) -> Vec<Problem> {
    let spans: Vec<Range<usize>> = errors.iter().filter_map(toml::de::Error::span).collect();
    let is_echo = |problem: &Problem| {
        let overlaps = |span: &Range<usize>| problem.span.start <= span.start && span.end <= problem.span.end;
        problem.message.contains("should be") && spans.iter().any(overlaps)
    };
    problems.into_iter().filter(|problem| !is_echo(problem)).collect()
}

/// The keys of a text's root table, as far as it can be read.
pub(crate) fn root_keys(source: &Source) -> Vec<String> {
    parsed(source).0.get_ref().keys().map(|key| key.get_ref().to_string()).collect()
}

fn refuse_hidden_characters(source: &Source, problems: &Problems) {
    let text = source.text();
    let mut from = 0;
    while let Some((at, message)) = refused_in(text.get(from..).unwrap_or_default())
        && !problems.are_enough()
    {
        let at = from + at;
        let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        problems.add(at..at + length, message, "delete it, or type the words anew");
        from = at + length;
    }
}

fn syntax_problem(error: &toml::de::Error, source: &Source) -> Problem {
    let text = source.text();
    let span = error.span().unwrap_or(text.len()..text.len());
    if error.message().contains(DUPLICATE) {
        let key = text.get(span.clone()).unwrap_or_default();
        return Problem::new(span, format!("`{key}` stands in the file already"), "keep one of the two");
    }
    let message = error.message().lines().next().unwrap_or("this is not TOML");
    let help = match message {
        day if day.contains(DATE) => "write a day that there is, such as 2026-11-02",
        _ => {
            "text goes in \"quotes\", dates are written 2026-11-02, and each key stands on a line of its own"
        }
    };
    Problem::new(span, format!("this cannot be read: {message}"), help)
}

const DUPLICATE: &str = "duplicate key";
const DATE: &str = "invalid date";

/// A key that is given twice, or a day that is none, leaves the rest of the file readable; other mistakes may not.
fn leaves_the_rest_readable(error: &toml::de::Error) -> bool {
    error.message().contains(DUPLICATE) || error.message().contains(DATE)
}

impl<'a> Fields<'a> {
    fn new(table: &'a DeTable<'a>, span: Range<usize>, what: &'static str, problems: &'a Problems) -> Self {
        Self { table, span, what, asked: Vec::new(), problems }
    }

    /// Where the table stands: its header, or the first byte of the file for the root.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Notes a problem at a place.
    pub(crate) fn problem(&self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.add(span, message, help);
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Marks a key as known, whatever it holds.
    pub(crate) fn skip(&mut self, key: &'static str) {
        self.asked.push(key);
    }

    /// Whether a key holds one of the two words that stand outside the scale.
    pub(crate) fn is_outside_scale(&self, key: &str) -> bool {
        let word = self.table.get(key).and_then(|value| value.get_ref().as_str());
        matches!(word, Some("unknown" | "not-applicable"))
    }

    /// Where the value of a key stands.
    pub(crate) fn value_span(&self, key: &str) -> Option<Range<usize>> {
        self.table.get(key).map(Spanned::span)
    }

    /// Where a key itself stands.
    pub(crate) fn key_span(&self, key: &str) -> Option<Range<usize>> {
        self.table.get_key_value(key).map(|(key, _)| key.span())
    }

    /// Notes that a key without which the table means nothing is missing.
    pub(crate) fn missing(&self, key: &str, example: &str) {
        self.problem(
            self.span(),
            format!("{} has no `{key}`", self.what),
            format!("add a line such as `{key} = {example}`"),
        );
    }

    fn take(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str, example: &str) {
        self.problem(
            value.span(),
            format!("`{key}` is {}, and should be {wanted}", type_name(value.get_ref())),
            format!("write it as `{key} = {example}`"),
        );
    }

    /// A text that is not blank and holds no hidden character.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<At<String>> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::String(text) => self.clean(key, text, value.span()),
            _ => {
                self.wrong_type(key, value, "text", "\"...\"");
                None
            }
        }
    }

    /// A text that must be there.
    pub(crate) fn required_text(&mut self, key: &'static str, example: &str) -> Option<At<String>> {
        if !self.has(key) {
            self.asked.push(key);
            self.missing(key, example);
            return None;
        }
        self.text(key)
    }

    fn clean(&self, key: &str, text: &str, span: Range<usize>) -> Option<At<String>> {
        if text.trim().is_empty() {
            self.problem(span, format!("`{key}` is blank"), "write something between the quotes");
            return None;
        }
        if let Some((_, message)) = refused_in(text) {
            // Written as it is, it was found already; written as an escape, it is found here.
            if !self.problems.has_within(&span, &message) {
                self.problem(span, message, format!("take it out of `{key}`"));
            }
            return None;
        }
        Some(At { value: text.replace("\r\n", "\n"), span })
    }

    /// A date without a time.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<At<NaiveDate>> {
        let value = self.take(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.date.and_then(|date| {
                NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            }),
            _ => None,
        };
        if date.is_none() {
            self.wrong_type(key, value, "a date", "2026-11-02");
        }
        date.map(|date| At { value: date, span: value.span() })
    }

    /// A date that is not after `today`.
    pub(crate) fn past_date(&mut self, key: &'static str, today: NaiveDate) -> Option<At<NaiveDate>> {
        let date = self.date(key)?;
        if date.value < EARLIEST {
            self.problem(date.span, format!("`{key}` lies before 1900"), "write the year with four digits");
            return None;
        }
        if date.value > today {
            let message = format!("`{key}` lies in the future ({}; today is {today})", date.value);
            self.problem(date.span, message, "put in the day on which it happened");
            return None;
        }
        Some(date)
    }

    /// A whole number.
    pub(crate) fn integer(&mut self, key: &'static str) -> Option<At<i64>> {
        let value = self.take(key)?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(key, value, "a whole number", "2");
            return None;
        };
        match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Some(At { value: number, span: value.span() }),
            Err(_) => {
                self.problem(value.span(), format!("`{key}` is too large a number"), "check its digits");
                None
            }
        }
    }

    /// A whole number between 1 and 100: a weight. `1` where it is not given.
    pub(crate) fn weight(&mut self) -> u32 {
        let Some(weight) = self.integer("weight") else { return 1 };
        match u32::try_from(weight.value) {
            Ok(number @ 1..=100) => number,
            _ => {
                self.problem(
                    weight.span,
                    "a weight is a whole number from 1 to 100",
                    "write `weight = 2`, say",
                );
                1
            }
        }
    }

    /// Yes or no; `false` where it is not given.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.take(key) else { return false };
        match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            _ => {
                self.wrong_type(key, value, "true or false", "true");
                false
            }
        }
    }

    /// Whether the value of a key is text, so that a key may hold either text or a number.
    pub(crate) fn is_text(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|value| matches!(value.get_ref(), DeValue::String(_)))
    }

    fn array(&mut self, key: &'static str, wanted: &str, example: &str) -> Option<&'a DeArray<'a>> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::Array(array) => Some(array),
            _ => {
                self.wrong_type(key, value, wanted, example);
                None
            }
        }
    }

    /// A list of texts; empty where it is not given.
    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let Some(array) = self.array(key, "a list of texts", "[\"...\", \"...\"]") else { return Vec::new() };
        let mut texts = Vec::new();
        for item in array.iter() {
            match item.get_ref() {
                DeValue::String(text) => {
                    texts.extend(self.clean(key, text, item.span()).map(|text| text.value));
                }
                _ => self.wrong_type(key, item, "a list of texts", "[\"...\", \"...\"]"),
            }
        }
        texts
    }

    /// A list of tables, each read by `read`; empty where it is not given.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        mut read: impl FnMut(&mut Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(array) = self.array(key, "a list of tables", "[{ ... }]") else { return Vec::new() };
        let mut values = Vec::new();
        for item in array.iter() {
            match item.get_ref() {
                DeValue::Table(table) => {
                    values.extend(self.inner(table, item.span(), what, &mut read));
                }
                _ => self.wrong_type(key, item, "a list of tables", "[{ ... }]"),
            }
        }
        values
    }

    /// A table inside this one.
    pub(crate) fn table<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::Table(table) => self.inner(table, value.span(), what, read),
            _ => {
                self.wrong_type(key, value, "a table", "{ ... }");
                None
            }
        }
    }

    /// A table whose keys are ids and whose values are tables, each read by `read` with its id.
    pub(crate) fn entries(
        &mut self,
        key: &'static str,
        what: &'static str,
        mut read: impl FnMut(At<&str>, &mut Fields<'_>),
    ) {
        let Some(value) = self.take(key) else { return };
        let DeValue::Table(table) = value.get_ref() else {
            return self.wrong_type(key, value, "a table", "{ ... }");
        };
        for (id, entry) in table.iter() {
            let at = At { value: id.get_ref().as_ref(), span: id.span() };
            match entry.get_ref() {
                DeValue::Table(table) => {
                    let mut fields = Fields::new(table, id.span(), what, self.problems);
                    read(at, &mut fields);
                    fields.finish();
                }
                _ => self.problem(
                    entry.span(),
                    format!("`{}` is {}, and should be {what}", id.get_ref(), type_name(entry.get_ref())),
                    format!("write `[{key}.{}]` and below it `level = \"in-place\"`, say", id.get_ref()),
                ),
            }
        }
    }

    fn inner<T>(
        &self,
        table: &DeTable<'_>,
        span: Range<usize>,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let mut fields = Fields { table, span, what, asked: Vec::new(), problems: self.problems };
        let value = read(&mut fields);
        fields.finish();
        value
    }

    /// Notes every key that nobody asked for, with the nearest that is known.
    fn finish(&self) {
        for (key, _) in self.table.iter() {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) {
                continue;
            }
            let help = match nearest_key(name, &self.asked) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("delete it; {} may have: {}", self.what, self.asked.join(", ")),
            };
            self.problem(key.span(), format!("{} has no key `{name}`", self.what), help);
        }
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(moment) if moment.time.is_some() => "a time",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
