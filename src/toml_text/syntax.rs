//! Syntax errors of TOML, and whether the rest of the file can still be read. The kind of an error is found from the text
//! at its place, since the parser's message does not say it.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::text::source::Problem;

#[derive(Debug)]
pub(super) struct SyntaxError {
    pub(super) span: Range<usize>,
    kind: SyntaxErrorKind,
}

#[derive(Debug)]
enum SyntaxErrorKind {
    DuplicateKey(String),
    /// Such as 30 February; with the parser's message.
    InvalidDate(String),
    Other(String),
}

impl SyntaxError {
    /// Classifies the parser's errors in a text; `root` is what it could read.
    pub(super) fn all(errors: &[toml::de::Error], root: &DeTable<'_>, text: &str) -> Vec<Self> {
        let mut first = BTreeMap::new();
        if !errors.is_empty() {
            note_keys(root, &mut first);
        }
        let broken = |error: &toml::de::Error| {
            let span = error.span().unwrap_or(text.len()..text.len());
            let said = error.message().lines().next().unwrap_or("this is not TOML").to_owned();
            // The parser does not promise that a span begins and ends between characters.
            let kind = match text.get(span.clone()) {
                Some(key) if is_key_again(text, &span, key, &first) => {
                    SyntaxErrorKind::DuplicateKey(key.to_owned())
                }
                Some(value) if looks_like_a_date(value) => SyntaxErrorKind::InvalidDate(said),
                _ => SyntaxErrorKind::Other(said),
            };
            Self { span, kind }
        };
        errors.iter().map(broken).collect()
    }

    /// Whether what follows can be trusted: after a duplicate key or an invalid date it can.
    pub(super) fn leaves_the_rest_readable(&self) -> bool {
        matches!(self.kind, SyntaxErrorKind::DuplicateKey(_) | SyntaxErrorKind::InvalidDate(_))
    }

    pub(super) fn problem(&self) -> Problem {
        let (message, help) = match &self.kind {
            SyntaxErrorKind::DuplicateKey(key) => (format!("`{key}` is already set"), "keep one of the two"),
            SyntaxErrorKind::InvalidDate(said) => {
                (format!("this cannot be read: {said}"), "write a real date, such as 2026-11-02")
            }
            SyntaxErrorKind::Other(said) => (
                format!("this cannot be read: {said}"),
                "text goes in \"quotes\", dates are written 2026-11-02, and each key is on its own line",
            ),
        };
        Problem::new(self.span.clone(), message, help)
    }
}

/// Notes the first position of every key in a table and the tables inside it.
fn note_keys(table: &DeTable<'_>, first: &mut BTreeMap<String, usize>) {
    for (key, value) in table.iter() {
        let at = first.entry(key.get_ref().to_string()).or_insert(key.span().start);
        *at = key.span().start.min(*at);
        note_keys_within(value.get_ref(), first);
    }
}

fn note_keys_within(value: &DeValue<'_>, first: &mut BTreeMap<String, usize>) {
    match value {
        DeValue::Table(table) => note_keys(table, first),
        DeValue::Array(array) => array.iter().for_each(|item| note_keys_within(item.get_ref(), first)),
        _ => {}
    }
}

/// Whether the span is a key, and the same key occurs before it. For a table that is given twice the parser keeps the
/// later key, so the text before it is searched too.
fn is_key_again(text: &str, span: &Range<usize>, key: &str, first: &BTreeMap<String, usize>) -> bool {
    let Some(name) = name_of(key).filter(|_| is_at_key(text, span)) else { return false };
    let kept_before = first.get(&name).is_some_and(|at| *at < span.start);
    let mut same = text.split_at(span.start).0.match_indices(key).map(|(at, _)| at..at + key.len());
    kept_before || same.any(|place| is_at_key(text, &place))
}

/// Whether the characters around a span make it a key, or a part of a dotted key.
fn is_at_key(text: &str, span: &Range<usize>) -> bool {
    let blank = [' ', '\t'];
    let before = text.split_at(span.start).0.trim_end_matches(blank);
    let after = text.split_at(span.end).1.trim_start_matches(blank);
    let begins = before.is_empty() || before.ends_with(['\n', '.', '[', '{', ',', '\u{FEFF}']);
    begins && after.starts_with(['=', '.', ']'])
}

/// A key without its quotes and escapes.
fn name_of(key: &str) -> Option<String> {
    let line = format!("{key} = 0");
    let table = DeTable::parse(&line).ok()?;
    let mut keys = table.get_ref().keys();
    keys.next().map(|key| key.get_ref().to_string())
}

/// Whether a value begins like `2026-02-30`.
fn looks_like_a_date(value: &str) -> bool {
    let shape = |(at, c): (usize, char)| if matches!(at, 4 | 7) { c == '-' } else { c.is_ascii_digit() };
    value.chars().count() >= 10 && value.chars().take(10).enumerate().all(shape)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(text: &str) -> Vec<&'static str> {
        let (root, errors) = DeTable::parse_recoverable(text);
        let broken = SyntaxError::all(&errors, root.get_ref(), text);
        let name = |broken: &SyntaxError| match broken.kind {
            SyntaxErrorKind::DuplicateKey(_) => "twice",
            SyntaxErrorKind::InvalidDate(_) => "no day",
            SyntaxErrorKind::Other(_) => "other",
        };
        broken.iter().map(name).collect()
    }

    #[test]
    fn a_key_given_twice_is_known_by_the_key() {
        for text in [
            "a = 1\na = 2\n",
            "a = 1\n\"a\" = 2\n",
            "a = 1\n'\\u0061' = 2\n\"\\u0061\" = 3\n",
            "[t]\na = 1\n  a\t= 2\n",
            "[t]\n[t]\n",
            "[ t ]\nb = 1\n[ t ]\nc = 2\n",
            "x = { a = 1, a = 2 }\n",
            "t.a = 1\nt.a = 2\n",
            "[t.u]\n[t.u]\n",
        ] {
            assert!(mistakes(text).contains(&"twice"), "{text}: {:?}", mistakes(text));
            assert!(!mistakes(text).contains(&"other"), "{text}: {:?}", mistakes(text));
        }
    }

    #[test]
    fn a_day_that_is_none_is_known_by_its_shape() {
        assert_eq!(mistakes("a = 2026-02-30\n"), ["no day"]);
        assert_eq!(mistakes("a = 2026-13-01\nb = 2026-00-01\n"), ["no day", "no day"]);
    }

    #[test]
    fn anything_else_is_neither() {
        for text in
            ["a = in-place\n", "a\n", "[a\n", "a = \"x\n", "a = 1\nb a = 2\n", "a = 1\nb = a\n", "=\n"]
        {
            let found = mistakes(text);
            assert!(!found.is_empty() && found.iter().all(|each| *each == "other"), "{text}: {found:?}");
        }
    }
}
