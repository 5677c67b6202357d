//! The scorecard: how far an assessment's answers come, per section and in all, with coverage and bounds.
//!
//! A section scores `100 × Σ(weight × level) ÷ (3 × Σ weight)` over its answered, applicable level questions; in all,
//! the mean of the sections that have a score, weighted by the sections. Counts are never scored.
//!
//! Two things can lie between two figures, and are kept apart. A score of findings runs from the figure over their
//! lowest levels to the one over their highest: [`Percents`]. The *bounds* are what a score could become once what is
//! open is answered, and exist only where something is.

use crate::assessment::{Assessment, Levels, Standing, Value, Verdict};
use crate::checklist::{Level, Question, Section};

mod percent;

pub use percent::{Percent, Percents};

/// How many questions were asked, and how they were answered: asked = answered + not applicable + unanswered. Those for a
/// level and those for a count are never counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Questions in the checklist.
    pub asked: usize,
    /// Answered with a level or a count, or as unknown.
    pub answered: usize,
    /// Answered as unknown; counted in `answered` too.
    pub unknown: usize,
    /// Answered as not applicable.
    pub not_applicable: usize,
    /// Not answered yet.
    pub unanswered: usize,
}

/// Weighted points and weights of the questions that count: the sums of a section's score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Σ(weight × points) over the lowest levels.
    pub lowest: u32,
    /// Σ(weight × points) over the highest levels.
    pub highest: u32,
    /// Σ weight.
    pub weights: u32,
}

/// A figure with what it could become, and the plain counts beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// The score of what is answered; `None` where nothing applicable is.
    pub percent: Option<Percents>,
    /// The score with everything open absent, and with everything open assured; `None` where nothing is open.
    pub bounds: Option<Percents>,
    /// Targets surely met, of `targets`.
    pub targets_met: usize,
    /// Findings of which it is not settled whether they meet their target, of `targets`.
    pub not_settled: usize,
    /// Questions answered and applicable: each has a target.
    pub targets: usize,
    /// Targets met by an answer that names no evidence.
    pub met_without_evidence: usize,
    /// Essential questions answered surely below their target.
    pub essential_gaps: usize,
    /// Essential findings of which it is not settled whether they meet their target.
    pub essential_not_settled: usize,
    /// Essential questions not answered yet.
    pub essential_open: usize,
    /// Essential questions that are said not to apply.
    pub essential_not_applicable: usize,
}

/// One section's coverage and score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionScore {
    /// The section's id.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// What it counts for in all.
    pub weight: u32,
    /// The sums of its answered, applicable questions.
    pub sums: Sums,
    /// The sums with everything open absent in the lowest, and assured in the highest.
    pub bound_sums: Sums,
    /// How its questions were answered.
    pub coverage: Coverage,
    /// Its score.
    pub score: Score,
}

/// An assessment's scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// How all level questions were answered.
    pub coverage: Coverage,
    /// How all counts were answered, which are never scored.
    pub figures: Coverage,
    /// The score in all.
    pub score: Score,
    /// The sections, in the checklist's order.
    pub sections: Vec<SectionScore>,
}

impl Scorecard {
    /// Scores an assessment against its own checklist.
    pub fn new(assessment: &Assessment) -> Self {
        let checklist = &assessment.checklist;
        let sections: Vec<SectionScore> =
            checklist.sections.iter().map(|section| section_score(assessment, section)).collect();
        let in_all = |sums: fn(&SectionScore) -> Sums| {
            mean(sections.iter().map(|section| (section.weight, sums(section))))
        };
        let coverage = Coverage::count(assessment, checklist.level_questions());
        let bounds = in_all(|section| section.bound_sums).filter(|_| coverage.unanswered > 0);
        let plain = plain_counts(assessment, checklist.level_questions());
        let score = Score { percent: in_all(|section| section.sums), bounds, ..plain };
        let figures = Coverage::count(assessment, checklist.count_questions());
        Self { coverage, figures, score, sections }
    }

    /// Whether every question and figure has an answer; `unknown` and `not-applicable` are answers.
    pub fn is_whole(&self) -> bool {
        self.coverage.unanswered + self.figures.unanswered == 0
    }
}

