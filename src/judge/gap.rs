//! Gaps: answers surely below their question's target, in the order in which to close them.

use crate::assessment::{Assessment, Standing, Verdict};
use crate::checklist::{Question, Scale, Section};

/// An answer that is surely below its question's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'a> {
    /// The section in which the question stands.
    pub section: &'a Section,
    /// The question.
    pub question: &'a Question,
    /// What was answered: a level or a range of them, or unknown.
    pub standing: Standing,
    /// The question's scale.
    pub scale: &'a Scale,
    /// Levels between the highest that the answer can be and the target, 1 to 3; unknown stands as absent.
    pub shortfall: u32,
}

/// A finding of which it is not settled whether it meets its question's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotSettled<'a> {
    /// The section in which the question stands.
    pub section: &'a Section,
    /// The question.
    pub question: &'a Question,
    /// How it stands: a range with the target above its lowest level.
    pub standing: Standing,
    /// The question's scale.
    pub scale: &'a Scale,
}

/// The findings that are not settled: essential ones first, then in the checklist's order. They are no gaps.
pub fn not_settled(assessment: &Assessment) -> Vec<NotSettled<'_>> {
    let mut found: Vec<NotSettled<'_>> = scaled(assessment)
        .filter_map(|(section, question, scale)| {
            let standing = assessment.standing(question)?;
            let open = standing.verdict(scale.target)? == Verdict::NotSettled;
            open.then_some(NotSettled { section, question, standing, scale })
        })
        .collect();
    found.sort_by_key(|found| !found.scale.essential);
    found
}

/// The gaps of an assessment: essential first, then weight × shortfall, then the checklist's order.
pub fn gaps(assessment: &Assessment) -> Vec<Gap<'_>> {
    let mut gaps: Vec<Gap<'_>> = scaled(assessment)
        .filter_map(|(section, question, scale)| gap(assessment, section, question, scale))
        .collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse((gap.scale.essential, gap.scale.weight * gap.shortfall)));
    gaps
}

/// How the answer to a question stands to its target; none of a count, nor where nothing is scored.
pub fn verdict(assessment: &Assessment, question: &Question) -> Option<Verdict> {
    assessment.standing(question)?.verdict(question.scale()?.target)
}

/// Every question for a level with its section, in the checklist's order.
fn scaled(assessment: &Assessment) -> impl Iterator<Item = (&Section, &Question, &Scale)> {
    let sections = assessment.checklist.sections.iter();
    sections.flat_map(|section| section.scaled().map(move |(question, scale)| (section, question, scale)))
}

fn gap<'a>(
    assessment: &Assessment,
    section: &'a Section,
    question: &'a Question,
    scale: &'a Scale,
) -> Option<Gap<'a>> {
    let standing = assessment.standing(question)?;
    let is_gap = standing.verdict(scale.target)? == Verdict::Gap;
    let shortfall = scale.target.points().saturating_sub(standing.levels()?.highest().points());
    is_gap.then_some(Gap { section, question, standing, scale, shortfall })
}
