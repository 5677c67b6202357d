//! How a figure or an answer came about, line by line.

use crate::assessment::Standing;
use crate::checklist::{Level, Question, Section};
use crate::compare::{Comparison, answer_of};
use crate::score::{SectionScore, Sums};

use super::Report;
use super::document::{Block, Column, Document, Fact, Table};
use super::words;

/// What is to be explained.
#[derive(Debug, Clone, Copy)]
pub enum Topic<'a> {
    /// The whole score.
    Whole,
    /// One section's score.
    Section(&'a Section),
    /// One answer.
    Question(&'a Question),
}

/// The arithmetic behind the figures of a report.
pub fn explain(report: &Report<'_>, topic: Topic<'_>) -> Document {
    let assessment = report.about.assessment;
    let (title, blocks) = match topic {
        Topic::Whole => ("How the score came about".to_owned(), whole(report)),
        Topic::Section(section) => {
            (format!("How the score of {} came about", section.title), section_by_id(report, section))
        }
        Topic::Question(question) => (words::name(question), one_question(report, question)),
    };
    Document { title: format!("{title}, {}", assessment.force), marking: assessment.marking.clone(), blocks }
}

fn whole(report: &Report<'_>) -> Vec<Block> {
    let checklist = &report.about.assessment.checklist;
    let sections = checklist.sections.iter().flat_map(|section| section_by_id(report, section));
    let comparisons = report.comparisons.iter().flat_map(comparison);
    sections.chain(in_all(report)).chain(comparisons).collect()
}

fn section_by_id(report: &Report<'_>, section: &Section) -> Vec<Block> {
    let scored = report.scorecard.sections.iter().find(|scored| scored.id == section.id);
    scored.map(|scored| section_lines(report, section, scored)).unwrap_or_default()
}

fn section_lines(report: &Report<'_>, section: &Section, scored: &SectionScore) -> Vec<Block> {
    let mut columns = vec![Column::words("Question"), Column::words("Answer"), Column::words("Target")];
    columns.extend(["Weight", "Points", "Product"].map(Column::figures));
    let rows = section.questions.iter().filter_map(|question| question_row(report, question)).collect();
    vec![
        Block::Chapter(section.title.clone()),
        Block::Table(Table { columns, rows }),
        Block::paragraph(section_sum(scored)),
        Block::paragraph(section_bounds(report, section, scored)),
    ]
}

fn question_row(report: &Report<'_>, question: &Question) -> Option<Vec<String>> {
    let target = question.target()?;
    let standing = report.about.assessment.standing(question);
    let met = match standing.meets(target) {
        Some(true) => format!("{}, met", target.title()),
        Some(false) => format!("{}, not met", target.title()),
        None => target.title().to_owned(),
    };
    let weight = question.weight;
    let (points, product) = match standing.points() {
        Some(points) => (points.to_string(), (weight * points).to_string()),
        None => ("-".to_owned(), "-".to_owned()),
    };
    Some(vec![question.title.clone(), standing.title().to_owned(), met, weight.to_string(), points, product])
}

fn section_sum(scored: &SectionScore) -> String {
    format!(
        "Score: {}. Answered: {}. Targets met: {} of {}.",
        formula(scored.sums),
        words::coverage(&scored.coverage),
        scored.score.targets_met,
        scored.score.targets
    )
}

/// `100 × 23 ÷ (3 × 14) = 54.8`, or that nothing counts.
fn formula(sums: Sums) -> String {
    match sums.percent() {
        Some(percent) => format!("100 × {} ÷ (3 × {}) = {percent}", sums.points, sums.weights),
        None => "none, for nothing in it is answered and applicable".to_owned(),
    }
}

fn section_bounds(report: &Report<'_>, section: &Section, scored: &SectionScore) -> String {
    let open = section.questions.iter().filter(|question| {
        question.target().is_some() && report.about.assessment.standing(question) == Standing::Unanswered
    });
    let open: u32 = open.map(|question| question.weight).sum();
    let with_open = |level: Level| Sums {
        points: scored.sums.points + open * level.points(),
        weights: scored.sums.weights + open,
    };
    if open == 0 {
        return "Nothing is open, so the bounds are the score.".to_owned();
    }
    format!(
        "Bounds, with the open weight of {open} absent: {}; assured: {}.",
        formula(with_open(Level::Absent)),
        formula(with_open(Level::Assured))
    )
}

fn in_all(report: &Report<'_>) -> Vec<Block> {
    let card = &report.scorecard;
    let mut columns = vec![Column::words("Section")];
    columns.extend(["Weight", "Score", "Lowest", "Highest"].map(Column::figures));
    let row = |scored: &SectionScore| {
        let score = &scored.score;
        let figures = [score.percent, score.lowest, score.highest].map(words::percent);
        [scored.title.clone(), scored.weight.to_string()].into_iter().chain(figures).collect()
    };
    let rows = card.sections.iter().map(row).collect();
    vec![
        Block::Chapter("In all".to_owned()),
        Block::Table(Table { columns, rows }),
        Block::paragraph(format!(
            "Each figure in all is the mean of its column, weighted by the sections, over the sections that have one, \
             of the figures before they are rounded. Score: {}.",
            words::score(&card.score, &card.coverage)
        )),
        Block::paragraph(format!(
            "Targets met: {} of {}. Essential: {}, {} still open.",
            card.score.targets_met,
            card.score.targets,
            words::number_of(card.score.essential_gaps, "gap", "gaps"),
            words::number_of(card.score.essential_open, "question", "questions"),
        )),
    ]
}

/// The two scores over the questions that both sides answer.
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
        Block::Chapter(format!("Beside {}", words::label(comparison.with))),
        Block::Table(Table { columns, rows: rows.collect() }),
        Block::paragraph(format!(
            "Over the {} alone, in all: {} and {}.",
            words::number_of(comparison.shared(), "shared question", "shared questions"),
            words::percent(comparison.percent),
            words::percent(comparison.other_percent)
        )),
    ]
}

fn one_question(report: &Report<'_>, question: &Question) -> Vec<Block> {
    let assessment = report.about.assessment;
    let mut facts = super::reading::question_facts(question);
    let answer = assessment.answer(&question.id);
    let answered = answer.map_or("not answered".to_owned(), |answer| words::value(question, answer.value));
    let mut answer_facts = vec![Fact::new("Answer", answered)];
    answer_facts.extend(answer.map(words::particulars).unwrap_or_default());
    if let Some(row) = question_row(report, question) {
        answer_facts.push(Fact::new("Target", row.get(2).cloned().unwrap_or_default()));
        let standing = assessment.standing(question);
        let counted = match standing.points() {
            Some(points) => {
                let weight = question.weight;
                format!("weight {weight} × {points} points = {}, of {} at most", weight * points, weight * 3)
            }
            None => "nothing; it leaves the score, or is open and counts in the bounds only".to_owned(),
        };
        answer_facts.push(Fact::new("Counts", counted));
    } else {
        answer_facts.push(Fact::new("Counts", "nothing; figures are never scored"));
    }
    facts.retain(|fact| fact.label != "Id");
    let others = report.comparisons.iter().filter_map(|comparison| {
        let answer = answer_of(comparison.with.assessment, assessment, question)?;
        let mut facts = vec![Fact::new("Answer", words::value(question, answer.value))];
        facts.extend(words::particulars(answer));
        Some(Block::Entry { title: words::label(comparison.with), facts })
    });
    [Block::Facts(facts), Block::Chapter("Answer".to_owned()), Block::Facts(answer_facts)]
        .into_iter()
        .chain([Block::Chapter("What others answered".to_owned())])
        .chain(others)
        .collect()
}
