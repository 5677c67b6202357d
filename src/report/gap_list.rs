//! The gaps in the order in which to close them, and lists of answers that need attention.

use std::cmp::Reverse;

use crate::assessment::{Answer, Value};
use crate::checklist::{Kind, Level, Question};
use crate::judge::board::year_before;
use crate::judge::gap::{Gap, is_at_least};

use super::{plan, review, summary, survey, then_and_now};
use crate::document::{Block, Column, Fact, Point, Table};
use crate::results::Report;
use crate::words;

pub fn gaps(report: &Report<'_>) -> Vec<Block> {
    let title = if report.is_own() { "Gaps, and what is done about them" } else { "Gaps" };
    let lead = match (report.gaps.len(), words::open_questions_are(&report.scorecard)) {
        (0, None) => "No answer falls below its target.".to_owned(),
        (0, Some(_)) if !report.is_own() => "No finding falls short of its target for certain.".to_owned(),
        (0, Some(open_questions_are)) => {
            format!("No answer falls below its target so far; {open_questions_are} open.")
        }
        (number, _) => format!(
            "There {}, in the order in which to close them: essential first, then by weight and by how far they fall short.",
            if number == 1 { "is one gap".to_owned() } else { format!("are {number} gaps") }
        ),
    };
    let mut blocks = vec![Block::chapter(title), Block::paragraph(lead)];
    if report.is_redacted() {
        blocks.extend((!report.gaps.is_empty()).then(|| Block::Table(table(report))));
    } else {
        blocks.extend(report.gaps.iter().map(|gap| entry(report, gap)));
    }
    blocks
}

/// The gaps for the public: what is asked, the level, and whether an action is planned.
fn table(report: &Report<'_>) -> Table {
    let columns = ["What is asked", "Now", "Asked for", "Action"].map(Column::words).to_vec();
    let row = |gap: &Gap<'_>| {
        let names = &gap.scale.names;
        let has_action = report.has_open_action(gap.question);
        vec![
            format!("{}{}", gap.question.ask, words::essential(gap.question)),
            gap.standing.title(names),
            names.name(gap.scale.target).to_owned(),
            if has_action { "planned or under way" } else { "none planned" }.to_owned(),
        ]
    };
    Table { columns, rows: report.gaps.iter().map(row).collect() }
}

fn entry(report: &Report<'_>, gap: &Gap<'_>) -> Block {
    let question = gap.question;
    let mut facts = vec![Fact::new("Asked", &question.ask)];
    facts.extend(now_and_target(report, gap));
    facts.extend(beside_the_finding(report, question));
    facts.extend(review::differences(report, question));
    facts.extend(actions(report, gap));
    facts.extend(then_and_now::found_before(report, question));
    facts.extend(practice(report, question));
    Block::Entry {
        anchor: Some(format!("gap-{}", question.id)),
        title: words::question_title(question),
        facts,
        see: Some(("The answer in full", question.id.to_string())),
    }
}

fn actions(report: &Report<'_>, gap: &Gap<'_>) -> Vec<Fact> {
    let question = gap.question;
    if let Some(open) = plan::open_actions(report, question) {
        return vec![Fact::new("Action", open)];
    }
    let suggested = words::steps_to_close(gap);
    let none = report.is_own().then(|| Fact::new("Action", summary::without_open_action(report, question)));
    let suggested = (!suggested.is_empty()).then(|| Fact::new("Suggested", suggested.join(" ")));
    let owner = question.owner.as_ref().map(|owner| Fact::new("Belongs to", owner));
    none.into_iter().chain(suggested).chain(owner).collect()
}

/// The level now and last year, and the target. A published finding is given only in our paraphrase, as our descriptions of
/// the levels say more than was found.
fn now_and_target(report: &Report<'_>, gap: &Gap<'_>) -> Vec<Fact> {
    let (question, names) = (gap.question, &gap.scale.names);
    if !report.is_own() {
        return found_and_target(report, gap);
    }
    let now = gap.standing.title(names);
    let last = year_before(report.about.assessment, report.trend.as_ref(), question);
    let now = match last.filter(|last| last.levels().is_some()) {
        Some(last) if last == gap.standing => format!("{now}, as last time"),
        Some(last) => format!("{now}; last time {}", last.title(names)),
        None => now,
    };
    vec![Fact::new("Now", now), Fact::new("Target", words::level_described(question, gap.scale.target))]
}

fn found_and_target(report: &Report<'_>, Gap { question, scale, .. }: &Gap<'_>) -> Vec<Fact> {
    let assessment = report.about.assessment;
    let found = assessment.answer(&question.id).map(|answer| words::finding(question, answer));
    let found = found.map(|found| Fact::new(words::found_label(assessment), found));
    found.into_iter().chain([Fact::new("Target", scale.names.name(scale.target))]).collect()
}

