//! One question: what the person may do at it, and what becomes of the reply.

use super::lines::without_thousands;
use super::walk::{Break, Interview, Step};
use super::{Choice, Command, End, Gone, NotKept, Unsaved, screens};
use crate::assessment::{Answer, Value};
use crate::checklist::Question;
use crate::document::Block;

impl Interview<'_> {
    /// Asks a question until it is answered or left.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Step, Break> {
        loop {
            let screen = screens::question(self.record.assessment(), question, self.record.reviewed());
            let choice = self.person.choose(&screen)?;
            if let Some(step) = self.reply(question, choice)? {
                return Ok(step);
            }
        }
    }

    /// Does what was chosen, and tells where it leads to; `None` where the question is asked again.
    fn reply(&mut self, question: &Question, choice: Choice) -> Result<Option<Step>, Break> {
        match choice {
            Choice::Level(level) => self.answer(question, Value::from(level)),
            Choice::Number(typed) => match self.number(question, &typed)? {
                Some(value) => self.answer(question, value),
                None => Ok(None),
            },
            Choice::Command(command) => self.obey(question, command),
            // Those of the menu.
            Choice::GoOn | Choice::Section(_) => Ok(None),
        }
    }

    fn obey(&mut self, question: &Question, command: Command) -> Result<Option<Step>, Break> {
        match command {
            Command::Confirm => self.confirm(question),
            Command::DontKnow => self.answer(question, Value::Unknown),
            Command::NotApplicable => self.answer(question, Value::NotApplicable),
            Command::Back => Ok(Some(Step::Back)),
            Command::Skip => Ok(Some(Step::On)),
            Command::Menu => Ok(Some(Step::Menu)),
            Command::Stop => Err(Break::End(End::Stopped)),
            Command::Note => self.particulars(question).map(|()| None),
            Command::Clear => self.put(question, None).map(|_| None),
            Command::Help => {
                self.person.tell(&screens::help(self.checklist, question))?;
                Ok(None)
            }
            // Of the menu.
            Command::Finish => Ok(None),
        }
    }

    /// Takes last time's answer as this time's, with today's date and whoever answers.
    fn confirm(&mut self, question: &Question) -> Result<Option<Step>, Break> {
        let by = Some(self.sitting.by.clone());
        match self.record.assessment().confirmed(question, by, self.sitting.today) {
            Ok(answer) => {
                if !self.keep(question, answer)? {
                    return Ok(None);
                }
                self.offer_action(question)?;
                Ok(Some(Step::On))
            }
            Err(why) => {
                self.say(format!("Not accepted: {why}."))?;
                Ok(None)
            }
        }
    }

    /// Keeps an answer, then asks for what belongs to it; `None` where it came to nothing.
    fn answer(&mut self, question: &Question, value: Value) -> Result<Option<Step>, Break> {
        let Some(value) = self.settled(question, value)? else { return Ok(None) };
        let mut answer = self.present(question).with_value(value);
        if value == Value::NotApplicable {
            let Some(reason) = self.reason(&answer)? else { return Ok(None) };
            answer.note = Some(reason);
        }
        if !self.keep(question, answer)? {
            return Ok(None);
        }
        if value != Value::NotApplicable {
            self.particulars(question)?;
        }
        self.offer_action(question)?;
        Ok(Some(Step::On))
    }

    /// A typed number as an answer; where it is none the person is told why.
    fn number(&mut self, question: &Question, typed: &str) -> Result<Option<Value>, Gone> {
        match Value::parse(question, &without_thousands(typed)) {
            Ok(value) => Ok(Some(value)),
            Err(wrong) => {
                self.say(format!("Not accepted: {wrong}."))?;
                Ok(None)
            }
        }
    }

    /// The answer as it stands, signed and dated again, or a blank one.
    pub(super) fn present(&self, question: &Question) -> Answer {
        let present = self.record.assessment().answer(&question.id).cloned();
        let answer = present.unwrap_or_else(|| Answer::of(Value::Unknown));
        Answer { by: Some(self.sitting.by.clone()), on: Some(self.sitting.today), ..answer }
    }

    pub(super) fn keep(&mut self, question: &Question, answer: Answer) -> Result<bool, Break> {
        self.put(question, Some(answer))
    }

    /// Keeps an answer; `false` where it was refused and the person was told why.
    fn put(&mut self, question: &Question, answer: Option<Answer>) -> Result<bool, Break> {
        match self.record.keep(question, answer.clone()) {
            Ok(()) => Ok(true),
            Err(NotKept::Refused(message)) => {
                self.say(format!("Not accepted: {message}"))?;
                Ok(false)
            }
            Err(NotKept::Failed(reason)) => {
                let cleared = || format!("{}=unanswered", question.id);
                let answer = answer.map_or_else(cleared, |answer| answer.in_full(&question.id));
                Err(Break::Unsaved(Unsaved { reason, answer }))
            }
        }
    }

    pub(super) fn say(&mut self, text: impl Into<String>) -> Result<(), Gone> {
        self.person.tell(&[Block::paragraph(text)])
    }
}
