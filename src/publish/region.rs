//! Many forces side by side in the published JSON, version 1, set down in `docs/healthcheck-region-1.schema.json`.

use serde::Serialize;

use super::level::{highest_word, level_word};
use super::survey::{Question as Tallied, questions};
use crate::assessment::Value;
use crate::judge::change::{Change, ChangesSince, QuestionChange};
use crate::judge::compare::answer_of;
use crate::judge::region::{Force as Side, Region};
use crate::report::region::standing;
use crate::results::RegionReport;

#[derive(Serialize)]
struct Version1<'a> {
    version: u32,
    title: String,
    marking: Option<String>,
    report_date: String,
    checklist: &'a str,
    edition: &'a str,
    forces: Vec<Force<'a>>,
    questions: Vec<Tallied<'a>>,
}

#[derive(Serialize)]
struct Force<'a> {
    force: &'a str,
    date: String,
    published: bool,
    partial: bool,
    targets_met: usize,
    not_settled: usize,
    targets: usize,
    essential_gaps: usize,
    sections: Vec<Section<'a>>,
    levels: Vec<Level<'a>>,
    counts: Vec<Count<'a>>,
    moved: Option<Moved<'a>>,
}

#[derive(Serialize)]
struct Section<'a> {
    section: &'a str,
    targets_met: usize,
    not_settled: usize,
    targets: usize,
    essential_gaps: usize,
}

#[derive(Serialize)]
struct Level<'a> {
    question: &'a str,
    level: Option<&'static str>,
    highest: Option<&'static str>,
}

#[derive(Serialize)]
struct Count<'a> {
    question: &'a str,
    value: i64,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct Moved<'a> {
    from: String,
    up: Vec<&'a str>,
    down: Vec<&'a str>,
    unchanged: usize,
    not_settled: usize,
}

/// Draws many forces as JSON, ending with a line end.
pub fn draw(report: &RegionReport<'_>) -> String {
    let region = &report.region;
    let published = Version1 {
        version: 1,
        title: report.title(),
        marking: report.marking(),
        report_date: report.today.to_string(),
        checklist: &region.checklist.id,
        edition: &region.checklist.edition,
        forces: region.forces.iter().map(|each| force(region, each)).collect(),
        questions: questions(&region.tallies),
    };
    // Every key is text and every number finite, so there is nothing that could fail to be written.
    let mut text = serde_json::to_string_pretty(&published).unwrap_or_default();
    text.push('\n');
    text
}

fn force<'a>(region: &Region<'a>, side: &'a Side<'_>) -> Force<'a> {
    let (assessment, score) = (side.newest.assessment, &side.scorecard.score);
    Force {
        force: &assessment.force,
        date: assessment.date.to_string(),
        published: assessment.source.is_some(),
        partial: assessment.source.as_ref().is_some_and(|source| source.kind.is_partial()),
        targets_met: score.targets_met,
        not_settled: score.not_settled,
        targets: score.targets,
        essential_gaps: score.essential_gaps,
        sections: sections(side),
        levels: levels(region, side),
        counts: counts(region, side),
        moved: side.since_first.as_ref().map(moved),
    }
}

fn sections<'a>(side: &'a Side<'_>) -> Vec<Section<'a>> {
    let section = |scored: &'a crate::judge::score::SectionScore| Section {
        section: &scored.id,
        targets_met: scored.score.targets_met,
        not_settled: scored.score.not_settled,
        targets: scored.score.targets,
        essential_gaps: scored.score.essential_gaps,
    };
    side.scorecard.sections.iter().map(section).collect()
}

/// Every question of which anything is known.
fn levels<'a>(region: &Region<'a>, side: &Side<'_>) -> Vec<Level<'a>> {
    let level = |question: &'a crate::checklist::Question| {
        let standing = standing(region, side, question);
        let level = level_word(standing)?;
        Some(Level { question: question.id.as_str(), level: Some(level), highest: highest_word(standing) })
    };
    region.checklist.level_questions().filter_map(level).collect()
}

fn counts<'a>(region: &Region<'a>, side: &Side<'_>) -> Vec<Count<'a>> {
    let assessment = side.newest.assessment;
    let count = |question: &'a crate::checklist::Question| {
        let answer = answer_of(assessment, region.checklist, question)?;
        let Value::Count(value) = answer.value else { return None };
        let (from, to) = assessment.period_of(answer);
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        Some(Count { question: question.id.as_str(), value, from: day(from), to: day(to) })
    };
    region.checklist.count_questions().filter_map(count).collect()
}

fn moved<'a>(since: &ChangesSince<'a>) -> Moved<'a> {
    let id = |each: QuestionChange<'a>| each.question.id.as_str();
    let changes = &since.changes;
    Moved {
        from: since.date.to_string(),
        up: changes.up().map(id).collect(),
        down: changes.down().map(id).collect(),
        unchanged: changes.number(Change::Unchanged),
        not_settled: changes.number(Change::NotSettled),
    }
}
