//! Scores with coverage and bounds, per section and overall.
//!
//! A section scores `100 × Σ(weight × level) ÷ (3 × Σ weight)` over its answered, applicable level questions. The overall
//! score is the weighted mean of the sections that have a score. Counts are never scored.
//!
//! A score of findings is a range, over their lowest and over their highest levels: [`Percents`]. The *bounds* are what a
//! score could become once everything open is answered.

use crate::assessment::{Assessment, Levels, Standing, Value, Verdict};
use crate::checklist::{Level, Question, Section};

mod percent;

pub use percent::{Percent, Percents};

/// How many questions were answered: asked = answered + not applicable + unanswered. Questions for a level and for a count
/// are never counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    pub asked: usize,
    /// With a level, a count or unknown.
    pub answered: usize,
    /// Counted in `answered` too.
    pub unknown: usize,
    pub not_applicable: usize,
    pub unanswered: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Σ(weight × points) over the lowest levels.
    pub lowest: u32,
    /// Σ(weight × points) over the highest levels.
    pub highest: u32,
    /// Σ weight.
    pub weights: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// None if nothing applicable is answered.
    pub percent: Option<Percents>,
    /// The score with everything open absent, and with everything open assured; none if nothing is open.
    pub bounds: Option<Percents>,
    pub targets_met: usize,
    /// Findings that may or may not meet their targets, of `targets`.
    pub not_settled: usize,
    /// Questions that are answered and applicable.
    pub targets: usize,
    pub met_without_evidence: usize,
    pub essential_gaps: usize,
    pub essential_not_settled: usize,
    pub essential_open: usize,
    pub essential_not_applicable: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionScore {
    pub id: String,
    pub title: String,
    pub weight: u32,
    /// Over its answered, applicable questions.
    pub sums: Sums,
    /// With everything open absent in the lowest, and assured in the highest.
    pub bound_sums: Sums,
    pub coverage: Coverage,
    pub score: Score,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    pub coverage: Coverage,
    /// Coverage of the counts, which are never scored.
    pub figures: Coverage,
    pub score: Score,
    pub sections: Vec<SectionScore>,
}

impl Scorecard {
    pub fn new(assessment: &Assessment) -> Self {
        let checklist = &assessment.checklist;
        let sections: Vec<SectionScore> =
            checklist.sections.iter().map(|section| section_score(assessment, section)).collect();
        let overall = |sums: fn(&SectionScore) -> Sums| {
            mean(sections.iter().map(|section| (section.weight, sums(section))))
        };
        let coverage = Coverage::count(assessment, checklist.level_questions());
        let bounds = overall(|section| section.bound_sums).filter(|_| coverage.unanswered > 0);
        let plain = plain_counts(assessment, checklist.level_questions());
        let score = Score { percent: overall(|section| section.sums), bounds, ..plain };
        let figures = Coverage::count(assessment, checklist.count_questions());
        Self { coverage, figures, score, sections }
    }

    pub fn section(&self, id: &str) -> Option<&SectionScore> {
        self.sections.iter().find(|section| section.id == id)
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

/// The overall score from each section's weight and sums. Sections in which nothing counts are left out; none if nothing
/// counts at all.
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

/// Sums over the level questions for which `levels` returns any.
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
    /// `100 × points ÷ (3 × weights)`, at both ends; none if nothing counts.
    pub fn percents(self) -> Option<Percents> {
        mean(std::iter::once((1, self)))
    }

    fn exact(self) -> Option<(f64, f64)> {
        let figure = |points: u32| 100.0 * f64::from(points) / (3.0 * f64::from(self.weights));
        (self.weights > 0).then(|| (figure(self.lowest), figure(self.highest)))
    }
}

impl Score {
    /// With everything open absent, and every finding at its lowest level.
    pub fn at_least(&self) -> Option<Percent> {
        self.bounds.or(self.percent).map(|figures| figures.lowest)
    }
}

impl Coverage {
    /// The questions are either all for a level or all for a count.
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
