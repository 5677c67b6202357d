//! The published JSON, version 1. Its types are its own: what they are called and hold is a promise to programs that
//! read it, set down in `docs/healthcheck-1.schema.json`, and does not follow the inner types when those change.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assessment::{Answer, Assessment, Standing, Value};
use crate::checklist::{Level, Question};
use crate::judge::compare::answer_of;
use crate::judge::score;

use crate::report::Report;

mod answers;
mod comparison;
mod plan;
mod trend;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    force: &'a str,
    date: String,
    assessor: Option<&'a str>,
    marking: Option<&'a str>,
    public: bool,
    checklist: Checklist<'a>,
    source: Option<Source<'a>>,
    report_date: String,
    coverage: Coverage,
    figures: Figures,
    score: Score,
    sections: Vec<Section<'a>>,
    gaps: Vec<Gap<'a>>,
    not_settled: Vec<NotSettled<'a>>,
    comparison: Vec<comparison::Beside<'a>>,
    counts: Vec<Count<'a>>,
    trend: Option<trend::Trend<'a>>,
    answers: Vec<answers::Answered<'a>>,
    carried: Vec<answers::Carried<'a>>,
    actions: Vec<plan::Action<'a>>,
}

#[derive(Serialize)]
struct Checklist<'a> {
    id: &'a str,
    edition: &'a str,
}

#[derive(Serialize)]
struct Source<'a> {
    kind: &'a str,
    title: &'a str,
    publisher: &'a str,
    published: &'a str,
    isbn: Option<&'a str>,
    from: Option<String>,
    to: Option<String>,
    address: Option<&'a str>,
    read: Option<String>,
    partial: bool,
}

#[derive(Serialize)]
struct Coverage {
    asked: usize,
    answered: usize,
    unknown: usize,
    not_applicable: usize,
    unanswered: usize,
}

#[derive(Serialize)]
struct Figures {
    asked: usize,
    given: usize,
    unknown: usize,
    not_applicable: usize,
    unanswered: usize,
}

/// A figure at both ends of what it rests on; the same of a force's own answers.
#[derive(Serialize)]
struct Ends {
    lowest: f64,
    highest: f64,
}

#[derive(Serialize)]
struct Score {
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
struct Section<'a> {
    id: &'a str,
    title: &'a str,
    weight: u32,
    coverage: Coverage,
    score: Score,
}

#[derive(Serialize)]
struct Gap<'a> {
    question: &'a str,
    section: &'a str,
    level: &'static str,
    highest: Option<&'static str>,
    target: &'static str,
    essential: bool,
    weight: u32,
    shortfall: u32,
}

#[derive(Serialize)]
struct NotSettled<'a> {
    question: &'a str,
    section: &'a str,
    level: &'static str,
    highest: Option<&'static str>,
    target: &'static str,
    essential: bool,
}

#[derive(Serialize)]
struct Count<'a> {
    question: &'a str,
    unit: Option<&'a str>,
    value: Option<i64>,
    published: BTreeMap<&'a str, Option<i64>>,
}

/// Draws a report as JSON, ending with a line end.
pub fn draw(report: &Report<'_>) -> String {
    let assessment = report.about.assessment;
    let document = Document {
        version: 1,
        force: &assessment.force,
        date: assessment.date.to_string(),
        assessor: Some(assessment.assessor.as_str()).filter(|assessor| !assessor.is_empty()),
        marking: report.marking.as_deref(),
        public: report.is_public(),
        checklist: Checklist { id: &assessment.checklist.id, edition: &assessment.checklist.edition },
        source: source(assessment),
        report_date: report.today.to_string(),
        coverage: coverage(&report.scorecard.coverage),
        figures: figures(&report.scorecard.figures),
        score: scored(report, &report.scorecard.score),
        sections: report.scorecard.sections.iter().map(|each| section(report, each)).collect(),
        gaps: report.gaps.iter().map(gap).collect(),
        not_settled: report.not_settled.iter().map(not_settled).collect(),
        comparison: report.comparisons.iter().map(comparison::beside).collect(),
        counts: assessment.checklist.count_questions().map(|question| count(report, question)).collect(),
        trend: report.trend.as_ref().map(trend::trend),
        answers: answers::given(assessment),
        carried: answers::carried(assessment),
        actions: plan::actions(assessment, report.today),
    };
    // Every key is text and every number finite, so there is nothing that could fail to be written.
    let text = serde_json::to_string_pretty(&document).unwrap_or_default();
    format!("{text}\n")
}

