//! Many forces side by side, as a paper: in the order of the alphabet, and never ranked.
//!
//! It holds nothing that anybody typed beside an answer, whoever reads it: levels, counts, and what follows from them.

use crate::assessment::Standing;
use crate::checklist::{Question, Section};
use crate::judge::compare::standing_of;
use crate::judge::region::{Force, Region};
use crate::judge::score::SectionScore;
use crate::judge::survey::Tally;
use crate::text::{letter, list_with_and, long_date, number_of};

use super::comparison::caution;
use super::survey::{WHOM_TO_ASK, whom_to_ask};
use super::{figures, method};
use crate::document::{Block, Column, Document, Fact, Grid, LevelSection, Table};
use crate::results::RegionReport;
use crate::words;

mod counts;
mod moved;

/// The report without its chapters: title, page header and marking.
pub fn head(report: &RegionReport<'_>) -> Document {
    let title = report.title();
    let context = format!("{title}, {}", long_date(report.today));
    Document { title, context, marking: report.marking(), ..Document::default() }
}

/// The whole report.
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
    let own = (own > 0).then(|| number_of(own, "own healthcheck", "own healthchecks"));
    let published =
        (published > 0).then(|| format!("published findings on {}", number_of(published, "force", "forces")));
    let rests_on: Vec<String> = own.into_iter().chain(published).collect();
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

/// The squares of every question by force, ranges as ranges; questions on which nothing is known are named below.
fn squares(region: &Region<'_>) -> Vec<Block> {
    let mut blocks =
        vec![Block::Chapter("Every question, every force".to_owned()), Block::Grid(grid(region))];
    let silent = region.tallies.iter().filter(|tally| tally.known() == 0);
    let silent: Vec<&str> = silent.map(|tally| tally.question.title.as_str()).collect();
    if !silent.is_empty() {
        let number = number_of(silent.len(), "question", "questions");
        let named = silent.join("; ");
        blocks.push(Block::paragraph(format!(
            "Left out, since nothing is known of any force: {number}. {named}."
        )));
    }
    blocks
}

/// Every question on which anything is known, with every force's mark.
pub fn grid(region: &Region<'_>) -> Grid {
    let mark = |force: &Force<'_>, question: &Question| figures::mark(standing(region, force, question));
    let row = |question: &Question| {
        (question.title.clone(), region.forces.iter().map(|force| mark(force, question)).collect())
    };
    let known = |question: &&Question| {
        region.tallies.iter().any(|tally| tally.question.id == question.id && tally.known() > 0)
    };
    let section = |section: &Section| LevelSection {
        label: section.title.clone(),
        rows: section.scaled().map(|(question, _)| question).filter(known).map(row).collect(),
    };
    let sections = region.checklist.sections.iter().map(section);
    Grid {
        title: "The level of every question at every force".to_owned(),
        columns: region.forces.iter().map(|force| force.name().to_owned()).collect(),
        key: figures::key(&region.checklist.level_names),
        sections: sections.filter(|section| !section.rows.is_empty()).collect(),
    }
}

/// How a force stands to a question, by its newest assessment.
pub fn standing(region: &Region<'_>, force: &Force<'_>, question: &Question) -> Standing {
    standing_of(force.newest.assessment, region.checklist, question)
}

/// Targets met, section by section, with essential gaps.
fn sections(region: &Region<'_>) -> Vec<Block> {
    let titles = region.checklist.sections.iter().enumerate();
    let key: Vec<String> = titles.map(|(at, section)| format!("{} {}", letter(at), section.title)).collect();
    let mut columns = vec![Column::words("Force")];
    columns.extend((0..key.len()).map(|at| Column::figures(letter(at))));
    columns.extend(["In all", "Essential gaps"].map(Column::figures));
    let row = |force: &Force<'_>| {
        let scored = region.checklist.sections.iter().map(|section| {
            force
                .scorecard
                .sections
                .iter()
                .find(|scored| scored.id == section.id)
                .map(met)
                .unwrap_or_default()
        });
        let score = &force.scorecard.score;
        let in_all = figures::met_of(score.targets_met, score.targets);
        std::iter::once(force.name().to_owned())
            .chain(scored)
            .chain([in_all, essential_gaps(region, force)])
            .collect()
    };
    vec![
        Block::Chapter("Targets met by section".to_owned()),
        Block::paragraph(format!(
            "Targets certainly met, and essential questions that certainly fall short, of those on which anything is known; a dash \
             where nothing is. {}.",
            key.join("; ")
        )),
        Block::Table(Table { columns, rows: region.forces.iter().map(row).collect() }),
    ]
}

/// Essential questions that surely fall short, of those on which anything is known.
pub fn essential_gaps(region: &Region<'_>, force: &Force<'_>) -> String {
    let essential = region.checklist.level_questions().filter(|question| question.is_essential());
    let known = essential.filter(|question| standing(region, force, question).levels().is_some());
    figures::met_of(force.scorecard.score.essential_gaps, known.count())
}

fn met(section: &SectionScore) -> String {
    figures::met_of(section.score.targets_met, section.score.targets)
}

/// What most forces lack, and who can be asked.
fn lacking(region: &Region<'_>) -> Vec<Block> {
    let mut columns = vec![Column::words("Question")];
    columns.extend(["Short", "Not settled", "Met"].map(Column::figures));
    columns.push(Column::words(WHOM_TO_ASK));
    let row = |tally: &&Tally<'_>| {
        let number = |number: usize| number.to_string();
        let essential = words::essential(tally.question);
        vec![
            format!("{}{essential}", tally.question.title),
            number(tally.short),
            number(tally.not_settled),
            number(tally.met),
            in_place(tally),
        ]
    };
    vec![
        Block::Chapter("What most lack, and who can be asked".to_owned()),
        Block::paragraph(format!(
            "Questions on which anything is known, those first of which most forces certainly fall short. {}",
            whom_to_ask(region.checklist)
        )),
        Block::Table(Table { columns, rows: most_lacking(region).iter().map(row).collect() }),
    ]
}

/// The questions on which anything is known, those first of which most forces surely fall short.
pub fn most_lacking<'r, 'a>(region: &'r Region<'a>) -> Vec<&'r Tally<'a>> {
    let mut tallies: Vec<_> = region.tallies.iter().filter(|tally| tally.known() > 0).collect();
    tallies.sort_by_key(|tally| std::cmp::Reverse((tally.short, tally.not_settled)));
    tallies
}

/// Who has in place what a question asks for.
pub fn in_place(tally: &Tally<'_>) -> String {
    let names: Vec<&str> = tally.in_place.iter().map(|named| named.assessment.short_force()).collect();
    list_with_and(&names)
}

/// Where everything comes from.
fn sources(region: &Region<'_>) -> Vec<Block> {
    let own = |force: &Force<'_>| {
        let assessment = force.newest.assessment;
        format!("{}: its own healthcheck, opened on {}", assessment.force, long_date(assessment.date))
    };
    let source = |force: &Force<'_>| method::publication(force.newest).unwrap_or_else(|| own(force));
    let mut blocks = vec![Block::Chapter("Sources".to_owned())];
    blocks.extend(region.checklist.about.iter().map(Block::paragraph));
    blocks.push(Block::paragraph(method::RANGES));
    blocks.push(Block::list(region.forces.iter().map(source)));
    blocks
}
