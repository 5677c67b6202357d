//! Keeps what a person wrote around the values: comments, line ends and the byte order mark.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, Key, Table, TomlError, Value};
use toml_parser::lexer::TokenKind;

/// Changes the document of a text, keeping its byte order mark and line ends. Fails if the text is not TOML.
pub(crate) fn changed(text: &str, change: impl FnOnce(&mut DocumentMut)) -> Result<String, TomlError> {
    let (mark, body) = match text.strip_prefix('\u{FEFF}') {
        Some(body) => ("\u{FEFF}", body),
        None => ("", text),
    };
    let mut document: DocumentMut = body.replace("\r\n", "\n").parse()?;
    change(&mut document);
    Ok(format!("{mark}{}", with_line_ends_of(body, &document.to_string())))
}

/// Makes one change, and puts each comment that it drops above the changed table, or at the end of the file if that
/// table is gone. If no comment can be dropped (`may_drop`), the document need not be printed to find out.
pub(crate) fn change_keeping_comments(
    document: &mut DocumentMut,
    may_drop: bool,
    change: impl FnOnce(&mut DocumentMut),
    changed: impl FnOnce(&mut DocumentMut) -> Option<&mut Table>,
) {
    let before = may_drop.then(|| document.to_string());
    change(document);
    let Some(before) = before else { return };
    let after = document.to_string();
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    comments(&after).into_iter().for_each(|comment| *kept.entry(comment).or_default() += 1);
    let lost: Vec<&str> = comments(&before)
        .into_iter()
        .filter(|comment| match kept.get_mut(comment).filter(|left| **left > 0) {
            Some(left) => {
                *left -= 1;
                false
            }
            None => true,
        })
        .collect();
    if lost.is_empty() {
        return;
    }
    let lines: String = lost.iter().map(|comment| format!("{comment}\n")).collect();
    match changed(document) {
        Some(table) => {
            let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("\n").to_owned();
            table.decor_mut().set_prefix(format!("{prefix}{lines}"));
        }
        None => {
            let trailing = document.trailing().as_str();
            let mut trailing = trailing.expect("a document that can be edited owns its text").to_owned();
            if !trailing.is_empty() && !trailing.ends_with('\n') {
                trailing.push('\n');
            }
            document.set_trailing(format!("{trailing}{lines}"));
        }
    }
}

/// Whether there are comments in a table or a value, or around it.
pub(crate) fn has_comments(key: &Key, item: &Item) -> bool {
    let mut alone = Table::new();
    alone.insert_formatted(key, item.clone());
    !comments(&DocumentMut::from(alone).to_string()).is_empty()
}

/// Inserts, replaces or removes a value. An equal value is left exactly as it was written.
pub(super) fn set(table: &mut Table, key: &str, new: Option<Value>) {
    let Some(mut new) = new else {
        table.remove(key);
        return;
    };
    match table.get_mut(key) {
        Some(Item::ArrayOfTables(old)) if same(&Value::from(old.clone().into_array()), &new) => {}
        Some(Item::Value(old)) if same(old, &new) => {}
        Some(Item::Value(old)) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        _ => {
            table.insert(key, Item::Value(new));
        }
    }
}

fn same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::String(old), Value::String(new)) => old.value() == new.value(),
        (Value::Integer(old), Value::Integer(new)) => old.value() == new.value(),
        (Value::Datetime(old), Value::Datetime(new)) => old.value() == new.value(),
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new.iter()).all(|(old, new)| same(old, new))
        }
        (Value::InlineTable(old), Value::InlineTable(new)) => {
            old.len() == new.len()
                && old.iter().all(|(key, old)| new.get(key).is_some_and(|new| same(old, new)))
        }
        _ => false,
    }
}

fn comments(text: &str) -> Vec<&str> {
    toml_parser::Source::new(text)
        .lex()
        .filter(|token| token.kind() == TokenKind::Comment)
        .filter_map(|token| text.get(token.span().start()..token.span().end()))
        .collect()
}

/// The new text, in which unchanged lines keep their line ends and the others get that of the first line.
fn with_line_ends_of(old: &str, new: &str) -> String {
    if !old.contains("\r\n") {
        return new.to_owned();
    }
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let usual = old.first().and_then(|line| end_of(line)).unwrap_or("\n");
    let equal = |(old, new): &(&&str, &&str)| body_of(old) == body_of(new);
    let head = old.iter().zip(&new).take_while(equal).count();
    let shorter = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(shorter).take_while(equal).count();
    let mut text = String::new();
    // Lines keep their order, so an equal line is looked for behind the last one that was found.
    let mut passed = 0;
    for (at, line) in new.iter().enumerate() {
        let (from, to) = match at {
            at if at < head => (at, at + 1),
            at if at >= new.len() - tail => (at + old.len() - new.len(), old.len()),
            _ => (passed.max(head), old.len() - tail),
        };
        let same = (from..to).find(|at| old.get(*at).is_some_and(|old| body_of(old) == body_of(line)));
        passed = same.map_or(passed, |at| at + 1);
        let end = same.and_then(|at| end_of(old.get(at)?)).unwrap_or(usual);
        text.push_str(body_of(line));
        text.push_str(if line.ends_with('\n') { end } else { "" });
    }
    text
}

fn end_of(line: &str) -> Option<&str> {
    line.strip_prefix(body_of(line)).filter(|end| !end.is_empty())
}

fn body_of(line: &str) -> &str {
    line.trim_end_matches('\n').trim_end_matches('\r')
}
