//! What is to be done: the gaps in the order in which to close them, and what is loose besides.

use std::cmp::Reverse;

use crate::assessment::{Answer, Standing, Value};
use crate::checklist::{Kind, Level, Question};
use crate::judge::board::year_before;
use crate::judge::gap::Gap;

use super::{plan, review, summary, survey, then_and_now};
use crate::document::{Block, Column, Fact, Point, Table};
use crate::results::Report;
use crate::words;

/// Each gap with what is done about it, by whom and by when.
pub fn gaps(report: &Report<'_>) -> Vec<Block> {
    let title = if report.is_own() { "Gaps, and what is done about them" } else { "Gaps" };
    let mut blocks = vec![Block::Chapter(title.to_owned())];
    if report.gaps.is_empty() {
        blocks.push(Block::paragraph(match open_so_far(report) {
            None => "No answer falls below its target.".to_owned(),
            Some(_) if !report.is_own() => "No finding falls short of its target for certain.".to_owned(),
            Some(open) => format!("No answer falls below its target so far; {open}."),
        }));
        return blocks;
    }
    blocks.push(Block::paragraph(format!(
        "There {}, in the order in which to close them: essential first, then by weight and by how far they fall short.",
        match report.gaps.len() {
            1 => "is one gap".to_owned(),
            number => format!("are {number} gaps"),
        }
    )));
    if report.is_redacted() {
        blocks.push(Block::Table(in_one_table(report)));
    } else {
        blocks.extend(report.gaps.iter().map(|gap| entry(report, gap)));
    }
    blocks
}

/// The gaps for readers who want to know what is asked, how it stands, and whether anything is done.
fn in_one_table(report: &Report<'_>) -> Table {
    let columns = ["What is asked", "Now", "Asked for", "Action"].map(Column::words).to_vec();
    let row = |gap: &Gap<'_>| {
        let names = &gap.scale.names;
        let acted =
            if report.has_open_action(gap.question) { "planned or under way" } else { "none planned" };
        vec![
            format!("{}{}", gap.question.ask, words::essential(gap.question)),
            gap.standing.title(names),
            names.name(gap.scale.target).to_owned(),
            acted.to_owned(),
        ]
    };
    Table { columns, rows: report.gaps.iter().map(row).collect() }
}

fn entry(report: &Report<'_>, gap: &Gap<'_>) -> Block {
    let question = gap.question;
    let mut facts = vec![Fact::new("Asked", &question.ask)];
    facts.extend(now_and_target(report, gap));
    facts.extend(beside_the_finding(report, question));
    facts.extend(review::of_question(report, question));
    facts.extend(actions(report, gap));
    facts.extend(then_and_now::found_before(report, question));
    facts.extend(practice_facts(report, question));
    let title = format!("{}{}", question.title, words::essential(question));
    Block::Entry {
        anchor: Some(format!("gap-{}", question.id)),
        title,
        facts,
        see: Some(("The answer in full", question.id.to_string())),
    }
}

/// What is being done, or what the checklist suggests where nothing is.
fn actions(report: &Report<'_>, gap: &Gap<'_>) -> Vec<Fact> {
    let question = gap.question;
    let open =
        plan::shown(report).into_iter().filter(|action| action.question == question.id && action.is_open());
    let open: Vec<String> = open.map(|action| words::action_in_full(action, report.today)).collect();
    if !open.is_empty() {
        return vec![Fact::new("Action", open.join("\n"))];
    }
    let suggested = words::steps_to_close(gap);
    let none = report.is_own().then(|| Fact::new("Action", summary::without_open_action(report, question)));
    let suggested = (!suggested.is_empty()).then(|| Fact::new("Suggested", suggested.join(" ")));
    let owner = question.owner.as_ref().map(|owner| Fact::new("Belongs to", owner));
    none.into_iter().chain(suggested).chain(owner).collect()
}

/// How a question stands, how it stood the year before, and what it asks for. Of published findings only what was found is
/// given, in our paraphrase: the texts of our levels say more, and nobody found that.
fn now_and_target(report: &Report<'_>, gap: &Gap<'_>) -> Vec<Fact> {
    let (question, names) = (gap.question, &gap.scale.names);
    if !report.is_own() {
        return found_and_target(report, question, gap.scale.target);
    }
    let now = gap.standing.title(names);
    let last = year_before(report.about.assessment, report.trend.as_ref(), question);
    let last = last.filter(|last| last.levels().is_some());
    let now = match last {
        Some(last) if last == gap.standing => format!("{now}, as last time"),
        Some(last) => format!("{now}; last time {}", last.title(names)),
        None => now,
    };
    vec![Fact::new("Now", now), Fact::new("Target", words::level_described(question, gap.scale.target))]
}

fn found_and_target(report: &Report<'_>, question: &Question, target: Level) -> Vec<Fact> {
    let assessment = report.about.assessment;
    let found = assessment.answer(&question.id).map(|answer| words::finding(question, answer));
    let found = found.map(|found| Fact::new(words::found_label(assessment), found));
    found.into_iter().chain([Fact::new("Target", question.level_names().name(target))]).collect()
}

/// What was said beside an answer, less the paraphrase of a finding, which is given already.
fn beside_the_finding(report: &Report<'_>, question: &Question) -> Vec<Fact> {
    let assessment = report.about.assessment;
    let Some(answer) = assessment.answer(&question.id) else { return Vec::new() };
    match assessment.source {
        Some(_) => words::answer_facts(&Answer { note: None, ..answer.clone() }),
        None => answer.note.iter().map(|note| Fact::new("Note", words::quoted(note))).collect(),
    }
}

