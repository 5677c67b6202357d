//! An assessment's file, changed by one answer: whatever else a person wrote in it stays as it is.
//!
//! The changed text is read again before it is handed out, and must give the very assessment that was meant. So what
//! is on disk is always what was answered, and a comment that would be lost on the way is kept above the answer.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value as Toml, value};
use toml_parser::lexer::TokenKind;

use super::{Answer, Assessment, Evidence, Value};
use crate::checklist::Question;
use crate::source::{Invalid, Source};

/// Why a text could not be changed; nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// The text is not TOML that can be edited.
    #[error("the file cannot be changed: {0}")]
    NotToml(String),
    /// With the answer in it, the file would not be valid.
    #[error("{0}")]
    Invalid(Invalid),
    /// With the answer in it, the file would say something else than what was answered.
    #[error("the file would not read back as it was answered, so nothing was saved")]
    ReadsBackDifferently,
}

/// What a new assessment's file begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAssessment<'a> {
    /// The force, as it calls itself.
    pub force: &'a str,
    /// The day on which it is opened.
    pub date: NaiveDate,
    /// Who assesses.
    pub assessor: &'a str,
    /// The id or the path of the checklist.
    pub checklist: &'a str,
    /// The edition of the checklist.
    pub edition: &'a str,
    /// The protective marking.
    pub marking: Option<&'a str>,
}

impl NewAssessment<'_> {
    /// The text of the file.
    pub fn to_toml(&self) -> String {
        let mut document = DocumentMut::new();
        document.insert("format", value(1));
        document.insert("force", value(self.force));
        document.insert("date", value(toml_date(self.date)));
        document.insert("assessor", value(self.assessor));
        document.insert("checklist", value(self.checklist));
        document.insert("edition", value(self.edition));
        if let Some(marking) = self.marking {
            document.insert("marking", value(marking));
        }
        format!(
            "# An integrity healthcheck. Name no person under investigation, no source and no live operation.\n{document}"
        )
    }
}

/// The text of an assessment with answers put in, put in the place of others, or (with `None`) taken out, and the
/// assessment that it then is. They are judged together: no order among them matters.
///
/// # Errors
///
/// When the text would not be a valid assessment with the answers in it, or would not say what was answered.
pub fn set_answers(
    source: &Source,
    assessment: &Assessment,
    changes: &[(&Question, Option<Answer>)],
    today: NaiveDate,
) -> Result<(Source, Assessment), Unwritable> {
    let mut text = source.text().to_owned();
    let mut meant = assessment.clone();
    for (question, answer) in changes {
        text = edited(&text, question, answer.as_ref())?;
        match answer {
            Some(answer) => meant.answers.insert(question.id.clone(), answer.clone()),
            None => meant.answers.remove(&question.id),
        };
    }
    let changed = Source::new(source.name(), text);
    let read = Assessment::parse(&changed, &assessment.checklist, today).map_err(Unwritable::Invalid)?;
    if read == meant { Ok((changed, read)) } else { Err(Unwritable::ReadsBackDifferently) }
}

fn edited(text: &str, question: &Question, answer: Option<&Answer>) -> Result<String, Unwritable> {
    let (mark, body) = match text.strip_prefix('\u{FEFF}') {
        Some(body) => ("\u{FEFF}", body),
        None => ("", text),
    };
    let before = body.replace("\r\n", "\n");
    let not_toml = |error: toml_edit::TomlError| Unwritable::NotToml(error.message().to_owned());
    let mut document: DocumentMut = before.parse().map_err(not_toml)?;
    match answer {
        Some(answer) => put(&mut document, question, answer),
        None => take(&mut document, question),
    }
    keep_comments(&before, &mut document, question);
    Ok(format!("{mark}{}", with_line_ends_of(body, &document.to_string())))
}

fn put(document: &mut DocumentMut, question: &Question, answer: &Answer) {
    let Some(answers) = table_in(document.as_table_mut(), "answers", true) else { return };
    let is_new = !answers.contains_key(question.id.as_str());
    let Some(table) = table_in(answers, question.id.as_str(), false) else { return };
    if is_new {
        table.decor_mut().set_prefix("\n");
    }
    let was_in_order = table.iter().map(|(key, _)| rank(key)).is_sorted();
    let (key, other) = if question.unit().is_some() { ("count", "level") } else { ("level", "count") };
    table.remove(other);
    let standing = match answer.value {
        Value::Count(number) => Toml::from(number),
        word => Toml::from(word.word()),
    };
    set(table, key, Some(standing));
    set(table, "note", answer.note.as_deref().map(Toml::from));
    set(table, "evidence", (!answer.evidence.is_empty()).then(|| evidence(&answer.evidence)));
    set(table, "by", answer.by.as_deref().map(Toml::from));
    set(table, "on", answer.on.map(|date| Toml::from(toml_date(date))));
    set(table, "from", answer.from.map(|date| Toml::from(toml_date(date))));
    set(table, "to", answer.to.map(|date| Toml::from(toml_date(date))));
    if was_in_order {
        table.sort_values_by(|one, _, other, _| rank(one).cmp(&rank(other)));
    }
}

/// Where a key stands in an answer that the program writes. A person's own order is left alone.
fn rank(key: &str) -> usize {
    const ORDER: [&str; 8] = ["level", "count", "note", "evidence", "by", "on", "from", "to"];
    ORDER.iter().position(|each| *each == key).unwrap_or(ORDER.len())
}

