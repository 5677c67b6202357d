//! Every answer with its note, its evidence, who gave it and when.

use crate::assessment::Assessment;
use crate::checklist::{Question, Section};

use crate::document::{Block, Fact};
use crate::results::Report;
use crate::words;

/// The answers of a report.
pub fn of_report(report: &Report<'_>) -> Vec<Block> {
    answers(report.about.assessment)
}

/// The answers, section by section.
pub fn answers(assessment: &Assessment) -> Vec<Block> {
    let mut blocks = vec![Block::Chapter("Answers".to_owned())];
    for section in &assessment.checklist.sections {
        blocks.extend(section_answers(assessment, section));
    }
    if blocks.len() == 1 {
        blocks.push(Block::paragraph("No question is answered yet."));
    }
    blocks
}

fn section_answers(assessment: &Assessment, section: &Section) -> Vec<Block> {
    let entries: Vec<Block> =
        section.questions.iter().filter_map(|question| entry(assessment, question)).collect();
    if entries.is_empty() {
        return Vec::new();
    }
    [Block::Part(section.title.clone())].into_iter().chain(entries).collect()
}

fn entry(assessment: &Assessment, question: &Question) -> Option<Block> {
    let answer = assessment.answer(&question.id)?;
    let label = words::value_label(assessment, answer.value);
    let facts = [Fact::new("Asked", &question.ask), Fact::new(label, words::value(question, answer.value))];
    Some(Block::Entry {
        anchor: Some(question.id.to_string()),
        title: words::question_with_id(question),
        facts: facts.into_iter().chain(words::answer_facts(answer)).collect(),
        see: Some(("The gap", format!("gap-{}", question.id))),
    })
}
