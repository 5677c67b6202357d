//! A form: some of a healthcheck's questions, for people who have never heard of this program.
//!
//! It states what it belongs to and, with each question, a fingerprint of the answer at the time. So it can be matched
//! under any file name, and a later change on our side is noticed. [`layout`] decides the position of everything, for
//! drawing and for reading; [`read`] reads a returned form and guesses nothing.

use chrono::NaiveDate;

use crate::assessment::{Answer, Assessment, Base, Carried, FormId};
use crate::checklist::{Checklist, Question, QuestionId, Section};

pub mod layout;
pub mod paper;
pub mod read;
pub(super) mod values;
mod words;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// `None` on a blank form.
    pub force: Option<String>,
    pub date: Option<NaiveDate>,
    /// The checklist's id.
    pub checklist: String,
    pub edition: String,
    /// The form's own number; `None` on a blank form.
    pub sent: Option<FormId>,
}

#[derive(Debug, Clone)]
pub struct Form<'a> {
    pub identity: Identity,
    pub to: String,
    pub due: Option<NaiveDate>,
    pub back_to: String,
    pub marking: Option<String>,
    pub today: NaiveDate,
    pub checklist: &'a Checklist,
    pub parts: Vec<Part<'a>>,
}

#[derive(Debug, Clone)]
pub struct Part<'a> {
    pub section: &'a Section,
    pub asked: Vec<Asked<'a>>,
}

#[derive(Debug, Clone)]
pub struct Asked<'a> {
    pub question: &'a Question,
    /// Filled in already.
    pub given: Option<Answer>,
    /// The answer known when the form was made.
    pub base: Base,
    pub last: Option<&'a Carried>,
}

impl<'a> Form<'a> {
    pub fn new(
        assessment: &'a Assessment,
        sent: Option<FormId>,
        to: impl Into<String>,
        today: NaiveDate,
        choose: impl Fn(&Section, &Question) -> bool,
    ) -> Self {
        let identity = Identity {
            force: Some(assessment.force.clone()),
            date: Some(assessment.date),
            sent,
            ..Identity::blank(&assessment.checklist)
        };
        let asked = |question: &'a Question| {
            let given = assessment.answer(&question.id);
            let last = assessment.carried.get(&question.id);
            Asked { question, given: given.cloned(), base: Base::new(given), last }
        };
        Self {
            identity,
            to: to.into(),
            due: None,
            back_to: assessment.assessor.clone(),
            marking: assessment.marking.clone(),
            today,
            checklist: &assessment.checklist,
            parts: parts(&assessment.checklist, choose, asked),
        }
    }

    /// A form with a whole checklist, for no healthcheck yet.
    pub fn blank(checklist: &'a Checklist, back_to: impl Into<String>, today: NaiveDate) -> Self {
        let asked = |question| Asked { question, given: None, base: Base::Open, last: None };
        Self {
            identity: Identity::blank(checklist),
            to: "everyone who can answer".to_owned(),
            due: None,
            back_to: back_to.into(),
            marking: None,
            today,
            checklist,
            parts: parts(checklist, |_, _| true, asked),
        }
    }

    pub fn asked(&self) -> impl Iterator<Item = &Asked<'a>> {
        self.parts.iter().flat_map(|part| &part.asked)
    }

    pub fn ids(&self) -> Vec<QuestionId> {
        self.asked().map(|asked| asked.question.id.clone()).collect()
    }
}

impl Identity {
    fn blank(checklist: &Checklist) -> Self {
        let (checklist, edition) = (checklist.id.clone(), checklist.edition.clone());
        Self { force: None, date: None, checklist, edition, sent: None }
    }
}

fn parts<'a>(
    checklist: &'a Checklist,
    choose: impl Fn(&Section, &Question) -> bool,
    asked: impl Fn(&'a Question) -> Asked<'a>,
) -> Vec<Part<'a>> {
    let of = |section: &'a Section| Part {
        section,
        asked: section.questions.iter().filter(|question| choose(section, question)).map(&asked).collect(),
    };
    checklist.sections.iter().map(of).filter(|part| !part.asked.is_empty()).collect()
}
