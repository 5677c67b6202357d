//! Starts and changes the file of an assessment, keeping everything else that a person wrote in it.
//!
//! A changed text is read again before it is returned, and must give exactly the assessment that was meant. A comment that
//! the change would drop is kept above the answer.

use chrono::NaiveDate;
use toml_edit::{DocumentMut, Item, Table, TomlError};

use super::action::ActionFormat;
use super::answer::{Rules, answer, carried};
use super::head::{Head, head};
use super::lists::{put_action, put_actions, put_last_action, put_sent};
use super::names::{ANSWERS, CARRIED};
use crate::assessment::{Action, Answer, Assessment, Carried, Follows, Reviews, SentForm};
use crate::checklist::{Checklist, Question};
use crate::text::source::{ParseError, Source};
use crate::toml_text::{Written, change_keeping_comments, changed, has_comments};

/// Why a text was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("the file cannot be changed: {0}")]
    NotToml(String),
    #[error("{0}")]
    Invalid(ParseError),
    /// The changed file would not say what was meant.
    #[error("the file would not read back as answered, so nothing was saved")]
    ReadsBackDifferently,
}

/// The header of a new assessment; see [`Assessment`] for its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAssessment<'a> {
    pub force: &'a str,
    pub date: NaiveDate,
    pub assessor: &'a str,
    pub checklist: &'a str,
    pub edition: &'a str,
    pub marking: Option<&'a str>,
}

impl From<TomlError> for EditError {
    fn from(error: TomlError) -> Self {
        Self::NotToml(error.message().to_owned())
    }
}

impl NewAssessment<'_> {
    pub fn to_toml(&self) -> String {
        NewFile::new(self, None).into_text()
    }

    pub fn to_review(&self, reviews: Reviews) -> String {
        NewFile::with_head(&Head { reviews: Some(reviews), ..self.head() }, self.date).into_text()
    }

    fn head(&self) -> Head {
        Head {
            force: Some(self.force.to_owned()),
            date: Some(self.date),
            assessor: Some(self.assessor.to_owned()),
            checklist: Some(self.checklist.to_owned()),
            edition: Some(self.edition.to_owned()),
            marking: self.marking.map(str::to_owned),
            ..Head::default()
        }
    }
}

pub(in crate::assessment) struct NewFile {
    document: DocumentMut,
    today: NaiveDate,
}

impl NewFile {
    pub(in crate::assessment) fn new(new: &NewAssessment<'_>, follows: Option<Follows>) -> Self {
        Self::with_head(&Head { follows, ..new.head() }, new.date)
    }

    pub(super) fn with_head(given: &Head, today: NaiveDate) -> Self {
        let mut document = DocumentMut::new();
        Written::collect(|keys| head(keys, today, given)).set_in(document.as_table_mut());
        Self { document, today }
    }

    pub(in crate::assessment) fn add_carried(&mut self, question: &Question, given: &Carried) {
        let rules = Rules::for_carried(self.today);
        let written = Written::collect(|keys| carried(keys, Some(question), rules, Some(given)));
        put(&mut self.document, CARRIED, question, written);
    }

    /// Adds actions. `last` is the highest number that any action has had.
    pub(in crate::assessment) fn add_actions(
        &mut self,
        checklist: &Checklist,
        actions: &[Action],
        last: u32,
    ) {
        put_last_action(&mut self.document, last);
        let mut format = ActionFormat::new(checklist, self.today);
        actions.iter().for_each(|action| put_action(&mut self.document, &mut format, action));
    }

    pub(in crate::assessment) fn into_text(self) -> String {
        let first = "# A healthcheck. Name no person under investigation, no source and no live operation.";
        format!("{first}\n{}", self.document)
    }
}

/// As [`revise`], for answers only.
pub fn set_answers(
    source: &Source,
    assessment: &Assessment,
    changes: &[(&Question, Option<Answer>)],
    today: NaiveDate,
) -> Result<(Source, Assessment), EditError> {
    revise(source, assessment, &Revision { answers: changes.to_vec(), ..Revision::default() }, today)
}

/// Changes to an assessment, made together or not at all.
#[derive(Debug, Clone, Default)]
pub struct Revision<'a> {
    /// Answers to set, or (with `None`) to remove.
    pub answers: Vec<(&'a Question, Option<Answer>)>,
    pub actions: Option<Vec<Action>>,
    pub sent: Option<Vec<SentForm>>,
}

