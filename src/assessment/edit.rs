//! An assessment's file, changed by one answer: whatever else a person wrote in it stays as it is.
//!
//! The changed text is read again before it is handed out, and must give the very assessment that was meant. So what
//! is on disk is always what was answered, and a comment that would be lost on the way is kept above the answer.

use chrono::{Datelike, NaiveDate};
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value as Toml, value};

use super::read::{PERIOD, PeriodKeys};
use super::{Answer, Assessment, Evidence, Value};
use crate::checklist::{Kind, Question};
use crate::text::source::{Invalid, Source};

mod plan;
mod text;

pub use plan::set_actions;
pub(super) use plan::{done, put_action};
use text::{changed, keep_comments};

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
        self.with(|_| {})
    }

    /// The text of the file with more in it.
    pub(super) fn with(&self, more: impl FnOnce(&mut DocumentMut)) -> String {
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
        more(&mut document);
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
    read_back(source, text, &meant, today)
}

/// The changed text and what it says, which must be what was meant.
fn read_back(
    source: &Source,
    text: String,
    meant: &Assessment,
    today: NaiveDate,
) -> Result<(Source, Assessment), Unwritable> {
    let changed = Source::from_bytes(source.name(), text.into_bytes()).map_err(Unwritable::Invalid)?;
    let read = Assessment::parse(&changed, &meant.checklist, today).map_err(Unwritable::Invalid)?;
    if read == *meant { Ok((changed, read)) } else { Err(Unwritable::ReadsBackDifferently) }
}

fn edited(text: &str, question: &Question, answer: Option<&Answer>) -> Result<String, Unwritable> {
    changed(text, |document| {
        let before = document.to_string();
        match answer {
            Some(answer) => put(document, question, answer),
            None => take(document, question),
        }
        keep_comments(&before, document, |document| {
            let answers = document.get_mut("answers").and_then(Item::as_table_mut)?;
            answers.get_mut(question.id.as_str()).and_then(Item::as_table_mut)
        });
    })
}

fn put(document: &mut DocumentMut, question: &Question, answer: &Answer) {
    let Some(answers) = table_in(document.as_table_mut(), "answers", true) else { return };
    let is_new = !answers.contains_key(question.id.as_str());
    let Some(table) = table_in(answers, question.id.as_str(), false) else { return };
    if is_new {
        table.decor_mut().set_prefix("\n");
    }
    let was_in_order = table.iter().map(|(key, _)| rank(key)).is_sorted();
    fill(table, question, answer, PERIOD);
    if was_in_order {
        table.sort_values_by(|one, _, other, _| rank(one).cmp(&rank(other)));
    }
}

/// Puts an answer's parts into its table.
pub(super) fn fill(table: &mut Table, question: &Question, answer: &Answer, period: PeriodKeys) {
    let (key, other) = match question.kind {
        Kind::Count(_) => ("count", "level"),
        Kind::Scale(_) => ("level", "count"),
    };
    table.remove(other);
    let standing = match answer.value {
        Value::Count(number) => Toml::from(number),
        Value::Level(levels) => Toml::from(levels.lowest().word()),
        word => Toml::from(word.word()),
    };
    let highest = match answer.value {
        Value::Level(levels) => levels.up_to().map(|highest| Toml::from(highest.word())),
        _ => None,
    };
    let day = |day: Option<NaiveDate>| day.map(|day| Toml::from(toml_date(day)));
    set(table, key, Some(standing));
    set(table, "highest", highest);
    set(table, "note", answer.note.as_deref().map(Toml::from));
    set(table, "evidence", (!answer.evidence.is_empty()).then(|| evidence(&answer.evidence)));
    set(table, "by", answer.by.as_deref().map(Toml::from));
    set(table, "on", day(answer.on));
    set(table, period.0, day(answer.from));
    set(table, period.1, day(answer.to));
}

/// Where a key stands in an answer that the program writes. A person's own order is left alone.
fn rank(key: &str) -> usize {
    const ORDER: [&str; 9] = ["level", "highest", "count", "note", "evidence", "by", "on", "from", "to"];
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
pub(super) fn set(table: &mut Table, key: &str, new: Option<Toml>) {
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
pub(super) fn toml_date(date: NaiveDate) -> toml_edit::Datetime {
    let year = u16::try_from(date.year()).unwrap_or_default();
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    let date = toml_edit::Date { year, month: part(date.month()), day: part(date.day()) };
    toml_edit::Datetime { date: Some(date), time: None, offset: None }
}
