//! What is to be done: the gaps in the order in which to close them, and what is loose besides.

use std::cmp::Reverse;

use crate::assessment::{Answer, Standing, Value};
use crate::checklist::{Kind, Level, Question};
use crate::judge::gap::Gap;

use super::{Report, figures, review, survey, words};
use crate::document::{Block, Fact, Point};

/// Each gap with what to do, whom it concerns and what was found where it was in place.
pub fn gaps(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Chapter("Gaps".to_owned())];
    if report.gaps.is_empty() {
        blocks.push(Block::paragraph(match open_so_far(report) {
            None => "No answer falls below its target.".to_owned(),
            Some(_) if is_published(report) => "No finding falls short of its target for certain.".to_owned(),
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
    let mut facts = vec![Fact::new("Section", &gap.section.title), Fact::new("Asked", &question.ask)];
    facts.extend(now_and_target(report, question, gap.standing, gap.scale.target));
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
    facts.extend(beside_the_finding(report, question));
    facts.extend(review::of_question(report, question));
    facts.extend(practice_facts(report, question));
    Block::Entry {
        anchor: None,
        title: format!("{number}. {}{}", words::name(question), words::essential(question)),
        facts,
    }
}

/// How a question stands and what it asks for. Of published findings only what was found is given, in our paraphrase:
/// the texts of our levels say more, and nobody found that.
fn now_and_target(report: &Report<'_>, question: &Question, standing: Standing, target: Level) -> Vec<Fact> {
    let assessment = report.about.assessment;
    if assessment.source.is_none() {
        return vec![
            Fact::new("Now", words::standing_described(question, standing)),
            Fact::new("Target", words::level_described(question, target)),
        ];
    }
    let found = assessment.answer(&question.id).map(|answer| words::finding(question, answer));
    let found = found.map(|found| Fact::new(words::found_label(assessment), found));
    found.into_iter().chain([Fact::new("Target", question.level_names().of(target))]).collect()
}

/// What was said beside an answer, less the paraphrase of a finding, which is given already.
fn beside_the_finding(report: &Report<'_>, question: &Question) -> Vec<Fact> {
    let assessment = report.about.assessment;
    let Some(answer) = assessment.answer(&question.id) else { return Vec::new() };
    match assessment.source {
        Some(_) => words::particulars(&Answer { note: None, ..answer.clone() }),
        None => words::particulars(answer),
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
        facts.extend(now_and_target(report, question, found.standing, found.scale.target));
        facts.extend(beside_the_finding(report, question));
        let title = format!("{}{}", words::name(question), words::essential(question));
        Block::Entry { anchor: None, title, facts }
    }));
    blocks
}

/// What comes before any action: where nobody could say how things stand, to find out.
pub fn first(gap: &Gap<'_>) -> Option<String> {
    let owner = gap.question.owner.as_deref().unwrap_or("whoever is responsible");
    (gap.standing == Standing::Unknown).then(|| format!("Establish the facts with {owner}."))
}

/// Which forces had in place what the gap asks for, by what was published on them.
pub fn practice_facts(report: &Report<'_>, question: &Question) -> Option<Fact> {
    let named = survey::further_on(report, question)?;
    Some(Fact::new(survey::WHOM_TO_ASK, format!("{named}, by what was published on them")))
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
            let note = answer.note.as_deref().map(|note| format!(". {note}")).unwrap_or_default();
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
        text: match question.kind {
            Kind::Count(_) => format!("{} (figure)", words::name(question)),
            Kind::Scale(_) => format!("{}{}", words::name(question), words::essential(question)),
        },
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
        (true, Some(_)) if is_published(report) => Block::paragraph("None is stated."),
        (true, Some(open)) => Block::paragraph(format!("None so far; {open}.")),
    };
    vec![Block::Chapter(title.to_owned()), body]
}

/// Nobody goes on answering what was published: what it leaves out is not stated, rather than open.
fn is_published(report: &Report<'_>) -> bool {
    report.about.assessment.source.is_some()
}

/// What is open, where anything is: what is said before it is answered holds so far only.
fn open_so_far(report: &Report<'_>) -> Option<String> {
    let card = &report.scorecard;
    let verb = if card.coverage.unanswered + card.figures.unanswered == 1 { "is" } else { "are" };
    words::open(&card.coverage, &card.figures).map(|open| format!("{open} {verb} open"))
}
