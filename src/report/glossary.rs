//! The terms that a reader of the report needs.

use crate::checklist::Level;
use crate::document::{Block, Fact};
use crate::results::Report;
use crate::words;

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let names = report.level_names();
    let mut facts = vec![
        Fact::new(
            "Level",
            format!(
                "How far something has come: {}. Each question says what its levels look like.",
                words::level_numbers(names)
            ),
        ),
        Fact::new(
            "Target",
            format!(
                "The level that a question asks for; {} unless the question says otherwise.",
                names.name(Level::InPlace)
            ),
        ),
        Fact::new("Gap", "An answer below its target, or one that nobody could give."),
        Fact::new("Essential", "A question whose gap comes first, because other safeguards rest on it."),
        Fact::new("Evidence", "What shows that an answer is so, with its date."),
        Fact::new("Unknown", "Asked, and nobody could say. It counts as a gap until it is established."),
        Fact::new(
            "Not applicable",
            "A question that does not arise for the force, with the reason. It is left out of every figure.",
        ),
        Fact::new(
            "Confirmed",
            "An answer of last time that was looked at and still holds. Until then it counts for nothing.",
        ),
    ];
    if !report.not_settled.is_empty() {
        facts.push(Fact::new(
            "Not settled",
            "A published finding whose words fit a level below the target as well as the target.",
        ));
    }
    vec![Block::chapter("Glossary"), Block::Facts(facts)]
}
