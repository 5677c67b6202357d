//! A form: some of a healthcheck's questions, to be filled in by people who have never heard of this program.
//!
//! It carries what it belongs to and, at each question, a mark of the answer that there was when it was made, so that it
//! finds its way back whatever it is called, and a later change on our side is known. [`layout`] says what stands where,
//! once, for what draws it and for what reads it again; [`read`] takes back what was filled in, and guesses nothing.

use chrono::NaiveDate;

use crate::assessment::{Answer, Assessment, Base, Carried, FormId};
use crate::checklist::{Checklist, Question, QuestionId, Section};

pub mod layout;
pub mod paper;
pub mod read;
pub(super) mod values;
mod words;

/// What a form belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The force; of a blank form none yet.
    pub force: Option<String>,
    /// The day on which the healthcheck was opened.
    pub date: Option<NaiveDate>,
    /// The id of the checklist.
    pub checklist: String,
    /// Its edition.
    pub edition: String,
    /// The form's own number; of a blank form none.
    pub sent: Option<FormId>,
}

/// A form.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    /// What it belongs to.
    pub identity: Identity,
    /// Who is asked.
    pub to: String,
    /// The day by which it is wanted back.
    pub due: Option<NaiveDate>,
    /// To whom it goes back.
    pub back_to: String,
    /// The protective marking.
    pub marking: Option<String>,
    /// The day on which it is made.
    pub today: NaiveDate,
    /// The checklist that it is of.
    pub checklist: &'a Checklist,
    /// The questions, section by section.
    pub parts: Vec<Part<'a>>,
}

/// The questions of one section.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// The section.
    pub section: &'a Section,
    /// Those of its questions that are asked.
    pub asked: Vec<Asked<'a>>,
}

/// One question on a form.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The question.
    pub question: &'a Question,
    /// What is filled in already.
    pub given: Option<Answer>,
    /// What was known when the form was made.
    pub base: Base,
    /// What was answered last time.
    pub last: Option<&'a Carried>,
}

impl<'a> Form<'a> {
    /// A form with the questions of an assessment that are chosen, and the answers that they have so far.
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

    /// A form of a whole checklist that belongs to no healthcheck yet.
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

    /// Every question on it.
    pub fn asked(&self) -> impl Iterator<Item = &Asked<'a>> {
        self.parts.iter().flat_map(|part| &part.asked)
    }

    /// The ids of its questions.
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
