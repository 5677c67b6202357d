//! An assessment's file, begun or changed: whatever else a person wrote in it stays as it is.
//!
//! The changed text is read again before it is handed out, and must give the very assessment that was meant. So what
//! is on disk is always what was answered, and a comment that would be lost on the way is kept above the answer.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TomlError};

use super::action::{Actions, ID, last_action};
use super::answer::{Rules, answer, carried};
use super::head::{Head, head};
use super::sent::sent;
use super::{ACTIONS, ANSWERS, CARRIED, SENT};
use crate::assessment::{Action, Answer, Assessment, Carried, Sent};
use crate::checklist::{Checklist, Question};
use crate::text::source::{Invalid, Source};
use crate::toml_text::{Written, changed, keep_comments};

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
    #[error("the file would not read back as answered, so nothing was saved")]
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

impl From<TomlError> for Unwritable {
    fn from(error: TomlError) -> Self {
        Self::NotToml(error.message().to_owned())
    }
}

impl NewAssessment<'_> {
    /// The text of the file.
    pub fn to_toml(&self) -> String {
        Draft::begin(self).into_text()
    }

    fn head(&self) -> Head {
        Head {
            force: Some(self.force.to_owned()),
            date: Some(self.date),
            assessor: Some(self.assessor.to_owned()),
            checklist: Some(self.checklist.to_owned()),
            edition: Some(self.edition.to_owned()),
            marking: self.marking.map(str::to_owned),
            source: None,
        }
    }
}

/// A file that is being written from its head on.
pub(in crate::assessment) struct Draft {
    document: DocumentMut,
    today: NaiveDate,
}

impl Draft {
    /// The head alone.
    pub(in crate::assessment) fn begin(new: &NewAssessment<'_>) -> Self {
        Self::with_head(&new.head(), new.date)
    }

    pub(super) fn with_head(given: &Head, today: NaiveDate) -> Self {
        let mut document = DocumentMut::new();
        Written::by(|keys| head(keys, today, given)).set_in(document.as_table_mut());
        Self { document, today }
    }

    /// With an answer that is carried along.
    pub(in crate::assessment) fn carry(&mut self, question: &Question, given: &Carried) {
        let rules = Rules::of_carried(self.today);
        let written = Written::by(|keys| carried(keys, Some(question), rules, Some(given)));
        put(&mut self.document, CARRIED, question, written);
    }

    /// With a plan, and the highest number that an action ever had.
    pub(in crate::assessment) fn plan(&mut self, checklist: &Checklist, actions: &[Action], last: u32) {
        put_last_action(&mut self.document, last);
        let mut format = Actions::new(checklist, self.today);
        actions.iter().for_each(|action| put_action(&mut self.document, &mut format, action));
    }

