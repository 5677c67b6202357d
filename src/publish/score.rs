//! Scores in the published JSON, overall and for each section.

use serde::Serialize;

use crate::judge::score;
use crate::results::Report;

/// How many of the questions that ask for a level are answered.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Coverage {
    /// All of them: answered, not applicable and unanswered.
    asked: usize,
    /// Answered with a level or with unknown.
    answered: usize,
    /// Those of the answered questions whose answer nobody could give.
    unknown: usize,
    /// Set aside as not applicable.
    not_applicable: usize,
    /// Not answered yet; in published findings, not stated.
    unanswered: usize,
}

/// How many of the questions that ask for a count are answered.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Figures {
    /// All of them: given, unknown, not applicable and unanswered.
    asked: usize,
    /// Answered with a count.
    given: usize,
    /// Nobody could give the count.
    unknown: usize,
    /// Set aside as not applicable.
    not_applicable: usize,
    /// Not answered yet; in published findings, not stated.
    unanswered: usize,
}

/// A score from 0 to 100, with one decimal, for the lowest and for the highest levels of the findings. In a force's own
/// assessment the two are the same.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ScoreRange {
    /// For the lowest levels.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    lowest: f64,
    /// For the highest levels.
    #[cfg_attr(test, schemars(range(min = 0, max = 100)))]
    highest: f64,
}

/// The score of a section, or of all of them, with the counts that a board asks for.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Score {
    /// The score for what is answered; null if no answered question is applicable.
    percent: Option<ScoreRange>,
    /// The lowest and highest score still possible: with everything open absent, and with everything open assured. Null if
    /// nothing is open.
    bounds: Option<ScoreRange>,
    /// Answers that certainly meet their target.
    targets_met: usize,
    /// Findings that may be below their target or meet it.
    not_settled: usize,
    /// Questions that are answered and applicable.
    targets: usize,
    /// Gaps in essential questions.
    essential_gaps: usize,
    /// Essential questions whose finding is not settled.
    essential_not_settled: usize,
    /// Essential questions without an answer.
    essential_open: usize,
    /// Essential questions set aside as not applicable.
    essential_not_applicable: usize,
    /// Targets met for which no evidence is recorded; null in a public report.
    met_without_evidence: Option<usize>,
}

/// A section of the checklist.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Section<'a> {
    /// The id of the section.
    id: &'a str,
    /// The title of the section.
    title: &'a str,
    /// The weight of the section in the overall score.
    #[cfg_attr(test, schemars(range(min = 1)))]
    weight: u32,
    coverage: Coverage,
    score: Score,
}

pub fn coverage(coverage: &score::Coverage) -> Coverage {
    let score::Coverage { asked, answered, unknown, not_applicable, unanswered } = *coverage;
    Coverage { asked, answered, unknown, not_applicable, unanswered }
}

/// From the coverage of the questions that ask for a count.
pub fn figures(coverage: &score::Coverage) -> Figures {
    let score::Coverage { asked, answered, unknown, not_applicable, unanswered } = *coverage;
    Figures { asked, given: answered - unknown, unknown, not_applicable, unanswered }
}

pub fn score(report: &Report<'_>, score: &score::Score) -> Score {
    Score {
        percent: score.percent.map(score_range),
        bounds: score.bounds.map(score_range),
        targets_met: score.targets_met,
        not_settled: score.not_settled,
        targets: score.targets,
        essential_gaps: score.essential_gaps,
        essential_not_settled: score.essential_not_settled,
        essential_open: score.essential_open,
        essential_not_applicable: score.essential_not_applicable,
        met_without_evidence: report.shows_evidence().then_some(score.met_without_evidence),
    }
}

pub fn score_range(percents: score::Percents) -> ScoreRange {
    ScoreRange { lowest: percents.lowest.value(), highest: percents.highest.value() }
}

pub fn section<'a>(report: &Report<'_>, section: &'a score::SectionScore) -> Section<'a> {
    Section {
        id: &section.id,
        title: &section.title,
        weight: section.weight,
        coverage: coverage(&section.coverage),
        score: score(report, &section.score),
    }
}
