//! Gaps, and what is not settled, in the published JSON.

use serde::Serialize;

use super::level::{highest_word, level_word};
use crate::judge::gap;

#[derive(Serialize)]
pub struct Gap<'a> {
    question: &'a str,
    section: &'a str,
    level: &'static str,
    highest: Option<&'static str>,
    target: &'static str,
    essential: bool,
    weight: u32,
    shortfall: u32,
}

#[derive(Serialize)]
pub struct NotSettled<'a> {
    question: &'a str,
    section: &'a str,
    level: &'static str,
    highest: Option<&'static str>,
    target: &'static str,
    essential: bool,
}

/// A gap as it is published.
pub fn gap<'a>(gap: &gap::Gap<'a>) -> Gap<'a> {
    Gap {
        question: gap.question.id.as_str(),
        section: &gap.section.id,
        level: level_word(gap.standing).unwrap_or_default(),
        highest: highest_word(gap.standing),
        target: gap.scale.target.word(),
        essential: gap.scale.essential,
        weight: gap.scale.weight,
        shortfall: gap.shortfall,
    }
}

/// A finding that is neither a gap nor met.
pub fn not_settled<'a>(found: &gap::Gap<'a>) -> NotSettled<'a> {
    NotSettled {
        question: found.question.id.as_str(),
        section: &found.section.id,
        level: level_word(found.standing).unwrap_or_default(),
        highest: highest_word(found.standing),
        target: found.scale.target.word(),
        essential: found.scale.essential,
    }
}
