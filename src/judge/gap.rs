//! Which targets are missed, in the order in which to close the gaps.

use crate::assessment::{Assessment, Standing, Verdict};
use crate::checklist::{Level, Question, Scale, Section};

/// An answer that certainly misses its target, or a finding of which that is not settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'a> {
    pub section: &'a Section,
    pub question: &'a Question,
    pub scale: &'a Scale,
    /// A level, a range of levels, or unknown.
    pub standing: Standing,
    /// Levels from the highest that the answer can be up to the target: 1 to 3, or 0 if it is not settled. Unknown counts
    /// as absent.
    pub shortfall: u32,
}

/// The answers certainly below their targets: essential ones first, then by weight × shortfall, then in the checklist's
/// order.
pub fn gaps(assessment: &Assessment) -> Vec<Gap<'_>> {
    with_verdict(assessment, Verdict::Gap)
}

/// The findings that may or may not meet their targets: essential ones first, then in the checklist's order.
pub fn not_settled(assessment: &Assessment) -> Vec<Gap<'_>> {
    with_verdict(assessment, Verdict::NotSettled)
}

/// The verdict on the answer to a question; none for a figure, or if nothing is scored.
pub fn verdict(assessment: &Assessment, question: &Question) -> Option<Verdict> {
    assessment.standing(question)?.verdict(question.scale()?.target)
}

/// Whether a question's target is certainly met.
pub fn is_met(question: &Question, standing: Standing) -> bool {
    question.scale().is_some_and(|scale| is_at_least(standing, scale.target))
}

/// Whether an answer is certainly at a level or above it; unknown is at none.
pub fn is_at_least(standing: Standing, level: Level) -> bool {
    standing.verdict(level) == Some(Verdict::Met)
}

fn with_verdict(assessment: &Assessment, verdict: Verdict) -> Vec<Gap<'_>> {
    let sections = assessment.checklist.sections.iter();
    let scaled = sections.flat_map(|section| section.scaled().map(move |each| (section, each)));
    let mut gaps: Vec<Gap<'_>> = scaled
        .filter_map(|(section, (question, scale))| {
            let standing =
                assessment.standing(question).filter(|it| it.verdict(scale.target) == Some(verdict))?;
            let shortfall = scale.target.points().saturating_sub(standing.levels()?.highest().points());
            Some(Gap { section, question, scale, standing, shortfall })
        })
        .collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse((gap.scale.essential, gap.scale.weight * gap.shortfall)));
    gaps
}
