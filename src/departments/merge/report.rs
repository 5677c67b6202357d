//! What a merge would do: what is new, changed and unchanged, and the conflicts.

use super::actions::{PlanConflict, PlanMerge};
use super::{Conflict, Merge, Side, Taken};
use crate::assessment::{Action, Answer, Assessment, Due, Value};
use crate::checklist::QuestionId;
use crate::document::{Block, Document, Fact};
use crate::text::{first_few, list_with_and, long_date, number_of};
use crate::workbook::fit::shortened;

use crate::words;

/// The returned files, apart from their answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReturnedFiles {
    /// The name of the file merged into.
    pub into: String,
    /// How many files were returned.
    pub number: usize,
    pub open: Vec<QuestionId>,
    /// Written at open questions, each with its place and file.
    pub notes_on_open: Vec<String>,
    /// Oddities that do no harm, each with its file.
    pub remarks: Vec<String>,
}

pub fn merge_report(
    assessment: &Assessment,
    merge: &Merge,
    plan: &PlanMerge,
    returned: &ReturnedFiles,
) -> Document {
    let open = left_open(assessment, merge, returned);
    let mut blocks = vec![Block::Facts(counts(merge, plan, returned.number, open.len()))];
    blocks.extend(listed("New answers", in_order(assessment, &merge.new)));
    blocks.extend(listed("Changed", in_order(assessment, &merge.changed)));
    let actions = plan
        .actions
        .iter()
        .filter(|action| plan.new.contains(&action.id) || plan.changed.contains(&action.id));
    blocks.extend(listed("Actions", actions.map(describe_action)));
    if !merge.conflicts.is_empty() || !plan.conflicts.is_empty() {
        let into = returned.into.as_str();
        blocks.push(Block::Chapter("In conflict".to_owned()));
        blocks.extend(merge.conflicts.iter().map(|conflict| conflict_entry(assessment, conflict, into)));
        blocks.extend(plan.conflicts.iter().map(|conflict| plan_conflict_entry(conflict, into)));
    }
    if !open.is_empty() {
        blocks.extend(listed("Left open", std::iter::once(first_few(&open))));
    }
    blocks.extend(listed("Left open, with something beside it", returned.notes_on_open.iter().cloned()));
    blocks.extend(listed("Worth knowing", returned.remarks.iter().cloned()));
    Document {
        title: "What the merge brings".to_owned(),
        context: assessment.force.clone(),
        marking: assessment.marking.clone(),
        blocks,
        ..Document::default()
    }
}

fn counts(merge: &Merge, plan: &PlanMerge, files: usize, open: usize) -> Vec<Fact> {
    let figures = [
        ("New answers", merge.new.len()),
        ("Changed", merge.changed.len()),
        ("As they were", merge.same.len()),
        ("In conflict", merge.conflicts.len() + plan.conflicts.len()),
        ("Left open", open),
    ];
    let mut facts = vec![Fact::new("Came back", number_of(files, "file", "files"))];
    facts.extend(figures.map(|(label, number)| Fact::new(label, number.to_string())));
    if plan.new.len() + plan.changed.len() > 0 {
        facts.push(Fact::new("Actions", format!("{} new, {} changed", plan.new.len(), plan.changed.len())));
    }
    facts
}

/// The titles of questions left open that nobody else has answered, in the checklist's order.
fn left_open(assessment: &Assessment, merge: &Merge, returned: &ReturnedFiles) -> Vec<String> {
    let comes = |id: &QuestionId| {
        merge.new.iter().any(|taken| taken.question == *id)
            || merge.conflicts.iter().any(|conflict| conflict.question == *id)
    };
    let open = assessment.open_questions().filter(|question| returned.open.contains(&question.id));
    open.filter(|question| !comes(&question.id)).map(|question| question.title.clone()).collect()
}

fn listed(title: &str, points: impl Iterator<Item = String>) -> Vec<Block> {
    let points: Vec<String> = points.collect();
    match points.is_empty() {
        true => Vec::new(),
        false => vec![Block::Chapter(title.to_owned()), Block::list(points)],
    }
}

/// In the checklist's order.
fn in_order<'a>(assessment: &'a Assessment, taken: &'a [Taken]) -> impl Iterator<Item = String> + 'a {
    let of = |id: &'a QuestionId| taken.iter().find(move |taken| taken.question == *id);
    let in_order = assessment.checklist.questions().filter_map(move |question| of(&question.id));
    in_order.map(|taken| describe_taken(assessment, taken))
}

fn name(assessment: &Assessment, id: &QuestionId) -> String {
    assessment.checklist.question(id.as_str()).map_or_else(|| id.to_string(), words::question_with_id)
}

fn value(assessment: &Assessment, id: &QuestionId, answer: &Answer) -> String {
    let question = assessment.checklist.question(id.as_str());
    match (answer.value, question) {
        // As on the form.
        (Value::Unknown, _) => "don't know".to_owned(),
        (value, Some(question)) => value.title(question.level_names()),
        (value, None) => value.word(),
    }
}

fn describe_taken(assessment: &Assessment, taken: &Taken) -> String {
    let now = value(assessment, &taken.question, &taken.answer);
    let before = taken.before.as_ref().map(|before| (before, value(assessment, &taken.question, before)));
    let value = match before {
        Some((_, before)) if before != now => format!("{before} becomes {now}"),
        Some((before, _)) => format!("{now} as before; {}", differences(before, &taken.answer)),
        None => now,
    };
    let signed = signed(&taken.answer).map(|signed| format!(", {signed}")).unwrap_or_default();
    format!("{}: {value}{signed} ({})", name(assessment, &taken.question), taken.from.join(", "))
}

