//! A screen: what a person reads, and what they can choose on it.

use super::Command;
use crate::checklist::Level;

/// What the person sees when something is to be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Where they are.
    pub title: String,
    /// What is to be read first, paragraph by paragraph.
    pub text: Vec<String>,
    /// What can be chosen by number.
    pub options: Vec<Choosable>,
    /// What a number is typed of, where the answer is a number and there is nothing to choose.
    pub number_of: Option<String>,
    /// What else can be done, by key.
    pub commands: Vec<Command>,
    /// What Enter chooses. None where nothing may be chosen by a slip.
    pub ready: Option<Choice>,
}

impl Screen {
    /// What a number chooses.
    pub fn option(&self, number: u32) -> Option<&Choosable> {
        self.options.iter().find(|option| option.number == number)
    }

    /// The command of a key, as a capital letter too.
    pub fn command(&self, key: char) -> Option<Command> {
        self.commands.iter().copied().find(|command| command.key() == key.to_ascii_lowercase())
    }
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// What is pressed or typed for it; of a level, the number that reports print for it.
    pub number: u32,
    /// What choosing it means to the interview.
    pub choice: Choice,
    /// Its name.
    pub label: String,
    /// What it means.
    pub text: String,
}

/// What was chosen. A screen is answered by one of its options, one of its commands, or the number that it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The open questions, from the first on.
    GoOn,
    /// The questions of a section, by its id.
    Section(String),
    /// A level as the answer.
    Level(Level),
    /// A number as the answer, as it was typed.
    Number(String),
    /// A command.
    Command(Command),
}
