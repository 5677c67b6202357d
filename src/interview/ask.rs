//! One question: what the person may do at it, and what becomes of the reply.

use super::command::Command;
use super::conversation::{Interrupt, Interview, Next, Outcome, Saved};
use super::last_time::AsLastTime;
use super::lines::{Given, as_number, ask_text, without_hidden};
use super::occasion::End;
use super::person::Gone;
use super::question_screen;
use super::screen::{Choice, Line};
use crate::assessment::{Answer, Value};
use crate::checklist::Question;
use crate::words;

impl Interview<'_> {
    /// Asks a question until it is answered or left.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Next, Interrupt> {
        loop {
            let has_editor = self.person.editor().is_some();
            let screen = question_screen::screen(&self.sitting, question, self.news.take(), has_editor);
            let next = match self.person.question(&screen)? {
                Choice::Level(level) => self.answer(question, Value::from(level))?,
                Choice::Number(typed) => match self.number(question, &typed)? {
                    Some(value) => self.answer(question, value)?,
                    None => None,
                },
                Choice::Command(command) => self.run_command(question, command)?,
            };
            if let Some(next) = next {
                return Ok(next);
            }
        }
    }

    /// Where a command leads to; `None` if the question is asked again.
    fn run_command(&mut self, question: &Question, command: Command) -> Result<Option<Next>, Interrupt> {
        match command {
            Command::Confirm => return self.confirm(question),
            Command::LastTime => return self.last_time(question),
            Command::DontKnow => return self.answer(question, Value::Unknown),
            Command::NotApplicable => return self.answer(question, Value::NotApplicable),
            Command::Back => return Ok(Some(Next::Back)),
            Command::Skip => return Ok(Some(Next::On)),
            Command::Menu => return Ok(Some(Next::Menu)),
            Command::Find => return Ok(self.find()?.map(Next::To)),
            Command::Undo => return self.undo(),
            Command::Stop => return Err(Interrupt::End(End::Stopped)),
            Command::Note => self.particulars(question)?,
            Command::Editor => self.note_in_editor(question)?,
            Command::Action => {
                self.plan_action(question)?;
            }
            Command::Clear => self.clear(question)?,
            Command::Whole => self.person.read(&question_screen::whole(&self.sitting, question))?,
            Command::Help => {
                let has_editor = self.person.editor().is_some();
                self.person.read(&question_screen::help(self.checklist, question, has_editor))?;
            }
        }
        Ok(None)
    }

    /// Takes last time's answer as this time's.
    fn confirm(&mut self, question: &Question) -> Result<Option<Next>, Interrupt> {
        match self.sitting.confirmed(question) {
            Ok(answer) => self.save_and_go_on(question, answer, None),
            Err(why) => {
                self.person.say(format!("Not accepted: {why}."))?;
                Ok(None)
            }
        }
    }

    /// Answers a question; `None` if it is asked again. An answer with the same value is neither changed nor signed again,
    /// and another is changed only if the person agrees.
    fn answer(&mut self, question: &Question, value: Value) -> Result<Option<Next>, Interrupt> {
        let Some(value) = self.settled(question, value)? else { return Ok(None) };
        let now = self.assessment().answer(&question.id).cloned();
        let left_behind = match &now {
            Some(now) if now.value == value => return Ok(Some(Next::On)),
            Some(now) if !self.may_become(question, now, value)? => return Ok(None),
            Some(_) => None,
            None => match self.as_last_time(question, value)? {
                AsLastTime::Whole => return self.confirm(question),
                AsLastTime::Back => return Ok(None),
                AsLastTime::No => self.said_last_time(question),
            },
        };
        let mut answer = self.sitting.signed(question).with_value(value);
        match self.ask_reason(&mut answer)? {
            Outcome::Back => Ok(None),
            Outcome::Done => self.save_and_go_on(question, answer, left_behind),
        }
    }

    /// Asks why a question does not apply, or why a reviewer answers as they do.
    fn ask_reason(&mut self, answer: &mut Answer) -> Result<Outcome, Gone> {
        let is_needed = answer.value == Value::NotApplicable;
        let asked = if is_needed {
            Line::asking("Why does it not apply?")
        } else if self.is_review() {
            Line::asking("Why? What you looked at, and what it shows (Enter: nothing)")
                .with(answer.note.clone().unwrap_or_default())
        } else {
            return Ok(Outcome::Done);
        };
        answer.note = match ask_text(self.person, &asked)? {
            Given::Value(reason) => Some(reason),
            Given::Nothing if is_needed => {
                self.news = Some("Not applicable needs its reason, so nothing was changed.".to_owned());
                return Ok(Outcome::Back);
            }
            Given::Nothing => None,
            Given::Back => return Ok(Outcome::Back),
        };
        Ok(Outcome::Done)
    }

    /// Saves an answer; `left_behind` is what was said beside last time's.
    fn save_and_go_on(
        &mut self,
        question: &Question,
        answer: Answer,
        left_behind: Option<String>,
    ) -> Result<Option<Next>, Interrupt> {
        let value = words::value(question, answer.value);
        if self.save_answer(question, answer)? == Saved::Refused {
            return Ok(None);
        }
        let left_behind = left_behind.map(|said| format!(" Not carried forward from last time: {said}."));
        self.news = Some(format!(
            "Saved: “{}” is {value}. u undoes it, b goes back to it.{}",
            question.title,
            left_behind.unwrap_or_default()
        ));
        Ok(Some(Next::On))
    }

    /// A typed number as an answer; `None` if it is not one, and the person has been told why.
    fn number(&mut self, question: &Question, typed: &str) -> Result<Option<Value>, Gone> {
        let Some(typed) = without_hidden(self.person, typed)? else { return Ok(None) };
        match Value::parse(question, &as_number(typed.trim())) {
            Ok(value) => Ok(Some(value)),
            Err(wrong) => {
                self.person.say(format!(
                    "Not accepted: {}. Type the number alone, d if nobody knows it, or x if it does not apply.",
                    wrong.message
                ))?;
                Ok(None)
            }
        }
    }
}
