//! The action plan, overdue actions first, and what a reader should know about it.

use chrono::NaiveDate;

use crate::assessment::{Action, Assessment, Status};
use crate::checklist::Question;
use crate::judge::plan::{PlanPoint, in_order, plan_points};

use crate::document::{Block, Column, Document, Fact, Table};
use crate::results::Report;
use crate::text::{long_date, number_of};
use crate::words;

pub fn plan(assessment: &Assessment, today: NaiveDate) -> Document {
    Document {
        title: format!("Action plan, {}", assessment.force),
        context: format!("{}, {}", assessment.force, long_date(today)),
        marking: assessment.marking.clone(),
        blocks: entries(assessment, today).into_iter().chain(to_look_at(assessment, today)).collect(),
        ..Document::default()
    }
}

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    if !report.is_own() {
        return Vec::new();
    }
    let mut blocks = vec![Block::chapter("Action plan")];
    let actions = in_order(&assessment.actions, report.today);
    if actions.is_empty() {
        blocks.push(Block::paragraph("There are no actions."));
    } else {
        let open = actions.iter().filter(|action| action.is_open()).count();
        blocks.push(Block::paragraph(format!(
            "The plan has {}{}.",
            number_of(actions.len(), "action", "actions"),
            to_be_done(open, actions.len(), actions.iter().any(|action| action.is_overdue(report.today)))
        )));
        blocks.push(Block::Table(table(assessment, &actions, report.today)));
        let notes = actions.iter().flat_map(|action| reason_and_notes(action));
        blocks.extend(Block::list_under(Block::paragraph("What was said about them:"), notes));
    }
    let results = results(assessment, report.today);
    blocks.extend(Block::list_under(Block::paragraph("What became of it:"), results));
    blocks
}

fn to_be_done(open: usize, all: usize, is_any_overdue: bool) -> String {
    let which = match (open, all) {
        (0, 1) => ", which is closed".to_owned(),
        (0, _) => ", all of which are closed".to_owned(),
        (1, 1) => ", which is still to be done".to_owned(),
        (open, all) if open == all => ", all of which are still to be done".to_owned(),
        (1, _) => ", of which 1 is still to be done".to_owned(),
        (open, _) => format!(", of which {open} are still to be done"),
    };
    if is_any_overdue { format!("{which}; what is overdue comes first") } else { which }
}

/// How actions turned out, and in one point the levels that rose without an action.
fn results(assessment: &Assessment, today: NaiveDate) -> Vec<String> {
    let names = &assessment.checklist.level_names;
    let (mut results, mut risen) = (Vec::new(), Vec::new());
    for point in plan_points(assessment, today) {
        match point {
            PlanPoint::RisenWithoutAction(question) => risen.push(question.title.as_str()),
            PlanPoint::NotRisen { .. } | PlanPoint::NotKnown(_) | PlanPoint::OpenThoughMet(_) => {
                results.push(words::plan_point(&point, names));
            }
            PlanPoint::Overdue(_) | PlanPoint::EssentialWithoutAction(_) => {}
        }
    }
    results.extend((!risen.is_empty()).then(|| format!("Risen without an action: {}", risen.join("; "))));
    results
}

fn table(assessment: &Assessment, actions: &[&Action], today: NaiveDate) -> Table {
    let columns = ["Action", "For", "Owner", "Due", "Status"].map(Column::words).to_vec();
    let row = |action: &&Action| {
        let question = assessment.checklist.question_in_any_edition(action.question.as_str());
        vec![
            format!("{}: {}", action.id, action.action),
            question.map_or_else(|| action.question.to_string(), |question| question.title.clone()),
            action.owner.clone(),
            if action.status == Status::NotToBeDone { "-".to_owned() } else { words::due(&action.due) },
            words::action_status(action, today),
        ]
    };
    Table { columns, rows: actions.iter().map(row).collect() }
}

fn reason_and_notes(action: &Action) -> Vec<String> {
    let reason = action.reason.iter().map(|reason| ("not to be done".to_owned(), reason));
    let notes = action.notes.iter().map(|note| (long_date(note.on), &note.text));
    let all = reason.chain(notes);
    all.map(|(when, text)| format!("{}, {when}: {}", action.id, words::quoted(text))).collect()
}

/// The open actions about a question, a line each; none if there are none.
pub fn open_actions(report: &Report<'_>, question: &Question) -> Option<String> {
    let actions = in_order(&report.about.assessment.actions, report.today).into_iter();
    let open = actions.filter(|action| action.question == question.id && action.is_open());
    let open: Vec<String> = open.map(|action| words::action_in_full(action, report.today)).collect();
    (!open.is_empty()).then(|| open.join("\n"))
}

fn entries(assessment: &Assessment, today: NaiveDate) -> Vec<Block> {
    if assessment.actions.is_empty() {
        return vec![Block::paragraph("There are no actions.")];
    }
    in_order(&assessment.actions, today).into_iter().map(|action| entry(assessment, action, today)).collect()
}

fn entry(assessment: &Assessment, action: &Action, today: NaiveDate) -> Block {
    let question = assessment.checklist.question_in_any_edition(action.question.as_str());
    let about = question.map_or_else(|| action.question.to_string(), words::question_with_id);
    let overdue = if action.is_overdue(today) { ": overdue" } else { "" };
    let mut facts = vec![
        Fact::new("Question", about),
        Fact::new("Owner", &action.owner),
        Fact::new("Due", format!("{}{overdue}", words::due(&action.due))),
        Fact::new("Status", action.status.words()),
    ];
    let names = &assessment.checklist.level_names;
    facts.extend(action.level_then.map(|then| Fact::new("Level when opened", then.title(names))));
    facts.extend(action.reason.iter().map(|reason| Fact::new("Reason", reason)));
    if !action.notes.is_empty() {
        facts.push(Fact::new("Notes", words::action_notes(&action.notes).join("\n")));
    }
    Block::entry(format!("{}. {}", action.id, action.action), facts)
}

fn to_look_at(assessment: &Assessment, today: NaiveDate) -> Vec<Block> {
    let names = &assessment.checklist.level_names;
    let points = plan_points(assessment, today);
    let points = points.iter().map(|each| words::plan_point(each, names));
    Block::list_under(Block::paragraph("To be looked at:"), points)
}
