//! What happened to last time's answers: how many stand as they were, are the same but answered again, changed, or are
//! still open, and what rests on evidence from before.

use crate::assessment::{Assessment, Carried, Renewed};
use crate::checklist::QuestionId;

use crate::document::{Block, Fact};
use crate::results::Report;
use crate::text::long_date;
use crate::words;

/// The figures for the headline; none where nothing was carried along.
pub fn facts(assessment: &Assessment) -> Option<Fact> {
    let number = |renewed| assessment.count_renewed(renewed);
    (!assessment.carried.is_empty()).then(|| {
        let figures = format!(
            "{} confirmed, {} the same but answered again, {} changed, {} still open",
            number(Renewed::Confirmed),
            number(Renewed::Same),
            number(Renewed::Changed),
            number(Renewed::Open)
        );
        let gone = match number(Renewed::Gone) {
            0 => String::new(),
            gone => format!(", {gone} of questions no longer asked"),
        };
        Fact::new("Last time's answers", format!("{figures}{gone}"))
    })
}

/// Answers that rest on evidence from before the last healthcheck, and carried answers that are not confirmed.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    if assessment.carried.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Chapter("Since last time".to_owned())];
    blocks.extend(facts(assessment).map(|fact| Block::Facts(vec![fact])));
    let entries = assessment.carried.iter().filter_map(|(id, carried)| entry(assessment, id, carried));
    let stale = stale(assessment);
    if !stale.is_empty() {
        blocks.push(Block::paragraph("Evidence from before the last healthcheck:"));
        blocks.push(Block::list(stale));
    }
    let entries: Vec<Block> = entries.collect();
    if !entries.is_empty() {
        blocks.push(Block::paragraph("Answers from then that were changed, answered again or left open, as they stood then; they count for nothing:"));
        blocks.extend(entries);
    }
    blocks
}

/// What happened to a carried answer, in words.
pub fn renewal_outcome(assessment: &Assessment, id: &QuestionId) -> Option<&'static str> {
    Some(match assessment.renewal_of(id)? {
        Renewed::Open => "still open",
        Renewed::Gone => "no longer asked",
        Renewed::Changed => "changed",
        Renewed::Same => "the same, answered again",
        Renewed::Confirmed => "confirmed",
    })
}

/// What was answered then, where it does not stand as it was.
fn entry(assessment: &Assessment, id: &QuestionId, carried: &Carried) -> Option<Block> {
    let question = assessment.checklist.question_in_any_edition(id.as_str())?;
    let became = renewal_outcome(assessment, id)?;
    if assessment.renewal_of(id) == Some(Renewed::Confirmed) {
        return None;
    }
    let mut facts = vec![
        Fact::new("Then", words::value(question, carried.answer.value)),
        Fact::new("Opened", long_date(carried.from)),
    ];
    facts.extend(words::answer_facts(&carried.answer));
    if !carried.done.is_empty() {
        facts.push(Fact::new("Done", words::actions_done(&carried.done, question.level_names())));
    }
    Some(Block::Entry {
        title: format!("{}: {became}", words::question_with_id(question)),
        anchor: None,
        facts,
        see: None,
    })
}

/// Answers with evidence that is older than the assessment from which they were carried along.
fn stale(assessment: &Assessment) -> Vec<String> {
    let answers = assessment.checklist.questions().filter_map(|question| {
        let (answer, carried) = (assessment.answer(&question.id)?, assessment.carried.get(&question.id)?);
        Some((question, answer, carried.from))
    });
    let pieces = answers.flat_map(|(question, answer, last)| {
        let old = answer.evidence.iter().filter(move |piece| piece.dated.is_some_and(|dated| dated < last));
        old.map(move |piece| {
            format!("{}: {}", words::question_with_id(question), words::evidence(std::slice::from_ref(piece)))
        })
    });
    pieces.collect()
}
