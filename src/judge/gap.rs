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

/// A finding of which it is not settled whether it meets its question's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotSettled<'a> {
    /// The section in which the question stands.
    pub section: &'a Section,
    /// The question.
    pub question: &'a Question,
    /// How it stands: a range with the target above its lowest level.
    pub standing: Standing,
    /// What the question asks for.
    pub target: Level,
}

/// The findings that are not settled: essential ones first, then in the checklist's order. They are no gaps.
pub fn not_settled(assessment: &Assessment) -> Vec<NotSettled<'_>> {
    let mut found: Vec<NotSettled<'_>> = placed(assessment)
        .filter_map(|(section, question)| {
            let (target, standing) = (question.target()?, assessment.standing(question));
            let open = standing.verdict(target)? == Verdict::NotSettled;
            open.then_some(NotSettled { section, question, standing, target })
        })
        .collect();
    found.sort_by_key(|found| !found.question.essential);
    found
}

/// The gaps of an assessment: essential first, then weight × shortfall, then the checklist's order.
pub fn gaps(assessment: &Assessment) -> Vec<Gap<'_>> {
    let mut gaps: Vec<Gap<'_>> =
        placed(assessment).filter_map(|(section, question)| gap(assessment, section, question)).collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse((gap.question.essential, gap.question.weight * gap.shortfall)));
    gaps
}

/// How the answer to a question stands to its target; none of a count, nor where nothing is scored.
pub fn verdict(assessment: &Assessment, question: &Question) -> Option<Verdict> {
    assessment.standing(question).verdict(question.target()?)
}

/// Every question with its section, in the checklist's order.
fn placed(assessment: &Assessment) -> impl Iterator<Item = (&Section, &Question)> {
    let sections = assessment.checklist.sections.iter();
    sections.flat_map(|section| section.questions.iter().map(move |question| (section, question)))
}

fn gap<'a>(assessment: &Assessment, section: &'a Section, question: &'a Question) -> Option<Gap<'a>> {
    let target = question.target()?;
    let standing = assessment.standing(question);
    let is_gap = verdict(assessment, question)? == Verdict::Gap;
    let shortfall = target.points().saturating_sub(standing.levels()?.highest().points());
    is_gap.then_some(Gap { section, question, standing, target, shortfall })
}
