//! The scorecard: how far an assessment's answers come, per section and in all, with coverage and bounds.
//!
//! A section scores `100 × Σ(weight × level) ÷ (3 × Σ weight)` over its answered, applicable level questions; in all,
//! the mean of the sections that have a score, weighted by the sections. Counts are never scored.

use std::fmt;

use crate::assessment::{Assessment, Standing};
use crate::checklist::{Level, Question, Section};

/// A score from 0.0 to 100.0 with the one decimal that prints, halves rounded up.
///
/// Nothing under 100 is 100.0, and nothing over 0 is 0.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    tenths: u16,
}

impl Percent {
    /// The percentage of an exact value, which is taken to lie from 0 to 100.
    ///
    /// Sums of a few hundred weights are exact in a double to far better than a billionth, so a value within that of
    /// a half is that half.
    fn of(exact: f64) -> Self {
        let near = |whole: f64| (exact - whole).abs() < 1e-9;
        let tenths = if near(0.0) {
            0
        } else if near(100.0) {
            1000
        } else {
            // From 1 to 999 after the clamp, so the cast is exact.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=999")]
            let tenths = (exact * 10.0 + 0.5 + 1e-9).floor().clamp(1.0, 999.0) as u16;
            tenths
        };
        Self { tenths }
    }

    /// The figure that prints, as a number.
    pub fn value(self) -> f64 {
        f64::from(self.tenths) / 10.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.tenths / 10, self.tenths % 10)
    }
}

/// How many level questions were asked, and what became of them: asked = answered + not applicable + unanswered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Level questions in the checklist.
    pub asked: usize,
    /// Answered with a level or as unknown.
    pub answered: usize,
    /// Answered as unknown; counted in `answered` too.
    pub unknown: usize,
    /// Answered as not applicable.
    pub not_applicable: usize,
    /// Not answered yet.
    pub unanswered: usize,
}

/// Weighted points and weights of the questions that count: the two sums of a section's score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Σ(weight × points).
    pub points: u32,
    /// Σ weight.
    pub weights: u32,
}

/// A figure with what it could become, and the plain counts beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// The score of what is answered; `None` where nothing applicable is.
    pub percent: Option<Percent>,
    /// The score with everything open absent; `None` where nothing can apply.
    pub lowest: Option<Percent>,
    /// The score with everything open assured; `None` where nothing can apply.
    pub highest: Option<Percent>,
    /// Targets met, of `targets`.
    pub targets_met: usize,
    /// Questions answered and applicable: each has a target.
    pub targets: usize,
    /// Essential questions answered below their target.
    pub essential_gaps: usize,
    /// Essential questions not answered yet.
    pub essential_open: usize,
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
    /// What became of its questions.
    pub coverage: Coverage,
    /// Its score.
    pub score: Score,
}

/// An assessment's scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// What became of all level questions.
    pub coverage: Coverage,
    /// The score in all.
    pub score: Score,
    /// The sections, in the checklist's order.
    pub sections: Vec<SectionScore>,
}

impl Scorecard {
    /// Scores an assessment against its own checklist.
    pub fn of(assessment: &Assessment) -> Self {
        let standing = |question: &Question| assessment.standing(question);
        let checklist = &assessment.checklist;
        Self {
            coverage: coverage(checklist.level_questions(), standing),
            score: score(checklist.level_questions(), standing, |points| {
                mean(checklist.sections.iter().map(|section| (section.weight, sums(section, points))))
            }),
            sections: checklist.sections.iter().map(|section| section_score(section, standing)).collect(),
        }
    }
}

fn section_score(section: &Section, standing: impl Fn(&Question) -> Standing + Copy) -> SectionScore {
    let questions = || section.questions.iter().filter(|question| question.target().is_some());
    SectionScore {
        id: section.id.clone(),
        title: section.title.clone(),
        weight: section.weight,
        sums: sums(section, &|question| standing(question).points()),
        coverage: coverage(questions(), standing),
        score: score(questions(), standing, |points| sums(section, points).percent()),
    }
}

