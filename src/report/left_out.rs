//! What the public edition leaves out.

use crate::document::Block;
use crate::results::Report;

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let earlier =
        if report.trend.is_none() { "the answers of earlier years" } else { "the same of earlier years" };
    vec![Block::paragraph(format!(
        "Left out of this report for the public: notes on answers, reasons why questions do not apply, evidence, who \
         assessed, who answered, and when; {earlier}; and the actions, of which it says only for which gaps one is planned or under way.",
    ))]
}
