//! What can be done on a screen beside choosing an answer, each with its key and its words.

/// A command of the interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Takes last time's answer as this time's.
    Confirm,
    /// Goes to the question before.
    Back,
    /// Goes to the next question.
    Skip,
    /// Answers that nobody could say.
    DontKnow,
    /// Answers that the question does not apply.
    NotApplicable,
    /// Shows what helps to answer.
    Help,
    /// Changes what was said beside the answer.
    Note,
    /// Takes the answer out.
    Clear,
    /// Goes to the menu.
    Menu,
    /// Ends the interview with the result.
    Finish,
    /// Ends the interview.
    Stop,
}

impl Command {
    /// The key that is pressed or typed for it. No key is a digit: those choose an answer.
    pub fn key(self) -> char {
        self.key_and_words().0
    }

    /// What it does, as it stands beside its key.
    pub fn words(self) -> &'static str {
        self.key_and_words().1
    }

    fn key_and_words(self) -> (char, &'static str) {
        match self {
            Self::Confirm => ('y', "confirm last time's answer"),
            Self::Back => ('b', "back"),
            Self::Skip => ('s', "skip"),
            Self::DontKnow => ('d', "don't know"),
            Self::NotApplicable => ('x', "not applicable"),
            Self::Help => ('?', "help"),
            Self::Note => ('n', "note and evidence"),
            Self::Clear => ('c', "clear the answer"),
            Self::Menu => ('m', "menu"),
            Self::Finish => ('f', "finish and see the result"),
            Self::Stop => ('q', "save and stop"),
        }
    }
}
