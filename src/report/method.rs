//! How the figures of a report come about, and what it rests on.

use crate::document::Block;
use crate::judge::compare::Named;
use crate::judge::survey::Year;
use crate::results::Report;
use crate::text::{list_with_and, long_date, number_of};
use crate::words;

/// How findings that are ranges are read.
pub const RANGES: &str = "A finding is a range: its lowest level is the lowest that the words support, its highest the \
                          highest that they do not rule out; where only one level fits, it is that one. A target is met \
                          where the lowest level reaches it, a gap is where even the highest falls short, and between \
                          the two it is not settled. A score of findings is given over their lowest and over their \
                          highest levels.";

/// The method, in a few lines.
pub fn method(report: &Report<'_>) -> Vec<Block> {
    let points = [
        &format!(
            "The number of a level is its points: {}. Unknown scores as absent, in the bounds too, is a gap and never \
             meets its target. Not applicable is left out of the score and needs a reason. What is not answered yet counts \
             only in the bounds.",
            words::level_numbers(&report.about.assessment.checklist.level_names)
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
    vec![Block::Chapter("Method".to_owned()), Block::list(points.map(str::to_owned))]
}

/// The checklist and the publications that a report draws upon.
pub fn sources(report: &Report<'_>) -> Vec<Block> {
    let others = report.comparisons.iter().map(|comparison| comparison.with);
    let mut blocks = listed(report, std::iter::once(report.about).chain(others));
    blocks.extend(surveyed(report).map(Block::paragraph));
    blocks
}

/// What the summary of all forces rests on: so many sources that they are only counted here.
fn surveyed(report: &Report<'_>) -> Option<String> {
    let of_year =
        |year: &Year<'_>| format!("{} ({})", number_of(year.forces.len(), "force", "forces"), year.year);
    let years: Vec<String> = report.survey.iter().map(of_year).collect();
    (!years.is_empty()).then(|| {
        format!(
            "The summary of all forces rests on what was published on {}; each source is named with its findings, which come \
             with the program.",
            list_with_and(&years.iter().map(String::as_str).collect::<Vec<_>>())
        )
    })
}

/// The checklist and the publication that an assessment rests on, where nothing is compared.
pub fn own_source(report: &Report<'_>) -> Vec<Block> {
    listed(report, std::iter::once(report.about))
}

fn listed<'a>(report: &Report<'_>, named: impl Iterator<Item = Named<'a>>) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        report.about.assessment.checklist.about.iter().map(Block::paragraph).collect();
    let published: Vec<String> = named.filter_map(publication).collect();
    if !published.is_empty() {
        blocks.push(Block::list(published));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Chapter("Sources".to_owned()));
    }
    blocks
}

/// Where something was published, with the name by which it can be asked for; none of a force's own.
pub fn publication(named: Named<'_>) -> Option<String> {
    let source = named.assessment.source.as_ref()?;
    let isbn = source.isbn.as_ref().map(|isbn| format!(", ISBN {isbn}")).unwrap_or_default();
    let partial = if source.kind.is_partial() { "; partial" } else { "" };
    let what = format!("{}, {}, {}", source.publisher, source.title, named.assessment.force);
    let address = source.address.as_ref().map(|address| format!(", {address}")).unwrap_or_default();
    let read = source.read.map(|read| format!(", read on {}", long_date(read))).unwrap_or_default();
    let when = format!("{}{isbn}{address}{read}", source.published);
    Some(format!("{what}, {}, {when} ({}{partial})", source.kind, named.name))
}
