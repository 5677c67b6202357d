//! The editions of a report as documents, each with title, page header and signatures.

use super::chapters::{self, Edition};
use super::{headline, survey, then_and_now};
use crate::document::{Block, Document, Signing};
use crate::results::Report;
use crate::text::long_date;
use crate::words;

pub fn gap_report(report: &Report<'_>) -> Document {
    Document {
        signatures: signatures(report, words::DECLARED),
        ..titled(report, "gap report", chapters::blocks(report, Edition::GapReport))
    }
}

pub fn summary(report: &Report<'_>) -> Document {
    titled(report, "summary", chapters::blocks(report, Edition::Summary))
}

/// The summary and the gaps.
pub fn on_screen(report: &Report<'_>) -> Document {
    titled(report, "gap report", chapters::blocks(report, Edition::Screen))
}

/// The findings in paragraphs, to be read next to the report that HMIC published.
pub fn narrative(report: &Report<'_>) -> Document {
    Document {
        title: format!("Findings for {}", report.about.assessment.force),
        signatures: signatures(report, words::DECLARED_FINDINGS),
        ..titled(report, "findings", chapters::blocks(report, Edition::Narrative))
    }
}

pub fn scores(report: &Report<'_>) -> Document {
    let chapters = [headline::headline(report), headline::sections_table(report)];
    titled(report, "scores", chapters.concat())
}

pub fn comparison(report: &Report<'_>) -> Document {
    let chapters = [
        headline::about(report),
        then_and_now::chapter(report),
        survey::chapter(report),
        super::comparison::totals(report),
        super::comparison::question_by_question(report),
        super::comparison::counts(report),
    ];
    titled(report, "comparison", chapters.concat())
}

/// A force signs its own report. Nobody signs published findings or a public report.
fn signatures(report: &Report<'_>, declared: [&str; 2]) -> Option<Signing> {
    let declared = declared.map(str::to_owned).to_vec();
    let signing = || Signing { declared, table: words::signatures() };
    (report.is_own() && !report.is_public()).then(signing)
}

pub(super) fn titled(report: &Report<'_>, what: &str, blocks: Vec<Block>) -> Document {
    let force = &report.about.assessment.force;
    Document {
        title: format!("{}: {what}, {force}", report.checklist().healthcheck),
        context: format!("{force}, {}", long_date(report.today)),
        marking: header(report),
        blocks,
        signatures: None,
    }
}

/// The page header and footer: a line for the marking and one for the approval code.
fn header(report: &Report<'_>) -> Option<String> {
    let stamp = report.approval.as_ref().and_then(words::approval_stamp);
    let lines: Vec<String> = report.marking_shown().into_iter().chain(stamp).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