fn section_score(assessment: &Assessment, section: &Section) -> SectionScore {
    let questions = || section.scaled().map(|(question, _)| question);
    let sums = sums(section, &|question| assessment.standing(question)?.levels());
    let bound_sums = self::sums(section, &|question| match assessment.standing(question)? {
        Standing::Unanswered => Levels::new(Level::Absent, Level::Assured),
        standing => standing.levels(),
    });
    let coverage = Coverage::count(assessment, questions());
    let bounds = bound_sums.percents().filter(|_| coverage.unanswered > 0);
    SectionScore {
        id: section.id.clone(),
        title: section.title.clone(),
        weight: section.weight,
        sums,
        bound_sums,
        coverage,
        score: Score { percent: sums.percents(), bounds, ..plain_counts(assessment, questions()) },
    }
}

/// The overall score of sections with their weights and sums; those in which nothing counts are left out, and where
/// nothing counts at all there is none.
pub(crate) fn mean(sections: impl Iterator<Item = (u32, Sums)>) -> Option<Percents> {
    let (mut weights, mut lowest, mut highest) = (0.0, 0.0, 0.0);
    for (weight, sums) in sections {
        let Some((low, high)) = sums.exact() else { continue };
        let weight = f64::from(weight);
        weights += weight;
        lowest += weight * low;
        highest += weight * high;
    }
    let figure = |total: f64| Percent::rounded(total / weights);
    (weights > 0.0).then(|| Percents { lowest: figure(lowest), highest: figure(highest) })
}

/// The sums of a section over the level questions to which `levels` gives any.
pub(crate) fn sums(section: &Section, levels: &dyn Fn(&Question) -> Option<Levels>) -> Sums {
    section.scaled().fold(Sums::default(), |sums, (question, scale)| match levels(question) {
        Some(levels) => Sums {
            lowest: sums.lowest + scale.weight * levels.lowest().points(),
            highest: sums.highest + scale.weight * levels.highest().points(),
            weights: sums.weights + scale.weight,
        },
        None => sums,
    })
}

impl Sums {
    /// `100 × points ÷ (3 × weights)`, at both ends; `None` where nothing counts.
    pub fn percents(self) -> Option<Percents> {
        let (lowest, highest) = self.exact()?;
        Some(Percents { lowest: Percent::rounded(lowest), highest: Percent::rounded(highest) })
    }

    fn exact(self) -> Option<(f64, f64)> {
        let figure = |points: u32| 100.0 * f64::from(points) / (3.0 * f64::from(self.weights));
        (self.weights > 0).then(|| (figure(self.lowest), figure(self.highest)))
    }
}

impl Score {
    /// The least that the score can be: with everything open absent, and every finding at its lowest level.
    pub fn at_least(&self) -> Option<Percent> {
        self.bounds.or(self.percent).map(|figures| figures.lowest)
    }
}

impl Coverage {
    /// How some of an assessment's questions were answered, all for a level or all for a count.
    pub fn count<'a>(assessment: &Assessment, questions: impl Iterator<Item = &'a Question>) -> Self {
        questions.fold(Self::default(), |mut coverage, question| {
            coverage.asked += 1;
            match assessment.answer(&question.id).map(|answer| answer.value) {
                Some(Value::Level(_) | Value::Count(_)) => coverage.answered += 1,
                Some(Value::Unknown) => {
                    coverage.answered += 1;
                    coverage.unknown += 1;
                }
                Some(Value::NotApplicable) => coverage.not_applicable += 1,
                None => coverage.unanswered += 1,
            }
            coverage
        })
    }
}

/// The plain counts of some questions, which stand beside the figures of their score.
fn plain_counts<'a>(assessment: &Assessment, questions: impl Iterator<Item = &'a Question>) -> Score {
    let mut score = Score::default();
    for question in questions {
        let (Some(scale), Some(standing)) = (question.scale(), assessment.standing(question)) else {
            continue;
        };
        let verdict = standing.verdict(scale.target);
        let without_evidence = assessment.lacks_evidence(question);
        score.targets += usize::from(verdict.is_some());
        score.targets_met += usize::from(verdict == Some(Verdict::Met));
        score.not_settled += usize::from(verdict == Some(Verdict::NotSettled));
        score.met_without_evidence += usize::from(verdict == Some(Verdict::Met) && without_evidence);
        if scale.essential {
            score.essential_gaps += usize::from(verdict == Some(Verdict::Gap));
            score.essential_not_settled += usize::from(verdict == Some(Verdict::NotSettled));
            score.essential_open += usize::from(standing == Standing::Unanswered);
            score.essential_not_applicable += usize::from(standing == Standing::NotApplicable);
        }
    }
    score
}
