//! Which healthcheck is continued, and what is asked before a new one begins.

use super::lines::{Given, ask_text, first_text};
use super::standing::open;
use super::{LeftError, Line, Menu, Person};
use crate::assessment::{Assessment, Renewed};
use crate::text::{long_date, number_of};

/// A healthcheck that was found in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub file: String,
    /// Whose it is, and how much is open.
    pub words: String,
    pub is_finished: bool,
}

impl Found {
    /// `None` for published findings and for a review.
    pub fn new(file: &str, assessment: &Assessment) -> Option<Self> {
        if assessment.has_findings() {
            return None;
        }
        let open = open(assessment);
        let how_far = open.as_ref().map_or("all answered".to_owned(), |open| format!("{open} open"));
        let carried = match assessment.count_renewed(Renewed::Open) {
            0 => String::new(),
            carried => format!(", {} of last time to be confirmed", number_of(carried, "answer", "answers")),
        };
        let words = format!("{how_far}{carried}; {}, begun {}", assessment.force, long_date(assessment.date));
        Some(Self { file: file.to_owned(), words, is_finished: open.is_none() })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start<'a> {
    Continue(&'a Found),
    New,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHealthcheck {
    /// The force's full name.
    pub force: String,
    pub marking: Option<String>,
}

pub fn where_to_start<'a>(person: &mut dyn Person, found: &'a [Found]) -> Result<Start<'a>, LeftError> {
    if found.is_empty() {
        return Ok(Start::New);
    }
    let menu = Menu { goes_back: false, ..Menu::new("Healthchecks in this folder") }
        .numbered(found.iter().map(|found| (&found.file, &found.words, Start::Continue(found))))
        .items([("n", "Start a new healthcheck", "", Start::New)]);
    loop {
        // There is nothing to go back to.
        if let Some(start) = menu.pick(person)? {
            return Ok(start);
        }
    }
}

/// Whether to start a new healthcheck in a file that does not exist; its name may have been misspelt.
pub fn file_is_missing(person: &mut dyn Person, file: &str, near: Option<&str>) -> Result<bool, LeftError> {
    let near = near.map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
    let question = format!("Start a new healthcheck in {file}?");
    person.confirm(&format!("There is no file {file} here.{near}"), &question)
}

/// Asks what a new healthcheck begins with; the rest can be corrected from the menu.
pub fn begin(person: &mut dyn Person) -> Result<NewHealthcheck, LeftError> {
    let mut force = String::new();
    loop {
        let asked = Line::first("Which force is this? Its full name, such as Essex Police").with(force);
        force = first_text(person, &asked)?;
        let asked = Line::asking("Protective marking, such as OFFICIAL-SENSITIVE (Enter: none)");
        match ask_text(person, &asked)? {
            Given::Value(marking) => return Ok(NewHealthcheck { force, marking: Some(marking) }),
            Given::Nothing => return Ok(NewHealthcheck { force, marking: None }),
            Given::Back => {}
        }
    }
}

/// Asks who is answering, and offers whoever answered last.
pub fn who_answers(person: &mut dyn Person, assessment: &Assessment) -> Result<String, LeftError> {
    let given = assessment.answers.values().filter_map(|answer| Some((answer.on?, answer.by.as_deref()?)));
    let last = given.max_by_key(|(on, _)| *on).map(|(_, by)| by).unwrap_or_default();
    first_text(person, &Line::first("Who is answering? Your name and role").with(last))
}
