//! What the public may read: the answers of a force, and nothing that anybody typed beside them.
//!
//! It is taken out of the assessment before a report is made of it, so that no format can let it through.

use std::collections::BTreeMap;

use crate::assessment::{Answer, Assessment};

use super::{Audience, Report};
use crate::document::Block;

/// What stands in the place of a marking where none was given for the release.
pub const NOT_CLEARED: &str = "Not cleared for release";

/// An assessment without notes, reasons, evidence, assessor, people's names and dates of answers. What HMIC published
/// is public, and stays whole.
pub fn for_the_public(assessment: &Assessment) -> Assessment {
    if assessment.source.is_some() {
        return Assessment { marking: None, ..assessment.clone() };
    }
    // What was answered before is the record of the force, and its actions name people: neither is for the public.
    let bare = |answer: &Answer| Answer { from: answer.from, to: answer.to, ..Answer::of(answer.value) };
    Assessment {
        assessor: String::new(),
        marking: None,
        carried: BTreeMap::new(),
        actions: Vec::new(),
        last_action: 0,
        answers: assessment.answers.iter().map(|(id, answer)| (id.clone(), bare(answer))).collect(),
        ..assessment.clone()
    }
}

/// Whether anything was left out: what HMIC published is shown whole to everybody.
pub fn leaves_out(report: &Report<'_>) -> bool {
    report.audience == Audience::Public && report.about.assessment.source.is_none()
}

/// What was left out, once, by kind.
pub fn left_out(report: &Report<'_>) -> Vec<Block> {
    if !leaves_out(report) {
        return Vec::new();
    }
    vec![Block::paragraph(
        "Left out of this report for the public: notes on answers, reasons why questions do not apply, evidence, who \
         assessed, who answered, and when; the answers of earlier years that were carried along, and the actions.",
    )]
}
