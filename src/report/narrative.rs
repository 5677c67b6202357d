//! The findings in short paragraphs, to be read next to the report that HMIC published.
//!
//! Every sentence says only what an answer says. HMIC's findings are given in our paraphrase. For a force's own answers the
//! narrative says what is in place, what falls short and what is unknown, and quotes what the force typed.

use crate::assessment::{Answer, Assessment, Standing, Value, Verdict};
use crate::checklist::{Question, Section};
use crate::judge::gap::verdict;
use crate::text::list_with_and;

use crate::document::Block;
use crate::results::Report;
use crate::words;

/// The most words in a paragraph.
const LONGEST: usize = 120;

pub fn narrative(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut chapter = "";
    for section in &report.about.assessment.checklist.sections {
        let paragraphs =
            if report.is_own() { own(report, section) } else { in_paragraphs(&found(report, section)) };
        if paragraphs.is_empty() {
            continue;
        }
        if chapter != section.chapter {
            chapter = &section.chapter;
            blocks.push(Block::chapter(chapter));
        }
        if section.chapter != section.title {
            blocks.push(Block::Part(section.title.clone()));
        }
        blocks.extend(paragraphs.into_iter().map(Block::paragraph));
    }
    blocks.push(Block::chapter("What this rests on"));
    blocks.push(Block::paragraph(format!(
        "Each sentence rests on an answer to the checklist and goes no further; what is open is left out: {}.",
        words::coverage(&report.scorecard)
    )));
    blocks
}

/// As few paragraphs as can hold the sentences.
fn in_paragraphs(sentences: &[String]) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    for sentence in sentences {
        let length = |text: &str| text.split_whitespace().count();
        match paragraphs.last_mut().filter(|last| length(last) + length(sentence) <= LONGEST) {
            Some(last) => last.push_str(&format!(" {sentence}")),
            None => paragraphs.push(sentence.clone()),
        }
    }
    paragraphs
}

fn found(report: &Report<'_>, section: &Section) -> Vec<String> {
    let assessment = report.about.assessment;
    let mut sentences: Vec<String> = Vec::new();
    for question in &section.questions {
        let Some(answer) = assessment.answer(&question.id) else { continue };
        let found = match (&answer.note, answer.value) {
            (Some(note), _) => sentence(note),
            (None, Value::Level(levels)) => sentence(&format!(
                "our reading of what was found on {} is {}",
                question.subject,
                levels.title(question.level_names())
            )),
            (None, _) => figure(question, answer),
        };
        if !sentences.contains(&found) {
            sentences.push(found);
        }
    }
    sentences
}

/// What is in place, what falls short, what is unknown, what was counted, and what the force typed.
fn own(report: &Report<'_>, section: &Section) -> Vec<String> {
    let assessment = report.about.assessment;
    let answers = section.questions.iter();
    let answers: Vec<(&Question, &Answer)> =
        answers.filter_map(|question| Some((question, assessment.answer(&question.id)?))).collect();
    let with_verdict = |wanted: Verdict| {
        let questions = answers.iter().map(|(question, _)| *question);
        let questions = questions.filter(|question| verdict(assessment, question) == Some(wanted));
        questions.filter_map(|question| subject_and_level(assessment, question)).collect::<Vec<_>>()
    };
    let with_value = |value: Value| {
        let answers = answers.iter().filter(|(_, answer)| answer.value == value);
        answers.map(|(question, _)| question.subject.clone()).collect::<Vec<_>>()
    };
    let not_known = [
        listed("Nobody could say how things stand", &with_value(Value::Unknown)),
        listed("Not applicable", &with_value(Value::NotApplicable)),
    ];
    let figures = answers.iter().filter(|(_, answer)| matches!(answer.value, Value::Count(_)));
    let notes = answers.iter().filter_map(|(question, answer)| {
        Some(format!("On {}: {}", question.subject, words::quoted(answer.note.as_ref()?)))
    });
    let parts = [
        listed("Meeting the target", &with_verdict(Verdict::Met)),
        listed("Short of the target", &with_verdict(Verdict::Gap)),
        not_known.concat(),
        figures.map(|(question, answer)| figure(question, answer)).collect(),
        notes.collect(),
    ];
    parts.iter().flat_map(|sentences| in_paragraphs(sentences)).collect()
}

fn subject_and_level(assessment: &Assessment, question: &Question) -> Option<String> {
    match assessment.standing(question)? {
        Standing::Level(levels) => {
            Some(format!("{} ({})", question.subject, levels.title(question.level_names())))
        }
        _ => None,
    }
}

/// Sentences that list a few things each, the first after a lead: `Meeting the target: gifts and media.`
fn listed(lead: &str, things: &[String]) -> Vec<String> {
    const TOGETHER: usize = 6;
    let sentence = |(at, things): (usize, &[String])| {
        format!("{}: {}.", if at == 0 { lead } else { "Likewise" }, list_with_and(things))
    };
    things.chunks(TOGETHER).enumerate().map(sentence).collect()
}

fn figure(question: &Question, answer: &Answer) -> String {
    match answer.value {
        Value::Count(number) => {
            let period = words::period((answer.from, answer.to)).map(|period| format!(" ({period})"));
            sentence(&format!("{} came to {number}{}", question.subject, period.unwrap_or_default()))
        }
        _ => sentence(&format!("nobody could say what the position is on {}", question.subject)),
    }
}

/// Text with a capital at the start and a full stop at the end.
fn sentence(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    let text: String =
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    if text.ends_with(['.', '!', '?', '”']) { text } else { format!("{text}.") }
}
