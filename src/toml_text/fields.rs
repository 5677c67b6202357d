//! Reads the keys of one TOML table, one by one.
//!
//! Serde stops at the first problem of a file. Here each missing key, wrong type and unknown key is noted with its place,
//! and reading goes on, so that all are shown at once.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::nearest::nearest_key;
use crate::text::source::{Fault, Problem, Problems};

/// A value with its place in the text, in bytes.
#[derive(Debug, Clone)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Range<usize>,
}

/// A table being read. [`Fields::finish`] reports the keys that nobody asked for.
pub(crate) struct Fields<'a> {
    pub(super) table: &'a DeTable<'a>,
    span: Range<usize>,
    /// The table in messages: "an answer".
    what: &'static str,
    /// The known keys, in the order of the format.
    asked: Vec<&'static str>,
    pub(super) problems: &'a Problems,
}

impl<'a> Fields<'a> {
    pub(super) fn new(
        table: &'a DeTable<'a>,
        span: Range<usize>,
        what: &'static str,
        problems: &'a Problems,
    ) -> Self {
        Self { table, span, what, asked: Vec::with_capacity(16), problems }
    }

    /// The place of the table's header; the first byte of the file for the root.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    pub(crate) fn problem(&self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(span, message, help));
    }

    /// Notes a problem at the value of a key that the table has.
    pub(crate) fn problem_at(&self, key: &str, message: impl Into<String>, help: impl Into<String>) {
        self.problem(self.value_span(key).expect("the key was read"), message, help);
    }

    /// As [`Fields::problem`], with a [`Fault`] of its own.
    pub(crate) fn note(&self, problem: Problem) {
        self.problems.push(problem);
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Marks a key as known without reading it.
    pub(crate) fn skip(&mut self, key: &'static str) {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
    }

    /// The value of a key, if it is text.
    pub(crate) fn as_str(&self, key: &str) -> Option<&str> {
        self.table.get(key).and_then(|value| value.get_ref().as_str())
    }

    pub(crate) fn value_span(&self, key: &str) -> Option<Range<usize>> {
        self.table.get(key).map(Spanned::span)
    }

    pub(crate) fn key_span(&self, key: &str) -> Option<Range<usize>> {
        self.table.get_key_value(key).map(|(key, _)| key.span())
    }

    pub(crate) fn missing(&self, key: &str, example: &str) {
        self.problem(
            self.span(),
            format!("{} has no `{key}`", self.what),
            format!("add a line such as `{key} = {example}`"),
        );
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.skip(key);
        self.table.get(key)
    }

    pub(super) fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str, example: &str) {
        self.not_of_type(value, key, wanted, format!("write it as `{key} = {example}`"));
    }

    fn not_of_type(&self, value: &Spanned<DeValue<'_>>, key: &str, wanted: &str, help: String) {
        let message = format!("`{key}` is {}, but should be {wanted}", type_name(value.get_ref()));
        let problem = Problem::new(value.span(), message, help);
        self.note(Problem { fault: Fault::WrongType, ..problem });
    }

    /// A list, empty if the key is missing. `read` gives `None` for an item of the wrong type.
    fn list<T>(
        &mut self,
        key: &'static str,
        (wanted, example): (&str, &str),
        mut read: impl FnMut(&Self, &Spanned<DeValue<'_>>) -> Option<Option<T>>,
    ) -> Vec<T> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let DeValue::Array(array) = value.get_ref() else {
            self.wrong_type(key, value, wanted, example);
            return Vec::new();
        };
        let mut values = Vec::new();
        for item in array.iter() {
            match read(self, item) {
                Some(value) => values.extend(value),
                None => self.wrong_type(key, item, wanted, example),
            }
        }
        values
    }

    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<String> {
        self.list(key, ("a list of texts", "[\"...\", \"...\"]"), |fields, item| {
            let text = item.get_ref().as_str()?;
            Some(fields.clean(key, text, item.span()).map(|text| text.value))
        })
    }

    /// A list of tables, each read by `read`; empty if the key is missing.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        what: &'static str,
        mut read: impl FnMut(&mut Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        self.list(key, ("a list of tables", "[{ ... }]"), |fields, item| {
            let table = item.get_ref().as_table()?;
            Some(fields.inner(table, item.span(), what, &mut read))
        })
    }

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

    /// Reads a table whose keys are ids and whose values are tables.
    pub(crate) fn entries(
        &mut self,
        key: &'static str,
        what: &'static str,
        example: &str,
        mut read: impl FnMut(At<&str>, &mut Fields<'_>),
    ) {
        let Some(value) = self.take(key) else { return };
        let DeValue::Table(table) = value.get_ref() else {
            return self.wrong_type(key, value, "a table", "{ ... }");
        };
        for (id, entry) in table.iter() {
            let at = At { value: id.get_ref().as_ref(), span: id.span() };
            match entry.get_ref() {
                DeValue::Table(table) => self.inner(table, id.span(), what, |fields| read(at, fields)),
                _ => {
                    let id = id.get_ref();
                    let help = format!("write `[{key}.{id}]` and below it `{example}`, say");
                    self.not_of_type(entry, id, what, help);
                }
            }
        }
    }

    fn inner<T>(
        &self,
        table: &DeTable<'_>,
        span: Range<usize>,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> T {
        let mut fields = Fields::new(table, span, what, self.problems);
        let value = read(&mut fields);
        fields.finish();
        value
    }

    /// Notes every unknown key, with the nearest known one.
    pub(super) fn finish(&self) {
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