    /// The text of the file.
    pub(in crate::assessment) fn into_text(self) -> String {
        let first = "# An integrity healthcheck. Name no person under investigation, no source and no live operation.";
        format!("{first}\n{}", self.document)
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
    revise(source, assessment, &Revision { answers: changes.to_vec(), ..Revision::default() }, today)
}

/// What is changed in an assessment, all of it or nothing.
#[derive(Debug, Clone, Default)]
pub struct Revision<'a> {
    /// Answers that are put in, or (with `None`) taken out.
    pub answers: Vec<(&'a Question, Option<Answer>)>,
    /// The actions that are to be in the place of those there are.
    pub actions: Option<Vec<Action>>,
    /// The forms that went out, in the place of those that are known.
    pub sent: Option<Vec<Sent>>,
}

/// The text of an assessment with a revision, and the assessment that it then is.
///
/// # Errors
///
/// When the text would not be a valid assessment with it, or would not say what was meant.
pub fn revise(
    source: &Source,
    assessment: &Assessment,
    revision: &Revision<'_>,
    today: NaiveDate,
) -> Result<(Source, Assessment), Unwritable> {
    let mut text = source.text().to_owned();
    let mut meant = assessment.clone();
    for (question, answer) in &revision.answers {
        text = edited(&text, assessment, question, answer.as_ref(), today)?;
        match answer {
            Some(answer) => meant.answers.insert(question.id.clone(), answer.clone()),
            None => meant.answers.remove(&question.id),
        };
    }
    if let Some(actions) = &revision.actions {
        let highest = actions.iter().map(|action| action.id.0).max().unwrap_or_default();
        meant.last_action = highest.max(assessment.last_action);
        text = with_actions(&text, &assessment.checklist, actions, meant.last_action, today)?;
        meant.actions.clone_from(actions);
    }
    if let Some(sent) = &revision.sent {
        text = with_sent(&text, &assessment.checklist, sent, today)?;
        meant.sent.clone_from(sent);
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

/// The text of an assessment with its actions replaced by these, and the assessment that it then is.
///
/// # Errors
///
/// When the text would not be a valid assessment with them, or would not say what was meant.
pub fn set_actions(
    source: &Source,
    assessment: &Assessment,
    actions: Vec<Action>,
    today: NaiveDate,
) -> Result<(Source, Assessment), Unwritable> {
    revise(source, assessment, &Revision { actions: Some(actions), ..Revision::default() }, today)
}

fn with_actions(
    text: &str,
    checklist: &Checklist,
    actions: &[Action],
    last_action: u32,
    today: NaiveDate,
) -> Result<String, TomlError> {
    let mut format = Actions::new(checklist, today);
    changed(text, |document| {
        // A number is never used again, not even that of an action which somebody deletes by hand.
        if !actions.is_empty() {
            put_last_action(document, last_action);
        }
        for action in actions {
            let before = document.to_string();
            put_action(document, &mut format, action);
            keep_comments(&before, document, |document| table_of(document, ACTIONS, &action.id.to_string()));
        }
    })
}

fn with_sent(text: &str, checklist: &Checklist, all: &[Sent], today: NaiveDate) -> Result<String, TomlError> {
    changed(text, |document| {
        for each in all {
            let before = document.to_string();
            let id = each.id.to_string();
            let mut seen = BTreeSet::new();
            let written = Written::by(|keys| sent(keys, checklist, today, &mut seen, Some(each)));
            put_listed(document, SENT, &id, written);
            keep_comments(&before, document, |document| table_of(document, SENT, &id));
        }
    })
}

fn edited(
    text: &str,
    assessment: &Assessment,
    question: &Question,
    given: Option<&Answer>,
    today: NaiveDate,
) -> Result<String, Unwritable> {
    let rules = Rules::of_answers(today, assessment.source.is_some());
    let text = changed(text, |document| {
        let before = document.to_string();
        match given {
            Some(given) => {
                let written = Written::by(|keys| answer(keys, Some(question), rules, Some(given)));
                put(document, ANSWERS, question, written);
            }
            None => take(document, question),
        }
        keep_comments(&before, document, |document| {
            let answers = document.get_mut(ANSWERS).and_then(Item::as_table_mut)?;
            answers.get_mut(question.id.as_str()).and_then(Item::as_table_mut)
        });
    })?;
    Ok(text)
}

/// Puts what is written of a question into its table, `[answers.ID]` or `[carried.ID]`.
fn put(document: &mut DocumentMut, of: &str, question: &Question, written: Written) {
    let Some(tables) = table_in(document.as_table_mut(), of, true) else { return };
    let is_new = !tables.contains_key(question.id.as_str());
    let Some(table) = table_in(tables, question.id.as_str(), false) else { return };
    if is_new {
        table.decor_mut().set_prefix("\n");
    }
    written.put_in_order(table);
}

fn take(document: &mut DocumentMut, question: &Question) {
    if let Some(answers) = document.get_mut(ANSWERS).and_then(Item::as_table_like_mut) {
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

fn put_last_action(document: &mut DocumentMut, last: u32) {
    if last > 0 {
        Written::by(|keys| last_action(keys, last)).set_in(document.as_table_mut());
    }
}

/// Puts an action in the place of the one of its id, or behind all others.
fn put_action(document: &mut DocumentMut, format: &mut Actions<'_>, action: &Action) {
    let written = Written::by(|keys| format.action(keys, Some(action)));
    put_listed(document, ACTIONS, &action.id.to_string(), written);
}

/// Puts a table of a list in the place of the one of its id, or behind all others.
fn put_listed(document: &mut DocumentMut, list: &str, id: &str, written: Written) {
    let item = document.entry(list).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if !item.is_array_of_tables() {
        // An empty list has no tables to become.
        let tables = std::mem::take(item).into_array_of_tables().unwrap_or_default();
        *item = Item::ArrayOfTables(tables);
        // As the name of tables it stands without the spaces that stood before an equals sign.
        if let Some(mut key) = document.key_mut(list) {
            key.leaf_decor_mut().clear();
        }
    }
    match table_of(document, list, id) {
        Some(table) => written.put_in_order(table),
        None => {
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            written.put_in_order(&mut table);
            let tables = document.get_mut(list).and_then(Item::as_array_of_tables_mut);
            tables.into_iter().for_each(|tables| tables.push(table.clone()));
        }
    }
}

/// The table of an id in a list.
fn table_of<'a>(document: &'a mut DocumentMut, list: &str, id: &str) -> Option<&'a mut Table> {
    let tables = document.get_mut(list).and_then(Item::as_array_of_tables_mut)?;
    tables.iter_mut().find(|table| table.get(ID).and_then(Item::as_str) == Some(id))
}
