//! How far a reviewer's evidence settles a level.

use super::conversation::Interview;
use super::lines::{Given, Meaning, ask_checked};
use super::person::Gone;
use super::screen::Line;
use crate::assessment::{Levels, Value};
use crate::checklist::{Level, Question};

impl Interview<'_> {
    /// Asks a reviewer how high the evidence leaves their level open, and gives the range; any other value as it is. `None`
    /// if the person goes back.
    pub(super) fn settled(&mut self, question: &Question, value: Value) -> Result<Option<Value>, Gone> {
        let lowest = match value {
            Value::Level(levels) if self.is_review() => levels.lowest(),
            _ => return Ok(Some(value)),
        };
        if lowest == Level::Assured {
            return Ok(Some(value));
        }
        let names = question.level_names();
        let higher: Vec<Level> = Level::ALL.into_iter().filter(|level| *level > lowest).collect();
        let choices = higher.iter().map(|level| format!("{} {}", level.points(), names.name(*level)));
        let choices = choices.collect::<Vec<_>>().join(", ");
        let asked = Line::asking(format!(
            "Could it be higher? The highest level that the evidence does not rule out: {choices} (Enter if it could not)"
        ));
        let given = ask_checked(self.person, &asked, |_, typed| {
            let level = higher.iter().find(|level| level.points().to_string() == typed);
            let wrong = || format!("Type one of these numbers, or nothing: {choices}.");
            Ok(level.map_or_else(|| Meaning::Wrong(wrong()), |level| Meaning::Value(*level)))
        })?;
        Ok(match given {
            Given::Value(highest) => Levels::new(lowest, highest).map(Value::Level),
            Given::Nothing => Some(value),
            Given::Back => None,
        })
    }
}
