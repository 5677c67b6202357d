//! A person who does what a test says, and an assessment that is kept in memory.

use std::cell::Cell;
use std::collections::VecDeque;
use std::time::Duration;

use chrono::NaiveDate;
use integrity_healthcheck::assessment::{Action, Answer, Assessment, Details, Value};
use integrity_healthcheck::checklist::{Question, QuestionId};
use integrity_healthcheck::document::Block;
pub use integrity_healthcheck::interview::Command;
use integrity_healthcheck::interview::{
    Choice, Draft, DraftKind, End, LeftError, Line, Menu, Mode, Occasion, Person, Record, SaveError, Screen,
    Typed, UnsavedError, interview,
};

use crate::support::{small_with, today};

/// What the person does next.
#[derive(Debug)]
pub enum Reply {
    /// Chooses the option, or picks the item, whose name begins like this.
    Pick(&'static str),
    /// Ticks the items whose names begin like these.
    Tick(&'static [&'static str]),
    /// Types a number.
    Number(&'static str),
    /// Gives a command.
    Press(Command),
    /// Types a line, or a long text.
    Type(&'static str),
    /// Takes the line that stands there.
    Keep,
    /// Goes back from a menu, a line or a long text.
    Back,
    /// Goes back from a long text in which this stands.
    BackFrom(&'static str),
    /// Leaves a long text in which this stands.
    LeaveFrom(&'static str),
    /// Answers a question of yes or no.
    Say(bool),
}

/// The keys of a question.
pub mod keys {
    use super::Command::{self, *};
    use super::Reply::{self, Press};

    pub const ACTION: Reply = Press(Action);
    pub const BACK: Reply = Press(Command::Back);
    pub const CLEAR: Reply = Press(Clear);
    pub const CONFIRM: Reply = Press(Confirm);
    pub const MENU: Reply = Press(Menu);
    pub const NOT_APPLICABLE: Reply = Press(NotApplicable);
    pub const NOTE: Reply = Press(Note);
    pub const SKIP: Reply = Press(Skip);
    pub const STOP: Reply = Press(Stop);
    pub const UNDO: Reply = Press(Undo);
}

/// Somebody who does what they are told, remembers what they saw, and leaves when there is nothing more to do.
pub struct Scripted {
    pub replies: VecDeque<Reply>,
    pub seen: Vec<String>,
}

impl Scripted {
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        Self { replies: replies.into_iter().collect(), seen: Vec::new() }
    }

    pub fn saw(&self, words: &str) -> bool {
        self.seen.iter().any(|seen| seen.contains(words))
    }

    /// Fails unless these words were seen.
    #[track_caller]
    pub fn sees(&self, words: &str) {
        assert!(self.saw(words), "not seen: {words}\n{:#?}", self.seen);
    }

    #[track_caller]
    fn item(menu: &Menu, label: &str) -> usize {
        let item = menu.items.iter().position(|item| item.label.starts_with(label));
        item.unwrap_or_else(|| panic!("no item {label} in {menu:#?}"))
    }

    fn typed(&mut self, line: &Line) -> Result<Typed, LeftError> {
        self.seen.push(format!("{line:?}"));
        match self.replies.pop_front() {
            Some(Reply::Type(text)) => Ok(Typed::Text(text.to_owned())),
            Some(Reply::Keep) => Ok(Typed::Text(line.present.clone())),
            Some(Reply::Back) => Ok(Typed::Back(line.present.clone())),
            Some(Reply::BackFrom(text)) => Ok(Typed::Back(text.to_owned())),
            Some(Reply::LeaveFrom(text)) => Ok(Typed::Leave(text.to_owned())),
            Some(other) => panic!("{other:?} at {line:?}"),
            None => Err(LeftError),
        }
    }
}

impl Person for Scripted {
    fn show(&mut self, blocks: &[Block]) -> Result<(), LeftError> {
        self.seen.push(format!("{blocks:?}"));
        Ok(())
    }

    fn show_page(&mut self, blocks: &[Block]) -> Result<(), LeftError> {
        self.show(blocks)
    }

    fn ask(&mut self, screen: &Screen) -> Result<Choice, LeftError> {
        self.seen.push(format!("{screen:?}"));
        for command in &screen.commands {
            assert_eq!(screen.command(command.key()), Some(*command), "one key, two commands: {screen:?}");
        }
        match self.replies.pop_front() {
            Some(Reply::Pick(label)) => {
                let option = screen.options.iter().find(|option| option.label.starts_with(label));
                Ok(option.unwrap_or_else(|| panic!("no option {label} on {screen:?}")).choice.clone())
            }
            Some(Reply::Press(command)) => {
                assert!(screen.commands.contains(&command), "no {command:?} on {screen:?}");
                Ok(Choice::Command(command))
            }
            Some(Reply::Number(typed)) => {
                assert!(screen.unit.is_some(), "no number at {screen:?}");
                Ok(Choice::Number(typed.to_owned()))
            }
            Some(other) => panic!("{other:?} at {screen:#?}"),
            None => Err(LeftError),
        }
    }

    fn pick(&mut self, menu: &Menu) -> Result<Option<usize>, LeftError> {
        self.seen.push(format!("{menu:?}"));
        assert!(menu.ready < menu.items.len(), "nothing is ready in {menu:?}");
        for item in &menu.items {
            let same = menu.items.iter().filter(|other| other.key == item.key).count();
            assert_eq!(same, 1, "one key, two items: {menu:#?}");
        }
        match self.replies.pop_front() {
            Some(Reply::Pick(label)) => Ok(Some(Self::item(menu, label))),
            Some(Reply::Keep) => Ok(Some(menu.ready)),
            Some(Reply::Back) => Ok(None),
            Some(other) => panic!("{other:?} at {menu:#?}"),
            None => Err(LeftError),
        }
    }

    fn tick(&mut self, menu: &Menu) -> Result<Option<Vec<usize>>, LeftError> {
        self.seen.push(format!("{menu:?}"));
        match self.replies.pop_front() {
            Some(Reply::Tick(labels)) => {
                Ok(Some(labels.iter().map(|label| Self::item(menu, label)).collect()))
            }
            Some(Reply::Back) => Ok(None),
            Some(other) => panic!("{other:?} at {menu:#?}"),
            None => Err(LeftError),
        }
    }

    fn confirm(&mut self, said: &str, question: &str) -> Result<bool, LeftError> {
        self.seen.push(format!("{said} {question}"));
        match self.replies.pop_front() {
            Some(Reply::Say(yes)) => Ok(yes),
            Some(other) => panic!("{other:?} at {said} {question}"),
            None => Err(LeftError),
        }
    }

    fn ask_line(&mut self, line: &Line) -> Result<Typed, LeftError> {
        self.typed(line)
    }

    fn ask_long_text(&mut self, line: &Line, meanwhile: &mut dyn FnMut(&str)) -> Result<Typed, LeftError> {
        let typed = self.typed(line)?;
        let (Typed::Text(text) | Typed::Back(text) | Typed::Leave(text)) = &typed;
        meanwhile(text);
        Ok(typed)
    }
}

/// Keeps answers in memory, or fails to.
pub struct Memory {
    pub assessment: Assessment,
    pub failing: Option<SaveError>,
    /// How often it does not fail before.
    pub after: usize,
    pub drafts: Vec<Draft>,
    /// Whether there is room for drafts.
    pub keeps_drafts: bool,
}

impl Record for Memory {
    fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    fn save_answers(&mut self, changes: &[(&Question, Option<Answer>)]) -> Result<(), SaveError> {
        self.fails()?;
        for (question, answer) in changes {
            match answer {
                Some(answer) => self.assessment.answers.insert(question.id.clone(), answer.clone()),
                None => self.assessment.answers.remove(&question.id),
            };
        }
        Ok(())
    }

    fn save_actions(&mut self, actions: Vec<Action>) -> Result<(), SaveError> {
        self.fails()?;
        let highest = actions.iter().map(|action| action.id.0).max().unwrap_or_default();
        self.assessment.last_action = self.assessment.last_action.max(highest);
        self.assessment.actions = actions;
        Ok(())
    }

    fn save_details(&mut self, details: Details) -> Result<(), SaveError> {
        self.assessment.force = details.force;
        self.assessment.assessor = details.assessor;
        self.assessment.marking = details.marking;
        Ok(())
    }

    fn save_draft(&mut self, draft: &Draft) -> bool {
        self.delete_draft(&draft.question, draft.kind);
        if self.keeps_drafts {
            self.drafts.push(draft.clone());
        }
        self.keeps_drafts
    }

    fn delete_draft(&mut self, question: &QuestionId, kind: DraftKind) {
        self.drafts.retain(|draft| draft.question != *question || draft.kind != kind);
    }

    fn drafts(&self) -> Vec<Draft> {
        self.drafts.clone()
    }
}

/// An assessment of the small checklist.
pub fn memory(answers: &str) -> Memory {
    Memory {
        assessment: small_with(answers),
        failing: None,
        after: 0,
        drafts: Vec::new(),
        keeps_drafts: true,
    }
}

impl Memory {
    fn fails(&mut self) -> Result<(), SaveError> {
        if self.after > 0 {
            self.after -= 1;
            return Ok(());
        }
        self.failing.take().map_or(Ok(()), Err)
    }

    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.assessment.answer(&self.assessment.checklist.question(id)?.id)
    }

    pub fn note(&self, id: &str) -> Option<&str> {
        self.answer(id)?.note.as_deref()
    }

    /// Who answered a question, and when.
    pub fn signed(&self, id: &str) -> (Option<&str>, Option<NaiveDate>) {
        let answer = self.answer(id).unwrap();
        (answer.by.as_deref(), answer.on)
    }

    /// The words and the dates of the evidence of a question.
    pub fn evidence(&self, id: &str) -> Vec<(&str, Option<NaiveDate>)> {
        let evidence = &self.answer(id).unwrap().evidence;
        evidence.iter().map(|piece| (piece.reference.as_str(), piece.dated)).collect()
    }

    pub fn value(&self, id: &str) -> Option<Value> {
        self.answer(id).map(|answer| answer.value)
    }
}

/// Holds the interview, in which a minute passes each time that it looks at the clock.
pub fn held(person: &mut Scripted, record: &mut Memory, mode: Mode) -> Result<End, UnsavedError> {
    let minutes = Cell::new(0);
    let elapsed = || Duration::from_secs(60 * minutes.replace(minutes.get() + 1));
    interview(person, record, Occasion { file: "a.toml", mode, today: today(), elapsed: &elapsed })
}

/// An interview from the menu by these replies, in which the person is left without more to do.
#[track_caller]
pub fn from_menu(record: &mut Memory, replies: impl IntoIterator<Item = Reply>) -> (Scripted, End) {
    let mut person = Scripted::new(replies);
    let end = held(&mut person, record, Mode::Menu).unwrap();
    assert!(person.replies.is_empty(), "left over: {:?}", person.replies);
    (person, end)
}

/// A sitting that begins at the menu, step by step.
#[must_use]
pub struct Sitting<'m> {
    record: &'m mut Memory,
    replies: Vec<Reply>,
}

impl Memory {
    /// A sitting of the person with this name.
    pub fn sitting(&mut self, name: &'static str) -> Sitting<'_> {
        Sitting { record: self, replies: vec![Reply::Type(name)] }
    }
}

impl Sitting<'_> {
    /// Goes to the question with this title, whose first letter is that of its section.
    pub fn at(self, title: &'static str) -> Self {
        let sections = ["1. Section A", "2. Section B", "3. Section C", "4. Section D"];
        let section = sections.into_iter().find(|section| section.ends_with(&title[..1])).unwrap();
        self.then([Reply::Pick(section), Reply::Pick(title)])
    }

    /// Goes on at the first open question.
    pub fn goes_on(self) -> Self {
        self.then([Reply::Pick("Go on")])
    }

    pub fn then(mut self, replies: impl IntoIterator<Item = Reply>) -> Self {
        self.replies.extend(replies);
        self
    }

    /// Stops at a question.
    #[track_caller]
    pub fn stops(self) -> Scripted {
        let (person, end) = self.then([keys::STOP]).ends();
        assert_eq!(end, End::Stopped);
        person
    }

    /// Stops at the menu.
    #[track_caller]
    pub fn saves(self) -> Scripted {
        let (person, end) = self.then([Reply::Pick("Save and stop")]).ends();
        assert_eq!(end, End::Stopped);
        person
    }

    #[track_caller]
    pub fn ends(self) -> (Scripted, End) {
        from_menu(self.record, self.replies)
    }
}
