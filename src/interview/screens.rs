//! What the person reads in an interview.

use chrono::NaiveDate;

use crate::assessment::{Answer, Assessment, Carried, Value};
use crate::checklist::{Checklist, Kind, Level, Question};
use crate::document::{Block, Fact};
use crate::judge::compare::Named;
use crate::judge::gap::gaps;
use crate::report::key_figures;
use crate::results::Report;
use crate::words;

use super::standing::{can_be_confirmed, open};
use super::{Choice, Choosable, Command, Screen};
use crate::text::{long_date, number_of};

/// Gaps named at the end.
const WORST: usize = 5;

/// What it is, how long it takes, and the warning.
pub fn opening(checklist: &Checklist) -> Vec<Block> {
    let questions = checklist.questions().count();
    vec![
        Block::Chapter(checklist.healthcheck.clone()),
        Block::paragraph(format!(
            "{} in {} on the force's arrangements for {}. It takes {}, \
             in one sitting or in many: every answer is saved at once, you can stop at any question, and \
             change any answer later.",
            words::questions_asked(checklist),
            number_of(checklist.sections.len(), "section", "sections"),
            checklist.subject,
            super::pace::usually(questions)
        )),
        Block::paragraph(format!(
            "{} `?` says what the words of a question mean.",
            words::how_levels_are_read(&checklist.level_names)
        )),
        warning(),
    ]
}

/// What nobody is to write, since the file may be read by others.
pub fn warning() -> Block {
    Block::paragraph(
        "WARNING: name no person under investigation, no source and no live operation. This file may be disclosed.",
    )
}

/// What a question's screen shows beside the question.
pub struct Seen {
    /// What has just been done.
    pub news: Option<String>,
    /// How far the person is.
    pub progress: String,
    /// Whether there is a change to take back.
    pub can_undo: bool,
    /// Whether the person has an editor.
    pub has_editor: bool,
    /// The day.
    pub today: NaiveDate,
}

/// One question with all that can be answered, and the present answer.
pub fn question(assessment: &Assessment, question: &Question, seen: Seen) -> Screen {
    let answer = assessment.answer(&question.id);
    let options = match &question.kind {
        Kind::Scale(scale) => Level::ALL
            .into_iter()
            .map(|level| Choosable {
                number: level.points(),
                choice: Choice::Level(level),
                label: scale.names.name(level).to_owned(),
                text: scale.description(level).to_owned(),
            })
            .collect(),
        Kind::Count(_) => Vec::new(),
    };
    let (section, number) = place(&assessment.checklist, question);
    Screen {
        section,
        number,
        progress: seen.progress.clone(),
        title: format!("{}{}", question.title, words::essential(question)),
        ask: question.ask.clone(),
        aim: aim(question),
        said: said_of(assessment, question, seen.today),
        commands: commands(assessment, question, &seen),
        news: seen.news,
        ready: ready(answer),
        options,
        number_of: question.count().map(|count| match count.signed {
            true => format!("{} (-2 means 2 fewer)", count.unit),
            false => count.unit.clone(),
        }),
    }
}

fn commands(assessment: &Assessment, question: &Question, seen: &Seen) -> Vec<Command> {
    let answer = assessment.answer(&question.id);
    let mut commands = Vec::new();
    if can_be_confirmed(assessment, question) {
        commands.extend([Command::Confirm, Command::LastTime]);
    }
    if answer.is_some() {
        commands.push(Command::Note);
        commands.extend(seen.has_editor.then_some(Command::Editor));
    }
    let is_planned = assessment.actions.iter().any(|action| action.question == question.id);
    if (answer.is_some() || is_planned) && question.scale().is_some() && assessment.reviews.is_none() {
        commands.push(Command::Action);
    }
    commands.extend([Command::Back, Command::Skip, Command::DontKnow, Command::NotApplicable]);
    commands.extend(seen.can_undo.then_some(Command::Undo));
    commands.extend(answer.is_some().then_some(Command::Clear));
    if !said_of(assessment, question, seen.today).is_empty() {
        commands.push(Command::Whole);
    }
    commands.extend([Command::Find, Command::Menu, Command::Stop, Command::Help]);
    commands
}

/// The level that a question asks for, and what it means to be essential.
fn aim(question: &Question) -> Option<String> {
    let scale = question.scale()?;
    let essential = if scale.essential { " Essential: a gap here comes first in every report." } else { "" };
    Some(format!("Target: {}.{essential}", scale.names.name(scale.target)))
}

