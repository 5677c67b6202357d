//! What becomes of answers that came back: which are new, the same or changed, and where two stand against each other.
//!
//! The order in which they came does not matter. An answer is taken over another only where whoever gave it had that one
//! before them; otherwise both stand until a person settles it, and none is lost.

use std::collections::BTreeMap;

use crate::assessment::{Answer, Assessment, Base, Value};
use crate::checklist::QuestionId;
use crate::text::long_date;
use crate::words;

pub mod actions;
mod report;

pub use report::{Arrived, conflict_entry, keep_question, merging, plan_conflict_entry, side_lines};

/// An answer that came back.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The question.
    pub question: QuestionId,
    /// The file in which it came.
    pub from: String,
    /// What was known to whoever gave it; nothing where the file does not say.
    pub base: Option<Base>,
    /// The answer.
    pub answer: Answer,
}

/// An answer that is taken, and what it takes the place of.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The question.
    pub question: QuestionId,
    /// The files in which it came.
    pub from: Vec<String>,
    /// The answer.
    pub answer: Answer,
    /// The answer that there was.
    pub before: Option<Answer>,
}

/// One of the answers that stand against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The files in which it came; none where it is ours alone.
    pub from: Vec<String>,
    /// Whether it says what ours says.
    pub is_ours: bool,
    /// The answer.
    pub answer: Answer,
}

/// Different answers to one question, ours first where it is one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The question.
    pub question: QuestionId,
    /// The answers.
    pub sides: Vec<Side>,
}

/// What becomes of all of them, in the order of the questions' ids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merge {
    /// Answers to questions that had none.
    pub new: Vec<Taken>,
    /// Answers in the place of others, or signed anew.
    pub changed: Vec<Taken>,
    /// Questions whose answers are as they were.
    pub same: Vec<QuestionId>,
    /// Questions to which there are different answers.
    pub conflicts: Vec<Conflict>,
}

/// Which answer is taken where several stand against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// The one that came back, where it is one.
    Theirs,
    /// The one that there is, if any.
    Ours,
    /// The one with the latest day, where it is one.
    Newest,
}

/// What becomes of answers that came back to an assessment.
pub fn merge(ours: &Assessment, claims: &[Claim]) -> Merge {
    let mut by_question: BTreeMap<&QuestionId, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        by_question.entry(&claim.question).or_default().push(claim);
    }
    let mut merge = Merge::default();
    for (question, claims) in by_question {
        decide(&mut merge, question, ours.answer(question), &claims);
    }
    merge
}

fn decide(merge: &mut Merge, question: &QuestionId, ours: Option<&Answer>, claims: &[&Claim]) {
    let mut sides = sides(claims);
    for side in &mut sides {
        side.is_ours = ours.is_some_and(|ours| says_the_same(ours, &side.answer));
    }
    // Whoever knew ours took its place; where anybody did not, or they differ, it stands beside theirs.
    let is_superseded = claims.iter().all(|claim| claim.base == Some(Base::new(ours)));
    if let Some(ours) = ours
        && (!is_superseded || sides.len() > 1)
        && !sides.iter().any(|side| side.is_ours)
    {
        sides.push(Side { from: Vec::new(), is_ours: true, answer: ours.clone() });
    }
    sides.sort_by_key(|side| (!side.is_ours, side.from.clone()));
    match sides.as_slice() {
        [] => {}
        [side] => {
            let answer = match ours.filter(|ours| says_the_same(ours, &side.answer)) {
                Some(ours) => later(ours, &side.answer).clone(),
                None => side.answer.clone(),
            };
            let taken =
                Taken { question: question.clone(), from: side.from.clone(), answer, before: ours.cloned() };
            match ours {
                None => merge.new.push(taken),
                Some(ours) if *ours == taken.answer => merge.same.push(question.clone()),
                Some(_) => merge.changed.push(taken),
            }
        }
        _ => merge.conflicts.push(Conflict { question: question.clone(), sides }),
    }
}

