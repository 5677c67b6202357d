//! Which chapters each edition of a report has, in which order, and who reads them.
//!
//! A report opens with the summary. A body follows, with numbered paragraphs that minutes can cite, and then annexes with
//! everything that was typed.

use super::{
    answers, approval, comparison, gap_list, glossary, headline, left_out, method, narrative, plan, review,
    since, summary, survey, then_and_now, trend,
};
use crate::document::Block;
use crate::results::Report;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    GapReport,
    Summary,
    /// The summary and the gaps, for a terminal.
    Screen,
    /// The findings in paragraphs.
    Narrative,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    Everyone,
    /// Left out of a force's public report.
    Force,
    /// Only in a force's public report.
    Public,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    Unnumbered,
    Body,
    Annex,
}

/// Returns no blocks if there is nothing to say.
type Chapter = fn(&Report<'_>) -> Vec<Block>;

use Edition::{GapReport, Narrative, Screen, Summary};
use Position::{Annex, Body, Unnumbered};
use Readers::{Everyone, Force, Public};

const CHAPTERS: [(&[Edition], Readers, Position, Chapter); 30] = [
    (&[Narrative], Public, Unnumbered, left_out::chapter),
    (&[GapReport, Summary, Screen, Narrative], Everyone, Unnumbered, headline::about),
    (&[GapReport, Summary, Screen], Public, Unnumbered, left_out::chapter),
    (&[Narrative], Everyone, Unnumbered, narrative::narrative),
    (&[Narrative], Everyone, Unnumbered, method::own_source),
    (&[GapReport, Summary, Screen], Everyone, Body, summary::chapter),
    (&[GapReport, Screen], Everyone, Body, gap_list::gaps),
    (&[GapReport], Everyone, Body, gap_list::not_settled),
    (&[GapReport], Force, Body, review::chapter),
    (&[GapReport], Force, Body, plan::chapter),
    (&[GapReport], Everyone, Body, trend::chapter),
    (&[GapReport], Everyone, Body, then_and_now::in_short),
    (&[GapReport], Force, Annex, headline::scores),
    (&[GapReport], Force, Annex, since::chapter),
    (&[GapReport], Force, Annex, gap_list::without_evidence),
    (&[GapReport], Force, Annex, gap_list::unknown),
    (&[GapReport], Public, Annex, gap_list::in_place),
    (&[GapReport], Everyone, Annex, gap_list::not_applicable),
    (&[GapReport], Force, Annex, gap_list::unanswered),
    (&[GapReport], Force, Annex, trend::questions_chapter),
    (&[GapReport], Force, Annex, then_and_now::chapter),
    (&[GapReport], Force, Annex, survey::chapter),
    (&[GapReport], Force, Annex, comparison::totals),
    (&[GapReport], Force, Annex, comparison::question_by_question),
    (&[GapReport], Everyone, Annex, comparison::counts),
    (&[GapReport], Force, Annex, answers::chapter),
    (&[GapReport], Everyone, Annex, approval::chapter),
    (&[GapReport], Force, Annex, method::method),
    (&[GapReport], Everyone, Annex, glossary::chapter),
    (&[GapReport], Everyone, Annex, method::sources),
];

/// The chapters of an edition, with numbers and letters.
pub fn blocks(report: &Report<'_>, edition: Edition) -> Vec<Block> {
    let at = |position| read(report, edition, Some(position));
    [at(Unnumbered), numbered(at(Body)), lettered(at(Annex))].concat()
}

/// The same without numbers and letters, for a workbook.
pub fn unnumbered(report: &Report<'_>, edition: Edition) -> Vec<Block> {
    read(report, edition, None)
}

fn read(report: &Report<'_>, edition: Edition, position: Option<Position>) -> Vec<Block> {
    let withheld = if report.is_redacted() { Force } else { Public };
    let here = CHAPTERS.iter().filter(|(editions, readers, place, _)| {
        editions.contains(&edition)
            && *readers != withheld
            && position.is_none_or(|position| position == *place)
    });
    here.flat_map(|(.., chapter)| chapter(report)).collect()
}

/// Numbers the chapters, and in each the paragraphs and entries.
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

fn lettered(blocks: Vec<Block>) -> Vec<Block> {
    let mut annex = 0;
    let letter = |block| match block {
        Block::Chapter(title) => {
            annex += 1;
            Block::Chapter(format!("Annex {}: {title}", crate::text::letter(annex - 1)))
        }
        other => other,
    };
    blocks.into_iter().map(letter).collect()
}