fn source(assessment: &Assessment) -> Option<Source<'_>> {
    let source = assessment.source.as_ref()?;
    Some(Source {
        kind: source.kind.words(),
        title: &source.title,
        publisher: &source.publisher,
        published: &source.published,
        isbn: source.isbn.as_deref(),
        from: source.from.map(|date| date.to_string()),
        to: source.to.map(|date| date.to_string()),
        address: source.address.as_deref(),
        read: source.read.map(|date| date.to_string()),
        partial: source.kind.is_partial(),
    })
}

fn coverage(coverage: &score::Coverage) -> Coverage {
    let score::Coverage { asked, answered, unknown, not_applicable, unanswered } = *coverage;
    Coverage { asked, answered, unknown, not_applicable, unanswered }
}

fn figures(coverage: &score::Coverage) -> Figures {
    let score::Coverage { asked, answered, unknown, not_applicable, unanswered } = *coverage;
    Figures { asked, given: answered - unknown, unknown, not_applicable, unanswered }
}

fn scored(report: &Report<'_>, score: &score::Score) -> Score {
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
        met_without_evidence: report.tells_of_evidence().then_some(score.met_without_evidence),
    }
}

fn ends(percents: score::Percents) -> Ends {
    Ends { lowest: percents.lowest.value(), highest: percents.highest.value() }
}

fn section<'a>(report: &Report<'_>, section: &'a score::SectionScore) -> Section<'a> {
    Section {
        id: &section.id,
        title: &section.title,
        weight: section.weight,
        coverage: coverage(&section.coverage),
        score: scored(report, &section.score),
    }
}

fn gap<'a>(gap: &crate::judge::gap::Gap<'a>) -> Gap<'a> {
    Gap {
        question: gap.question.id.as_str(),
        section: &gap.section.id,
        level: level_word(gap.standing).unwrap_or_default(),
        highest: highest_word(gap.standing),
        target: gap.scale.target.word(),
        essential: gap.scale.essential,
        weight: gap.scale.weight,
        shortfall: gap.shortfall,
    }
}

fn not_settled<'a>(found: &crate::judge::gap::NotSettled<'a>) -> NotSettled<'a> {
    NotSettled {
        question: found.question.id.as_str(),
        section: &found.section.id,
        level: level_word(found.standing).unwrap_or_default(),
        highest: highest_word(found.standing),
        target: found.scale.target.word(),
        essential: found.scale.essential,
    }
}

/// The highest level of a finding that is a range.
fn highest_word(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Level(levels) => levels.up_to().map(Level::word),
        _ => None,
    }
}

/// The level, or the lowest of a range; or the word that stands in its place.
fn level_word(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Level(levels) => Some(levels.lowest().word()),
        Standing::Unknown => Some("unknown"),
        Standing::NotApplicable => Some("not-applicable"),
        Standing::Unanswered => None,
    }
}

fn count<'a>(report: &Report<'a>, question: &'a Question) -> Count<'a> {
    let ours = report.about.assessment;
    let number = |answer: Option<&Answer>| match answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => Some(number),
        _ => None,
    };
    Count {
        question: question.id.as_str(),
        unit: question.count().map(|count| count.unit.as_str()),
        value: number(ours.answer(&question.id)),
        published: report
            .published()
            .map(|other| (other.name, number(answer_of(other.assessment, ours, question))))
            .collect(),
    }
}
