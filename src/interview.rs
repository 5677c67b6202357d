//! The interview: which question comes next, and what a reply means.
//!
//! It asks through [`Person`] and keeps through [`Record`], so that the same interview runs in a terminal, by plain
//! lines, and in a test. Every decision is here; those who draw and those who save make none. An answer is kept
//! before the next question is asked.

use chrono::NaiveDate;

use crate::assessment::{Action, Answer, Assessment};
use crate::checklist::{Checklist, Question, Section};
use crate::document::Block;

mod ask;
mod screens;
mod typing;

pub use screens::opening;
pub use typing::{day, required_text, text};

/// The person who is asked, whatever they sit at.
pub trait Person {
    /// Shows something to read.
    ///
    /// # Errors
    ///
    /// [`Left`] when the person is gone.
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Left>;

    /// Shows a screen and waits until something on it is chosen.
    ///
    /// # Errors
    ///
    /// [`Left`] when the person is gone.
    fn choose(&mut self, screen: &Screen) -> Result<Choice, Left>;

    /// Asks for a line of text; blank where nothing is typed.
    ///
    /// # Errors
    ///
    /// [`Left`] when the person is gone.
    fn type_in(&mut self, prompt: &str) -> Result<String, Left>;
}

/// The person is gone: the input was closed, or they pressed Ctrl-C. Nothing that was answered is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left;

/// Where answers are kept.
pub trait Record {
    /// The assessment as it is kept.
    fn assessment(&self) -> &Assessment;

    /// Keeps an answer, or with `None` takes it out.
    ///
    /// # Errors
    ///
    /// When it is not kept; what was kept before still is.
    fn keep(&mut self, question: &Question, answer: Option<Answer>) -> Result<(), NotKept>;

    /// Adds an action to the plan.
    ///
    /// # Errors
    ///
    /// When it is not kept; what was kept before still is.
    fn add_action(&mut self, action: Action) -> Result<(), NotKept>;
}

/// What of the questions is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    /// What the person chooses from the menu.
    Menu,
    /// What is open, and then the result.
    Open,
}

/// Why an answer was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// It would not be valid; another answer may be.
    Refused(String),
    /// It could not be saved, and nor could another.
    Failed(String),
}

/// What the person sees when something is to be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Where they are.
    pub title: String,
    /// What is to be read first, paragraph by paragraph.
    pub text: Vec<String>,
    /// What can be chosen.
    pub options: Vec<Choosable>,
    /// What a number is typed of, where the answer is a number and there is nothing to choose.
    pub number_of: Option<String>,
    /// What else can be done, by letter.
    pub commands: Vec<(char, &'static str)>,
    /// The number of the option that is ready to be confirmed. None where nothing may be chosen by a slip.
    pub ready: Option<u32>,
}

impl Screen {
    /// The option of a number.
    pub fn option(&self, number: u32) -> Option<&Choosable> {
        self.options.iter().find(|option| option.number == number)
    }
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// What is pressed or typed for it; of a level, the number that reports print for it.
    pub number: u32,
    /// Its name.
    pub label: String,
    /// What it means.
    pub text: String,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// An option, by its number.
    Option(u32),
    /// A number, as it was typed.
    Number(String),
    /// A command, by its letter.
    Command(char),
}

/// How an interview ended, short of an answer that could not be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The person stopped, or left.
    Stopped,
    /// The person asked for the result.
    Finished,
}

/// An answer that could not be saved: why, and the answer, so that it can be typed again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}\nNot saved: {answer}")]
pub struct Unsaved {
    /// Why it could not be saved.
    pub reason: String,
    /// The question and the answer, as `healthcheck answer` takes them.
    pub answer: String,
}

/// What stops an interview.
#[derive(Debug)]
enum Break {
    End(End),
    Unsaved(Unsaved),
}

impl From<Left> for Break {
    fn from(_: Left) -> Self {
        Self::End(End::Stopped)
    }
}

/// Who answers, and on which day.
#[derive(Debug, Clone)]
struct Sitting {
    by: String,
    today: NaiveDate,
}

/// Leads a person through an assessment, from the menu until they stop or finish.
///
/// `file` is the name of the assessment in commands, for the person to go on with.
///
/// # Errors
///
/// [`Unsaved`] when an answer could not be saved.
pub fn interview(
    person: &mut dyn Person,
    record: &mut dyn Record,
    file: &str,
    walk: Walk,
    today: NaiveDate,
) -> Result<End, Unsaved> {
    match lead(person, record, file, walk, today) {
        Ok(end) | Err(Break::End(end)) => Ok(end),
        Err(Break::Unsaved(unsaved)) => Err(unsaved),
    }
}

fn lead(
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

struct Interview<'a> {
    person: &'a mut dyn Person,
    record: &'a mut dyn Record,
    checklist: &'a Checklist,
    sitting: Sitting,
}

/// What the menu leads to.
enum Next<'a> {
    Open,
    Section(&'a Section),
    Finish,
}

/// Where a question leads to.
enum Step {
    On,
    Back,
    Menu,
}

impl<'a> Interview<'a> {
    fn menu(&mut self) -> Result<Next<'a>, Break> {
        let checklist = self.checklist;
        let screen = screens::menu(self.record.assessment());
        loop {
            let section = match self.person.choose(&screen)? {
                Choice::Command('q') => return Err(Break::End(End::Stopped)),
                Choice::Option(screens::GO_ON) if self.first_open(0).is_some() => return Ok(Next::Open),
                Choice::Command(_) | Choice::Option(screens::GO_ON) => return Ok(Next::Finish),
                Choice::Option(number) => screens::section(checklist, number),
                Choice::Number(_) => None,
            };
            if let Some(section) = section {
                return Ok(Next::Section(section));
            }
        }
    }

    fn close(&mut self, file: &str) -> Result<(), Left> {
        let closing = screens::closing(self.record.assessment(), file, self.sitting.today);
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