/// Findings of which it is not settled whether they meet their target; a force's own answers are all settled.
pub fn not_settled(report: &Report<'_>) -> Vec<Block> {
    if report.about.assessment.source.is_none() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Chapter("Not settled".to_owned())];
    blocks.push(Block::paragraph(match report.not_settled.is_empty() {
        true => "Every finding either meets its target or falls short of it.",
        false => {
            "The words of these findings fit a level below the target as well as the target itself. They are not \
             gaps, and do not count as targets met."
        }
    }));
    blocks.extend(report.not_settled.iter().map(|found| {
        let question = found.question;
        let mut facts = vec![Fact::new("Section", &found.section.title), Fact::new("Asked", &question.ask)];
        facts.extend(found_and_target(report, question, found.scale.target));
        facts.extend(beside_the_finding(report, question));
        let title = format!("{}{}", question.title, words::essential(question));
        Block::Entry { anchor: None, title, facts, see: None }
    }));
    blocks
}

/// Which forces had in place what the gap asks for, by what was published on them.
pub fn practice_facts(report: &Report<'_>, question: &Question) -> Option<Fact> {
    let named = survey::further_on(report, question)?;
    Some(Fact::new(survey::WHOM_TO_ASK, format!("{named}, according to what was published")))
}

/// Answers that nothing shows, `assured` ones first and counts last.
pub fn without_evidence(report: &Report<'_>) -> Vec<Block> {
    let mut without_evidence: Vec<(&Question, &Answer)> =
        answered(report).filter(|(_, answer)| answer.lacks_evidence()).collect();
    without_evidence.sort_by_key(|(_, answer)| match answer.value {
        Value::Level(levels) => Reverse(Some(levels.lowest())),
        _ => Reverse(None),
    });
    let points = without_evidence.iter().map(|(question, answer)| {
        format!(
            "{}: {}{}",
            words::question_with_id(question),
            words::value(question, answer.value),
            words::essential(question)
        )
    });
    chapter("Answers without evidence", points)
}

/// Answers that nobody could give.
pub fn unknown(report: &Report<'_>) -> Vec<Block> {
    let points =
        answered(report).filter(|(_, answer)| answer.value == Value::Unknown).map(|(question, answer)| {
            let owner = question.owner.as_deref().map(|owner| format!("; ask {owner}")).unwrap_or_default();
            let note = answer.note.as_deref().map(|note| format!(". {note}")).unwrap_or_default();
            format!("{}{owner}{note}", words::question_with_id(question))
        });
    chapter("To be established", points)
}

/// Questions that do not apply, with the reason for each.
pub fn not_applicable(report: &Report<'_>) -> Vec<Block> {
    let set_aside = answered(report).filter(|(_, answer)| answer.value == Value::NotApplicable);
    let points = set_aside.map(|(question, answer)| {
        let reason = answer.note.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
        format!("{}{}{reason}", words::question_with_id(question), words::essential(question))
    });
    chapter("Not applicable", points)
}

/// Questions without an answer, counts too, essential ones marked.
pub fn unanswered(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    let points = assessment.open_questions().map(|question| Point {
        text: match question.kind {
            Kind::Count(_) => format!("{} (figure)", words::question_with_id(question)),
            Kind::Scale(_) => format!("{}{}", words::question_with_id(question), words::essential(question)),
        },
        anchor: Some(question.id.to_string()),
    });
    let title = if assessment.source.is_some() { "Not stated" } else { "Not yet answered" };
    chapter(title, points)
}

fn answered<'r>(report: &Report<'r>) -> impl Iterator<Item = (&'r Question, &'r Answer)> {
    let assessment = report.about.assessment;
    assessment.checklist.questions().filter_map(|question| Some((question, assessment.answer(&question.id)?)))
}

/// A chapter of points; none where there are none.
fn chapter(title: &str, points: impl Iterator<Item = impl Into<Point>>) -> Vec<Block> {
    let points: Vec<Point> = points.map(Into::into).collect();
    if points.is_empty() {
        return Vec::new();
    }
    vec![Block::Chapter(title.to_owned()), Block::List(points)]
}

/// What is in place or better, section by section, in one sentence each; for readers who get no list of answers.
pub fn in_place(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    let has = |question: &&Question| matches!(assessment.standing(question), Some(Standing::Level(levels)) if levels.lowest() >= Level::InPlace);
    let sections = assessment.checklist.sections.iter().filter_map(|section| {
        let titles: Vec<&str> =
            section.questions.iter().filter(has).map(|question| question.title.as_str()).collect();
        (!titles.is_empty()).then(|| Fact::new(&section.title, titles.join("; ")))
    });
    let facts: Vec<Fact> = sections.collect();
    if facts.is_empty() {
        return Vec::new();
    }
    let level = assessment.checklist.level_names.name(Level::InPlace);
    vec![Block::Chapter(format!("What is {level} or better")), Block::Facts(facts)]
}

/// What is open, where anything is: what is said before it is answered holds so far only.
fn open_so_far(report: &Report<'_>) -> Option<String> {
    let card = &report.scorecard;
    let verb = if card.coverage.unanswered + card.figures.unanswered == 1 { "is" } else { "are" };
    words::open_questions(&card.coverage, &card.figures).map(|open| format!("{open} {verb} open"))
}