/// Changes the text of an assessment, and returns it with the changed assessment. Fails if the changed text would not be
/// valid, or would not say what was meant.
pub fn revise(
    source: &Source,
    assessment: &Assessment,
    revision: &Revision<'_>,
    today: NaiveDate,
) -> Result<(Source, Assessment), EditError> {
    let mut meant = assessment.clone();
    for (question, answer) in &revision.answers {
        match answer {
            Some(answer) => meant.answers.insert(question.id.clone(), answer.clone()),
            None => meant.answers.remove(&question.id),
        };
    }
    if let Some(actions) = &revision.actions {
        let highest = actions.iter().map(|action| action.id.0).max().unwrap_or_default();
        meant.last_action = highest.max(assessment.last_action);
        meant.actions.clone_from(actions);
    }
    if let Some(sent) = &revision.sent {
        meant.sent.clone_from(sent);
    }
    let rules = Rules::for_answers(today, assessment.has_findings());
    let text = changed(source.text(), |document| {
        for (question, answer) in &revision.answers {
            put_answer(document, question, answer.as_ref(), rules);
        }
        if let Some(actions) = &revision.actions {
            put_actions(document, assessment, actions, meant.last_action, today);
        }
        if let Some(sent) = &revision.sent {
            put_sent(document, &assessment.checklist, sent, today);
        }
    })?;
    read_back(source, text, &meant, today)
}

/// Reads a changed text, which must say what was meant.
pub(super) fn read_back(
    source: &Source,
    text: String,
    meant: &Assessment,
    today: NaiveDate,
) -> Result<(Source, Assessment), EditError> {
    let changed = Source::from_bytes(source.name(), text.into_bytes()).map_err(EditError::Invalid)?;
    let read = match Assessment::parse(&changed, &meant.checklist, today) {
        // Future dates that a fast clock wrote before may stay; no new ones are written.
        Err(invalid) => {
            let before = Assessment::parse(source, &meant.checklist, today).err();
            if !invalid.is_only_future_of(before.as_ref()) {
                return Err(EditError::Invalid(invalid));
            }
            Assessment::parse(&changed, &meant.checklist, NaiveDate::MAX)
        }
        read => read,
    };
    let read = read.map_err(EditError::Invalid)?;
    if read == *meant { Ok((changed, read)) } else { Err(EditError::ReadsBackDifferently) }
}

/// As [`revise`], for actions only.
pub fn set_actions(
    source: &Source,
    assessment: &Assessment,
    actions: Vec<Action>,
    today: NaiveDate,
) -> Result<(Source, Assessment), EditError> {
    revise(source, assessment, &Revision { actions: Some(actions), ..Revision::default() }, today)
}

/// Sets an answer, or (with `None`) removes it.
fn put_answer(document: &mut DocumentMut, question: &Question, given: Option<&Answer>, rules: Rules) {
    let id = question.id.as_str();
    let may_drop = match document.get(ANSWERS) {
        None => false,
        Some(Item::Table(answers)) if !answers.is_dotted() => {
            answers.get_key_value(id).is_some_and(|(key, item)| has_comments(key, item))
        }
        // An inline table of all answers is about to be rewritten as tables.
        Some(_) => true,
    };
    let change = |document: &mut DocumentMut| match given {
        Some(given) => {
            let written = Written::collect(|keys| answer(keys, Some(question), rules, Some(given)));
            put(document, ANSWERS, question, written);
        }
        None => {
            if let Some(answers) = document.get_mut(ANSWERS).and_then(Item::as_table_like_mut) {
                answers.remove(id);
            }
        }
    };
    change_keeping_comments(document, may_drop, change, |document| {
        let answers = document.get_mut(ANSWERS).and_then(Item::as_table_mut)?;
        answers.get_mut(id).and_then(Item::as_table_mut)
    });
}

/// Writes the table of a question, such as `[answers.ID]`. Does nothing if another kind of value is in its place, which
/// reading back then shows.
pub(super) fn put(document: &mut DocumentMut, of: &str, question: &Question, written: Written) {
    let Some(tables) = table_in(document.as_table_mut(), of, true) else { return };
    let is_new = !tables.contains_key(question.id.as_str());
    let Some(table) = table_in(tables, question.id.as_str(), false) else { return };
    if is_new {
        table.decor_mut().set_prefix("\n");
    }
    written.put_in_order(table);
}

/// The table of a key, created if missing and converted if inline, so that each answer has its own `[answers.ID]`.
fn table_in<'a>(parent: &'a mut Table, key: &str, implicit: bool) -> Option<&'a mut Table> {
    let item = parent.entry(key).or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(implicit);
        Item::Table(table)
    });
    if !item.is_table() {
        *item = Item::Table(std::mem::take(item).into_table().ok()?);
        // In the header of a table there are no spaces as before an equals sign.
        parent.key_mut(key)?.leaf_decor_mut().clear();
    }
    let table = parent.get_mut(key)?.as_table_mut()?;
    if table.is_dotted() {
        table.set_dotted(false);
        table.set_implicit(implicit);
    }
    Some(table)
}