/// What was typed with an answer, without the paraphrase of a finding, which is given already.
fn beside_the_finding(report: &Report<'_>, question: &Question) -> Vec<Fact> {
    let assessment = report.about.assessment;
    let Some(answer) = assessment.answer(&question.id) else { return Vec::new() };
    match assessment.source {
        Some(_) => words::answer_facts(&Answer { note: None, ..answer.clone() }),
        None => answer.note.iter().map(|note| Fact::new("Note", words::quoted(note))).collect(),
    }
}

/// The findings that may or may not meet their targets. A force's own answers are all settled.
pub fn not_settled(report: &Report<'_>) -> Vec<Block> {
    if report.is_own() {
        return Vec::new();
    }
    let lead = if report.not_settled.is_empty() {
        "Every finding either meets its target or falls short of it."
    } else {
        "The words of these findings fit a level below the target as well as the target itself. They are not gaps, and \
         do not count as targets met."
    };
    let entries = report.not_settled.iter().map(|gap| {
        let question = gap.question;
        let mut facts = vec![Fact::new("Section", &gap.section.title), Fact::new("Asked", &question.ask)];
        facts.extend(found_and_target(report, gap));
        facts.extend(beside_the_finding(report, question));
        Block::entry(words::question_title(question), facts)
    });
    [Block::chapter("Not settled"), Block::paragraph(lead)].into_iter().chain(entries).collect()
}

/// Which forces had in place what the gap asks for, by what was published about them.
pub fn practice(report: &Report<'_>, question: &Question) -> Option<Fact> {
    let named = survey::further_on(report, question)?;
    Some(Fact::new(survey::WHOM_TO_ASK, format!("{named}, according to what was published")))
}

pub fn without_evidence(report: &Report<'_>) -> Vec<Block> {
    let mut without_evidence: Vec<(&Question, &Answer)> =
        answered(report).filter(|(_, answer)| answer.lacks_evidence()).collect();
    without_evidence.sort_by_key(|(_, answer)| match answer.value {
        Value::Level(levels) => Reverse(Some(levels.lowest())),
        _ => Reverse(None),
    });
    let points = without_evidence.iter().map(|(question, answer)| {
        let name = words::question_with_id(question);
        format!("{name}: {}{}", words::value(question, answer.value), words::essential(question))
    });
    Block::list_under(Block::chapter("Answers without evidence"), points)
}

pub fn unknown(report: &Report<'_>) -> Vec<Block> {
    let unknown = answered(report).filter(|(_, answer)| answer.value == Value::Unknown);
    let points = unknown.map(|(question, answer)| {
        let owner = question.owner.as_deref().map(|owner| format!("; ask {owner}")).unwrap_or_default();
        let note = answer.note.as_deref().map(|note| format!(". {note}")).unwrap_or_default();
        format!("{}{owner}{note}", words::question_with_id(question))
    });
    Block::list_under(Block::chapter("To be established"), points)
}

pub fn not_applicable(report: &Report<'_>) -> Vec<Block> {
    let not_applicable = answered(report).filter(|(_, answer)| answer.value == Value::NotApplicable);
    let points = not_applicable.map(|(question, answer)| {
        let reason = answer.note.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
        format!("{}{}{reason}", words::question_with_id(question), words::essential(question))
    });
    Block::list_under(Block::chapter("Not applicable"), points)
}

pub fn unanswered(report: &Report<'_>) -> Vec<Block> {
    let points = report.about.assessment.open_questions().map(|question| {
        let mark = match question.kind {
            Kind::Count(_) => " (figure)",
            Kind::Scale(_) => words::essential(question),
        };
        let text = format!("{}{mark}", words::question_with_id(question));
        Point { text, anchor: Some(question.id.to_string()) }
    });
    let title = if report.is_own() { "Not yet answered" } else { "Not stated" };
    Block::list_under(Block::chapter(title), points)
}

fn answered<'r>(report: &Report<'r>) -> impl Iterator<Item = (&'r Question, &'r Answer)> {
    let assessment = report.about.assessment;
    assessment.checklist.questions().filter_map(|question| Some((question, assessment.answer(&question.id)?)))
}

/// What is in place or better, a sentence for each section, for readers who do not get the answers.
pub fn in_place(report: &Report<'_>) -> Vec<Block> {
    let standing = |question: &Question| report.about.assessment.standing(question);
    let is_in_place = |question: &&Question| {
        standing(question).is_some_and(|standing| is_at_least(standing, Level::InPlace))
    };
    let sections = report.checklist().sections.iter().filter_map(|section| {
        let questions = section.questions.iter().filter(is_in_place);
        let titles: Vec<&str> = questions.map(|question| question.title.as_str()).collect();
        (!titles.is_empty()).then(|| Fact::new(&section.title, titles.join("; ")))
    });
    let facts: Vec<Fact> = sections.collect();
    if facts.is_empty() {
        return Vec::new();
    }
    let level = report.level_names().name(Level::InPlace);
    vec![Block::chapter(format!("What is {level} or better")), Block::Facts(facts)]
}
