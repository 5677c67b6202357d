//! What is to be done: the gaps in the order in which to close them, and what is loose besides.

use std::cmp::Reverse;

use crate::assessment::{Answer, Standing, Value};
use crate::checklist::Question;
use crate::compare::practice;
use crate::gap::Gap;

use super::document::{Block, Fact, Point};
use super::{Audience, Report, figures, words};

/// Each gap with what to do, whom it concerns and what HMIC found where it was in place.
pub fn gaps(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Chapter("Gaps".to_owned())];
    if report.gaps.is_empty() {
        blocks.push(Block::paragraph(match open_so_far(report) {
            None => "No answer falls below its target.".to_owned(),
            Some(open) => format!("No answer falls below its target so far; {open}."),
        }));
        return blocks;
    }
    blocks.push(Block::paragraph(
        "In the order in which to close them: essential first, then by weight and by how far they fall short.",
    ));
    blocks.extend(figures::gaps(report).map(Block::Figure));
    blocks.extend(report.gaps.iter().enumerate().map(|(at, gap)| entry(report, at + 1, gap)));
    blocks
}

fn entry(report: &Report<'_>, number: usize, gap: &Gap<'_>) -> Block {
    let question = gap.question;
    let mut facts = vec![
        Fact::new("Section", &gap.section.title),
        Fact::new("Asked", &question.ask),
        Fact::new("Now", words::standing_described(question, gap.standing)),
        Fact::new("Target", words::level_described(question, gap.target)),
    ];
    if let Some(why) = &question.why {
        facts.push(Fact::new("Why", why));
    }
    facts.extend(first(gap).map(|first| Fact::new("First", first)));
    if let Some(action) = &question.action {
        facts.push(Fact::new("To do", action));
    }
    if let Some(owner) = &question.owner {
        facts.push(Fact::new("Concerns", owner));
    }
    if let Some(answer) = report.about.assessment.answer(&question.id) {
        facts.extend(words::particulars(answer));
    }
    facts.extend(practice_facts(report, question));
    Block::Entry {
        anchor: None,
        title: format!("{number}. {}{}", words::name(question), words::essential(question)),
        facts,
    }
}

/// What comes before any action: where nobody could say how things stand, to find out.
pub fn first(gap: &Gap<'_>) -> Option<String> {
    let owner = gap.question.owner.as_deref().unwrap_or("whoever is responsible");
    (gap.standing == Standing::Unknown).then(|| format!("Establish the facts with {owner}."))
}

/// What published findings say of forces that had in place what the gap asks for.
pub fn practice_facts(report: &Report<'_>, question: &Question) -> Option<Fact> {
    let published: Vec<_> = report.published().collect();
    let lines: Vec<String> = practice(report.about.assessment, &published, question)
        .into_iter()
        .map(|(other, answer)| {
            let found = answer.note.as_deref().unwrap_or("no more is stated");
            format!("{} ({}): {found}", other.assessment.force, answer.value.title())
        })
        .collect();
    (!lines.is_empty()).then(|| Fact::new("HMIC found", lines.join("\n")))
}

/// Answers that nothing shows, `assured` ones first and counts last.
pub fn without_evidence(report: &Report<'_>) -> Vec<Block> {
    if report.audience == Audience::Public {
        return Vec::new();
    }
    let mut bare: Vec<(&Question, &Answer)> = answered(report)
        .filter(|(_, answer)| answer.evidence.is_empty())
        .filter(|(_, answer)| matches!(answer.value, Value::Level(_) | Value::Count(_)))
        .collect();
    bare.sort_by_key(|(_, answer)| match answer.value {
        Value::Level(levels) => Reverse(Some(levels.lowest())),
        _ => Reverse(None),
    });
    let points = bare.iter().map(|(question, answer)| {
        format!(
            "{}: {}{}",
            words::name(question),
            words::value(question, answer.value),
            words::essential(question)
        )
    });
    chapter(report, "Answers without evidence", points)
}

/// Answers that nobody could give.
pub fn unknown(report: &Report<'_>) -> Vec<Block> {
    let points =
        answered(report).filter(|(_, answer)| answer.value == Value::Unknown).map(|(question, answer)| {
            let owner = question.owner.as_deref().map(|owner| format!("; ask {owner}")).unwrap_or_default();
            let note = answer.note.as_deref().map(|note| format!("; {note}")).unwrap_or_default();
            format!("{}{owner}{note}", words::name(question))
        });
    chapter(report, "To be established", points)
}

/// Questions that do not apply, with the reason for each.
pub fn not_applicable(report: &Report<'_>) -> Vec<Block> {
    let set_aside = answered(report).filter(|(_, answer)| answer.value == Value::NotApplicable);
    let points = set_aside.map(|(question, answer)| {
        let reason = answer.note.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
        format!("{}{}{reason}", words::name(question), words::essential(question))
    });
    chapter(report, "Not applicable", points)
}

/// Questions without an answer, counts too, essential ones marked.
pub fn unanswered(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    let points = assessment.open_questions().map(|question| Point {
        text: format!("{}{}", words::name(question), words::essential(question)),
        anchor: Some(question.id.to_string()),
    });
    let title = if assessment.source.is_some() { "Not stated" } else { "Not yet answered" };
    chapter(report, title, points)
}

fn answered<'r>(report: &Report<'r>) -> impl Iterator<Item = (&'r Question, &'r Answer)> {
    let assessment = report.about.assessment;
    assessment.checklist.questions().filter_map(|question| Some((question, assessment.answer(&question.id)?)))
}

/// A chapter of points. None is said to be so, with what is still open.
fn chapter(report: &Report<'_>, title: &str, points: impl Iterator<Item = impl Into<Point>>) -> Vec<Block> {
    let points: Vec<Point> = points.map(Into::into).collect();
    let body = match (points.is_empty(), open_so_far(report)) {
        (false, _) => Block::List(points),
        (true, None) => Block::paragraph("None."),
        (true, Some(open)) => Block::paragraph(format!("None so far; {open}.")),
    };
    vec![Block::Chapter(title.to_owned()), body]
}

/// How many questions for a level are open, where any is: what is said before they are answered holds so far only.
fn open_so_far(report: &Report<'_>) -> Option<String> {
    let open = report.scorecard.coverage.unanswered;
    (open > 0).then(|| format!("{} open", words::number_of(open, "question is", "questions are")))
}
