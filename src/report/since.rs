//! What happened to last time's answers, and which answers have only old evidence.

use crate::assessment::{Assessment, Carried, Evidence, Renewed};
use crate::checklist::QuestionId;

use crate::document::{Block, Fact};
use crate::results::Report;
use crate::text::{long_date, nonzero};
use crate::words;

/// The figures for the headline; none if nothing was carried over.
pub fn facts(assessment: &Assessment) -> Option<Fact> {
    let number = |renewed| assessment.count_renewed(renewed);
    let figures = format!(
        "{} confirmed, {} the same but answered again, {} changed, {} still open",
        number(Renewed::Confirmed),
        number(Renewed::Same),
        number(Renewed::Changed),
        number(Renewed::Open)
    );
    let gone = nonzero([(number(Renewed::Gone), "of questions no longer asked")]);
    let figures: Vec<String> = [figures].into_iter().chain(gone).collect();
    (!assessment.carried.is_empty()).then(|| Fact::new("Last time's answers", figures.join(", ")))
}

/// Answers whose evidence is older than the last healthcheck, and carried answers that are not confirmed.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    if assessment.carried.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::chapter("Since last time")];
    blocks.extend(facts(assessment).map(|fact| Block::Facts(vec![fact])));
    let old = Block::paragraph("Evidence from before the last healthcheck:");
    blocks.extend(Block::list_under(old, old_evidence(assessment)));
    let carried = assessment.carried.iter();
    let entries: Vec<Block> = carried.filter_map(|(id, carried)| entry(assessment, id, carried)).collect();
    if !entries.is_empty() {
        blocks.push(Block::paragraph("Answers from then that were changed, answered again or left open, as they stood then; they count for nothing:"));
        blocks.extend(entries);
    }
    blocks
}

pub fn renewal_outcome(assessment: &Assessment, id: &QuestionId) -> Option<&'static str> {
    Some(match assessment.renewal_of(id)? {
        Renewed::Open => "still open",
        Renewed::Gone => "no longer asked",
        Renewed::Changed => "changed",
        Renewed::Same => "the same, answered again",
        Renewed::Confirmed => "confirmed",
    })
}

/// A carried answer that is not confirmed.
fn entry(assessment: &Assessment, id: &QuestionId, carried: &Carried) -> Option<Block> {
    let question = assessment.checklist.question_in_any_edition(id.as_str())?;
    let outcome = renewal_outcome(assessment, id)?;
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
    Some(Block::entry(format!("{}: {outcome}", words::question_with_id(question)), facts))
}

/// Evidence that is older than the assessment from which the answer was carried over.
fn old_evidence(assessment: &Assessment) -> impl Iterator<Item = String> {
    assessment.checklist.questions().flat_map(|question| {
        let answer = assessment.answer(&question.id).zip(assessment.carried.get(&question.id));
        let pieces = answer.into_iter().flat_map(|(answer, carried)| {
            let is_old = |piece: &&Evidence| piece.dated.is_some_and(|dated| dated < carried.from);
            answer.evidence.iter().filter(is_old)
        });
        pieces.map(|piece| format!("{}: {piece}", words::question_with_id(question)))
    })
}
