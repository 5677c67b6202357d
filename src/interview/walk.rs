//! The way through an assessment: the menu, and one question after the other.

use super::conversation::{Interrupt, Interview, catch_back};
use super::sitting::Sitting;
use super::{End, Mode, Occasion, Person, Record, UnsavedError, closing, start};
use crate::checklist::{Question, QuestionId, Section};

/// The questions that follow one another.
#[derive(Clone, Copy)]
enum Route<'a> {
    Open,
    /// All of a section, answered or not.
    Section(&'a Section),
}

pub enum Next {
    On,
    Previous,
    Menu,
    To(QuestionId),
}

#[derive(PartialEq, Eq)]
pub enum Finished {
    /// There was no further question.
    AtTheEnd,
    ToMenu,
}

/// Leads a person through an assessment until they stop, leave or ask for the result.
///
/// # Errors
///
/// [`UnsavedError`] if an answer could not be saved.
pub fn interview(
    person: &mut dyn Person,
    record: &mut dyn Record,
    occasion: Occasion<'_>,
) -> Result<End, UnsavedError> {
    let checklist = record.assessment().checklist.clone();
    let Ok(by) = start::who_answers(person, record.assessment()) else { return Ok(End::Left) };
    let sitting = Sitting::new(record, occasion, by);
    let mut interview = Interview { person, sitting, checklist: &checklist, news: None };
    match interview.take_up_drafts().and_then(|()| interview.go(occasion)) {
        Ok(()) => Ok(End::Finished),
        Err(Interrupt::End(end)) => Ok(interview.sitting.unfinished.map_or(end, End::Unfinished)),
        Err(Interrupt::Unsaved(unsaved)) => Err(unsaved),
        Err(Interrupt::Back) => unreachable!("nothing is before the menu"),
    }
}

impl<'a> Interview<'a> {
    fn go(&mut self, occasion: Occasion<'_>) -> Result<(), Interrupt> {
        if occasion.mode == Mode::Menu || catch_back(self.walk_open())? != Some(Finished::AtTheEnd) {
            self.menu()?;
        }
        let closing = match self.sitting.reviewed() {
            Some(reviewed) => closing::after_review(reviewed, self.assessment(), occasion.file),
            None => closing::after_assessment(self.assessment(), occasion.file, occasion.today),
        };
        Ok(self.person.show(&closing)?)
    }

    /// Asks one open question after the other, from the first.
    pub(super) fn walk_open(&mut self) -> Result<Finished, Interrupt> {
        match self.checklist.questions().find(|question| self.is_open(question)) {
            Some(first) => self.walk(Route::Open, first),
            None => Ok(Finished::AtTheEnd),
        }
    }

    /// Asks a question, and on from there through its section.
    pub(super) fn walk_section_from(&mut self, id: &QuestionId) -> Result<Finished, Interrupt> {
        self.walk(Route::Section(self.section_of(id)), self.question(id))
    }

    fn walk(&mut self, mut route: Route<'a>, first: &'a Question) -> Result<Finished, Interrupt> {
        let mut question = first;
        loop {
            match self.ask(question)? {
                Next::On => match self.go_on(route, question)? {
                    Some(next) => question = next,
                    None => return Ok(Finished::AtTheEnd),
                },
                Next::Previous => question = self.previous(route, question).ok_or(Interrupt::Back)?,
                Next::Menu => return Ok(Finished::ToMenu),
                Next::To(id) => {
                    question = self.question(&id);
                    if let Route::Section(_) = route {
                        route = Route::Section(self.section_of(&id));
                    }
                }
            }
        }
    }

    /// The next question, which is the same again if the person goes back from the end of its section.
    fn go_on(&mut self, route: Route<'a>, question: &'a Question) -> Result<Option<&'a Question>, Interrupt> {
        let section = self.section_of(&question.id);
        let ends_section = self.next(route, question).is_none_or(|next| !section.questions.contains(next));
        if ends_section && catch_back(self.look_through(section))?.is_none() {
            return Ok(Some(question));
        }
        // Meanwhile an open question may have been answered, or an answer taken back.
        Ok(self.next(route, question))
    }

    fn next(&self, route: Route<'a>, from: &Question) -> Option<&'a Question> {
        let is_before = |question: &&Question| question.id != from.id;
        match route {
            Route::Open => {
                let mut after = self.checklist.questions().skip_while(is_before).skip(1);
                after.find(|question| self.is_open(question))
            }
            Route::Section(section) => section.questions.iter().skip_while(is_before).nth(1),
        }
    }

    /// The question before, answered or not.
    fn previous(&self, route: Route<'a>, from: &Question) -> Option<&'a Question> {
        let is_before = |question: &&Question| question.id != from.id;
        match route {
            Route::Open => self.checklist.questions().take_while(is_before).last(),
            Route::Section(section) => section.questions.iter().take_while(is_before).last(),
        }
    }

    fn is_open(&self, question: &Question) -> bool {
        self.assessment().answer(&question.id).is_none()
    }
}
