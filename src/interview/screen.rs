//! A question and a line, as the person sees them.

use super::Command;
use crate::checklist::Level;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    pub section: String,
    /// Which question of the section it is: `2 of 14`.
    pub number: String,
    /// How far the person is, and how long the rest will take.
    pub progress: String,
    pub title: String,
    pub ask: String,
    /// The target; none for a figure.
    pub aim: Option<String>,
    /// The answer so far, last time's and others, in paragraphs. May be shortened.
    pub said: Vec<String>,
    pub news: Option<String>,
    /// What a number chooses; empty for a figure.
    pub options: Vec<LevelOption>,
    /// The unit of the number that is typed for a figure.
    pub unit: Option<String>,
    /// The most needed come first.
    pub commands: Vec<Command>,
    /// What Enter chooses; `None` if one Enter too many must choose nothing.
    pub ready: Option<Choice>,
}

impl Screen {
    pub fn option(&self, number: u32) -> Option<&LevelOption> {
        self.options.iter().find(|option| option.number == number)
    }

    /// The command of a key, in either case.
    pub fn command(&self, key: char) -> Option<Command> {
        self.commands.iter().copied().find(|command| command.key() == key.to_ascii_lowercase())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelOption {
    /// The digit that chooses it: the points of the level.
    pub number: u32,
    pub choice: Choice,
    pub label: String,
    /// What the label means.
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    Level(Level),
    Number(String),
    Command(Command),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub prompt: String,
    /// The text that is there to be changed or kept.
    pub present: String,
    /// Whether there is something to go back to.
    pub goes_back: bool,
}

impl Line {
    pub fn asking(prompt: impl Into<String>) -> Self {
        Self { prompt: prompt.into(), present: String::new(), goes_back: true }
    }

    /// A line from which the person cannot go back.
    pub fn first(prompt: impl Into<String>) -> Self {
        Self { goes_back: false, ..Self::asking(prompt) }
    }

    #[must_use]
    pub fn with(self, present: impl Into<String>) -> Self {
        Self { present: present.into(), ..self }
    }
}

/// How the person ended a text, and the text by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    Text(String),
    Back(String),
    Leave(String),
}
