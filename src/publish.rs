//! The published JSON, version 1. Its types are its own: what they are called and hold is a promise to programs that
//! read it, set down in `docs/healthcheck-1.schema.json`, and does not follow the inner types when those change.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assessment::{Answer, Assessment, Value};
use crate::checklist::Question;
use crate::judge::compare::answer_of;
use crate::results::Report;

mod answers;
mod approval;
mod comparison;
mod gap;
mod level;
mod plan;
pub mod region;
mod review;
mod score;
mod survey;
mod trend;

#[derive(Serialize)]
struct Version1<'a> {
    version: u32,
    force: &'a str,
    date: String,
    assessor: Option<&'a str>,
    marking: Option<&'a str>,
    public: bool,
    checklist: Checklist<'a>,
    source: Option<Source<'a>>,
    report_date: String,
    approval: Option<approval::Approval<'a>>,
    reviews: Vec<review::Review<'a>>,
    coverage: score::Coverage,
    figures: score::Figures,
    score: score::Score,
    sections: Vec<score::Section<'a>>,
    gaps: Vec<gap::Gap<'a>>,
    not_settled: Vec<gap::NotSettled<'a>>,
    comparison: Vec<comparison::Beside<'a>>,
    survey: Vec<survey::Year<'a>>,
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
struct Count<'a> {
    question: &'a str,
    unit: Option<&'a str>,
    value: Option<i64>,
    published: BTreeMap<&'a str, Option<i64>>,
}

/// How many bytes there is room for at first; a report beside nine forces takes about 110,000.
const ROOM: usize = 128 * 1024;

/// Draws a report as JSON, ending with a line end.
pub fn draw(report: &Report<'_>) -> String {
    let assessment = report.about.assessment;
    let published = Version1 {
        version: 1,
        force: &assessment.force,
        date: assessment.date.to_string(),
        assessor: Some(assessment.assessor.as_str()).filter(|assessor| !assessor.is_empty()),
        marking: report.marking.as_deref(),
        public: report.is_public(),
        checklist: Checklist { id: &assessment.checklist.id, edition: &assessment.checklist.edition },
        source: source(assessment),
        report_date: report.today.to_string(),
        approval: report.approval.as_ref().and_then(approval::approval),
        reviews: report.reviews.iter().map(review::review).collect(),
        coverage: score::coverage(&report.scorecard.coverage),
        figures: score::figures(&report.scorecard.figures),
        score: score::scored(report, &report.scorecard.score),
        sections: report.scorecard.sections.iter().map(|each| score::section(report, each)).collect(),
        gaps: report.gaps.iter().map(gap::gap).collect(),
        not_settled: report.not_settled.iter().map(gap::not_settled).collect(),
        comparison: report.comparisons.iter().map(comparison::beside).collect(),
        survey: report.survey.iter().map(survey::year).collect(),
        counts: assessment.checklist.count_questions().map(|question| count(report, question)).collect(),
        trend: report.trend.as_ref().map(trend::trend),
        answers: answers::given(assessment),
        carried: answers::carried(assessment),
        actions: plan::actions(assessment, report.today),
    };
    // Every key is text and every number finite, so there is nothing that could fail to be written.
    let mut bytes = Vec::with_capacity(ROOM);
    let _ = serde_json::to_writer_pretty(&mut bytes, &published);
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
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
            .map(|other| (other.name, number(answer_of(other.assessment, &ours.checklist, question))))
            .collect(),
    }
}
