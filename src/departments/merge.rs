//! Merges returned answers: finds new, unchanged, changed and conflicting ones.
//!
//! The order of the files does not matter. An answer replaces another only if its author knew the other; otherwise
//! both are kept until a person settles the conflict, and none is lost.

use std::collections::BTreeMap;

use crate::assessment::{Answer, Assessment, Base, Value};
use crate::checklist::QuestionId;
use crate::text::long_date;
use crate::words;

pub mod actions;
mod report;

pub use report::{
    ReturnedFiles, conflict_entry, keep_question, merge_report, plan_conflict_entry, side_lines,
};

/// A returned answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub question: QuestionId,
    /// The file it came in.
    pub from: String,
    /// The answer that its author knew; `None` if the file does not say.
    pub base: Option<Base>,
    pub answer: Answer,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    pub question: QuestionId,
    pub from: Vec<String>,
    pub answer: Answer,
    pub before: Option<Answer>,
}

/// One answer in a conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The files it came in; none if only our file has it.
    pub from: Vec<String>,
    pub is_ours: bool,
    pub answer: Answer,
}

/// Different answers to one question, ours first.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub question: QuestionId,
    pub sides: Vec<Side>,
}

/// In the order of the questions' ids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merge {
    pub new: Vec<Taken>,
    /// Answers that replace another, or have a new signature.
    pub changed: Vec<Taken>,
    pub same: Vec<QuestionId>,
    pub conflicts: Vec<Conflict>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// The returned one, if there is exactly one.
    Theirs,
    /// Ours, if we have one.
    Ours,
    /// The one with the latest date, if there is exactly one.
    Newest,
}

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
    // If everyone knew our answer and they agree, theirs replaces it; otherwise ours is kept next to theirs.
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

/// The different answers, each once, with its files and its latest signature.
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

/// Whether two answers are the same apart from who gave them and when.
fn says_the_same(one: &Answer, other: &Answer) -> bool {
    let unsigned = |answer: &Answer| Answer { by: None, on: None, ..answer.clone() };
    unsigned(one) == unsigned(other)
}

/// The later signature of two equal answers; on the same date, the name later in the alphabet.
fn later<'a>(one: &'a Answer, other: &'a Answer) -> &'a Answer {
    if (other.on, &other.by) > (one.on, &one.by) { other } else { one }
}

impl Conflict {
    /// The index of the answer that a rule takes; `None` if it leaves the conflict open.
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

    /// The answers whose note or evidence would be lost if the one at `at` were taken.
    pub fn lost(&self, at: usize) -> Vec<&Side> {
        let Some(taken) = self.sides.get(at).map(|side| &side.answer) else { return Vec::new() };
        let says_more = |answer: &Answer| {
            (answer.note.is_some() && answer.note != taken.note)
                || answer.evidence.iter().any(|piece| !taken.evidence.contains(piece))
        };
        let others = self.sides.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, side)| side);
        others.filter(|side| says_more(&side.answer)).collect()
    }

    /// Settles the conflict with the answer at `at`. `keep_notes` adds the notes of the others, with their authors;
    /// `value` words an answer's value.
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

fn kept_note(answer: &Answer, value: impl Fn(Value) -> String) -> Option<String> {
    let evidence = words::evidence(&answer.evidence, "; ").map(|evidence| format!("Evidence: {evidence}"));
    let said: Vec<String> = answer.note.iter().cloned().chain(evidence).collect();
    let by = answer.by.as_ref().map(|by| format!(", by {by}")).unwrap_or_default();
    let on = answer.on.map(|on| format!(", {}", long_date(on))).unwrap_or_default();
    (!said.is_empty()).then(|| format!("Not taken: {}{by}{on}. {}", value(answer.value), said.join(" ")))
}

/// The only item; `None` if there are several.
fn one_of(mut things: impl Iterator<Item = usize>) -> Option<usize> {
    let first = things.next()?;
    things.next().is_none().then_some(first)
}
