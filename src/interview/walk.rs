//! The way through an assessment: the menu, and one question after the other.

use super::conversation::{Interrupt, Interview, Next, Outcome};
use super::occasion::{End, Occasion, Unsaved, Walk};
use super::person::Person;
use super::record::Record;
use super::route::Route;
use super::sitting::Sitting;
use super::{closing, start};
use crate::checklist::{Question, QuestionId};

/// How a route ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finished {
    /// There was no further question.
    AtTheEnd,
    /// The person went back from the first question.
    Back,
    /// The person went to the menu.
    Menu,
}

/// Leads a person through an assessment until they stop, leave or ask for the result.
///
/// # Errors
///
/// [`Unsaved`] if an answer could not be saved.
pub fn interview(
    person: &mut dyn Person,
    record: &mut dyn Record,
    occasion: Occasion<'_>,
) -> Result<End, Unsaved> {
    let checklist = record.assessment().checklist.clone();
    let Ok(by) = start::who_answers(person, record.assessment()) else { return Ok(End::Left) };
    let sitting = Sitting::new(record, occasion, by);
    let mut interview = Interview { person, sitting, checklist: &checklist, news: None };
    match interview.take_up_drafts().and_then(|()| interview.go()) {
        Ok(()) => Ok(End::Finished),
        Err(Interrupt::End(end)) => Ok(interview.sitting.unfinished.map_or(end, End::Unfinished)),
        Err(Interrupt::Unsaved(unsaved)) => Err(unsaved),
    }
}

impl<'a> Interview<'a> {
    fn go(&mut self) -> Result<(), Interrupt> {
        let Occasion { file, walk, today, .. } = self.sitting.occasion();
        if walk == Walk::Menu || self.walk_open()? != Finished::AtTheEnd {
            self.menu()?;
        }
        let closing = match self.sitting.reviewed() {
            Some(reviewed) => closing::after_review(reviewed, self.assessment(), file),
            None => closing::after_assessment(self.assessment(), file, today),
        };
        Ok(self.person.tell(&closing)?)
    }

    /// Asks one open question after the other, from the first.
    pub(super) fn walk_open(&mut self) -> Result<Finished, Interrupt> {
        let assessment = self.sitting.assessment();
        match self.checklist.questions().find(|question| assessment.answer(&question.id).is_none()) {
            Some(first) => self.walk(Route::Open(self.checklist), first),
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
                Next::Back => match route.previous(question) {
                    Some(previous) => question = previous,
                    None => return Ok(Finished::Back),
                },
                Next::Menu => return Ok(Finished::Menu),
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
        let next = route.next(self.assessment(), question);
        let ends_section = next.is_none_or(|next| !section.questions.contains(next));
        if ends_section && self.look_through(section)? == Outcome::Back {
            return Ok(Some(question));
        }
        // Meanwhile an open question may have been answered, or an answer taken back.
        Ok(route.next(self.assessment(), question))
    }
}
