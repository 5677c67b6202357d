//! Many forces side by side, in alphabetical order and never ranked.
//!
//! It shows levels, counts and what follows from them, and for no reader anything that was typed with an answer.

use crate::assessment::Standing;
use crate::checklist::Question;
use crate::judge::compare::standing_of;
use crate::judge::region::{Force, Region};
use crate::judge::score::Score;
use crate::judge::survey::Tally;
use crate::text::{letter, list_with_and, long_date, number_of};

use super::comparison::caution;
use super::survey::{WHOM_TO_ASK, whom_to_ask};
use super::{figures, method};
use crate::document::{Block, Column, Document, Fact, Grid, Table};
use crate::results::RegionReport;
use crate::words;

mod counts;
mod moved;

pub fn head(report: &RegionReport<'_>) -> Document {
    let title = report.title.clone();
    let context = format!("{title}, {}", long_date(report.today));
    Document { title, context, marking: report.marking.clone(), ..Document::default() }
}

pub fn document(report: &RegionReport<'_>) -> Document {
    let region = &report.region;
    let chapters = [
        about(report),
        squares(region),
        sections(region),
        lacking(region),
        moved::chapter(region),
        counts::chapter(region),
        sources(region),
    ];
    Document { blocks: chapters.concat(), ..head(report) }
}

fn about(report: &RegionReport<'_>) -> Vec<Block> {
    let region = &report.region;
    let published = region.forces.iter().filter(|force| force.newest.assessment.source.is_some()).count();
    let own = region.forces.len() - published;
    let rests_on = [
        (own > 0).then(|| number_of(own, "own healthcheck", "own healthchecks")),
        (published > 0).then(|| format!("published findings on {}", number_of(published, "force", "forces"))),
    ];
    let rests_on: Vec<String> = rests_on.into_iter().flatten().collect();
    let facts = vec![
        Fact::new("Forces", region.forces.len().to_string()),
        Fact::new("Rests on", rests_on.join(", ")),
        Fact::new("Checklist", format!("{} (edition {})", region.checklist.title, region.checklist.edition)),
        Fact::new("Report of", long_date(report.today)),
    ];
    vec![
        Block::Facts(facts),
        Block::paragraph(
            "Forces stand in the order of the alphabet and are not ranked. They differ in size, in what they were asked and in \
             how much is known of them.",
        ),
        caution(region.checklist),
    ]
}

/// Questions on which nothing is known are named below the squares.
fn squares(region: &Region<'_>) -> Vec<Block> {
    let silent = region.tallies.iter().filter(|tally| tally.known() == 0);
    let silent: Vec<&str> = silent.map(|tally| tally.question.title.as_str()).collect();
    let number = number_of(silent.len(), "question", "questions");
    let left_out = format!("Left out, since nothing is known of any force: {number}. {}.", silent.join("; "));
    let left_out = (!silent.is_empty()).then(|| Block::paragraph(left_out));
    let squares = [Block::chapter("Every question, every force"), Block::Grid(grid(region))];
    squares.into_iter().chain(left_out).collect()
}

pub fn grid(region: &Region<'_>) -> Grid {
    let marks = |question: &Question| {
        let is_known = |tally: &Tally<'_>| tally.question.id == question.id && tally.known() > 0;
        let mark = |force: &Force<'_>| figures::mark(standing(region, force, question));
        region.tallies.iter().any(is_known).then(|| region.forces.iter().map(mark).collect())
    };
    let columns = region.forces.iter().map(|force| force.name().to_owned()).collect();
    figures::grid("The level of every question at every force", columns, region.checklist, marks)
}

pub fn standing(region: &Region<'_>, force: &Force<'_>, question: &Question) -> Standing {
    standing_of(force.newest.assessment, region.checklist, question)
}

fn sections(region: &Region<'_>) -> Vec<Block> {
    let titles = region.checklist.sections.iter().enumerate();
    let key: Vec<String> = titles.map(|(at, section)| format!("{} {}", letter(at), section.title)).collect();
    let mut columns = vec![Column::words("Force")];
    columns.extend((0..key.len()).map(|at| Column::figures(letter(at))));
    columns.extend(["In all", "Essential gaps"].map(Column::figures));
    let row = |force: &Force<'_>| {
        let sections = region.checklist.sections.iter().map(|section| {
            let scored = force.scorecard.section(&section.id);
            scored.map(|scored| met(&scored.score)).unwrap_or_default()
        });
        let overall = [met(&force.scorecard.score), essential_gaps(region, force)];
        std::iter::once(force.name().to_owned()).chain(sections).chain(overall).collect()
    };
    vec![
        Block::chapter("Targets met by section"),
        Block::paragraph(format!(
            "Targets certainly met, and essential questions that certainly fall short, of those on which anything is known; a dash \
             where nothing is. {}.",
            key.join("; ")
        )),
        Block::Table(Table { columns, rows: region.forces.iter().map(row).collect() }),
    ]
}

/// Essential questions that certainly fall short, of those on which anything is known: `3 of 5`.
pub fn essential_gaps(region: &Region<'_>, force: &Force<'_>) -> String {
    let essential = region.checklist.level_questions().filter(|question| question.is_essential());
    let known = essential.filter(|question| standing(region, force, question).levels().is_some());
    figures::met_of(force.scorecard.score.essential_gaps, known.count())
}

pub fn met(score: &Score) -> String {
    figures::met_of(score.targets_met, score.targets)
}

fn lacking(region: &Region<'_>) -> Vec<Block> {
    let mut columns = vec![Column::words("Question")];
    columns.extend(["Short", "Not settled", "Met"].map(Column::figures));
    columns.push(Column::words(WHOM_TO_ASK));
    let row = |tally: &&Tally<'_>| {
        let counts = [tally.short, tally.not_settled, tally.met].map(|count| count.to_string());
        let title = words::question_title(tally.question);
        std::iter::once(title).chain(counts).chain([in_place(tally)]).collect()
    };
    vec![
        Block::chapter("What most lack, and who can be asked"),
        Block::paragraph(format!(
            "Questions on which anything is known, those first of which most forces certainly fall short. {}",
            whom_to_ask(region.checklist)
        )),
        Block::Table(Table { columns, rows: most_lacking(region).iter().map(row).collect() }),
    ]
}

/// The questions on which anything is known. Those at which most forces certainly fall short come first.
pub fn most_lacking<'r, 'a>(region: &'r Region<'a>) -> Vec<&'r Tally<'a>> {
    let mut tallies: Vec<_> = region.tallies.iter().filter(|tally| tally.known() > 0).collect();
    tallies.sort_by_key(|tally| std::cmp::Reverse((tally.short, tally.not_settled)));
    tallies
}

pub fn in_place(tally: &Tally<'_>) -> String {
    let names: Vec<&str> = tally.in_place.iter().map(|named| named.assessment.short_force()).collect();
    list_with_and(&names)
}

fn sources(region: &Region<'_>) -> Vec<Block> {
    let source = |force: &Force<'_>| {
        let assessment = force.newest.assessment;
        method::publication(force.newest).unwrap_or_else(|| {
            format!("{}: its own healthcheck, opened on {}", assessment.force, long_date(assessment.date))
        })
    };
    let mut blocks = vec![Block::chapter("Sources")];
    blocks.extend(region.checklist.about.iter().map(Block::paragraph));
    blocks.push(Block::paragraph(method::RANGES));
    blocks.push(Block::list(region.forces.iter().map(source)));
    blocks
}
