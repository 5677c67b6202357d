//! The working behind a figure or an answer, line by line.

use crate::assessment::{Answer, Assessment, Levels, NOT_ANSWERED, Standing, Verdict};
use crate::checklist::{Kind, Level, Question, Scale, Section};
use crate::judge::compare::{Comparison, answer_of};
use crate::judge::score::{SectionScore, Sums};

use super::method::RANGES;
use crate::document::{Block, Column, Document, Fact, Table};
use crate::results::Report;
use crate::text::number_of;
use crate::words;

#[derive(Debug, Clone, Copy)]
pub enum Topic<'a> {
    Whole,
    Section(&'a Section),
    Question(&'a Question),
}

pub fn explain(report: &Report<'_>, topic: Topic<'_>) -> Document {
    let assessment = report.about.assessment;
    let (title, blocks) = match topic {
        Topic::Whole => ("How the score is worked out".to_owned(), whole(report)),
        Topic::Section(section) => {
            (format!("How the score of {} is worked out", section.title), section_lines(report, section))
        }
        Topic::Question(question) => (words::question_with_id(question), one_question(report, question)),
    };
    let findings = std::iter::once(assessment).chain(report.others().map(|other| other.assessment));
    let has_ranges = findings.flat_map(|each| each.answers.values()).any(|answer| answer.value.is_range());
    let ranges = has_ranges.then(|| [Block::chapter("How ranges are read"), Block::paragraph(RANGES)]);
    Document {
        title: format!("{title}, {}", assessment.force),
        marking: assessment.marking.clone(),
        blocks: blocks.into_iter().chain(ranges.into_iter().flatten()).collect(),
        ..Document::default()
    }
}

fn whole(report: &Report<'_>) -> Vec<Block> {
    let sections = report.checklist().sections.iter().flat_map(|section| section_lines(report, section));
    sections.chain(overall(report)).chain(report.comparisons.iter().flat_map(comparison)).collect()
}

fn section_lines(report: &Report<'_>, section: &Section) -> Vec<Block> {
    let scored = report.scorecard.section(&section.id);
    let scored = scored.expect("every section of the checklist is scored");
    let mut columns = vec![Column::words("Question"), Column::words("Answer"), Column::words("Target")];
    columns.extend(["Weight", "Points", "Product"].map(Column::figures));
    let rows = section.questions.iter().filter_map(|question| question_row(report, question)).collect();
    let chapter = [
        Block::chapter(&section.title),
        Block::Table(Table { columns, rows }),
        Block::paragraph(section_sum(scored)),
    ];
    chapter.into_iter().chain(section_bounds(scored).map(Block::paragraph)).collect()
}

fn question_row(report: &Report<'_>, question: &Question) -> Option<Vec<String>> {
    let (scale, standing) = (question.scale()?, report.about.assessment.standing(question)?);
    let points = |factor: u32| match standing.levels() {
        Some(levels) => ends(levels, |level| factor * level.points(), "–"),
        None => "-".to_owned(),
    };
    Some(vec![
        question.title.clone(),
        standing.title(&scale.names),
        target_met(scale, standing),
        scale.weight.to_string(),
        points(1),
        points(scale.weight),
    ])
}

/// The figure for the lowest level and, if it is another, for the highest.
fn ends(levels: Levels, figure: impl Fn(Level) -> u32, between: &str) -> String {
    let lowest = figure(levels.lowest());
    match levels.up_to() {
        Some(highest) => format!("{lowest}{between}{}", figure(highest)),
        None => lowest.to_string(),
    }
}

fn target_met(scale: &Scale, standing: Standing) -> String {
    let target = scale.names.name(scale.target);
    match standing.verdict(scale.target) {
        Some(Verdict::Met) => format!("{target}, met"),
        Some(Verdict::Gap) => format!("{target}, not met"),
        Some(Verdict::NotSettled) => format!("{target}, not settled"),
        None => target.to_owned(),
    }
}

fn section_sum(scored: &SectionScore) -> String {
    format!(
        "Score: {}. {}Targets: {}.",
        formula(scored.sums),
        words::question_coverage(&scored.coverage)
            .map(|coverage| format!("{coverage}. "))
            .unwrap_or_default(),
        words::targets_met(&scored.score)
    )
}

/// `100 × 23 ÷ (3 × 14) = 54.8`; for findings over the lowest and over the highest levels.
fn formula(sums: Sums) -> String {
    match both_formulas(sums) {
        Some((lowest, _)) if sums.lowest == sums.highest => lowest,
        Some((lowest, highest)) => format!("{lowest} over the lowest levels, {highest} over the highest"),
        None => "none, as nothing in it is both answered and applicable".to_owned(),
    }
}

fn both_formulas(sums: Sums) -> Option<(String, String)> {
    let percents = sums.percents()?;
    let formula = |points: u32, percent| format!("100 × {points} ÷ (3 × {}) = {percent}", sums.weights);
    Some((formula(sums.lowest, percents.lowest), formula(sums.highest, percents.highest)))
}

/// None if nothing is open.
fn section_bounds(scored: &SectionScore) -> Option<String> {
    scored.score.bounds?;
    let (lowest, highest) = both_formulas(scored.bound_sums)?;
    let (low, high) = match scored.sums.lowest == scored.sums.highest {
        true => ("", ""),
        false => (" and each finding at its lowest level", " and each finding at its highest"),
    };
    Some(format!(
        "Bounds: with what is open absent{low}, {lowest}; with what is open assured{high}, {highest}."
    ))
}

fn overall(report: &Report<'_>) -> Vec<Block> {
    let card = &report.scorecard;
    let open = card.score.bounds.is_some();
    let mut columns = vec![Column::words("Section")];
    columns.extend(["Weight", "Score"].map(Column::figures));
    columns.extend(open.then(|| Column::figures("Bounds")));
    let row = |scored: &SectionScore| {
        let score = &scored.score;
        let mut row = vec![scored.title.clone(), scored.weight.to_string(), words::percent(score.percent)];
        // A section with nothing open counts in the bounds with its score.
        row.extend(open.then(|| words::percent(score.bounds.or(score.percent))));
        row
    };
    let rows = card.sections.iter().map(row).collect();
    vec![
        Block::chapter("In all"),
        Block::Table(Table { columns, rows }),
        Block::paragraph(
            "Each overall figure is the mean of its column, weighted by section, over the sections that have one, \
             taken before rounding. Where there are two, lowest and highest, each has its own mean.",
        ),
        Block::Facts(super::headline::key_figures(report)),
    ]
}

fn comparison(comparison: &Comparison<'_>) -> Vec<Block> {
    if comparison.shared() == 0 {
        return Vec::new();
    }
    let columns = ["Section (weight)", "This", "Other"].map(Column::words).to_vec();
    let shared = comparison.sections.iter().filter(|shared| shared.ours.weights > 0);
    let rows = shared.map(|shared| {
        let name = format!("{} ({})", shared.section.title, shared.section.weight);
        vec![name, formula(shared.ours), formula(shared.theirs)]
    });
    vec![
        Block::chapter(format!("Beside {}", words::assessment_label(comparison.with))),
        Block::Table(Table { columns, rows: rows.collect() }),
        Block::paragraph(format!(
            "Over the {} alone, in all: {} and {}.",
            number_of(comparison.shared(), "shared question", "shared questions"),
            words::percent(comparison.percent),
            words::percent(comparison.other_percent)
        )),
    ]
}

fn one_question(report: &Report<'_>, question: &Question) -> Vec<Block> {
    let others = report.others().filter_map(|named| {
        let answer = answer_of(named.assessment, report.checklist(), question)?;
        Some(Block::entry(words::assessment_label(named), value_facts(named.assessment, question, answer)))
    });
    let mut others: Vec<Block> = others.collect();
    if others.is_empty() {
        others.push(Block::paragraph("None of them mentions it."));
    }
    let own = [
        Block::Facts(super::show::question_facts(question)),
        Block::chapter("Answer"),
        Block::Facts(answer_facts(report, question)),
        Block::chapter("What the others say"),
    ];
    own.into_iter().chain(others).collect()
}

fn value_facts(assessment: &Assessment, question: &Question, answer: &Answer) -> Vec<Fact> {
    let label = words::value_label(assessment, answer.value);
    let value = Fact::new(label, words::value(question, answer.value));
    [value].into_iter().chain(words::answer_facts(answer)).collect()
}

fn answer_facts(report: &Report<'_>, question: &Question) -> Vec<Fact> {
    let assessment = report.about.assessment;
    let mut facts = match assessment.answer(&question.id) {
        Some(answer) => value_facts(assessment, question, answer),
        None => vec![Fact::new("Answer", NOT_ANSWERED)],
    };
    match &question.kind {
        Kind::Scale(scale) => {
            let standing = assessment.standing(question).expect("a scale has a standing");
            facts.push(Fact::new("Target", target_met(scale, standing)));
            facts.push(Fact::new("Counts", counted(scale, standing)));
        }
        Kind::Count(_) => facts.push(Fact::new("Counts", "nothing; figures are never scored")),
    }
    facts
}

fn counted(scale: &Scale, standing: Standing) -> String {
    let weight = scale.weight;
    match standing.levels() {
        Some(levels) => {
            let points = ends(levels, Level::points, " to ");
            let products = ends(levels, |level| weight * level.points(), " to ");
            format!("weight {weight} × {points} points = {products}, of {} at most", weight * 3)
        }
        None if standing == Standing::Unanswered => format!("nothing yet; in the bounds 0 to {}", weight * 3),
        None => "nothing; it is left out of the score".to_owned(),
    }
}
