//! What the person reads in an interview.

use chrono::NaiveDate;

use crate::assessment::{Answer, Assessment};
use crate::checklist::{Checklist, Kind, Level, Question};
use crate::compare::Named;
use crate::gap::gaps;
use crate::report::document::{Block, Fact};
use crate::report::{Report, coverage_in_words, score_in_words};

use super::{Choosable, Screen, open_questions};

/// Gaps named at the end.
const WORST: usize = 5;

/// What it is, how long it takes, and the warning.
pub fn opening(checklist: &Checklist) -> Vec<Block> {
    let questions = checklist.questions().count();
    vec![
        Block::Chapter("Integrity healthcheck".to_owned()),
        Block::paragraph(format!(
            "{questions} questions in {} sections on how the force guards its integrity: {}. It takes about {} \
             minutes, in one sitting or in many: every answer is saved at once, you can stop at any question, and \
             change any answer later.",
            checklist.sections.len(),
            checklist.title,
            (questions + 5) / 10 * 10
        )),
        Block::paragraph(
            "WARNING: name no person under investigation, no source and no live operation. This file may be \
             disclosed.",
        ),
    ]
}

/// The sections with their progress, the first open question ready.
pub fn menu(assessment: &Assessment) -> Screen {
    let checklist = &assessment.checklist;
    let open = open_questions(assessment, checklist);
    let first = match open.first() {
        Some(question) => choosable(
            "Go on",
            format!(
                "{} of {} questions are open; next: {}",
                open.len(),
                checklist.questions().count(),
                question.title
            ),
        ),
        None => choosable("Finish", "every question is answered".to_owned()),
    };
    let sections = checklist.sections.iter().map(|section| {
        let answered =
            section.questions.iter().filter(|question| assessment.answer(&question.id).is_some()).count();
        let progress = match (answered, section.questions.len()) {
            (answered, all) if answered == all => format!("all {all} answered"),
            (answered, all) => format!("{answered} of {all} answered"),
        };
        choosable(&section.title, progress)
    });
    Screen {
        title: format!("Sections: {}", assessment.force),
        text: Vec::new(),
        options: std::iter::once(first).chain(sections).collect(),
        commands: vec![('f', "finish and see the result"), ('q', "save and stop")],
        ready: Some(0),
    }
}

fn choosable(label: &str, text: String) -> Choosable {
    Choosable { label: label.to_owned(), text }
}

/// One question with all that can be answered, and the present answer.
pub fn question(assessment: &Assessment, question: &Question) -> Screen {
    let answer = assessment.answer(&question.id);
    let mut options = match &question.kind {
        Kind::Level { descriptions, .. } => Level::ALL
            .iter()
            .zip(descriptions)
            .map(|(level, description)| choosable(level.title(), description.clone()))
            .collect(),
        Kind::Count { unit, .. } => vec![choosable("Number", format!("type the number of {unit}"))],
    };
    options.push(choosable("Don't know", "nobody here can say; listed as to be established".to_owned()));
    options
        .push(choosable("Not applicable", "it cannot apply to this force; you give the reason".to_owned()));
    let mut commands = vec![('b', "back"), ('s', "skip"), ('?', "help")];
    if answer.is_some() {
        commands.extend([('n', "note and evidence"), ('c', "clear the answer")]);
    }
    commands.extend([('m', "menu"), ('q', "save and stop")]);
    Screen {
        title: place(&assessment.checklist, question),
        text: std::iter::once(question.ask.clone())
            .chain(answer.map(|answer| present(question, answer)))
            .collect(),
        ready: ready(question, answer, options.len()),
        options,
        commands,
    }
}

fn place(checklist: &Checklist, question: &Question) -> String {
    let section = checklist.section_of(&question.id);
    let (title, of) = section.map_or(("", 0), |section| (section.title.as_str(), section.questions.len()));
    let at = section.and_then(|section| section.questions.iter().position(|each| each.id == question.id));
    let essential = if question.essential { " (essential)" } else { "" };
    format!("{title}, {} of {of}: {}{essential}", at.map_or(0, |at| at + 1), question.title)
}

fn present(question: &Question, answer: &Answer) -> String {
    let value = match question.unit() {
        Some(unit) => format!("{} {unit}", answer.value.title()),
        None => answer.value.title(),
    };
    let note = answer.note.as_deref().map(|note| format!(" Note: {note}")).unwrap_or_default();
    let evidence = match answer.evidence.len() {
        0 => " No evidence named.".to_owned(),
        number => format!(" Pieces of evidence: {number}."),
    };
    format!("Answered so far: {value}.{note}{evidence}")
}

/// The present answer; nothing where there is none, so that an Enter too many answers nothing.
fn ready(question: &Question, answer: Option<&Answer>, options: usize) -> Option<usize> {
    use crate::assessment::Value;
    match answer?.value {
        Value::Level(level) if question.unit().is_none() => Some(level.points() as usize),
        Value::Unknown => Some(options - 2),
        Value::NotApplicable => Some(options - 1),
        Value::Level(_) | Value::Count(_) => Some(0),
    }
}

/// What helps to answer a question.
pub fn help(question: &Question) -> Vec<Block> {
    vec![Block::Facts(crate::report::help_facts(question))]
}

/// What is still open, the score, the worst gaps and the next command.
pub fn closing(assessment: &Assessment, file: &str, today: NaiveDate) -> Vec<Block> {
    let report = Report::new(Named { name: file, assessment }, &[], today);
    let card = &report.scorecard;
    let open = open_questions(assessment, &assessment.checklist).len();
    let mut blocks = vec![
        Block::Chapter("Where you stand".to_owned()),
        Block::Facts(vec![
            Fact::new(
                "Open",
                format!(
                    "{open} questions, counts too; of those for a level {}",
                    coverage_in_words(&card.coverage)
                ),
            ),
            Fact::new("Score", score_in_words(&card.score, &card.coverage)),
            Fact::new("Targets met", format!("{} of {}", card.score.targets_met, card.score.targets)),
        ]),
    ];
    let worst = gaps(assessment);
    if !worst.is_empty() {
        blocks.push(Block::paragraph("The gaps to close first:"));
        let line = |gap: &crate::gap::Gap<'_>| {
            let essential = if gap.question.essential { " (essential)" } else { "" };
            format!(
                "{}: {}, target {}{essential}",
                gap.question.title,
                gap.standing.title(),
                gap.target.title()
            )
        };
        blocks.push(Block::List(worst.iter().take(WORST).map(line).collect()));
    }
    blocks.push(Block::paragraph(format!("Next: healthcheck report {file}")));
    blocks
}
