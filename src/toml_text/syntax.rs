//! What is wrong with a text as TOML, and whether the rest of it can be read all the same. Which mistake it is shows in
//! the text at its place, not in the words that the parser has for it.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::text::source::Problem;

/// One mistake.
#[derive(Debug)]
pub(super) struct SyntaxError {
    pub(super) span: Range<usize>,
    kind: SyntaxErrorKind,
}

#[derive(Debug)]
enum SyntaxErrorKind {
    /// A key that the file has already.
    DuplicateKey(String),
    /// A day that is none, such as 30 February.
    InvalidDate(String),
    /// Any other, in the parser's words.
    Other(String),
}

impl SyntaxError {
    /// The mistakes that the parser found in a text, of which `root` is what can be read.
    pub(super) fn all(errors: &[toml::de::Error], root: &DeTable<'_>, text: &str) -> Vec<Self> {
        let mut first = BTreeMap::new();
        if !errors.is_empty() {
            note_keys(root, &mut first);
        }
        let broken = |error: &toml::de::Error| {
            let span = error.span().unwrap_or(text.len()..text.len());
            let said = error.message().lines().next().unwrap_or("this is not TOML").to_owned();
            // The parser promises no span that can be cut out of the text.
            let kind = match text.get(span.clone()) {
                Some(key) if is_key_again(text, &span, key, &first) => {
                    SyntaxErrorKind::DuplicateKey(key.to_owned())
                }
                Some(value) if looks_like_a_day(value) => SyntaxErrorKind::InvalidDate(said),
                _ => SyntaxErrorKind::Other(said),
            };
            Self { span, kind }
        };
        errors.iter().map(broken).collect()
    }

    /// A key that is given twice, or a day that is none, leaves the rest of the file readable; other mistakes may not.
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

/// Every key of a table and of the tables in it, with the place at which it stands first.
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

/// Whether a key stands here, and the same key further up. Of a table that is given twice the parser keeps the later
/// key, so the text before it is looked through too.
fn is_key_again(text: &str, span: &Range<usize>, key: &str, first: &BTreeMap<String, usize>) -> bool {
    let Some(name) = name_of(key).filter(|_| is_at_key(text, span)) else { return false };
    let kept_before = first.get(&name).is_some_and(|at| *at < span.start);
    let mut same = text.split_at(span.start).0.match_indices(key).map(|(at, _)| at..at + key.len());
    kept_before || same.any(|place| is_at_key(text, &place))
}

/// Whether what stands here is a key, or a part of one with dots, by what stands around it.
fn is_at_key(text: &str, span: &Range<usize>) -> bool {
    let blank = [' ', '\t'];
    let before = text.split_at(span.start).0.trim_end_matches(blank);
    let after = text.split_at(span.end).1.trim_start_matches(blank);
    let begins = before.is_empty() || before.ends_with(['\n', '.', '[', '{', ',', '\u{FEFF}']);
    begins && after.starts_with(['=', '.', ']'])
}

/// What a key says, however it is quoted.
fn name_of(key: &str) -> Option<String> {
    let line = format!("{key} = 0");
    let table = DeTable::parse(&line).ok()?;
    let mut keys = table.get_ref().keys();
    keys.next().map(|key| key.get_ref().to_string())
}

/// Whether a value begins as a day does: `2026-02-30`.
fn looks_like_a_day(value: &str) -> bool {
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
