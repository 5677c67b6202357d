//! The words for levels in the published JSON. A range is published as its lowest and its highest level.

use serde::Serialize;

use crate::assessment::Standing;
use crate::checklist::Level;

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline, extend("enum" = Level::ALL.map(Level::word))))]
pub struct LevelWord(&'static str);

/// A level, or the word in place of one.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline, extend("enum" = [
    "absent", "developing", "in-place", "assured", "unknown", "not-applicable"
])))]
pub struct AnswerWord(&'static str);

/// The highest level of a range, which is never `absent`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(inline, extend("enum" = ["developing", "in-place", "assured"])))]
pub struct HighestWord(&'static str);

impl From<Level> for LevelWord {
    fn from(level: Level) -> Self {
        Self(level.word())
    }
}

/// The level, the lowest of a range, or the word in place of a level. `None` if there is no answer.
pub fn answer_word(standing: Standing) -> Option<AnswerWord> {
    match standing {
        Standing::Level(levels) => Some(AnswerWord(levels.lowest().word())),
        Standing::Unknown => Some(AnswerWord("unknown")),
        Standing::NotApplicable => Some(AnswerWord("not-applicable")),
        Standing::Unanswered => None,
    }
}

/// `None` if the answer is not a range.
pub fn highest_word(standing: Standing) -> Option<HighestWord> {
    match standing {
        Standing::Level(levels) => levels.up_to().map(|highest| HighestWord(highest.word())),
        _ => None,
    }
}
