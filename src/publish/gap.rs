//! Gaps and findings that are not settled, in the published JSON.

use serde::Serialize;

use super::level::{AnswerWord, HighestWord, LevelWord, answer_word, highest_word};
use crate::judge::gap;

/// An answer that is certainly below its target.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Gap<'a> {
    /// The id of the question.
    question: &'a str,
    /// The id of its section.
    section: &'a str,
    /// The level, the lowest of a range, or unknown.
    #[cfg_attr(test, schemars(extend("enum" = ["absent", "developing", "in-place", "assured", "unknown"])))]
    level: AnswerWord,
    /// The highest level of a range; null if it is one level.
    highest: Option<HighestWord>,
    /// The level that the question asks for.
    target: LevelWord,
    /// Whether the gap is listed first, whatever its weight.
    essential: bool,
    /// The weight of the question in its section.
    #[cfg_attr(test, schemars(range(min = 1)))]
    weight: u32,
    /// How many levels the highest level is below the target.
    #[cfg_attr(test, schemars(range(min = 1)))]
    shortfall: u32,
}

/// A finding that may be below its target or meet it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NotSettled<'a> {
    /// The id of the question.
    question: &'a str,
    /// The id of its section.
    section: &'a str,
    /// The lowest level.
    #[cfg_attr(test, schemars(extend("enum" = ["absent", "developing", "in-place", "assured"])))]
    level: AnswerWord,
    /// The highest level.
    highest: Option<HighestWord>,
    /// The level that the question asks for.
    target: LevelWord,
    /// Whether the question is essential.
    essential: bool,
}

pub fn gap<'a>(gap: &gap::Gap<'a>) -> Gap<'a> {
    Gap {
        question: gap.question.id.as_str(),
        section: &gap.section.id,
        level: answer_word(gap.standing).expect("a gap has an answer"),
        highest: highest_word(gap.standing),
        target: gap.scale.target.into(),
        essential: gap.scale.essential,
        weight: gap.scale.weight,
        shortfall: gap.shortfall,
    }
}

pub fn not_settled<'a>(found: &gap::Gap<'a>) -> NotSettled<'a> {
    NotSettled {
        question: found.question.id.as_str(),
        section: &found.section.id,
        level: answer_word(found.standing).expect("only a range of levels is not settled"),
        highest: highest_word(found.standing),
        target: found.scale.target.into(),
        essential: found.scale.essential,
    }
}
