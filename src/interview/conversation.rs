//! The interview under way: who is asked, what is kept, and what comes of each step.

use super::occasion::{End, Unsaved};
use super::person::{Gone, Person};
use super::record::NotKept;
use super::sitting::{Change, Sitting};
use crate::assessment::{Action, Answer, Assessment};
use crate::checklist::{Checklist, Question, QuestionId, Section};

/// An interview under way.
pub struct Interview<'a> {
    pub person: &'a mut dyn Person,
    pub sitting: Sitting<'a>,
    pub checklist: &'a Checklist,
    /// What has just been done, shown with the next question.
    pub news: Option<String>,
}

/// Why an interview ends before the person asks for the result.
#[derive(Debug)]
pub enum Interrupt {
    End(End),
    Unsaved(Unsaved),
}

impl From<Gone> for Interrupt {
    fn from(_: Gone) -> Self {
        Self::End(End::Left)
    }
}

/// Where a question leads to.
#[derive(Debug)]
pub enum Next {
    On,
    Back,
    Menu,
    To(QuestionId),
}

/// How a few questions to the person ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// The person went back, or what they gave was not accepted.
    Back,
}

/// Whether something was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    Yes,
    /// It was refused, and the person has been told why.
    Refused,
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

    pub fn save_answer(&mut self, question: &Question, answer: Answer) -> Result<Saved, Interrupt> {
        self.save(&[(question, Some(answer))])
    }

    /// Saves answers together. What was told of an earlier change goes, since undo now takes back this one.
    pub fn save(&mut self, changes: &[Change<'_>]) -> Result<Saved, Interrupt> {
        let saved = self.sitting.save(changes);
        let in_full = || {
            let each = changes.iter().map(|(question, answer)| match answer {
                Some(answer) => answer.in_full(&question.id),
                None => format!("{}=unanswered", question.id),
            });
            each.collect::<Vec<_>>().join("\n")
        };
        let saved = self.told(saved, in_full)?;
        if saved == Saved::Yes {
            self.news = None;
        }
        Ok(saved)
    }

    /// Saves an action about a question, new or in place of the one with its id. An unchanged one is not saved again.
    pub fn save_action(&mut self, question: &Question, action: &Action) -> Result<Saved, Interrupt> {
        let mut actions = self.assessment().actions.clone();
        let id = action.id;
        let (label, news) = match actions.iter_mut().find(|there| there.id == id) {
            Some(there) if there == action => return Ok(Saved::Yes),
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
        let saved = self.told(saved, || format!("{label}: {} (owner: {})", action.action, action.owner))?;
        if saved == Saved::Yes {
            self.news = Some(news);
        }
        Ok(saved)
    }

    /// Tells the person why something was refused. `typed` is what they could lose if nothing can be saved.
    pub fn told(
        &mut self,
        saved: Result<(), NotKept>,
        typed: impl FnOnce() -> String,
    ) -> Result<Saved, Interrupt> {
        match saved {
            Ok(()) => Ok(Saved::Yes),
            Err(NotKept::Refused(message)) => {
                self.person.say(format!("Not accepted: {message}"))?;
                Ok(Saved::Refused)
            }
            Err(NotKept::Failed(reason)) => Err(Interrupt::Unsaved(Unsaved { reason, answer: typed() })),
        }
    }
}
