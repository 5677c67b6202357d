//! Every answer with its note, its evidence, who gave it and when.

use crate::assessment::Assessment;
use crate::checklist::Question;

use crate::document::{Block, Fact};
use crate::results::Report;
use crate::words;

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    answers(report.about.assessment)
}

pub fn answers(assessment: &Assessment) -> Vec<Block> {
    let mut blocks = vec![Block::chapter("Answers")];
    for section in &assessment.checklist.sections {
        let entries: Vec<Block> =
            section.questions.iter().filter_map(|question| entry(assessment, question)).collect();
        blocks.extend((!entries.is_empty()).then(|| Block::Part(section.title.clone())));
        blocks.extend(entries);
    }
    if blocks.len() == 1 {
        blocks.push(Block::paragraph("No question is answered yet."));
    }
    blocks
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