/// The different answers, each once, with the files in which it came; of one that several gave, the latest signature.
fn sides(claims: &[&Claim]) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    for claim in claims {
        match sides.iter_mut().find(|side| says_the_same(&side.answer, &claim.answer)) {
            Some(side) => {
                side.answer = later(&side.answer, &claim.answer).clone();
                side.from.push(claim.from.clone());
                side.from.sort();
                side.from.dedup();
            }
            None => sides.push(Side {
                from: vec![claim.from.clone()],
                is_ours: false,
                answer: claim.answer.clone(),
            }),
        }
    }
    sides
}

/// Whether two answers say the same, whoever gave them and when.
fn says_the_same(one: &Answer, other: &Answer) -> bool {
    let unsigned = |answer: &Answer| Answer { by: None, on: None, ..answer.clone() };
    unsigned(one) == unsigned(other)
}

/// Of two answers that say the same the one that was signed later; of one day, that of the name later in the alphabet.
fn later<'a>(one: &'a Answer, other: &'a Answer) -> &'a Answer {
    if (other.on, &other.by) > (one.on, &one.by) { other } else { one }
}

impl Conflict {
    /// The place of the answer that a rule takes; `None` where it leaves the matter open.
    pub fn taken(&self, take: Take) -> Option<usize> {
        match take {
            Take::Ours => self.sides.iter().position(|side| side.is_ours),
            Take::Theirs => {
                let theirs = self.sides.iter().enumerate().filter(|(_, side)| !side.is_ours);
                one_of(theirs.map(|(at, _)| at))
            }
            Take::Newest => {
                let newest = self.sides.iter().map(|side| side.answer.on).collect::<Option<Vec<_>>>()?;
                let newest = newest.into_iter().max()?;
                let of_day = self.sides.iter().enumerate().filter(|(_, side)| side.answer.on == Some(newest));
                one_of(of_day.map(|(at, _)| at))
            }
        }
    }

    /// The answers that say something in their note or evidence which would be lost if the one at a place were taken.
    pub fn lost(&self, at: usize) -> Vec<&Side> {
        let Some(taken) = self.sides.get(at).map(|side| &side.answer) else { return Vec::new() };
        let says_more = |answer: &Answer| {
            (answer.note.is_some() && answer.note != taken.note)
                || answer.evidence.iter().any(|piece| !taken.evidence.contains(piece))
        };
        let others = self.sides.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, side)| side);
        others.filter(|side| says_more(&side.answer)).collect()
    }

    /// The conflict settled by the answer at a place; with the notes of the others in its note, each with who wrote it,
    /// where they are to be kept. `value` puts an answer's value in words.
    pub fn settled(
        &self,
        at: usize,
        keep_notes: bool,
        before: Option<&Answer>,
        value: impl Fn(Value) -> String,
    ) -> Option<Taken> {
        let side = self.sides.get(at)?;
        let mut answer = side.answer.clone();
        let others = if keep_notes { self.lost(at) } else { Vec::new() };
        let kept: Vec<String> = others.iter().filter_map(|other| kept_note(&other.answer, &value)).collect();
        if !kept.is_empty() {
            answer.note = Some(answer.note.into_iter().chain(kept).collect::<Vec<_>>().join("\n\n"));
        }
        Some(Taken {
            question: self.question.clone(),
            from: side.from.clone(),
            answer,
            before: before.cloned(),
        })
    }
}

/// What stays of an answer that is not taken: its note and evidence, with its author.
fn kept_note(answer: &Answer, value: impl Fn(Value) -> String) -> Option<String> {
    let evidence = words::evidence(&answer.evidence, "; ").map(|evidence| format!("Evidence: {evidence}"));
    let said: Vec<String> = answer.note.iter().cloned().chain(evidence).collect();
    let by = answer.by.as_ref().map(|by| format!(", by {by}")).unwrap_or_default();
    let on = answer.on.map(|on| format!(", {}", long_date(on))).unwrap_or_default();
    (!said.is_empty()).then(|| format!("Not taken: {}{by}{on}. {}", value(answer.value), said.join(" ")))
}

/// The one thing there is; nothing where there are more.
fn one_of(mut things: impl Iterator<Item = usize>) -> Option<usize> {
    let first = things.next()?;
    things.next().is_none().then_some(first)
}
