//! What a reviewer is asked beside a level: how high the evidence leaves it open, where it does not settle it.

use super::lines::{Given, checked, text};
use super::walk::Interview;
use super::{Command, Gone, Line, Screen, screens};
use crate::assessment::{Answer, Levels, Value};
use crate::checklist::{Level, Question};

impl Interview<'_> {
    /// A reviewer's level as far as the evidence settles it; any other value as it is. `None` where the person goes back.
    pub(super) fn settled(&mut self, question: &Question, value: Value) -> Result<Option<Value>, Gone> {
        let lowest = match value {
            Value::Level(levels) if self.record.reviewed().is_some() => levels.lowest(),
            _ => return Ok(Some(value)),
        };
        if lowest == Level::Assured {
            return Ok(Some(value));
        }
        let names = question.level_names();
        let higher = Level::ALL.into_iter().filter(|level| *level > lowest);
        let choices: Vec<String> =
            higher.map(|level| format!("{} {}", level.points(), names.name(level))).collect();
        let prompt = format!(
            "Could it be higher? The highest level that the evidence does not rule out: {} (Enter if it could not)",
            choices.join(", ")
        );
        let given = checked(self.person, Line::asking(prompt), |_, typed| {
            let level =
                Level::ALL.into_iter().find(|level| level.points().to_string() == typed && *level > lowest);
            let none = || format!("Type one of these numbers, or nothing: {}.", choices.join(", "));
            Ok(level.ok_or_else(none))
        })?;
        Ok(match given {
            Given::Value(highest) => Levels::new(lowest, highest).map(Value::Level),
            Given::Nothing => Some(value),
            Given::Back => None,
        })
    }

    /// Has a reviewer say why, unless the answer already has its reason; `false` where the person goes back.
    pub(super) fn gives_reason(&mut self, answer: &mut Answer) -> Result<bool, Gone> {
        if self.record.reviewed().is_none() || answer.value == Value::NotApplicable {
            return Ok(true);
        }
        let present = answer.note.clone().unwrap_or_default();
        let asked = Line::asking("Why? What you looked at, and what it shows (Enter: nothing)").with(present);
        match text(self.person, asked)? {
            Given::Value(reason) => answer.note = Some(reason),
            Given::Nothing => answer.note = None,
            Given::Back => return Ok(false),
        }
        Ok(true)
    }

    /// What the force itself answers to a question that is reviewed, line by line.
    pub(super) fn of_the_force(&self, question: &Question) -> Vec<String> {
        match self.record.reviewed().map(|reviewed| reviewed.answer(&question.id)) {
            None => Vec::new(),
            Some(Some(answer)) => screens::said("The force", "The force's ", question, answer),
            Some(None) => vec!["The force: not answered".to_owned()],
        }
    }

    /// Puts what the force answers first among what is said of a question.
    pub(super) fn show_what_is_reviewed(&self, question: &Question, screen: &mut Screen) {
        let of_the_force = self.of_the_force(question);
        if of_the_force.is_empty() {
            return;
        }
        screen.said.splice(0..0, of_the_force);
        if !screen.commands.contains(&Command::Whole) {
            let at = screen.commands.iter().position(|command| *command == Command::Find);
            screen.commands.insert(at.unwrap_or_default(), Command::Whole);
        }
    }
}
