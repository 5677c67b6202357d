//! What is kept during one sitting: each change at once, with what was there before so that it can be undone.

use super::{Draft, DraftKind, Occasion, Record, SaveError};
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::pace::{Pace, Progress};
use crate::assessment::{Action, Answer, Assessment, Details, Period, Value};
use crate::checklist::{Question, QuestionId, Section};

/// An answer to change, or with `None` to take out.
pub type Change<'q> = (&'q Question, Option<Answer>);

#[derive(Debug, Clone)]
pub enum Before {
    Answers(Vec<(QuestionId, Option<Answer>)>),
    /// The whole plan, and the question whose action was changed.
    Plan(QuestionId, Vec<Action>),
}

pub struct Sitting<'a> {
    record: &'a mut dyn Record,
    occasion: Occasion<'a>,
    /// The name and role with which answers are signed.
    pub by: String,
    history: Vec<Before>,
    /// The ids of the sections that were changed since they were last looked through.
    changed_sections: BTreeSet<String>,
    pace: Pace,
    /// What a person who leaves now is told of the text that they were typing.
    pub unfinished: Option<String>,
    /// The period of the last figure, offered for the next.
    pub last_period: Option<Period>,
}

impl<'a> Sitting<'a> {
    pub fn new(record: &'a mut dyn Record, occasion: Occasion<'a>, by: String) -> Self {
        Self {
            record,
            occasion,
            by,
            history: Vec::new(),
            changed_sections: BTreeSet::new(),
            pace: Pace::since((occasion.elapsed)()),
            unfinished: None,
            last_period: None,
        }
    }

    pub fn assessment(&self) -> &Assessment {
        self.record.assessment()
    }

    /// The force's own assessment, if the answers are a review of it.
    pub fn reviewed(&self) -> Option<&Assessment> {
        self.record.reviewed()
    }

    pub fn today(&self) -> NaiveDate {
        self.occasion.today
    }

    pub fn progress(&self) -> Progress {
        self.pace.progress(self.assessment())
    }

    /// The answer that there is, or an unknown one, signed and dated now.
    pub fn signed(&self, question: &Question) -> Answer {
        let answer = self.assessment().answer(&question.id).cloned();
        let answer = answer.unwrap_or_else(|| Answer::new(Value::Unknown));
        Answer { by: Some(self.by.clone()), on: Some(self.today()), ..answer }
    }

    /// Last time's answer, signed and dated now, or why it cannot be confirmed.
    pub fn confirmed(&self, question: &Question) -> Result<Answer, &'static str> {
        self.assessment().confirmed(question, Some(self.by.clone()), self.today())
    }

    pub fn save(&mut self, changes: &[Change<'_>]) -> Result<(), SaveError> {
        let assessment = self.assessment();
        let before = |question: &Question| assessment.answer(&question.id).cloned();
        let before: Vec<_> =
            changes.iter().map(|(question, _)| (question.id.clone(), before(question))).collect();
        self.record.save_answers(changes)?;
        let new = before.iter().filter(|(_, before)| before.is_none()).count();
        if new > 0 {
            self.pace.answered((self.occasion.elapsed)(), new);
        }
        let checklist = &self.record.assessment().checklist;
        let sections = changes.iter().filter_map(|(question, _)| checklist.section_of(&question.id));
        self.changed_sections.extend(sections.map(|section| section.id.clone()));
        self.history.push(Before::Answers(before));
        Ok(())
    }

    /// Saves the plan, in which an action about `question` was added or changed.
    pub fn save_plan(&mut self, question: &Question, actions: Vec<Action>) -> Result<(), SaveError> {
        let before = self.assessment().actions.clone();
        self.record.save_actions(actions)?;
        self.history.push(Before::Plan(question.id.clone(), before));
        Ok(())
    }

    pub fn save_details(&mut self, details: Details) -> Result<(), SaveError> {
        self.record.save_details(details)
    }

    pub fn last_change(&self) -> Option<&Before> {
        self.history.last()
    }

    /// Saves what was there before the last change.
    pub fn undo(&mut self) -> Result<(), SaveError> {
        match self.history.last() {
            Some(Before::Answers(before)) => {
                let checklist = self.record.assessment().checklist.clone();
                let question = |id: &QuestionId| checklist.question(id.as_str()).expect("it was answered");
                let changes = before.iter().map(|(id, answer)| (question(id), answer.clone()));
                self.record.save_answers(&changes.collect::<Vec<_>>())?;
            }
            Some(Before::Plan(_, actions)) => self.record.save_actions(actions.clone())?,
            None => {}
        }
        self.history.pop();
        Ok(())
    }

    /// Whether anything in a section was changed since this was last asked.
    pub fn take_changed(&mut self, section: &Section) -> bool {
        self.changed_sections.remove(&section.id)
    }

    pub fn mark_changed(&mut self, section: &Section) {
        self.changed_sections.insert(section.id.clone());
    }

    pub fn drafts(&self) -> Vec<Draft> {
        self.record.drafts()
    }

    /// Saves a text while it is being typed; false if it could not be saved.
    pub fn save_draft(&mut self, draft: &Draft) -> bool {
        self.record.save_draft(draft)
    }

    /// Removes a draft that is saved for good or thrown away.
    pub fn delete_draft(&mut self, question: &Question, kind: DraftKind) {
        self.record.delete_draft(&question.id, kind);
        self.unfinished = None;
    }
}
