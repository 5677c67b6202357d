//! Starting: which healthcheck is continued, and what is to be known before a new one begins.

use super::lines::{Given, required_text, text};
use super::{Gone, Item, Line, Menu, Person};
use crate::assessment::{Assessment, Renewed};
use crate::text::{long_date, number_of};

use super::standing::open;

/// A healthcheck that was found where the person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The name of its file.
    pub file: String,
    /// Whose it is, and how far it is.
    pub words: String,
    /// Whether nothing in it is open.
    pub is_finished: bool,
}

impl Found {
    /// A healthcheck; `None` of one that somebody published, or of a review.
    pub fn of(file: &str, assessment: &Assessment) -> Option<Self> {
        if assessment.has_findings() {
            return None;
        }
        let open = open(assessment);
        let how_far = match &open {
            Some(open) => format!("{open} open"),
            None => "all answered".to_owned(),
        };
        let carried = match assessment.count_renewed(Renewed::Open) {
            0 => String::new(),
            carried => format!(", {} of last time to be confirmed", number_of(carried, "answer", "answers")),
        };
        let words = format!("{how_far}{carried}; {}, begun {}", assessment.force, long_date(assessment.date));
        Some(Self { file: file.to_owned(), words, is_finished: open.is_none() })
    }
}

/// Where the person starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// With a healthcheck that was found, by its place.
    Continue(usize),
    /// With a new one.
    New,
}

/// What is to be known before a healthcheck can be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The force's full name.
    pub force: String,
    /// The protective marking.
    pub marking: Option<String>,
}

/// Offers the healthchecks that were found, or a new one.
///
/// # Errors
///
/// [`Gone`] when the person is gone.
pub fn where_to_start(person: &mut dyn Person, found: &[Found]) -> Result<Start, Gone> {
    if found.is_empty() {
        return Ok(Start::New);
    }
    let items = (1..).zip(found).map(|(key, found)| Item::new(key.to_string(), &found.file, &found.words));
    let menu = Menu {
        title: "Healthchecks in this folder".to_owned(),
        text: Vec::new(),
        items: items.chain([Item::new("n", "Start a new healthcheck", "")]).collect(),
        ready: 0,
        narrows: false,
        goes_back: false,
    };
    loop {
        // There is nothing to go back to.
        if let Some(picked) = person.pick(&menu)? {
            return Ok(if picked < found.len() { Start::Continue(picked) } else { Start::New });
        }
    }
}

/// Whether a new healthcheck is to be begun in a file that is not there; it may have been misspelt.
///
/// # Errors
///
/// [`Gone`] when the person is gone.
pub fn file_is_missing(person: &mut dyn Person, file: &str, near: Option<&str>) -> Result<bool, Gone> {
    let near = near.map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
    let question = format!("Start a new healthcheck in {file}?");
    person.confirm(&format!("There is no file {file} here.{near}"), &question)
}

/// Asks what is to be known before a healthcheck can be begun; the rest can be corrected from the menu.
///
/// # Errors
///
/// [`Gone`] when the person is gone.
pub fn begin(person: &mut dyn Person) -> Result<Begun, Gone> {
    let mut force = String::new();
    loop {
        let asked = Line::first("Which force is this? Its full name, such as Essex Police").with(&force);
        let Some(typed) = required_text(person, &asked)? else { continue };
        force = typed;
        let asked = Line::asking("Protective marking, such as OFFICIAL-SENSITIVE (Enter: none)");
        match text(person, asked)? {
            Given::Value(marking) => return Ok(Begun { force, marking: Some(marking) }),
            Given::Nothing => return Ok(Begun { force, marking: None }),
            Given::Back => {}
        }
    }
}

/// Asks who is answering; whoever answered last is offered.
///
/// # Errors
///
/// [`Gone`] when the person is gone.
pub fn who_answers(person: &mut dyn Person, assessment: &Assessment) -> Result<String, Gone> {
    let given = assessment.answers.values().filter_map(|answer| Some((answer.on?, answer.by.as_deref()?)));
    let last = given.max_by_key(|(on, _)| *on).map(|(_, by)| by).unwrap_or_default();
    loop {
        // There is nothing to go back to.
        let asked = Line::first("Who is answering? Your name and role").with(last);
        if let Some(by) = required_text(person, &asked)? {
            return Ok(by);
        }
    }
}
