//! The chapters of each paper in their order, and who reads each: the one place that decides what a report leaves out.

use super::{
    Report, answers, approval, comparison, gap_list, headline, method, narrative, plan, public, review,
    since, survey, then_and_now, trend,
};
use crate::document::Block;

/// Gives the blocks of a chapter; none where there is nothing to say.
type Chapter = fn(&Report<'_>) -> Vec<Block>;

/// Who reads a chapter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    Everybody,
    Force,
}

use Readers::{Everybody, Force};

const GAP_REPORT: [(Readers, Chapter); 22] = [
    (Everybody, public::left_out),
    (Everybody, headline::headline),
    (Everybody, headline::sections),
    (Everybody, trend::of_report),
    (Everybody, since::chapter),
    (Everybody, gap_list::gaps),
    (Everybody, gap_list::not_settled),
    (Force, review::chapter),
    (Force, plan::chapter),
    (Force, gap_list::without_evidence),
    (Everybody, gap_list::unknown),
    (Everybody, gap_list::not_applicable),
    (Everybody, gap_list::unanswered),
    (Everybody, then_and_now::chapter),
    (Everybody, survey::chapter),
    (Everybody, comparison::in_sum),
    (Everybody, comparison::question_by_question),
    (Everybody, comparison::counts),
    (Everybody, answers::of_report),
    (Everybody, approval::chapter),
    (Everybody, method::method),
    (Everybody, method::sources),
];

const NARRATIVE: [(Readers, Chapter); 4] = [
    (Everybody, public::left_out),
    (Everybody, headline::about),
    (Everybody, narrative::narrative),
    (Everybody, method::own_source),
];

/// The chapters of the gap report that its readers may see.
pub fn gap_report(report: &Report<'_>) -> Vec<Block> {
    read(report, &GAP_REPORT)
}

/// The chapters of the narrative that its readers may see.
pub fn narrative(report: &Report<'_>) -> Vec<Block> {
    read(report, &NARRATIVE)
}

fn read(report: &Report<'_>, chapters: &[(Readers, Chapter)]) -> Vec<Block> {
    let theirs = chapters.iter().filter(|(readers, _)| *readers == Everybody || !report.is_public());
    theirs.flat_map(|(_, chapter)| chapter(report)).collect()
}
