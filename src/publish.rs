//! The published JSON, version 1. Its types are separate from the inner types: the names and meanings here are a promise to
//! the programs that read it. The schemas in `docs/` are made from these types and their comments by a test below.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::{self, Assessment, Value};
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

/// What `healthcheck report FILE --format json` prints, version 1. Every key is always there; what does not exist is null.
/// A level is absent, developing, in-place or assured. For a range, `level` is the lowest and `highest` the highest;
/// `highest` is null if it is one level.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(title = "Integrity healthcheck, version 1"))]
struct PublishedReport<'a> {
    /// The version of this format.
    #[cfg_attr(test, schemars(extend("const" = 1)))]
    version: u32,
    /// The force that is assessed.
    force: &'a str,
    /// The date of the assessment.
    date: NaiveDate,
    /// Who assessed; null in a public report.
    assessor: Option<&'a str>,
    /// The protective marking of the report.
    marking: Option<&'a str>,
    /// Whether the report is for the public, without anything that was typed with the answers.
    public: bool,
    checklist: Checklist<'a>,
    /// Where published findings are from; null for a force's own assessment.
    source: Option<Source<'a>>,
    /// The date of the report.
    report_date: NaiveDate,
    /// The file's approval, or the reopening after it; null if it was never approved.
    approval: Option<approval::Approval<'a>>,
    /// The reviews that were given; empty in a public report.
    reviews: Vec<review::Review<'a>>,
    coverage: score::Coverage,
    figures: score::Figures,
    score: score::Score,
    /// The sections, in the order of the checklist.
    sections: Vec<score::Section<'a>>,
    /// The gaps, in the order in which to close them.
    gaps: Vec<gap::Gap<'a>>,
    /// Findings that are neither gaps nor certainly met.
    not_settled: Vec<gap::NotSettled<'a>>,
    /// The assessment beside others: what was published about the force itself, and those that were asked for by name.
    comparison: Vec<comparison::Comparison<'a>>,
    /// What was published about all forces, by year, oldest first.
    survey: Vec<survey::SurveyedYear<'a>>,
    /// Every question that asks for a count.
    counts: Vec<Count<'a>>,
    /// The force over the years; null if there are no earlier assessments.
    trend: Option<trend::Trend<'a>>,
    /// The answers, in the order of the checklist.
    answers: Vec<answers::Answer<'a>>,
    /// The answers carried over from last time.
    carried: Vec<answers::Carried<'a>>,
    /// The actions, in the order of their numbers.
    actions: Vec<plan::Action<'a>>,
}

/// The checklist that is answered.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Checklist<'a> {
    /// The id of the checklist.
    id: &'a str,
    /// The edition of the checklist.
    edition: &'a str,
}

/// Where published findings are from.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Source<'a> {
    /// The kind of publication.
    #[cfg_attr(test, schemars(extend("enum" = assessment::Publication::ALL.map(assessment::Publication::words))))]
    kind: &'static str,
    /// The title of the publication.
    title: &'a str,
    /// Who published it.
    publisher: &'a str,
    /// When it was published, in its own words.
    published: &'a str,
    /// Its ISBN.
    isbn: Option<&'a str>,
    /// The first day that its figures cover.
    from: Option<NaiveDate>,
    /// The last day that its figures cover.
    to: Option<NaiveDate>,
    /// Its address on the web.
    address: Option<&'a str>,
    /// When it was read there.
    read: Option<NaiveDate>,
    /// Whether only a part of the publication is known.
    partial: bool,
}

/// A question that asks for a count, answered or not.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Count<'a> {
    /// The id of the question.
    question: &'a str,
    /// What is counted.
    unit: &'a str,
    /// The count; null if none is given.
    value: Option<i64>,
    /// The published counts by the name of the assessment; null if none is stated.
    published: BTreeMap<&'a str, Option<i64>>,
}

