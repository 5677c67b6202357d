//! One question: what the person may do at it, and what becomes of the reply.

use super::lines::{Given, as_number, text, without_hidden};
use super::pace::in_short;
use super::walk::{Break, Interview, Step};
use super::{Choice, Command, End, Gone, Line, screens};
use crate::assessment::Value;
use crate::checklist::Question;
use crate::document::Block;
use crate::words;

impl Interview<'_> {
    /// Asks a question until it is answered or left.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Step, Break> {
        loop {
            let seen = screens::Seen {
                news: self.news.take(),
                progress: in_short(&self.pace.in_words(self.record.assessment())),
                can_undo: !self.changes.is_empty(),
                has_editor: self.person.editor().is_some(),
                today: self.occasion.today,
            };
            let mut screen = screens::question(self.record.assessment(), question, seen);
            self.show_what_is_reviewed(question, &mut screen);
            let choice = self.person.question(&screen)?;
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
        }
    }

    fn obey(&mut self, question: &Question, command: Command) -> Result<Option<Step>, Break> {
        match command {
            Command::Confirm => return self.confirm(question),
            Command::LastTime => return self.last_time(question),
            Command::DontKnow => return self.answer(question, Value::Unknown),
            Command::NotApplicable => return self.answer(question, Value::NotApplicable),
            Command::Back => return Ok(Some(Step::Back)),
            Command::Skip => return Ok(Some(Step::On)),
            Command::Menu => return Ok(Some(Step::Menu)),
            Command::Find => return Ok(self.find()?.map(Step::To)),
            Command::Undo => return self.undo(),
            Command::Stop => return Err(Break::End(End::Stopped)),
            Command::Note => self.particulars(question)?,
            Command::Editor => self.note_in_editor(question)?,
            Command::Action => drop(self.plan_action(question)?),
            Command::Clear => self.clear(question)?,
            Command::Whole => {
                let mut blocks = screens::whole(self.record.assessment(), question, self.occasion.today);
                blocks.extend(self.of_the_force(question).into_iter().map(Block::paragraph));
                self.person.read(&blocks)?;
            }
            Command::Help => {
                let has_editor = self.person.editor().is_some();
                self.person.read(&screens::help(self.checklist, question, has_editor))?;
            }
        }
        Ok(None)
    }

    /// Takes last time's answer as this time's, with today's date and whoever answers.
    fn confirm(&mut self, question: &Question) -> Result<Option<Step>, Break> {
        let by = Some(self.by.clone());
        match self.record.assessment().confirmed(question, by, self.occasion.today) {
            Ok(answer) => {
                let value = answer.value;
                Ok(if self.keep(question, answer)? { self.answered(question, value) } else { None })
            }
            Err(why) => {
                self.say(format!("Not accepted: {why}."))?;
                Ok(None)
            }
        }
    }

    /// Keeps an answer, and goes on at once; `None` where it came to nothing. The answer that is there already is
    /// neither changed nor signed anew, and another only with the person's consent.
    fn answer(&mut self, question: &Question, value: Value) -> Result<Option<Step>, Break> {
        let Some(value) = self.settled(question, value)? else { return Ok(None) };
        let now = self.record.assessment().answer(&question.id).cloned();
        if let Some(now) = &now {
            if now.value == value {
                return Ok(Some(Step::On));
            }
            if !self.may_become(question, now, value)? {
                return Ok(None);
            }
        } else {
            match self.is_as_last_time(question, value)? {
                None => return Ok(None),
                Some(true) => return self.confirm(question),
                Some(false) => {}
            }
        }
        let leaves_behind = now.is_none().then(|| self.said_last_time(question)).flatten();
        let mut answer = self.present(question).with_value(value);
        if value == Value::NotApplicable {
            match text(self.person, Line::asking("Why does it not apply?"))? {
                Given::Value(reason) => answer.note = Some(reason),
                Given::Nothing => {
                    self.news = Some("Not applicable needs its reason, so nothing was changed.".to_owned());
                    return Ok(None);
                }
                Given::Back => return Ok(None),
            }
        }
        if !self.gives_reason(&mut answer)? {
            return Ok(None);
        }
        if !self.keep(question, answer)? {
            return Ok(None);
        }
        let step = self.answered(question, value);
        if let Some((news, said)) = self.news.as_mut().zip(leaves_behind) {
            *news += &format!(" Not carried forward from last time: {said}.");
        }
        Ok(step)
    }

    fn answered(&mut self, question: &Question, value: Value) -> Option<Step> {
        let value = words::value(question, value);
        self.news = Some(format!("Saved: “{}” is {value}. u undoes it, b goes back to it.", question.title));
        Some(Step::On)
    }

    /// A typed number as an answer; where it is none the person is told why.
    fn number(&mut self, question: &Question, typed: &str) -> Result<Option<Value>, Gone> {
        let Some(typed) = without_hidden(self.person, typed)? else { return Ok(None) };
        match Value::parse(question, &as_number(typed.trim())) {
            Ok(value) => Ok(Some(value)),
            Err(wrong) => {
                self.say(format!(
                    "Not accepted: {}. Type the number alone, d if nobody knows it, or x if it does not apply.",
                    wrong.message
                ))?;
                Ok(None)
            }
        }
    }
}
