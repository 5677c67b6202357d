//! The way through an assessment: the menu, and one question after the other.

use std::collections::BTreeSet;

use super::pace::Pace;
use super::{End, Gone, Occasion, Person, Record, Unsaved, Walk, review_end, screens, start};
use crate::assessment::{Action, Answer, Period};
use crate::checklist::{Checklist, Question, QuestionId, Section};

/// What stops an interview.
#[derive(Debug)]
pub enum Break {
    End(End),
    Unsaved(Unsaved),
}

impl From<Gone> for Break {
    fn from(_: Gone) -> Self {
        Self::End(End::Left)
    }
}

/// An interview under way.
pub struct Interview<'a> {
    pub person: &'a mut dyn Person,
    pub record: &'a mut dyn Record,
    pub checklist: &'a Checklist,
    pub occasion: Occasion<'a>,
    /// Who answers.
    pub by: String,
    /// What was changed in this sitting, the last change last.
    pub changes: Vec<Before>,
    /// The sections with changes since they were last looked through.
    pub worked_on: BTreeSet<String>,
    /// What the person is told at the next question.
    pub news: Option<String>,
    pub pace: Pace,
    /// What is told to whoever leaves in the middle of a text.
    pub half_typed: Option<String>,
    /// The period of the last figure, ready for the next.
    pub period_ready: Option<Period>,
}

/// What a change was before it, so that it can be taken back.
#[derive(Debug, Clone)]
pub enum Before {
    /// Answers, or that there were none.
    Answers(Vec<(QuestionId, Option<Answer>)>),
    /// The plan, and the question about which it was changed.
    Actions(QuestionId, Vec<Action>),
}

/// Which questions follow one another.
#[derive(Clone, Copy)]
pub enum Way<'a> {
    /// The open ones.
    Open,
    /// Those of a section, answered or not.
    Section(&'a Section),
}

/// Where a question leads to.
#[derive(Debug)]
pub enum Step {
    On,
    Back,
    Menu,
    To(QuestionId),
}

/// How a way came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walked {
    /// There was no further question.
    ToTheEnd,
    /// Back from the first question.
    Back,
    /// To the menu.
    Menu,
}

/// Asks who is answering, then leads through what they choose.
pub fn lead(
    person: &mut dyn Person,
    record: &mut dyn Record,
    occasion: Occasion<'_>,
) -> Result<End, Unsaved> {
    let checklist = record.assessment().checklist.clone();
    let Ok(by) = start::who_answers(person, record.assessment()) else { return Ok(End::Left) };
    let mut interview = Interview {
        person,
        record,
        checklist: &checklist,
        occasion,
        by,
        changes: Vec::new(),
        worked_on: BTreeSet::new(),
        news: None,
        pace: Pace::default(),
        half_typed: None,
        period_ready: None,
    };
    interview.pace.answered((occasion.elapsed)(), 0);
    let went = interview.take_up_drafts().and_then(|()| interview.go());
    match went {
        Ok(()) => Ok(End::Finished),
        Err(Break::End(end)) => Ok(interview.half_typed.map_or(end, End::Unfinished)),
        Err(Break::Unsaved(unsaved)) => Err(unsaved),
    }
}

impl<'a> Interview<'a> {
    fn go(&mut self) -> Result<(), Break> {
        if self.occasion.walk == Walk::Menu || self.walk_open()? != Walked::ToTheEnd {
            self.menu()?;
        }
        let (assessment, file) = (self.record.assessment(), self.occasion.file);
        let closing = match self.record.reviewed() {
            Some(reviewed) => review_end::closing(reviewed, assessment, file),
            None => screens::closing(assessment, file, self.occasion.today),
        };
        Ok(self.person.tell(&closing)?)
    }

    /// Asks one open question after the other, from the first on.
    pub(super) fn walk_open(&mut self) -> Result<Walked, Break> {
        match self.first_open(0) {
            Some(first) => self.walk(Way::Open, first),
            None => Ok(Walked::ToTheEnd),
        }
    }

    /// Asks one question after the other, from one on; at the end of a section it is looked through.
    pub(super) fn walk(&mut self, mut way: Way<'a>, from: usize) -> Result<Walked, Break> {
        let checklist = self.checklist;
        let mut at = from;
        while let Some(question) = checklist.questions().nth(at) {
            match self.ask(question)? {
                Step::On => {
                    let next = self.after(way, at);
                    let Some(section) = checklist.section_of(&question.id) else { break };
                    let is_over = next.is_none_or(|next| !self.is_in(section, next));
                    if is_over && !self.look_through(section)? {
                        continue;
                    }
                    // An open question may have been answered, or become open again, meanwhile.
                    match self.after(way, at) {
                        Some(next) => at = next,
                        None => return Ok(Walked::ToTheEnd),
                    }
                }
                Step::Back => match self.before(way, at) {
                    Some(before) => at = before,
                    None => return Ok(Walked::Back),
                },
                Step::Menu => return Ok(Walked::Menu),
                Step::To(id) => {
                    at = self.place(&id).unwrap_or(at);
                    if let (Way::Section(_), Some(section)) = (way, checklist.section_of(&id)) {
                        way = Way::Section(section);
                    }
                }
            }
        }
        Ok(Walked::ToTheEnd)
    }

    /// Where a question stands among all of them.
    pub(super) fn place(&self, id: &QuestionId) -> Option<usize> {
        self.checklist.questions().position(|question| question.id == *id)
    }

    fn is_in(&self, section: &Section, at: usize) -> bool {
        self.checklist.questions().nth(at).is_some_and(|question| section.questions.contains(question))
    }

    fn after(&self, way: Way<'_>, at: usize) -> Option<usize> {
        match way {
            Way::Open => self.first_open(at + 1),
            Way::Section(section) => Some(at + 1).filter(|next| self.is_in(section, *next)),
        }
    }

    /// The question before, answered or not.
    fn before(&self, way: Way<'_>, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        match way {
            Way::Open => Some(before),
            Way::Section(section) => Some(before).filter(|before| self.is_in(section, *before)),
        }
    }

    /// Where the first question without an answer stands, from a place on.
    fn first_open(&self, from: usize) -> Option<usize> {
        let is_open = |question: &Question| self.record.assessment().answer(&question.id).is_none();
        let mut open = self.checklist.questions().enumerate().skip(from).filter(|(_, each)| is_open(each));
        open.next().map(|(at, _)| at)
    }
}
