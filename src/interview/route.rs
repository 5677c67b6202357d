//! Which question follows which.

use crate::assessment::Assessment;
use crate::checklist::{Checklist, Question, Section};

/// The questions that follow one another.
#[derive(Clone, Copy)]
pub enum Route<'a> {
    /// The open ones.
    Open(&'a Checklist),
    /// All of a section, answered or not.
    Section(&'a Section),
}

impl<'a> Route<'a> {
    pub fn next(self, assessment: &Assessment, from: &Question) -> Option<&'a Question> {
        match self {
            Self::Open(checklist) => checklist
                .questions()
                .skip_while(|question| question.id != from.id)
                .skip(1)
                .find(|question| assessment.answer(&question.id).is_none()),
            Self::Section(section) => {
                section.questions.iter().skip_while(|question| question.id != from.id).nth(1)
            }
        }
    }

    /// The question before, answered or not.
    pub fn previous(self, from: &Question) -> Option<&'a Question> {
        let is_before = |question: &&Question| question.id != from.id;
        match self {
            Self::Open(checklist) => checklist.questions().take_while(is_before).last(),
            Self::Section(section) => section.questions.iter().take_while(is_before).last(),
        }
    }
}
