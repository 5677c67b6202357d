//! Scores in the published JSON, in all and of each section.

use serde::Serialize;

use crate::judge::score;
use crate::results::Report;

#[derive(Serialize)]
pub struct Coverage {
    asked: usize,
    answered: usize,
    unknown: usize,
    not_applicable: usize,
    unanswered: usize,
}

#[derive(Serialize)]
pub struct Figures {
    asked: usize,
    given: usize,
    unknown: usize,
    not_applicable: usize,
    unanswered: usize,
}

/// A figure at both ends of what it rests on; the same of a force's own answers.
#[derive(Serialize)]
pub struct Ends {
    lowest: f64,
    highest: f64,
}

#[derive(Serialize)]
pub struct Score {
    percent: Option<Ends>,
    bounds: Option<Ends>,
    targets_met: usize,
    not_settled: usize,
    targets: usize,
    essential_gaps: usize,
    essential_not_settled: usize,
    essential_open: usize,
    essential_not_applicable: usize,
    met_without_evidence: Option<usize>,
}

#[derive(Serialize)]
pub struct Section<'a> {
    id: &'a str,
    title: &'a str,
    weight: u32,
    coverage: Coverage,
    score: Score,
}

/// How many questions that ask for a level are answered.
pub fn coverage(coverage: &score::Coverage) -> Coverage {
    let score::Coverage { asked, answered, unknown, not_applicable, unanswered } = *coverage;
    Coverage { asked, answered, unknown, not_applicable, unanswered }
}

/// How many questions that ask for a count are answered.
pub fn figures(coverage: &score::Coverage) -> Figures {
    let score::Coverage { asked, answered, unknown, not_applicable, unanswered } = *coverage;
    Figures { asked, given: answered - unknown, unknown, not_applicable, unanswered }
}

/// A score with what a board asks for.
pub fn scored(report: &Report<'_>, score: &score::Score) -> Score {
    Score {
        percent: score.percent.map(ends),
        bounds: score.bounds.map(ends),
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

/// Both ends of a score.
pub fn ends(percents: score::Percents) -> Ends {
    Ends { lowest: percents.lowest.value(), highest: percents.highest.value() }
}

/// A section with its score.
pub fn section<'a>(report: &Report<'_>, section: &'a score::SectionScore) -> Section<'a> {
    Section {
        id: &section.id,
        title: &section.title,
        weight: section.weight,
        coverage: coverage(&section.coverage),
        score: scored(report, &section.score),
    }
}
