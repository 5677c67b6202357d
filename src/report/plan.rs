//! The action plan, overdue first, and what about it a reader should know.

use chrono::NaiveDate;

use crate::assessment::{Action, Assessment};
use crate::checklist::{Level, LevelNames};
use crate::judge::gate::Stopped;
use crate::judge::plan::{Moved, Point, in_order, points};

use super::{Report, words};
use crate::document::{Block, Document, Fact};
use crate::text::date_in_words;

/// The plan alone, as a document.
pub fn plan(assessment: &Assessment, today: NaiveDate) -> Document {
    Document {
        title: format!("Action plan, {}", assessment.force),
        context: format!("{}, {}", assessment.force, date_in_words(today)),
        marking: assessment.marking.clone(),
        blocks: entries(assessment, today).into_iter().chain(pointed_out(assessment, today)).collect(),
        signatures: None,
    }
}

/// The plan as a chapter; what was published has none.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    if assessment.source.is_some() {
        return Vec::new();
    }
    let chapter = [Block::Chapter("Action plan".to_owned())];
    let entries = entries(assessment, report.today);
    chapter.into_iter().chain(entries).chain(pointed_out(assessment, report.today)).collect()
}

/// The actions in their order.
pub fn shown<'a>(report: &Report<'a>) -> Vec<&'a Action> {
    in_order(&report.about.assessment.actions, report.today)
}

fn entries(assessment: &Assessment, today: NaiveDate) -> Vec<Block> {
    if assessment.actions.is_empty() {
        return vec![Block::paragraph("There are no actions.")];
    }
    in_order(&assessment.actions, today).into_iter().map(|action| entry(assessment, action, today)).collect()
}

fn entry(assessment: &Assessment, action: &Action, today: NaiveDate) -> Block {
    let question = assessment.checklist.question_ever(action.question.as_str());
    let about = question.map_or_else(|| action.question.to_string(), words::name);
    let overdue = if action.is_overdue(today) { ": overdue" } else { "" };
    let mut facts = vec![
        Fact::new("Question", about),
        Fact::new("Owner", &action.owner),
        Fact::new("Due", format!("{}{overdue}", words::due(&action.due))),
        Fact::new("Status", action.status.words()),
    ];
    facts.extend(
        action
            .level_then
            .map(|then| Fact::new("Level when opened", then.title(&assessment.checklist.level_names))),
    );
    facts.extend(action.reason.iter().map(|reason| Fact::new("Reason", reason)));
    if !action.notes.is_empty() {
        facts.push(Fact::new("Notes", words::notes(&action.notes).join("\n")));
    }
    Block::Entry { title: format!("{}. {}", action.id, action.action), anchor: None, facts }
}

/// What about the plan a reader should know.
fn pointed_out(assessment: &Assessment, today: NaiveDate) -> Vec<Block> {
    let points: Vec<String> =
        points(assessment, today).iter().map(|each| point(each, &assessment.checklist.level_names)).collect();
    if points.is_empty() {
        return Vec::new();
    }
    vec![Block::paragraph("To be looked at:"), Block::list(points)]
}

/// What a gate stops, in words: `not answered: gifts-policy`.
pub fn stopped(stopped: &Stopped<'_>, names: &LevelNames) -> String {
    match stopped {
        Stopped::NotGiven(question) => format!("figure not given: {}", question.id),
        Stopped::NotConfirmed(question) => format!("not confirmed: {}", question.id),
        Stopped::NotAnswered(question) => format!("not answered: {}", question.id),
        Stopped::WithoutEvidence(question) => {
            format!("{} without evidence: {}", names.of(Level::InPlace), question.id)
        }
        Stopped::Plan(about) => point(about, names),
    }
}

/// What a reader should know, in words.
pub fn point(point: &Point<'_>, names: &LevelNames) -> String {
    let action = |action: &Action| format!("{}, {} ({})", action.id, action.action, action.owner);
    match point {
        Point::Overdue(late) => format!("Overdue: {}", action(late)),
        Point::NotRisen(Moved { done, then, now }) => {
            let (then, now) = (then.title(names), now.title(names));
            format!("Done, but the level has not risen: {done} ({then} when it was opened, {now} now)")
        }
        Point::NotKnown(done) => format!("Done, but nobody can say what the level is now: {done}"),
        Point::OpenThoughMet(open) => format!("Still open, though the target is met: {}", action(open)),
        Point::RisenWithoutAction(question) => format!("Risen without an action: {}", words::name(question)),
        Point::EssentialWithoutAction(question) => {
            format!("Essential gap with no open action: {}", words::name(question))
        }
    }
}
