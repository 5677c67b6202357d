//! What the person reads in an interview.

use chrono::NaiveDate;

use crate::assessment::{Answer, Assessment, Carried, Value};
use crate::checklist::{Checklist, Kind, Level, Question};
use crate::document::{Block, Fact};
use crate::judge::compare::Named;
use crate::judge::gap::gaps;
use crate::judge::score::{Coverage, Scorecard};
use crate::report::{
    Report, asked_in_words, essential_mark, figures_in_words, how_levels_are_read, open_in_words,
    period_in_words, progress_in_words, terms_in_words, value_in_words,
};

use super::{Choice, Choosable, Command, Screen};
use crate::text::{date_in_words, number_of};

/// The number in the menu that goes on with the first open question, or to the result. The sections follow it.
const GO_ON: u32 = 1;

/// Gaps named at the end.
const WORST: usize = 5;

/// What it is, how long it takes, and the warning.
pub fn opening(checklist: &Checklist) -> Vec<Block> {
    let questions = checklist.questions().count();
    vec![
        Block::Chapter("Integrity healthcheck".to_owned()),
        Block::paragraph(format!(
            "{} in {} on how the force guards its integrity: {}. It takes about {} \
             minutes, in one sitting or in many: every answer is saved at once, you can stop at any question, and \
             change any answer later.",
            asked_in_words(checklist),
            number_of(checklist.sections.len(), "section", "sections"),
            checklist.title,
            ((questions + 5) / 10 * 10).max(5)
        )),
        Block::paragraph(format!(
            "{} `?` says what the words of a question mean.",
            how_levels_are_read(&checklist.level_names)
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
    let first = match assessment.open_questions().next() {
        Some(question) => choosable(
            GO_ON,
            Choice::GoOn,
            "Continue",
            format!("{} open; next: {}", open(assessment).unwrap_or_default(), question.title),
        ),
        None => choosable(GO_ON, Choice::Command(Command::Finish), "Finish", "nothing is open".to_owned()),
    };
    let sections = (GO_ON + 1..).zip(&checklist.sections).map(|(number, section)| {
        let levels = Coverage::of(assessment, section.scaled().map(|(question, _)| question));
        let figures = Coverage::of(assessment, section.counts());
        let progress = progress_in_words(&levels, &figures);
        choosable(number, Choice::Section(section.id.clone()), &section.title, progress)
    });
    Screen {
        title: format!("Sections: {}", assessment.force),
        text: Vec::new(),
        ready: Some(first.choice.clone()),
        options: std::iter::once(first).chain(sections).collect(),
        number_of: None,
        commands: vec![Command::Finish, Command::Stop],
    }
}

/// What is still open, questions and figures.
fn open(assessment: &Assessment) -> Option<String> {
    let card = Scorecard::of(assessment);
    open_in_words(&card.coverage, &card.figures)
}

fn choosable(number: u32, choice: Choice, label: &str, text: String) -> Choosable {
    Choosable { number, choice, label: label.to_owned(), text }
}

/// One question with all that can be answered, and the present answer.
pub fn question(assessment: &Assessment, question: &Question, reviewed: Option<&Assessment>) -> Screen {
    let answer = assessment.answer(&question.id);
    let options = match &question.kind {
        Kind::Scale(scale) => Level::ALL
            .into_iter()
            .map(|level| {
                let description = scale.description(level).to_owned();
                choosable(level.points(), Choice::Level(level), scale.names.of(level), description)
            })
            .collect(),
        Kind::Count(_) => Vec::new(),
    };
    let mut commands =
        vec![Command::Back, Command::Skip, Command::DontKnow, Command::NotApplicable, Command::Help];
    let carried = assessment.carried.get(&question.id);
    if carried.is_some() && answer.is_none() && question.scale().is_some() {
        commands.insert(0, Command::Confirm);
    }
    if answer.is_some() {
        commands.extend([Command::Note, Command::Clear]);
    }
    commands.extend([Command::Menu, Command::Stop]);
    let present = answer.map(|answer| present(question, answer)).unwrap_or_default();
    Screen {
        title: place(&assessment.checklist, question),
        text: std::iter::once(question.ask.clone())
            .chain(reviewed.map(|reviewed| of_the_force(question, reviewed)).unwrap_or_default())
            .chain(carried.map(|carried| last_time(question, carried)).unwrap_or_default())
            .chain(present)
            .collect(),
        ready: ready(answer),
        options,
        number_of: question.count().map(|count| count.unit.clone()),
        commands,
    }
}

fn place(checklist: &Checklist, question: &Question) -> String {
    let section = checklist.section_of(&question.id);
    let (title, of) = section.map_or(("", 0), |section| (section.title.as_str(), section.questions.len()));
    let at = section.and_then(|section| section.questions.iter().position(|each| each.id == question.id));
    let essential = essential_mark(question);
    format!("{title}, {} of {of}: {}{essential}", at.map_or(0, |at| at + 1), question.title)
}

/// What was answered last time, which counts for nothing until it is confirmed.
fn last_time(question: &Question, carried: &Carried) -> Vec<String> {
    said(&format!("Last time ({})", date_in_words(carried.from)), question, &carried.answer)
}

/// What the force itself answers to a question that is reviewed.
fn of_the_force(question: &Question, reviewed: &Assessment) -> Vec<String> {
    match reviewed.answer(&question.id) {
        Some(answer) => said("The force", question, answer),
        None => vec!["The force: not answered".to_owned()],
    }
}

/// What is answered so far, line by line.
fn present(question: &Question, answer: &Answer) -> Vec<String> {
    said("Answered so far", question, answer)
}

fn said(when: &str, question: &Question, answer: &Answer) -> Vec<String> {
    let value = value_in_words(question, answer.value);
    let period = period_in_words((answer.from, answer.to)).map(|period| format!("Period: {period}"));
    let note = answer.note.as_deref().map(|note| format!("Note: {note}"));
    let evidence = answer.evidence.iter().map(|piece| {
        let dated = piece.dated.map(|dated| format!(" (dated {})", date_in_words(dated))).unwrap_or_default();
        format!("Evidence: {}{dated}", piece.reference)
    });
    std::iter::once(format!("{when}: {value}")).chain(period).chain(note).chain(evidence).collect()
}

/// The present level; nothing where there is none, nor where a finding fits several, so that pressing Enter once too
/// often answers nothing and settles nothing.
fn ready(answer: Option<&Answer>) -> Option<Choice> {
    match answer?.value {
        Value::Level(levels) if levels.is_one() => Some(Choice::Level(levels.lowest())),
        _ => None,
    }
}

/// What helps to answer a question.
pub fn help(checklist: &Checklist, question: &Question) -> Vec<Block> {
    let essential =
        question.is_essential().then(|| Fact::new("Essential", "its gap comes first, whatever its weight"));
    let mut blocks =
        vec![Block::Facts(crate::report::help_facts(question).into_iter().chain(essential).collect())];
    if question.scale().is_some() {
        blocks.push(Block::paragraph(how_levels_are_read(&checklist.level_names)));
    }
    let terms: Vec<_> = checklist.terms_of(question).collect();
    if !terms.is_empty() {
        blocks.push(Block::paragraph("What the words mean:"));
        blocks.push(terms_in_words(&terms));
    }
    blocks
}

/// What is still open, the score, the worst gaps and the next command.
pub fn closing(assessment: &Assessment, file: &str, today: NaiveDate) -> Vec<Block> {
    let report = Report::new(Named { name: file, assessment }, &[], today);
    let open = open(assessment).unwrap_or_else(|| "nothing".to_owned());
    let mut facts = vec![Fact::new("Open", open)];
    facts.extend(figures_in_words(&report));
    let mut blocks = vec![Block::Chapter("Where you stand".to_owned()), Block::Facts(facts)];
    let worst = gaps(assessment);
    if !worst.is_empty() {
        blocks.push(Block::paragraph("The gaps to close first:"));
        let line = |gap: &crate::judge::gap::Gap<'_>| {
            let essential = essential_mark(gap.question);
            format!(
                "{}: {}, target {}{essential}",
                gap.question.title,
                gap.standing.title(&gap.scale.names),
                gap.scale.names.of(gap.scale.target)
            )
        };
        blocks.push(Block::list(worst.iter().take(WORST).map(line)));
    }
    blocks.push(Block::paragraph(format!("Next: healthcheck report {file}")));
    blocks
}
