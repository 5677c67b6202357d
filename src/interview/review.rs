//! What a reviewer is asked beside a level: how high the evidence leaves it open, where it does not settle it.

use super::Gone;
use super::lines::checked;
use super::walk::Interview;
use crate::assessment::{Levels, Value};
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
            higher.map(|level| format!("{} {}", level.points(), names.of(level))).collect();
        let prompt = format!(
            "Could it be higher? The highest level that the evidence does not rule out: {} (Enter if it could not)",
            choices.join(", ")
        );
        let highest = checked(self.person, &prompt, |typed| {
            let level =
                Level::ALL.into_iter().find(|level| level.points().to_string() == typed && *level > lowest);
            level.ok_or_else(|| format!("Type one of these numbers, or nothing: {}.", choices.join(", ")))
        })?;
        let levels = highest.and_then(|highest| Levels::new(lowest, highest)).unwrap_or(lowest.into());
        Ok(Some(Value::Level(levels)))
    }
}
