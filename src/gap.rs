//! Gaps: answers surely below their question's target, in the order in which to close them.

use crate::assessment::{Assessment, Standing, Verdict};
use crate::checklist::{Level, Question, Section};

/// An answer that is surely below its question's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'a> {
    /// The section in which the question stands.
    pub section: &'a Section,
    /// The question.
    pub question: &'a Question,
    /// What was answered: a level or a range of them, or unknown.
    pub standing: Standing,
    /// What the question asks for.
    pub target: Level,
    /// Levels between the highest that the answer can be and the target, 1 to 3; unknown stands as absent.
    pub shortfall: u32,
}

/// The gaps of an assessment: essential first, then weight × shortfall, then the checklist's order.
pub fn gaps(assessment: &Assessment) -> Vec<Gap<'_>> {
    let sections = &assessment.checklist.sections;
    let mut gaps: Vec<Gap<'_>> = sections
        .iter()
        .flat_map(|section| section.questions.iter().map(move |question| (section, question)))
        .filter_map(|(section, question)| gap(assessment, section, question))
        .collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse((gap.question.essential, gap.question.weight * gap.shortfall)));
    gaps
}

/// How the answer to a question stands to its target; none of a count, nor where nothing is scored.
pub fn verdict(assessment: &Assessment, question: &Question) -> Option<Verdict> {
    assessment.standing(question).verdict(question.target()?)
}

fn gap<'a>(assessment: &Assessment, section: &'a Section, question: &'a Question) -> Option<Gap<'a>> {
    let target = question.target()?;
    let standing = assessment.standing(question);
    let is_gap = verdict(assessment, question)? == Verdict::Gap;
    let shortfall = target.points().saturating_sub(standing.levels()?.highest().points());
    is_gap.then_some(Gap { section, question, standing, target, shortfall })
}
