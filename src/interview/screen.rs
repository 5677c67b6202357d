//! What a person reads, and what they can choose or type there: a question, a menu, a line.

use super::Command;
use crate::checklist::Level;

/// One question, as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// The section where they are.
    pub section: String,
    /// Which of its questions this is: `2 of 14`.
    pub number: String,
    /// How far they are, and how long the rest will take.
    pub progress: String,
    /// What it is about.
    pub title: String,
    /// The question.
    pub ask: String,
    /// What it aims at; none of a figure.
    pub aim: Option<String>,
    /// What was said of it so far, paragraph by paragraph. It may be shortened where there is no room.
    pub said: Vec<String>,
    /// What has just been done.
    pub news: Option<String>,
    /// What can be chosen by number.
    pub options: Vec<Choosable>,
    /// What a number is typed of, where the answer is a number and there is nothing to choose.
    pub number_of: Option<String>,
    /// What else can be done, by key; what is most needed comes first.
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

/// What was chosen. A question is answered by one of its options, one of its commands, or the number that it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A level as the answer.
    Level(Level),
    /// A number as the answer, as it was typed.
    Number(String),
    /// A command.
    Command(Command),
}

/// Things of which one is picked, or some are ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// What is picked.
    pub title: String,
    /// What is to be read first, paragraph by paragraph.
    pub text: Vec<String>,
    /// What there is to pick.
    pub items: Vec<Item>,
    /// Which is ready when the menu opens.
    pub ready: usize,
    /// Whether typing narrows the list.
    pub narrows: bool,
    /// Whether there is something to go back to.
    pub goes_back: bool,
}

/// One thing of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is typed for it where nothing can be pointed at.
    pub key: String,
    /// Its name.
    pub label: String,
    /// More about it; it may be cut short.
    pub text: String,
}

impl Item {
    /// An item with a key of its own.
    pub fn new(key: impl Into<String>, label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into(), text: text.into() }
    }
}

/// A text that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is asked.
    pub prompt: String,
    /// What stands there to be changed or kept; blank where there is nothing yet.
    pub present: String,
    /// Whether there is something to go back to.
    pub goes_back: bool,
}

impl Line {
    /// One from which the person can go back.
    pub fn asking(prompt: impl Into<String>) -> Self {
        Self { prompt: prompt.into(), present: String::new(), goes_back: true }
    }

    /// One before which there is nothing.
    pub fn first(prompt: impl Into<String>) -> Self {
        Self { goes_back: false, ..Self::asking(prompt) }
    }

    /// The same with what stands there.
    #[must_use]
    pub fn with(self, present: impl Into<String>) -> Self {
        Self { present: present.into(), ..self }
    }
}

/// What became of a text that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// It is to be taken as it is.
    Text(String),
    /// The person goes back; what stood there by then.
    Back(String),
    /// The person leaves; what stood there by then.
    Leave(String),
}
