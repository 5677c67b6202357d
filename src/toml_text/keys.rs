//! The keys of a table, each named once for reading and writing.
//!
//! A function over [`Keys`] is a file format. When writing it is given the value to write; when reading it returns the value
//! read. So no key can be read but not written, or written but not read. The function's order is the order in the file.

use chrono::{Datelike, NaiveDate};
use toml_edit::{Array, InlineTable, Table, Value};

use super::fields::{At, Fields};
use super::kept::set;
use crate::text::characters::too_long;

pub(crate) enum Keys<'k, 't> {
    Read(&'k mut Fields<'t>),
    Write(&'k mut Written),
}

pub(crate) struct Key<'s, 'k, 't> {
    keys: &'s mut Keys<'k, 't>,
    name: &'static str,
}

/// Keys in the order of the format, each with the value to write, or `None` to remove the key.
#[derive(Debug, Default)]
pub(crate) struct Written(Vec<(&'static str, Option<Value>)>);

impl<'k, 't> Keys<'k, 't> {
    pub(crate) fn key<'s>(&'s mut self, name: &'static str) -> Key<'s, 'k, 't> {
        Key { keys: self, name }
    }

    /// A key that must be there; `example` is a value in TOML.
    pub(crate) fn required<'s>(&'s mut self, name: &'static str, example: &str) -> Key<'s, 'k, 't> {
        if let Keys::Read(fields) = self
            && !fields.has(name)
        {
            fields.missing(name, example);
        }
        Key { keys: self, name }
    }
}

impl Key<'_, '_, '_> {
    pub(crate) fn text(self, given: Option<&String>) -> Option<String> {
        self.text_as(given.map(|text| (text.clone(), text.clone())), |_, text| Some(text.value))
    }

    /// A short text such as a name, which is printed in page headers.
    pub(crate) fn name(self, given: Option<&String>) -> Option<String> {
        let given = given.map(|name| (name.clone(), name.clone()));
        let key = self.name;
        self.text_as(given, |fields, name| match too_long(&name.value) {
            Some(why) => {
                fields.problem(name.span, format!("`{key}` {why}"), "shorten it; details belong in a note");
                None
            }
            None => Some(name.value),
        })
    }

    /// A text for a value: a known word, an id or a digest. For any other text `problem` gives the message and the help.
    pub(crate) fn parsed<T>(
        self,
        given: Option<T>,
        write: impl Fn(&T) -> String,
        parse: impl Fn(&str) -> Option<T>,
        problem: impl Fn(&str) -> (String, String),
    ) -> Option<T> {
        let given = given.map(|value| {
            let text = write(&value);
            (value, text)
        });
        self.text_as(given, |fields, text| {
            let value = parse(&text.value);
            if value.is_none() {
                let (message, help) = problem(&text.value);
                fields.problem(text.span, message, help);
            }
            value
        })
    }

    /// A text that `read` turns into a value, noting a problem if it cannot. A value to write comes with its text.
    pub(crate) fn text_as<T>(
        self,
        given: Option<(T, String)>,
        read: impl FnOnce(&Fields<'_>, At<String>) -> Option<T>,
    ) -> Option<T> {
        match self.keys {
            Keys::Read(fields) => {
                let text = fields.text(self.name)?;
                read(fields, text)
            }
            Keys::Write(written) => {
                let (value, text) = given.unzip();
                written.put(self.name, text.map(Value::from));
                value
            }
        }
    }

    /// A list of texts. An empty list is written as no key.
    pub(crate) fn texts(self, given: &[String]) -> Vec<String> {
        match self.keys {
            Keys::Read(fields) => fields.texts(self.name),
            Keys::Write(written) => {
                let array: Array = given.iter().map(String::as_str).collect();
                written.put(self.name, (!array.is_empty()).then(|| array.into()));
                given.to_vec()
            }
        }
    }

    pub(crate) fn date(self, given: Option<NaiveDate>) -> Option<NaiveDate> {
        self.date_by(given, |fields, name| fields.date(name))
    }

    /// A date that is not after `today`.
    pub(crate) fn past_date(self, today: NaiveDate, given: Option<NaiveDate>) -> Option<NaiveDate> {
        self.date_by(given, |fields, name| fields.past_date(name, today))
    }

    fn date_by(
        self,
        given: Option<NaiveDate>,
        read: impl FnOnce(&mut Fields<'_>, &'static str) -> Option<At<NaiveDate>>,
    ) -> Option<NaiveDate> {
        match self.keys {
            Keys::Read(fields) => read(fields, self.name).map(|day| day.value),
            Keys::Write(written) => {
                written.put(self.name, given.map(|day| Value::from(toml_date(day))));
                given
            }
        }
    }

    pub(crate) fn integer(self, given: Option<i64>) -> Option<i64> {
        match self.keys {
            Keys::Read(fields) => fields.integer(self.name).map(|number| number.value),
            Keys::Write(written) => {
                written.put(self.name, given.map(Value::from));
                given
            }
        }
    }

    pub(crate) fn table<T>(
        self,
        what: &'static str,
        given: Option<&T>,
        each: impl FnOnce(&mut Keys<'_, '_>, Option<&T>) -> Option<T>,
    ) -> Option<T> {
        match self.keys {
            Keys::Read(fields) => fields.table(self.name, what, |fields| each(&mut Keys::Read(fields), None)),
            Keys::Write(written) => {
                let mut inner = Written::default();
                let value = given.and_then(|given| each(&mut Keys::Write(&mut inner), Some(given)));
                written.put(self.name, given.map(|_| inner.inline().into()));
                value
            }
        }
    }

    /// A list of tables whose format is `each`. An empty list is written as no key.
    pub(crate) fn tables<T>(
        self,
        what: &'static str,
        given: &[T],
        mut each: impl FnMut(&mut Keys<'_, '_>, Option<&T>) -> Option<T>,
    ) -> Vec<T> {
        match self.keys {
            Keys::Read(fields) => {
                fields.tables(self.name, what, |fields| each(&mut Keys::Read(fields), None))
            }
            Keys::Write(written) => {
                let mut array = Array::new();
                let mut values = Vec::new();
                for given in given {
                    let mut inner = Written::default();
                    values.extend(each(&mut Keys::Write(&mut inner), Some(given)));
                    array.push(inner.inline());
                }
                written.put(self.name, (!array.is_empty()).then(|| array.into()));
                values
            }
        }
    }
}

impl Written {
    pub(crate) fn collect<T>(write: impl FnOnce(&mut Keys<'_, '_>) -> T) -> Self {
        let mut written = Self::default();
        write(&mut Keys::Write(&mut written));
        written
    }

    pub(crate) fn put(&mut self, key: &'static str, value: Option<Value>) {
        self.0.push((key, value));
    }

    /// Sets every key in a table. New keys go to its end.
    pub(crate) fn set_in(self, table: &mut Table) {
        for (key, value) in self.0 {
            set(table, key, value);
        }
    }

    /// Sets every key in a table, and sorts the table unless a person gave it another order.
    pub(crate) fn put_in_order(self, table: &mut Table) {
        let names: Vec<&str> = self.0.iter().map(|(name, _)| *name).collect();
        let rank = |key: &str| names.iter().position(|name| *name == key).unwrap_or(names.len());
        let was_in_order = table.iter().map(|(key, _)| rank(key)).is_sorted();
        self.set_in(table);
        if was_in_order {
            table.sort_values_by(|one, _, other, _| rank(one).cmp(&rank(other)));
        }
    }

    fn inline(self) -> InlineTable {
        self.0.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

fn toml_date(date: NaiveDate) -> toml_edit::Datetime {
    let year = u16::try_from(date.year()).expect("a year that was read or typed has four digits");
    let part = |number: u32| u8::try_from(number).expect("a month or a day has two digits");
    let date = toml_edit::Date { year, month: part(date.month()), day: part(date.day()) };
    toml_edit::Datetime { date: Some(date), time: None, offset: None }
}
