//! Findings in short paragraphs, so that they can be laid beside the report that HMIC published.
//!
//! Every sentence rests on an answer and goes no further; what is not answered is left out. HMIC's findings are given by
//! their paraphrases. A force's own answers are told by what is in place, what falls short and what is not known; what it
//! typed stands as its own words.

use crate::assessment::{Answer, Standing, Value, Verdict};
use crate::checklist::{Question, Section};
use crate::judge::gap::verdict;
use crate::text::list_with_and;

use crate::document::Block;
use crate::results::Report;
use crate::words;

/// How many words a paragraph has at the most.
const LONGEST: usize = 120;

/// The narrative, under the headings that the checklist gives.
pub fn narrative(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut chapter = "";
    for section in &report.about.assessment.checklist.sections {
        let told = if report.is_own() { own(report, section) } else { paragraphs(&found(report, section)) };
        if told.is_empty() {
            continue;
        }
        if chapter != section.chapter {
            chapter = &section.chapter;
            blocks.push(Block::Chapter(section.chapter.clone()));
        }
        if section.chapter != section.title {
            blocks.push(Block::Part(section.title.clone()));
        }
        blocks.extend(told.into_iter().map(Block::paragraph));
    }
    blocks.push(Block::Chapter("What this rests on".to_owned()));
    blocks.push(Block::paragraph(format!(
        "Each sentence rests on an answer to the checklist and goes no further; what is open is left out: {}.",
        words::coverage(&report.scorecard)
    )));
    blocks
}

/// Sentences in as few paragraphs as hold them.
fn paragraphs(sentences: &[String]) -> Vec<String> {
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

/// What was found in a section, each thing once.
fn found(report: &Report<'_>, section: &Section) -> Vec<String> {
    let assessment = report.about.assessment;
    let mut sentences: Vec<String> = Vec::new();
    for question in &section.questions {
        let Some(answer) = assessment.answer(&question.id) else { continue };
        let told = match (&answer.note, answer.value) {
            (Some(note), _) => sentence(note),
            (None, Value::Level(levels)) => sentence(&format!(
                "our reading of what was found on {} is {}",
                question.subject,
                levels.title(question.level_names())
            )),
            (None, _) => figure(question, answer),
        };
        if !sentences.contains(&told) {
            sentences.push(told);
        }
    }
    sentences
}

/// What is in place, what falls short, what is not known and what was counted, and what the force says of it.
fn own(report: &Report<'_>, section: &Section) -> Vec<String> {
    let answers: Vec<(&Question, &Answer)> = section
        .questions
        .iter()
        .filter_map(|question| Some((question, report.about.assessment.answer(&question.id)?)))
        .collect();
    let told = [met(report, &answers), missed(report, &answers), not_known(&answers)];
    let figures = answers.iter().filter(|(_, answer)| matches!(answer.value, Value::Count(_)));
    let figures: Vec<String> = figures.map(|(question, answer)| figure(question, answer)).collect();
    let said: Vec<String> = answers
        .iter()
        .filter_map(|(question, answer)| {
            Some(format!("On {}: {}", question.subject, words::quoted(answer.note.as_ref()?)))
        })
        .collect();
    let mut paragraphs: Vec<String> = told.iter().flat_map(|sentences| self::paragraphs(sentences)).collect();
    paragraphs.extend(self::paragraphs(&figures));
    paragraphs.extend(self::paragraphs(&said));
    paragraphs
}

/// The subjects of those that stand one way to their targets, each with its level.
fn subjects(report: &Report<'_>, answers: &[(&Question, &Answer)], stands: Verdict) -> Vec<String> {
    let assessment = report.about.assessment;
    let of = |(question, _): &&(&Question, &Answer)| verdict(assessment, question) == Some(stands);
    let level = |question: &Question| match assessment.standing(question) {
        Some(Standing::Level(levels)) => Some(levels.title(question.level_names())),
        _ => None,
    };
    let named = answers
        .iter()
        .filter(of)
        .filter_map(|(question, _)| Some(format!("{} ({})", question.subject, level(question)?)));
    named.collect()
}

fn met(report: &Report<'_>, answers: &[(&Question, &Answer)]) -> Vec<String> {
    told("Meeting the target", &subjects(report, answers, Verdict::Met))
}

fn missed(report: &Report<'_>, answers: &[(&Question, &Answer)]) -> Vec<String> {
    told("Short of the target", &subjects(report, answers, Verdict::Gap))
}

fn not_known(answers: &[(&Question, &Answer)]) -> Vec<String> {
    let of = |value: Value| {
        let named = answers.iter().filter(move |(_, answer)| answer.value == value);
        named.map(|(question, _)| question.subject.clone()).collect::<Vec<_>>()
    };
    let unknown = told("Nobody could say how things stand", &of(Value::Unknown));
    unknown.into_iter().chain(told("Not applicable", &of(Value::NotApplicable))).collect()
}

/// A lead and what it is about, in sentences of no more than a few things.
fn told(lead: &str, things: &[String]) -> Vec<String> {
    const TOGETHER: usize = 6;
    let tell = |(at, things): (usize, &[String])| {
        let things: Vec<&str> = things.iter().map(String::as_str).collect();
        let lead = if at == 0 { lead } else { "Likewise" };
        format!("{lead}: {}.", list_with_and(&things))
    };
    things.chunks(TOGETHER).enumerate().map(tell).collect()
}

/// A count with the days that it covers; of one that is not known, that it is not.
fn figure(question: &Question, answer: &Answer) -> String {
    match answer.value {
        Value::Count(number) => {
            let period = words::period((answer.from, answer.to)).map(|period| format!(" ({period})"));
            sentence(&format!("{} came to {number}{}", question.subject, period.unwrap_or_default()))
        }
        _ => sentence(&format!("nobody could say what the position is on {}", question.subject)),
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
