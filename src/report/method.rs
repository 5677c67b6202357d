//! How the figures are worked out, and the sources.

use crate::document::Block;
use crate::judge::compare::Named;
use crate::judge::survey::Year;
use crate::results::Report;
use crate::text::{list_with_and, long_date, number_of};
use crate::words;

pub const RANGES: &str = "A finding is a range: its lowest level is the lowest that the words support, its highest the \
                          highest that they do not rule out; where only one level fits, it is that one. A target is met \
                          where the lowest level reaches it, a gap is where even the highest falls short, and between \
                          the two it is not settled. A score of findings is given over their lowest and over their \
                          highest levels.";

pub fn method(report: &Report<'_>) -> Vec<Block> {
    let points = [
        &format!(
            "The number of a level is its points: {}. Unknown scores as absent, in the bounds too, is a gap and never \
             meets its target. Not applicable is left out of the score and needs a reason. What is not answered yet counts \
             only in the bounds.",
            words::level_numbers(report.level_names())
        ),
        "A section scores 100 × the sum of weight × points ÷ (3 × the sum of weights) over its answered, applicable \
         questions. The score in all is the mean of the sections that have one, weighted by the sections. One \
         decimal, halves rounded up; nothing under 100 is shown as 100.0, and nothing over 0 as 0.0.",
        "A gap is an answer below its question's target. Essential gaps come first, then weight × shortfall, then \
         the order of the checklist.",
        "Published findings are coded by what a report states, and not at all where it says nothing. A force's own answer \
         is always one level.",
        RANGES,
    ];
    vec![Block::chapter("Method"), Block::list(points.map(str::to_owned))]
}

/// The checklist and the publications that the report uses.
pub fn sources(report: &Report<'_>) -> Vec<Block> {
    let others = report.comparisons.iter().map(|comparison| comparison.with);
    let mut blocks = listed(report, std::iter::once(report.about).chain(others));
    blocks.extend(surveyed(report).map(Block::paragraph));
    blocks
}

/// The sources of the survey, which are so many that they are only counted.
fn surveyed(report: &Report<'_>) -> Option<String> {
    let of_year =
        |year: &Year<'_>| format!("{} ({})", number_of(year.forces.len(), "force", "forces"), year.year);
    let years: Vec<String> = report.survey.iter().map(of_year).collect();
    (!years.is_empty()).then(|| {
        format!(
            "The summary of all forces rests on what was published on {}; each source is named with its findings, which come \
             with the program.",
            list_with_and(&years)
        )
    })
}

pub fn own_source(report: &Report<'_>) -> Vec<Block> {
    listed(report, std::iter::once(report.about))
}

fn listed<'a>(report: &Report<'_>, named: impl Iterator<Item = Named<'a>>) -> Vec<Block> {
    let checklist = report.checklist().about.iter().map(Block::paragraph);
    let blocks: Vec<Block> = checklist.chain(Block::list_if_any(named.filter_map(publication))).collect();
    let chapter = (!blocks.is_empty()).then(|| Block::chapter("Sources"));
    chapter.into_iter().chain(blocks).collect()
}

/// Where an assessment was published, with its built-in name; none for a force's own.
pub fn publication(named: Named<'_>) -> Option<String> {
    let source = named.assessment.source.as_ref()?;
    let partial = if source.kind.is_partial() { "; partial" } else { "" };
    let kind = source.kind.to_string();
    let parts = [&source.publisher, &source.title, &named.assessment.force, &kind, &source.published];
    let parts = parts.into_iter().cloned().chain(source.isbn.iter().map(|isbn| format!("ISBN {isbn}")));
    let read = source.read.map(|read| format!("read on {}", long_date(read)));
    let parts: Vec<String> = parts.chain(source.address.clone()).chain(read).collect();
    Some(format!("{} ({}{partial})", parts.join(", "), named.name))
}
