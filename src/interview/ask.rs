//! One question: what the person may do at it, and what becomes of the reply.

use super::conversation::{Interrupt, Interview, catch_back};
use super::lines::{as_number, ask_checked, without_hidden};
use super::walk::Next;
use super::{Choice, Command, End, Line, question_screen};
use crate::assessment::{Answer, Levels, Value};
use crate::checklist::{Level, Question};
use crate::words;

impl Interview<'_> {
    /// Asks a question until it is answered or left.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Next, Interrupt> {
        loop {
            let has_editor = self.person.editor().is_some();
            let screen = question_screen::screen(&self.sitting, question, self.news.take(), has_editor);
            let choice = self.person.ask(&screen)?;
            if let Some(next) = catch_back(self.reply(question, choice))? {
                return Ok(next);
            }
        }
    }

    fn reply(&mut self, question: &Question, choice: Choice) -> Result<Next, Interrupt> {
        match choice {
            Choice::Level(level) => self.answer(question, Value::from(level)),
            Choice::Number(typed) => {
                let value = self.read_number(question, &typed)?;
                self.answer(question, value)
            }
            Choice::Command(command) => self.run_command(question, command),
        }
    }

    fn run_command(&mut self, question: &Question, command: Command) -> Result<Next, Interrupt> {
        match command {
            Command::Confirm => return self.confirm(question),
            Command::LastTime => return self.last_time(question),
            Command::DontKnow => return self.answer(question, Value::Unknown),
            Command::NotApplicable => return self.answer(question, Value::NotApplicable),
            Command::Back => return Ok(Next::Previous),
            Command::Skip => return Ok(Next::On),
            Command::Menu => return Ok(Next::Menu),
            Command::Find => return self.find().map(Next::To),
            Command::Undo => return self.undo().map(Next::To),
            Command::Stop => return Err(Interrupt::End(End::Stopped)),
            Command::Note => self.particulars(question)?,
            Command::Editor => self.note_in_editor(question)?,
            Command::Action => self.plan_action(question)?,
            Command::Clear => self.clear(question)?,
            Command::Whole => self.person.show_page(&question_screen::whole(&self.sitting, question))?,
            Command::Help => {
                let has_editor = self.person.editor().is_some();
                self.person.show_page(&question_screen::help(self.checklist, question, has_editor))?;
            }
        }
        // The question is asked again.
        Err(Interrupt::Back)
    }

    fn confirm(&mut self, question: &Question) -> Result<Next, Interrupt> {
        match self.sitting.confirmed(question) {
            Ok(answer) => self.save_and_go_on(question, answer, None),
            Err(why) => {
                self.person.show_text(format!("Not accepted: {why}."))?;
                Err(Interrupt::Back)
            }
        }
    }

    /// Answers a question. An answer with the same value is neither changed nor signed again, and another is changed only
    /// if the person agrees.
    fn answer(&mut self, question: &Question, value: Value) -> Result<Next, Interrupt> {
        let value = self.ask_range(question, value)?;
        let left_behind = match self.assessment().answer(&question.id).cloned() {
            Some(now) if now.value == value => return Ok(Next::On),
            Some(now) => {
                self.agree_to_change(question, &now, value)?;
                None
            }
            None if self.is_as_last_time(question, value)? => return self.confirm(question),
            None => self.said_last_time(question),
        };
        let mut answer = self.sitting.signed(question).with_value(value);
        self.ask_reason(&mut answer)?;
        self.save_and_go_on(question, answer, left_behind)
    }

    /// Asks a reviewer how high the evidence leaves their level open, and gives the range; any other value as it is.
    fn ask_range(&mut self, question: &Question, value: Value) -> Result<Value, Interrupt> {
        let lowest = match value {
            Value::Level(levels) if self.is_review() => levels.lowest(),
            _ => return Ok(value),
        };
        let higher: Vec<Level> = Level::ALL.into_iter().filter(|level| *level > lowest).collect();
        if higher.is_empty() {
            return Ok(value);
        }
        let names = question.level_names();
        let choices = higher.iter().map(|level| format!("{} {}", level.points(), names.name(*level)));
        let choices = choices.collect::<Vec<_>>().join(", ");
        let asked = Line::asking(format!(
            "Could it be higher? The highest level that the evidence does not rule out: {choices} (Enter if it could not)"
        ));
        let highest = ask_checked(self.person, &asked, |typed| {
            let level = higher.iter().copied().find(|level| level.points().to_string() == typed);
            level.ok_or_else(|| format!("Type one of these numbers, or nothing: {choices}."))
        })?;
        let levels = highest.or_back()?.and_then(|highest| Levels::new(lowest, highest));
        Ok(levels.map_or(value, Value::Level))
    }

    /// Asks why a question does not apply, or why a reviewer answers as they do.
    fn ask_reason(&mut self, answer: &mut Answer) -> Result<(), Interrupt> {
        let is_needed = answer.value == Value::NotApplicable;
        let asked = if is_needed {
            Line::asking("Why does it not apply?")
        } else if self.is_review() {
            Line::asking("Why? What you looked at, and what it shows (Enter: nothing)")
                .with(answer.note.clone().unwrap_or_default())
        } else {
            return Ok(());
        };
        answer.note = self.ask_text(&asked)?;
        if is_needed && answer.note.is_none() {
            self.news = Some("Not applicable needs its reason, so nothing was changed.".to_owned());
            return Err(Interrupt::Back);
        }
        Ok(())
    }

    /// Saves an answer; `left_behind` is what was said beside last time's.
    fn save_and_go_on(
        &mut self,
        question: &Question,
        answer: Answer,
        left_behind: Option<String>,
    ) -> Result<Next, Interrupt> {
        let value = words::value(question, answer.value);
        self.save_answer(question, answer)?;
        let left_behind = left_behind.map(|said| format!(" Not carried forward from last time: {said}."));
        self.news = Some(format!(
            "Saved: “{}” is {value}. u undoes it, b goes back to it.{}",
            question.title,
            left_behind.unwrap_or_default()
        ));
        Ok(Next::On)
    }

    fn read_number(&mut self, question: &Question, typed: &str) -> Result<Value, Interrupt> {
        let typed = without_hidden(self.person, typed)?.ok_or(Interrupt::Back)?;
        match Value::parse(question, &as_number(typed.trim())) {
            Ok(value) => Ok(value),
            Err(wrong) => {
                self.person.show_text(format!(
                    "Not accepted: {}. Type the number alone, d if nobody knows it, or x if it does not apply.",
                    wrong.message
                ))?;
                Err(Interrupt::Back)
            }
        }
    }
}