/// The JSON text, ending with a line end.
pub fn draw(report: &Report<'_>) -> String {
    let assessment = report.about.assessment;
    json(&PublishedReport {
        version: 1,
        force: &assessment.force,
        date: assessment.date,
        assessor: Some(assessment.assessor.as_str()).filter(|assessor| !assessor.is_empty()),
        marking: report.marking.as_deref(),
        public: report.is_public(),
        checklist: Checklist { id: &assessment.checklist.id, edition: &assessment.checklist.edition },
        source: source(assessment),
        report_date: report.today,
        approval: report.approval.as_ref().and_then(approval::approval),
        reviews: report.reviews.iter().map(review::review).collect(),
        coverage: score::coverage(&report.scorecard.coverage),
        figures: score::figures(&report.scorecard.figures),
        score: score::score(report, &report.scorecard.score),
        sections: report.scorecard.sections.iter().map(|each| score::section(report, each)).collect(),
        gaps: report.gaps.iter().map(gap::gap).collect(),
        not_settled: report.not_settled.iter().map(gap::not_settled).collect(),
        comparison: report.comparisons.iter().map(comparison::comparison).collect(),
        survey: report.survey.iter().map(survey::year).collect(),
        counts: assessment.checklist.count_questions().map(|question| count(report, question)).collect(),
        trend: report.trend.as_ref().map(trend::trend),
        answers: answers::answers(assessment),
        carried: answers::carried(assessment),
        actions: plan::actions(assessment, report.today),
    })
}

fn json(published: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(published).expect("the keys of every map are text");
    text.push('\n');
    text
}

fn source(assessment: &Assessment) -> Option<Source<'_>> {
    let source = assessment.source.as_ref()?;
    Some(Source {
        kind: source.kind.words(),
        title: &source.title,
        publisher: &source.publisher,
        published: &source.published,
        isbn: source.isbn.as_deref(),
        from: source.from,
        to: source.to,
        address: source.address.as_deref(),
        read: source.read,
        partial: source.kind.is_partial(),
    })
}

fn count<'a>(report: &Report<'a>, question: &'a Question) -> Count<'a> {
    let ours = report.about.assessment;
    let number = |answer: Option<&assessment::Answer>| match answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => Some(number),
        _ => None,
    };
    Count {
        question: question.id.as_str(),
        unit: &question.count().expect("the question asks for a count").unit,
        value: number(ours.answer(&question.id)),
        published: report
            .published()
            .map(|other| (other.name, number(answer_of(other.assessment, &ours.checklist, question))))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use schemars::generate::SchemaSettings;
    use schemars::transform::RecursiveTransform;
    use schemars::{JsonSchema, Schema};
    use snapbox::{assert_data_eq, file};

    use super::PublishedReport;
    use super::region::PublishedRegion;

    #[test]
    fn the_schemas_in_docs_are_those_of_the_types() {
        let report = schema::<PublishedReport<'_>>();
        assert_data_eq!(report, file!["../docs/healthcheck-1.schema.json"].raw());
        let region = schema::<PublishedRegion<'_>>();
        assert_data_eq!(region, file!["../docs/healthcheck-region-1.schema.json"].raw());
    }

    fn schema<T: JsonSchema>() -> String {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        let generator = settings.with_transform(RecursiveTransform(close)).into_generator();
        super::json(&generator.into_root_schema_for::<T>())
    }

    /// Allows no other keys, keeps only the formats that the standard knows, and puts a description on one line.
    fn close(schema: &mut Schema) {
        if schema.get("properties").is_some() {
            schema.insert("additionalProperties".to_owned(), false.into());
        }
        if schema.get("format").is_some_and(|format| format != "date") {
            schema.remove("format");
        }
        if let Some(description) = schema.get("description").and_then(|text| text.as_str()) {
            let description = description.replace('\n', " ");
            schema.insert("description".to_owned(), description.into());
        }
    }
}
