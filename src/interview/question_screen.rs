//! What is shown at a question: its screen, the whole of it, and help.

use super::sitting::Sitting;
use super::standing::can_be_confirmed;
use super::{Choice, Command, LevelOption, Screen};
use crate::assessment::{Answer, Carried, Evidence, Value};
use crate::checklist::{Checklist, Level, Question};
use crate::document::{Block, Fact};
use crate::text::long_date;
use crate::words;

/// A question with its options, commands and answer. `news` is what has just been done.
pub fn screen(sitting: &Sitting<'_>, question: &Question, news: Option<String>, has_editor: bool) -> Screen {
    let checklist = &sitting.assessment().checklist;
    let section = checklist.section_of(&question.id).expect("every question is in a section");
    let before = section.questions.iter().take_while(|each| each.id != question.id).count();
    let option = |level: Level| {
        question.scale().map(|scale| LevelOption {
            number: level.points(),
            choice: Choice::Level(level),
            label: scale.names.name(level).to_owned(),
            text: scale.description(level).to_owned(),
        })
    };
    let mut all = said_by_force(sitting, question);
    all.extend(said(sitting, question));
    Screen {
        section: section.title.clone(),
        number: format!("{} of {}", before + 1, section.questions.len()),
        progress: sitting.progress().in_short(),
        title: format!("{}{}", question.title, words::essential(question)),
        ask: question.ask.clone(),
        aim: aim(question),
        commands: commands(sitting, question, !all.is_empty(), has_editor),
        said: all,
        news,
        options: Level::ALL.into_iter().filter_map(option).collect(),
        unit: question.count().map(|count| match count.signed {
            true => format!("{} (-2 means 2 fewer)", count.unit),
            false => count.unit.clone(),
        }),
        ready: ready(sitting.assessment().answer(&question.id)),
    }
}

fn commands(sitting: &Sitting<'_>, question: &Question, has_said: bool, has_editor: bool) -> Vec<Command> {
    let assessment = sitting.assessment();
    let is_answered = assessment.answer(&question.id).is_some();
    let is_planned = assessment.actions.iter().any(|action| action.question == question.id);
    let can_plan = (is_answered || is_planned) && question.scale().is_some() && assessment.reviews.is_none();
    let can_confirm = can_be_confirmed(assessment, question);
    let all = [
        (Command::Confirm, can_confirm),
        (Command::LastTime, can_confirm),
        (Command::Note, is_answered),
        (Command::Editor, is_answered && has_editor),
        (Command::Action, can_plan),
        (Command::Back, true),
        (Command::Skip, true),
        (Command::DontKnow, true),
        (Command::NotApplicable, true),
        (Command::Undo, sitting.last_change().is_some()),
        (Command::Clear, is_answered),
        (Command::Whole, has_said),
        (Command::Find, true),
        (Command::Menu, true),
        (Command::Stop, true),
        (Command::Help, true),
    ];
    all.into_iter().filter(|(_, is_offered)| *is_offered).map(|(command, _)| command).collect()
}

/// The target, and what it means to be essential; none for a figure.
fn aim(question: &Question) -> Option<String> {
    let scale = question.scale()?;
    let essential = if scale.essential { " Essential: a gap here comes first in every report." } else { "" };
    Some(format!("Target: {}.{essential}", scale.names.name(scale.target)))
}

/// The present level. None for a range, which one Enter too many would settle.
fn ready(answer: Option<&Answer>) -> Option<Choice> {
    match answer?.value {
        Value::Level(levels) if levels.is_one() => Some(Choice::Level(levels.lowest())),
        _ => None,
    }
}

/// The force's own answer, in a review of it.
fn said_by_force(sitting: &Sitting<'_>, question: &Question) -> Vec<String> {
    match sitting.reviewed().map(|reviewed| reviewed.answer(&question.id)) {
        Some(Some(answer)) => answer_in_lines(Whose::Force, question, answer),
        Some(None) => vec!["The force: not answered".to_owned()],
        None => Vec::new(),
    }
}