/// What was answered last time and so far, line by line.
fn said_of(assessment: &Assessment, question: &Question, today: NaiveDate) -> Vec<String> {
    let carried = assessment.carried.get(&question.id).map(|carried| last_time(question, carried));
    let answer = assessment.answer(&question.id).map(|answer| said("Answered", "", question, answer));
    // What stands now comes first, so that it is the last to make room.
    let actions = assessment.actions.iter().filter(|action| action.question == question.id);
    let actions = actions.map(|action| match (&action.reason, action.is_open()) {
        (_, true) => format!("In the plan as {}", words::action_with_owner(action, today)),
        (Some(reason), false) => format!("{}: {}: {reason}", action.id, action.status.words()),
        (None, false) => format!("{}: {}", action.id, action.status.words()),
    });
    answer.into_iter().flatten().chain(actions).chain(carried.into_iter().flatten()).collect()
}

/// A question with everything that was said of it.
pub fn whole(assessment: &Assessment, question: &Question, today: NaiveDate) -> Vec<Block> {
    let options = question.scale().map(|scale| {
        Level::ALL.map(|level| Fact::new(scale.names.name(level), scale.description(level))).to_vec()
    });
    let mut blocks = vec![Block::Chapter(question.title.clone()), Block::paragraph(&question.ask)];
    blocks.extend(options.map(Block::Facts));
    blocks.extend(aim(question).map(Block::paragraph));
    blocks.extend(said_of(assessment, question, today).into_iter().map(Block::paragraph));
    blocks
}

fn place(checklist: &Checklist, question: &Question) -> (String, String) {
    let Some(section) = checklist.section_of(&question.id) else { return Default::default() };
    let before = section.questions.iter().take_while(|each| each.id != question.id).count();
    (section.title.clone(), format!("{} of {}", before + 1, section.questions.len()))
}

/// What was answered last time, which counts for nothing until it is confirmed.
pub fn last_time(question: &Question, carried: &Carried) -> Vec<String> {
    said(&format!("Last time ({})", long_date(carried.from)), "Last time's ", question, &carried.answer)
}

/// What was said of a question, a line each; what stands beside the answer says whose it is, unless it is the present one's.
pub fn said(when: &str, whose: &str, question: &Question, answer: &Answer) -> Vec<String> {
    let value = words::value(question, answer.value);
    let label = |name: &str| {
        if whose.is_empty() { name.to_owned() } else { format!("{whose}{}", name.to_lowercase()) }
    };
    let period =
        words::period((answer.from, answer.to)).map(|period| format!("{}: {period}", label("Period")));
    let note = answer.note.as_deref().map(|note| format!("{}: {note}", label("Note")));
    let evidence = answer.evidence.iter().map(|piece| format!("{}: {piece}", label("Evidence")));
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

/// What helps to answer a question, and every key.
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

/// How the interview works, for whoever asks at the menu.
pub fn how_it_works(checklist: &Checklist) -> Vec<Block> {
    vec![
        Block::Chapter("How this works".to_owned()),
        Block::paragraph(
            "Pick from a list with the arrow keys and Enter. At a question one key answers it and the next one comes \
             at once; ? there names every key. Esc goes back everywhere; in a line that you type, so does < and Enter.",
        ),
        Block::paragraph(words::how_levels_are_read(&checklist.level_names)),
        Block::paragraph(
            "Every answer is saved at once. Stop whenever you like; start the program again in the same folder, and it \
             offers to go on with what is open. u takes back the last change of this sitting, and the one before it.",
        ),
        Block::paragraph(
            "Essential questions are those whose gaps come first in every report. A gap is an answer below the target \
             of its question.",
        ),
    ]
}

/// What is still open, the score, the worst gaps and the next command.
pub fn closing(assessment: &Assessment, file: &str, today: NaiveDate) -> Vec<Block> {
    let report = Report::new(Named { name: file, assessment }, &[], today);
    let open = open(assessment).unwrap_or_else(|| "nothing".to_owned());
    let mut facts = vec![Fact::new("Open", open)];
    facts.extend(key_figures(&report));
    let mut blocks = vec![Block::Chapter("Where you stand".to_owned()), Block::Facts(facts)];
    let worst = gaps(assessment);
    if !worst.is_empty() {
        blocks.push(Block::paragraph("The gaps to close first:"));
        let line = |gap: &crate::judge::gap::Gap<'_>| {
            let essential = words::essential(gap.question);
            format!(
                "{}: {}, target {}{essential}",
                gap.question.title,
                gap.standing.title(&gap.scale.names),
                gap.scale.names.name(gap.scale.target)
            )
        };
        blocks.push(Block::list(worst.iter().take(WORST).map(line)));
    }
    blocks.push(Block::paragraph(
        "Next: page one on the screen, the whole paper for Word, or back to your answers.",
    ));
    // The name may stand in quotation marks.
    let paper = match file.rsplit_once(".toml") {
        Some((name, rest)) => format!("{name}.docx{rest}"),
        None => format!("{file}.docx"),
    };
    blocks.push(Block::list([
        format!("healthcheck report {file} --summary"),
        format!("healthcheck report {file} --output {paper}"),
        format!("healthcheck assess {file}"),
    ]));
    blocks
}