/// The overall score of sections with their weights and sums; those in which nothing counts are left out, and where
/// nothing counts at all there is none.
pub(crate) fn mean(sections: impl Iterator<Item = (u32, Sums)>) -> Option<Percent> {
    let scored = sections.filter_map(|(weight, sums)| Some((f64::from(weight), sums.exact()?)));
    let (weights, total) = scored
        .fold((0.0, 0.0), |(weights, total), (weight, score)| (weights + weight, total + weight * score));
    (weights > 0.0).then(|| Percent::of(total / weights))
}

/// The sums of a section over the level questions to which `points` (0 to 3) gives any.
pub(crate) fn sums(section: &Section, points: &dyn Fn(&Question) -> Option<u32>) -> Sums {
    let levels = section.questions.iter().filter(|question| question.target().is_some());
    levels.fold(Sums::default(), |sums, question| match points(question) {
        Some(points) => {
            Sums { points: sums.points + question.weight * points, weights: sums.weights + question.weight }
        }
        None => sums,
    })
}

impl Sums {
    /// `100 × points ÷ (3 × weights)`; `None` where nothing counts.
    pub fn percent(self) -> Option<Percent> {
        self.exact().map(Percent::of)
    }

    fn exact(self) -> Option<f64> {
        (self.weights > 0).then(|| 100.0 * f64::from(self.points) / (3.0 * f64::from(self.weights)))
    }
}

fn coverage<'a>(
    questions: impl Iterator<Item = &'a Question>,
    standing: impl Fn(&Question) -> Standing,
) -> Coverage {
    questions.fold(Coverage::default(), |mut coverage, question| {
        coverage.asked += 1;
        match standing(question) {
            Standing::Level(_) => coverage.answered += 1,
            Standing::Unknown => {
                coverage.answered += 1;
                coverage.unknown += 1;
            }
            Standing::NotApplicable => coverage.not_applicable += 1,
            Standing::Unanswered => coverage.unanswered += 1,
        }
        coverage
    })
}

fn score<'a>(
    questions: impl Iterator<Item = &'a Question>,
    standing: impl Fn(&Question) -> Standing + Copy,
    percent: impl Fn(&dyn Fn(&Question) -> Option<u32>) -> Option<Percent>,
) -> Score {
    let with_open_as = |level: Level| {
        percent(&|question: &Question| match standing(question) {
            Standing::Unanswered => Some(level.points()),
            other => other.points(),
        })
    };
    let mut score = Score {
        percent: percent(&|question: &Question| standing(question).points()),
        lowest: with_open_as(Level::Absent),
        highest: with_open_as(Level::Assured),
        targets_met: 0,
        targets: 0,
        essential_gaps: 0,
        essential_open: 0,
    };
    for question in questions {
        let Some(target) = question.target() else { continue };
        let met = standing(question).meets(target);
        score.targets += usize::from(met.is_some());
        score.targets_met += usize::from(met == Some(true));
        score.essential_gaps += usize::from(question.essential && met == Some(false));
        score.essential_open += usize::from(question.essential && standing(question) == Standing::Unanswered);
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_decimal_halves_up_and_neither_end_reached_early() {
        let cases = [
            (0.0, "0.0"),
            (0.04, "0.1"),
            (0.01, "0.1"),
            (12.25, "12.3"),
            (12.35, "12.4"), // 12.35 is a little less than that in binary
            (200.0 / 3.0, "66.7"),
            (99.94, "99.9"),
            (99.96, "99.9"),
            (99.999, "99.9"),
            (100.0, "100.0"),
        ];
        for (exact, shown) in cases {
            assert_eq!(Percent::of(exact).to_string(), shown, "{exact}");
        }
    }

    #[test]
    fn the_figure_in_json_is_the_one_that_prints() {
        assert_eq!(Percent::of(200.0 / 3.0).value(), 66.7);
    }
}