/// The answer, its actions and last time's answer. The last lines are the first to make room.
fn said(sitting: &Sitting<'_>, question: &Question) -> Vec<String> {
    let assessment = sitting.assessment();
    let answer = assessment.answer(&question.id);
    let answer = answer.map(|answer| answer_in_lines(Whose::Present, question, answer));
    let actions = assessment.actions.iter().filter(|action| action.question == question.id);
    let actions = actions.map(|action| match (&action.reason, action.is_open()) {
        (_, true) => format!("In the plan as {}", words::action_with_owner(action, sitting.today())),
        (Some(reason), false) => format!("{}: {}: {reason}", action.id, action.status.words()),
        (None, false) => format!("{}: {}", action.id, action.status.words()),
    });
    let carried = assessment.carried.get(&question.id).map(|carried| last_time(question, carried));
    [answer, Some(actions.collect()), carried].into_iter().flatten().flatten().collect()
}

pub fn last_time(question: &Question, carried: &Carried) -> Vec<String> {
    answer_in_lines(Whose::LastTime(carried), question, &carried.answer)
}

#[derive(Clone, Copy)]
enum Whose<'a> {
    Present,
    LastTime(&'a Carried),
    Force,
}

fn answer_in_lines(whose: Whose<'_>, question: &Question, answer: &Answer) -> Vec<String> {
    let heading = match whose {
        Whose::Present => "Answered".to_owned(),
        Whose::LastTime(carried) => format!("Last time ({})", long_date(carried.from)),
        Whose::Force => "The force".to_owned(),
    };
    let [period, note, evidence] = match whose {
        Whose::Present => ["Period", "Note", "Evidence"],
        Whose::LastTime(_) => ["Last time's period", "Last time's note", "Last time's evidence"],
        Whose::Force => ["The force's period", "The force's note", "The force's evidence"],
    };
    let value = std::iter::once((heading.as_str(), words::value(question, answer.value)));
    value
        .chain(words::period((answer.from, answer.to)).map(|words| (period, words)))
        .chain(answer.note.iter().map(|words| (note, words.clone())))
        .chain(answer.evidence.iter().map(|piece| (evidence, Evidence::to_string(piece))))
        .map(|(label, words)| format!("{label}: {words}"))
        .collect()
}

pub fn whole(sitting: &Sitting<'_>, question: &Question) -> Vec<Block> {
    let options = question.scale().map(|scale| {
        Level::ALL.map(|level| Fact::new(scale.names.name(level), scale.description(level))).to_vec()
    });
    let mut blocks = vec![Block::Chapter(question.title.clone()), Block::paragraph(&question.ask)];
    blocks.extend(options.map(Block::Facts));
    blocks.extend(aim(question).map(Block::paragraph));
    let said = said(sitting, question).into_iter().chain(said_by_force(sitting, question));
    blocks.extend(said.map(Block::paragraph));
    blocks
}

pub fn help(checklist: &Checklist, question: &Question, has_editor: bool) -> Vec<Block> {
    let mut blocks =
        vec![Block::Chapter(question.title.clone()), Block::Facts(crate::report::help_facts(question))];
    blocks.extend(aim(question).map(Block::paragraph));
    if question.scale().is_some() {
        blocks.push(Block::paragraph(words::how_levels_are_read(&checklist.level_names)));
    }
    let terms: Vec<_> = checklist.terms_of(question).collect();
    if !terms.is_empty() {
        blocks.push(Block::paragraph("What the words mean:"));
        blocks.push(words::terms(&terms));
    }
    blocks.push(Block::paragraph("The keys at a question, each where there is something for it to do:"));
    let shown = Command::ALL.into_iter().filter(|command| has_editor || *command != Command::Editor);
    blocks.push(Block::Facts(
        shown.map(|command| Fact::new(command.key().to_string(), command.words())).collect(),
    ));
    blocks
}
