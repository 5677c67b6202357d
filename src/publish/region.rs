//! Many forces side by side, in the published JSON, version 1: its schema is `docs/healthcheck-region-1.schema.json`.

use chrono::NaiveDate;
use serde::Serialize;

use super::level::{AnswerWord, HighestWord, answer_word, highest_word};
use super::survey::{SurveyedQuestion, questions};
use crate::assessment::Value;
use crate::checklist::Question;
use crate::judge::change::{Change, ChangesSince, QuestionChange};
use crate::judge::compare::answer_of;
use crate::judge::region::{self, Region};
use crate::judge::score::SectionScore;
use crate::report::region::standing;
use crate::results::RegionReport;

/// What `healthcheck region … --format json` prints, version 1. Every key is always there; what does not exist is null.
/// Forces are in alphabetical order. A level is absent, developing, in-place or assured. For a range, `level` is the lowest
/// and `highest` the highest; `highest` is null if it is one level.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(title = "Integrity healthcheck: many forces side by side, version 1"))]
pub(super) struct PublishedRegion<'a> {
    /// The version of this format.
    #[cfg_attr(test, schemars(extend("const" = 1)))]
    version: u32,
    /// The title of the report.
    title: String,
    /// The protective marking.
    marking: Option<String>,
    /// The date of the report.
    report_date: NaiveDate,
    /// The id of the checklist.
    checklist: &'a str,
    /// The newest edition that any of the forces answered, to which the questions belong.
    edition: &'a str,
    /// The forces.
    forces: Vec<Force<'a>>,
    /// Every question that asks for a level.
    questions: Vec<SurveyedQuestion<'a>>,
}

/// A force by its newest assessment.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Force<'a> {
    /// The name of the force.
    force: &'a str,
    /// The date of the assessment.
    date: NaiveDate,
    /// Whether it is what was published, not the force's own assessment.
    published: bool,
    /// Whether only a part of what was found is known.
    partial: bool,
    /// Targets certainly met.
    targets_met: usize,
    /// Targets that may be met or missed.
    not_settled: usize,
    /// Questions that are answered and applicable.
    targets: usize,
    /// Essential questions certainly below their target.
    essential_gaps: usize,
    /// Every section.
    sections: Vec<ForceSection<'a>>,
    /// Every question of which anything is known.
    levels: Vec<ForceLevel<'a>>,
    /// Every count that is given.
    counts: Vec<ForceCount<'a>>,
    /// What has changed since the force's first assessment; null if there is only one.
    moved: Option<Moved<'a>>,
}

/// A section of a force.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ForceSection<'a> {
    /// The id of the section.
    section: &'a str,
    /// Targets certainly met.
    targets_met: usize,
    /// Targets that may be met or missed.
    not_settled: usize,
    /// Questions that are answered and applicable.
    targets: usize,
    /// Essential questions certainly below their target.
    essential_gaps: usize,
}

/// A force's answer to a question that asks for a level.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ForceLevel<'a> {
    /// The id of the question.
    question: &'a str,
    /// The level, the lowest of a range, unknown or not-applicable.
    level: AnswerWord,
    /// The highest level of a range; null if it is one level.
    highest: Option<HighestWord>,
}

/// A count of a force.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ForceCount<'a> {
    /// The id of the question.
    question: &'a str,
    /// The count.
    value: i64,
    /// The first day that it covers.
    from: Option<NaiveDate>,
    /// The last day that it covers.
    to: Option<NaiveDate>,
}

/// What has changed since the first assessment.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Moved<'a> {
    /// The date of the first assessment.
    from: NaiveDate,
    /// The ids of the questions with a certainly higher level.
    up: Vec<&'a str>,
    /// The ids of the questions with a certainly lower level.
    down: Vec<&'a str>,
    /// How many questions have the same one level.
    unchanged: usize,
    /// How many questions have a level both times, but ranges that do not allow a comparison.
    not_settled: usize,
}

/// The JSON text, ending with a line end.
pub fn draw(report: &RegionReport<'_>) -> String {
    let region = &report.region;
    super::json(&PublishedRegion {
        version: 1,
        title: report.title.clone(),
        marking: report.marking.clone(),
        report_date: report.today,
        checklist: &region.checklist.id,
        edition: &region.checklist.edition,
        forces: region.forces.iter().map(|each| force(region, each)).collect(),
        questions: questions(&region.tallies),
    })
}

fn force<'a>(region: &Region<'a>, force: &'a region::Force<'_>) -> Force<'a> {
    let (assessment, score) = (force.newest.assessment, &force.scorecard.score);
    Force {
        force: &assessment.force,
        date: assessment.date,
        published: assessment.source.is_some(),
        partial: assessment.source.as_ref().is_some_and(|source| source.kind.is_partial()),
        targets_met: score.targets_met,
        not_settled: score.not_settled,
        targets: score.targets,
        essential_gaps: score.essential_gaps,
        sections: force.scorecard.sections.iter().map(section).collect(),
        levels: levels(region, force),
        counts: counts(region, force),
        moved: force.since_first.as_ref().map(moved),
    }
}

fn section(scored: &SectionScore) -> ForceSection<'_> {
    ForceSection {
        section: &scored.id,
        targets_met: scored.score.targets_met,
        not_settled: scored.score.not_settled,
        targets: scored.score.targets,
        essential_gaps: scored.score.essential_gaps,
    }
}

fn levels<'a>(region: &Region<'a>, force: &region::Force<'_>) -> Vec<ForceLevel<'a>> {
    let level = |question: &'a Question| {
        let standing = standing(region, force, question);
        let (level, highest) = (answer_word(standing)?, highest_word(standing));
        Some(ForceLevel { question: question.id.as_str(), level, highest })
    };
    region.checklist.level_questions().filter_map(level).collect()
}

fn counts<'a>(region: &Region<'a>, force: &region::Force<'_>) -> Vec<ForceCount<'a>> {
    let assessment = force.newest.assessment;
    let count = |question: &'a Question| {
        let answer = answer_of(assessment, region.checklist, question)?;
        let Value::Count(value) = answer.value else { return None };
        let (from, to) = assessment.period_of(answer);
        Some(ForceCount { question: question.id.as_str(), value, from, to })
    };
    region.checklist.count_questions().filter_map(count).collect()
}

fn moved<'a>(since: &ChangesSince<'a>) -> Moved<'a> {
    let id = |each: QuestionChange<'a>| each.question.id.as_str();
    let changes = &since.changes;
    Moved {
        from: since.date,
        up: changes.up().map(id).collect(),
        down: changes.down().map(id).collect(),
        unchanged: changes.number(Change::Unchanged),
        not_settled: changes.number(Change::NotSettled),
    }
}
