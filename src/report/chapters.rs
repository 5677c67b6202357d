//! The chapters of each paper in their order, and who reads each: the one place that decides what a report leaves out.
//!
//! A report opens with the summary, goes on to a body whose paragraphs are numbered so that minutes can cite them, and
//! ends with annexes, in which everything stands that was typed.

use super::{
    Report, answers, approval, comparison, gap_list, glossary, headline, method, narrative, plan, public,
    review, since, summary, survey, then_and_now, trend,
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

/// What stands before the first chapter.
const OPENING: [(Readers, Chapter); 2] = [(Everybody, headline::about), (Everybody, public::left_out)];

const BODY: [(Readers, Chapter); 7] = [
    (Everybody, summary::chapter),
    (Everybody, gap_list::gaps),
    (Everybody, gap_list::not_settled),
    (Force, review::chapter),
    (Force, plan::chapter),
    (Everybody, trend::of_report),
    (Everybody, then_and_now::in_short),
];

const ANNEXES: [(Readers, Chapter); 17] = [
    (Everybody, headline::scores),
    (Everybody, since::chapter),
    (Force, gap_list::without_evidence),
    (Everybody, gap_list::unknown),
    (Everybody, gap_list::not_applicable),
    (Everybody, gap_list::unanswered),
    (Everybody, trend::questions_of_report),
    (Everybody, then_and_now::chapter),
    (Everybody, survey::chapter),
    (Everybody, comparison::in_sum),
    (Everybody, comparison::question_by_question),
    (Everybody, comparison::counts),
    (Force, answers::of_report),
    (Everybody, approval::chapter),
    (Everybody, method::method),
    (Everybody, glossary::chapter),
    (Everybody, method::sources),
];

/// What a report for the public has of them: no list of answers, and nothing question by question.
const PUBLIC_ANNEXES: [(Readers, Chapter); 6] = [
    (Everybody, gap_list::in_place),
    (Everybody, gap_list::not_applicable),
    (Everybody, comparison::counts),
    (Everybody, approval::chapter),
    (Everybody, glossary::chapter),
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
    let annexes = if report.leaves_out() { read(report, &PUBLIC_ANNEXES) } else { read(report, &ANNEXES) };
    [read(report, &OPENING), numbered(read(report, &BODY)), lettered(annexes)].concat()
}

/// Page one alone.
pub fn summary(report: &Report<'_>) -> Vec<Block> {
    [read(report, &OPENING), numbered(read(report, &BODY[..1]))].concat()
}

/// What a screen shows unless it is asked for more: page one and the gaps.
pub fn in_short(report: &Report<'_>) -> Vec<Block> {
    [read(report, &OPENING), numbered(read(report, &BODY[..2]))].concat()
}

/// The chapters of the narrative that its readers may see.
pub fn narrative(report: &Report<'_>) -> Vec<Block> {
    read(report, &NARRATIVE)
}

fn read(report: &Report<'_>, chapters: &[(Readers, Chapter)]) -> Vec<Block> {
    let theirs = chapters.iter().filter(|(readers, _)| *readers == Everybody || !report.leaves_out());
    theirs.flat_map(|(_, chapter)| chapter(report)).collect()
}

/// Chapters with their numbers, and in each the paragraphs and entries with theirs.
fn numbered(blocks: Vec<Block>) -> Vec<Block> {
    let (mut chapter, mut paragraph) = (0, 0);
    let number = |block| match block {
        Block::Chapter(title) => {
            (chapter, paragraph) = (chapter + 1, 0);
            Block::Chapter(format!("{chapter}. {title}"))
        }
        Block::Paragraph(text) => {
            paragraph += 1;
            Block::Numbered { number: format!("{chapter}.{paragraph}"), text }
        }
        Block::Entry { title, anchor, facts, see } => {
            paragraph += 1;
            Block::Entry { title: format!("{chapter}.{paragraph} {title}"), anchor, facts, see }
        }
        other => other,
    };
    blocks.into_iter().map(number).collect()
}

/// Chapters as annexes with their letters.
fn lettered(blocks: Vec<Block>) -> Vec<Block> {
    let mut annex = 0;
    let letter = |block| match block {
        Block::Chapter(title) => {
            annex += 1;
            Block::Chapter(format!("Annex {}: {title}", crate::document::letter(annex - 1)))
        }
        other => other,
    };
    blocks.into_iter().map(letter).collect()
}
