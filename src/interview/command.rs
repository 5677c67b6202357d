//! What can be done at a question besides choosing an answer.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    DontKnow,
    NotApplicable,
    Skip,
    Back,
    /// Changes what is said beside the answer.
    Note,
    Editor,
    Action,
    /// Shows everything that was said.
    Whole,
    Clear,
    Undo,
    /// Takes last time's answer as this time's.
    Confirm,
    /// Lists last time's answers of the section, to be confirmed together.
    LastTime,
    Find,
    Menu,
    Stop,
    Help,
}

impl Command {
    /// Every command, in the order of the help.
    pub const ALL: [Self; 16] = [
        Self::DontKnow,
        Self::NotApplicable,
        Self::Skip,
        Self::Back,
        Self::Note,
        Self::Editor,
        Self::Action,
        Self::Whole,
        Self::Clear,
        Self::Undo,
        Self::Confirm,
        Self::LastTime,
        Self::Find,
        Self::Menu,
        Self::Stop,
        Self::Help,
    ];

    /// The key for it, which is no digit: those choose an answer.
    pub fn key(self) -> char {
        self.key_and_words().0
    }

    /// Why it does nothing at a question that does not offer it.
    pub fn why_not(self) -> &'static str {
        match self {
            Self::Note | Self::Editor | Self::Action => "Answer this question first.",
            Self::Clear | Self::Whole => "There is no answer here yet.",
            Self::Undo => "There is nothing to undo in this sitting.",
            Self::Confirm | Self::LastTime => {
                "There is no answer of last time here, or the question is answered already."
            }
            _ => "It does nothing here.",
        }
    }

    /// What it does, as shown with its key.
    pub fn words(self) -> &'static str {
        self.key_and_words().1
    }

    fn key_and_words(self) -> (char, &'static str) {
        match self {
            Self::Confirm => ('y', "confirm last time's answer"),
            Self::LastTime => ('l', "confirm several from a list"),
            Self::Back => ('b', "back"),
            Self::Skip => ('s', "skip"),
            Self::DontKnow => ('d', "don't know"),
            Self::NotApplicable => ('x', "not applicable"),
            Self::Help => ('?', "help"),
            Self::Note => ('n', "note and evidence"),
            Self::Editor => ('e', "note in your editor"),
            Self::Action => ('a', "plan an action"),
            Self::Whole => ('w', "show it whole"),
            Self::Clear => ('c', "clear the answer"),
            Self::Undo => ('u', "undo"),
            Self::Find => ('f', "find a question"),
            Self::Menu => ('m', "menu"),
            Self::Stop => ('q', "save and stop"),
        }
    }
}
