//! The way through an assessment: the menu, and one question after the other.

use chrono::NaiveDate;

use super::lines::required_text;
use super::{Choice, Command, End, Gone, Person, Record, Unsaved, Walk, review_end, screens};
use crate::checklist::{Checklist, Question, Section};

/// What stops an interview.
#[derive(Debug)]
pub enum Break {
    End(End),
    Unsaved(Unsaved),
}

impl From<Gone> for Break {
    fn from(_: Gone) -> Self {
        Self::End(End::Stopped)
    }
}

/// Who answers, and on which day.
#[derive(Debug, Clone)]
pub struct Sitting {
    pub by: String,
    pub today: NaiveDate,
}

/// Asks who is answering, then leads through what they choose.
pub fn lead(
    person: &mut dyn Person,
    record: &mut dyn Record,
    file: &str,
    walk: Walk,
    today: NaiveDate,
) -> Result<End, Break> {
    let checklist = record.assessment().checklist.clone();
    let by = required_text(person, "Who is answering? Your name and role")?;
    let mut interview = Interview { person, record, checklist: &checklist, sitting: Sitting { by, today } };
    if walk == Walk::Open {
        interview.walk_open()?;
        interview.close(file)?;
        return Ok(End::Finished);
    }
    loop {
        match interview.menu()? {
            Next::Open => interview.walk_open()?,
            Next::Section(section) => interview.walk(&section.questions)?,
            Next::Finish => {
                interview.close(file)?;
                return Ok(End::Finished);
            }
        }
    }
}

/// An interview under way.
pub struct Interview<'a> {
    pub person: &'a mut dyn Person,
    pub record: &'a mut dyn Record,
    pub checklist: &'a Checklist,
    pub sitting: Sitting,
}

/// What the menu leads to.
enum Next<'a> {
    Open,
    Section(&'a Section),
    Finish,
}

/// Where a question leads to.
pub enum Step {
    On,
    Back,
    Menu,
}

impl<'a> Interview<'a> {
    fn menu(&mut self) -> Result<Next<'a>, Break> {
        let checklist = self.checklist;
        let screen = screens::menu(self.record.assessment());
        loop {
            match self.person.choose(&screen)? {
                Choice::GoOn => return Ok(Next::Open),
                Choice::Section(id) => {
                    if let Some(section) = checklist.section(&id) {
                        return Ok(Next::Section(section));
                    }
                }
                Choice::Command(Command::Finish) => return Ok(Next::Finish),
                Choice::Command(Command::Stop) => return Err(Break::End(End::Stopped)),
                // Those of a question.
                Choice::Level(_) | Choice::Number(_) => {}
                Choice::Command(
                    Command::Confirm
                    | Command::Back
                    | Command::Skip
                    | Command::DontKnow
                    | Command::NotApplicable
                    | Command::Help
                    | Command::Note
                    | Command::Clear
                    | Command::Menu,
                ) => {}
            }
        }
    }

    fn close(&mut self, file: &str) -> Result<(), Gone> {
        let closing = match self.record.reviewed() {
            Some(reviewed) => review_end::closing(reviewed, self.record.assessment(), file),
            None => screens::closing(self.record.assessment(), file, self.sitting.today),
        };
        self.person.tell(&closing)
    }

    /// Asks one question after the other; going back from the first leads to the menu.
    fn walk(&mut self, questions: &[Question]) -> Result<(), Break> {
        let mut at = 0;
        while let Some(question) = questions.get(at) {
            match self.ask(question)? {
                Step::On => at += 1,
                Step::Back if at > 0 => at -= 1,
                Step::Back | Step::Menu => return Ok(()),
            }
        }
        Ok(())
    }

    /// Asks one open question after the other; going back leads to the question before, answered or not.
    fn walk_open(&mut self) -> Result<(), Break> {
        let checklist = self.checklist;
        let questions: Vec<&Question> = checklist.questions().collect();
        let mut next = self.first_open(0);
        while let Some((at, question)) = next.and_then(|at| Some((at, *questions.get(at)?))) {
            next = match self.ask(question)? {
                Step::On => self.first_open(at + 1),
                Step::Back if at > 0 => Some(at - 1),
                Step::Back | Step::Menu => return Ok(()),
            }
        }
        Ok(())
    }

    /// Where the first question without an answer stands, from a place on.
    fn first_open(&self, from: usize) -> Option<usize> {
        let answered = |question: &Question| self.record.assessment().answer(&question.id).is_some();
        self.checklist
            .questions()
            .enumerate()
            .skip(from)
            .find(|(_, question)| !answered(question))
            .map(|(at, _)| at)
    }
}