fn take(document: &mut DocumentMut, question: &Question) {
    if let Some(answers) = document.get_mut("answers").and_then(Item::as_table_like_mut) {
        answers.remove(question.id.as_str());
    }
}

/// The table of a key, made where there is none and out of an inline one, so that each answer has `[answers.ID]`.
fn table_in<'a>(parent: &'a mut Table, key: &str, implicit: bool) -> Option<&'a mut Table> {
    let item = parent.entry(key).or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(implicit);
        Item::Table(table)
    });
    if !item.is_table() {
        *item = Item::Table(std::mem::take(item).into_table().ok()?);
        // As the name of a table it stands without the spaces that stood before an equals sign.
        parent.key_mut(key)?.leaf_decor_mut().clear();
    }
    let table = parent.get_mut(key)?.as_table_mut()?;
    if table.is_dotted() {
        table.set_dotted(false);
        table.set_implicit(implicit);
    }
    Some(table)
}

/// Puts a value in, takes it out, or leaves it exactly as it is written where it already says the same.
fn set(table: &mut Table, key: &str, new: Option<Toml>) {
    let Some(mut new) = new else {
        table.remove(key);
        return;
    };
    match table.get_mut(key) {
        Some(Item::ArrayOfTables(old)) if same(&Toml::from(old.clone().into_array()), &new) => {}
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

fn same(old: &Toml, new: &Toml) -> bool {
    match (old, new) {
        (Toml::String(old), Toml::String(new)) => old.value() == new.value(),
        (Toml::Integer(old), Toml::Integer(new)) => old.value() == new.value(),
        (Toml::Datetime(old), Toml::Datetime(new)) => old.value() == new.value(),
        (Toml::Array(old), Toml::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new.iter()).all(|(old, new)| same(old, new))
        }
        (Toml::InlineTable(old), Toml::InlineTable(new)) => {
            old.len() == new.len()
                && old.iter().all(|(key, old)| new.get(key).is_some_and(|new| same(old, new)))
        }
        _ => false,
    }
}

fn evidence(pieces: &[Evidence]) -> Toml {
    let mut array = Array::new();
    for piece in pieces {
        let mut table = InlineTable::new();
        table.insert("ref", piece.reference.as_str().into());
        if let Some(dated) = piece.dated {
            table.insert("dated", toml_date(dated).into());
        }
        array.push(table);
    }
    array.into()
}

/// A date as TOML writes it; the years of people's files fit four digits.
fn toml_date(date: NaiveDate) -> toml_edit::Datetime {
    let year = u16::try_from(date.year()).unwrap_or_default();
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let date = toml_edit::Date { year, month: part(date.month()), day: part(date.day()) };
    toml_edit::Datetime { date: Some(date), time: None, offset: None }
}

/// Puts every comment that the change dropped above the answer, or at the end where the answer is gone.
fn keep_comments(before: &str, document: &mut DocumentMut, question: &Question) {
    let after = document.to_string();
    let mut kept = comments(&after);
    let lost: Vec<&str> = comments(before)
        .into_iter()
        .filter(|comment| match kept.iter().position(|each| each == comment) {
            Some(at) => {
                kept.swap_remove(at);
                false
            }
            None => true,
        })
        .collect();
    if lost.is_empty() {
        return;
    }
    let lines = lost.iter().fold(String::new(), |mut lines, comment| {
        let _ = writeln!(lines, "{comment}");
        lines
    });
    let answers = document.get_mut("answers").and_then(Item::as_table_mut);
    match answers.and_then(|answers| answers.get_mut(question.id.as_str())).and_then(Item::as_table_mut) {
        Some(table) => {
            let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("\n").to_owned();
            table.decor_mut().set_prefix(format!("{prefix}{lines}"));
        }
        None => {
            let mut trailing = document.trailing().as_str().unwrap_or_default().to_owned();
            if !trailing.is_empty() && !trailing.ends_with('\n') {
                trailing.push('\n');
            }
            document.set_trailing(format!("{trailing}{lines}"));
        }
    }
}

fn comments(text: &str) -> Vec<&str> {
    toml_parser::Source::new(text)
        .lex()
        .filter(|token| token.kind() == TokenKind::Comment)
        .filter_map(|token| text.get(token.span().start()..token.span().end()))
        .collect()
}

/// The new text with the line ends that its unchanged lines had; changed ones get those of the first line.
fn with_line_ends_of(old: &str, new: &str) -> String {
    if !old.contains("\r\n") {
        return new.to_owned();
    }
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let usual = end_of(old.first().copied().unwrap_or_default()).unwrap_or("\n");
    let equal = |(old, new): &(&&str, &&str)| body_of(old) == body_of(new);
    let head = old.iter().zip(&new).take_while(equal).count();
    let shorter = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(shorter).take_while(equal).count();
    let mut text = String::new();
    // Lines keep their order: the same line is the next of its words that has not been passed yet.
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

/// The line end of a line, if it has one.
fn end_of(line: &str) -> Option<&str> {
    line.strip_prefix(body_of(line)).filter(|end| !end.is_empty())
}

fn body_of(line: &str) -> &str {
    line.trim_end_matches('\n').trim_end_matches('\r')
}
