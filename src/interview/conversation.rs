//! The interview under way: who is asked, what is kept, and what comes of each step.

use super::lines::{self, Given};
use super::sitting::{Change, Sitting};
use super::{End, LeftError, Line, Menu, Person, SaveError, UnsavedError};
use crate::assessment::{Action, Answer, Assessment};
use crate::checklist::{Checklist, Question, QuestionId, Section};

/// An interview under way. Its methods ask the person, and save what they answer at once.
pub struct Interview<'a> {
    pub person: &'a mut dyn Person,
    pub sitting: Sitting<'a>,
    pub checklist: &'a Checklist,
    /// What has just been done, shown with the next question.
    pub news: Option<String>,
}

/// Why something was not done to its end.
#[derive(Debug)]
pub enum Interrupt {
    /// The person goes back, or what they gave was refused: whatever asked before asks again.
    Back,
    End(End),
    Unsaved(UnsavedError),
}

impl From<LeftError> for Interrupt {
    fn from(_: LeftError) -> Self {
        Self::End(End::Left)
    }
}

/// `None` if the person goes back.
pub fn catch_back<T>(result: Result<T, Interrupt>) -> Result<Option<T>, Interrupt> {
    match result {
        Err(Interrupt::Back) => Ok(None),
        result => result.map(Some),
    }
}

impl<T> Given<T> {
    /// `None` if the line was left blank.
    pub fn or_back(self) -> Result<Option<T>, Interrupt> {
        match self {
            Self::Value(value) => Ok(Some(value)),
            Self::Nothing => Ok(None),
            Self::Back => Err(Interrupt::Back),
        }
    }
}

impl<'a> Interview<'a> {
    pub fn assessment(&self) -> &Assessment {
        self.sitting.assessment()
    }

    pub fn question(&self, id: &QuestionId) -> &'a Question {
        self.checklist.question(id.as_str()).expect("the interview is about questions of its checklist")
    }

    pub fn section_of(&self, id: &QuestionId) -> &'a Section {
        self.checklist.section_of(id).expect("every question is in a section")
    }

    pub fn is_review(&self) -> bool {
        self.sitting.reviewed().is_some()
    }

    pub fn pick<T: Clone>(&mut self, menu: &Menu<T>) -> Result<T, Interrupt> {
        menu.pick(self.person)?.ok_or(Interrupt::Back)
    }

    /// Asks for a line; `None` if it is left blank.
    pub fn ask_text(&mut self, asked: &Line) -> Result<Option<String>, Interrupt> {
        lines::ask_text(self.person, asked)?.or_back()
    }

    pub fn ask_required(&mut self, asked: &Line) -> Result<String, Interrupt> {
        lines::required_text(self.person, asked)?.ok_or(Interrupt::Back)
    }

    /// Asks a yes-or-no question; no goes back.
    pub fn agree(&mut self, said: &str, question: &str) -> Result<(), Interrupt> {
        if self.person.confirm(said, question)? { Ok(()) } else { Err(Interrupt::Back) }
    }

    pub fn save_answer(&mut self, question: &Question, answer: Answer) -> Result<(), Interrupt> {
        self.save(&[(question, Some(answer))])
    }

    /// Saves answers together. What was told of an earlier change goes, since undo now takes back this one.
    pub fn save(&mut self, changes: &[Change<'_>]) -> Result<(), Interrupt> {
        let saved = self.sitting.save(changes);
        self.accept(saved, || {
            let each = changes.iter().map(|(question, answer)| match answer {
                Some(answer) => answer.in_full(&question.id),
                None => format!("{}=unanswered", question.id),
            });
            each.collect::<Vec<_>>().join("\n")
        })?;
        self.news = None;
        Ok(())
    }

    /// Saves an action about a question, new or in place of the one with its id. An unchanged one is not saved again.
    pub fn save_action(&mut self, question: &Question, action: &Action) -> Result<(), Interrupt> {
        let mut actions = self.assessment().actions.clone();
        let id = action.id;
        let (label, news) = match actions.iter_mut().find(|there| there.id == id) {
            Some(there) if there == action => return Ok(()),
            Some(there) => {
                there.clone_from(action);
                (id.to_string(), format!("{id} is changed. u undoes it."))
            }
            None => {
                actions.push(action.clone());
                ("action".to_owned(), format!("Added to the plan as {id}. u undoes it."))
            }
        };
        let saved = self.sitting.save_plan(question, actions);
        self.accept(saved, || format!("{label}: {} (owner: {})", action.action, action.owner))?;
        self.news = Some(news);
        Ok(())
    }

    /// Goes back if a change was refused, once the person is told why. `typed` is what they lose if nothing can be saved.
    pub fn accept(
        &mut self,
        saved: Result<(), SaveError>,
        typed: impl FnOnce() -> String,
    ) -> Result<(), Interrupt> {
        match saved {
            Ok(()) => Ok(()),
            Err(SaveError::Refused(message)) => {
                self.person.show_text(format!("Not accepted: {message}"))?;
                Err(Interrupt::Back)
            }
            Err(SaveError::Failed(reason)) => {
                Err(Interrupt::Unsaved(UnsavedError { reason, answer: typed() }))
            }
        }
    }
}
