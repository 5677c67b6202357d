//! Findings in whole paragraphs, so that they can be laid beside the report that HMIC published.
//!
//! Every sentence rests on an answer and goes no further; what is not answered is left out. HMIC's findings
//! are given by their paraphrases, a force's own answers by the level that was chosen and the note on it.

use crate::assessment::{Answer, Value};
use crate::checklist::{Question, Section};

use super::{Report, words};
use crate::document::Block;

/// The narrative, under the headings that the checklist gives.
pub fn narrative(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut chapter = "";
    for section in &report.about.assessment.checklist.sections {
        let sentences = sentences(report, section);
        if sentences.is_empty() {
            continue;
        }
        if chapter != section.chapter {
            chapter = &section.chapter;
            blocks.push(Block::Chapter(section.chapter.clone()));
        }
        blocks.push(Block::paragraph(sentences.join(" ")));
    }
    blocks.push(Block::Chapter("What this rests on".to_owned()));
    blocks.push(Block::paragraph(format!(
        "Each sentence rests on an answer to the checklist and goes no further; what is open is left out: {}.",
        words::coverage(&report.scorecard)
    )));
    blocks
}

/// What a section's answers say, each thing once.
fn sentences(report: &Report<'_>, section: &Section) -> Vec<String> {
    let assessment = report.about.assessment;
    let mut sentences: Vec<String> = Vec::new();
    for question in &section.questions {
        let Some(answer) = assessment.answer(&question.id) else { continue };
        let sentence = match (&assessment.source, &answer.note, answer.value) {
            (Some(_), Some(note), _) => sentence(note),
            (Some(_), None, Value::Level(levels)) => sentence(&format!(
                "our reading of what was found on {} is {}",
                question.subject,
                levels.title(question.level_names())
            )),
            _ => own_words(question, answer),
        };
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

fn own_words(question: &Question, answer: &Answer) -> String {
    let subject = &question.subject;
    let note = answer.note.as_deref().map(|note| format!(" {}", sentence(note))).unwrap_or_default();
    match answer.value {
        Value::Level(levels) if levels.is_one() => {
            let described = words::level_described(question, levels.lowest());
            sentence(&format!("{subject} is {described}")) + &note
        }
        Value::Level(levels) => {
            sentence(&format!("{subject} is {}", levels.title(question.level_names()))) + &note
        }
        Value::Count(number) => {
            let period = words::period((answer.from, answer.to)).map(|period| format!(" ({period})"));
            sentence(&format!("{subject} came to {number}{}", period.unwrap_or_default())) + &note
        }
        Value::Unknown => sentence(&format!("nobody could say what the position is on {subject}")) + &note,
        Value::NotApplicable => sentence(&format!("{subject} does not apply")) + &note,
    }
}

/// Text as a sentence, or as the sentences it is: with a capital first and a full stop last.
fn sentence(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    let text: String =
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    if text.ends_with(['.', '!', '?', '”']) { text } else { format!("{text}.") }
}