/// What else differs between two answers of one value: `name added, note changed`.
fn differences(before: &Answer, now: &Answer) -> String {
    let said = |answer: &Answer| {
        [
            ("note", answer.note.clone()),
            ("evidence", words::evidence(&answer.evidence, "; ")),
            ("period", words::period((answer.from, answer.to))),
            ("name", answer.by.clone()),
            ("day", answer.on.map(long_date)),
        ]
    };
    let changes = said(before).into_iter().zip(said(now)).filter_map(|((what, before), (_, now))| {
        let how = match (before, now) {
            (None, Some(_)) => "added",
            (Some(_), None) => "taken out",
            (before, now) if before != now => "changed",
            _ => return None,
        };
        Some(format!("{what} {how}"))
    });
    changes.collect::<Vec<_>>().join(", ")
}

fn signed(answer: &Answer) -> Option<String> {
    let parts: Vec<String> = answer.by.iter().cloned().chain(answer.on.map(long_date)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn describe_action(action: &Action) -> String {
    format!(
        "{}; {}, due {}, {}",
        words::action_with_id(action),
        action.owner,
        words::due(&action.due),
        action.status.words()
    )
}

/// `into` is the name of our file.
pub fn conflict_entry(assessment: &Assessment, conflict: &Conflict, into: &str) -> Block {
    let facts = conflict.sides.iter().map(|side| {
        let answer = &side.answer;
        let evidence =
            words::evidence(&answer.evidence, "; ").map(|evidence| format!("Evidence: {evidence}"));
        let note = answer.note.as_ref().map(|note| format!("Note: {note}"));
        let signed = signed(answer).map(|signed| format!("Answered: {signed}"));
        let period = words::period((answer.from, answer.to)).map(|period| format!("Covers: {period}"));
        let lines = std::iter::once(value(assessment, &conflict.question, answer)).chain(period);
        let lines = lines.chain(note).chain(evidence).chain(signed).collect::<Vec<_>>();
        Fact::new(side_label(side, into), lines.join("\n"))
    });
    Block::Entry {
        title: name(assessment, &conflict.question),
        anchor: None,
        facts: facts.collect(),
        see: None,
    }
}

fn side_label(side: &Side, into: &str) -> String {
    let ours = side.is_ours.then(|| format!("In {into}"));
    ours.into_iter().chain(side.from.iter().cloned()).collect::<Vec<_>>().join(", ")
}

/// One line each, to choose from. Lines may be cut, so what differs comes first and what they share is left out.
pub fn side_lines(assessment: &Assessment, conflict: &Conflict, into: &str) -> Vec<String> {
    let parts = |side: &Side| {
        let value = value(assessment, &conflict.question, &side.answer);
        let by = side.answer.by.as_ref().map(|by| shortened(by, 24)).unwrap_or_default();
        [value, by, side.answer.on.map(long_date).unwrap_or_default()]
    };
    let all: Vec<[String; 3]> = conflict.sides.iter().map(parts).collect();
    let differs =
        |at: &usize| all.iter().any(|parts| parts.get(*at) != all.first().and_then(|first| first.get(*at)));
    let telling: Vec<usize> = (0..3).filter(differs).collect();
    let line = |(parts, side): (&[String; 3], &Side)| {
        let parts = telling.iter().filter_map(|at| parts.get(*at)).filter(|part| !part.is_empty());
        let ours = side.is_ours.then(|| into.to_owned());
        let files = ours.into_iter().chain(side.from.iter().cloned()).collect::<Vec<_>>().join(", ");
        let parts = parts.cloned().collect::<Vec<_>>().join(", ");
        if parts.is_empty() { files } else { format!("{parts} ({files})") }
    };
    all.iter().zip(&conflict.sides).map(line).collect()
}

pub fn keep_question(lost: &[&Side]) -> String {
    let whose = |side: &&Side| side.answer.by.clone().unwrap_or_else(|| side.from.join(", "));
    let whose: Vec<String> = lost.iter().map(whose).filter(|whose| !whose.is_empty()).collect();
    let whose: Vec<&str> = whose.iter().map(String::as_str).collect();
    match whose.as_slice() {
        [] => "Keep what was written with the answer not taken?".to_owned(),
        [one] => format!("Keep what {one} wrote with the answer not taken?"),
        more => format!("Keep what {} wrote with the answers not taken?", list_with_and(more)),
    }
}

/// `into` is the name of our file.
pub fn plan_conflict_entry(conflict: &PlanConflict, into: &str) -> Block {
    let state = |action: &Action| {
        let reason = action.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
        let due = match &action.due {
            Due::On(day) => long_date(*day),
            never @ Due::Never(_) => words::due(never),
        };
        format!("Owner: {}\nDue: {due}\nStatus: {}{reason}", action.owner, action.status.words())
    };
    let facts = vec![
        Fact::new(format!("In {into}"), state(&conflict.ours)),
        Fact::new(&conflict.from, state(&conflict.theirs)),
    ];
    Block::Entry {
        title: format!("{}. {}", conflict.ours.id, conflict.ours.action),
        anchor: None,
        facts,
        see: None,
    }
}
