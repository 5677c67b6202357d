//! What is said beside the value of an answer.

use crate::assessment::{Answer, Evidence};
use crate::text::{list_with_and, number_of};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Note,
    /// So many pieces of evidence.
    Evidence(usize),
    Period,
}

impl Part {
    /// `the note`, `2 pieces of evidence`.
    pub fn name(self) -> String {
        match self {
            Self::Note => "the note".to_owned(),
            Self::Evidence(number) => number_of(number, "piece of evidence", "pieces of evidence"),
            Self::Period => "the period".to_owned(),
        }
    }
}

pub fn parts(answer: &Answer) -> Vec<Part> {
    let note = answer.note.as_ref().map(|_| Part::Note);
    let evidence = Some(answer.evidence.len()).filter(|number| *number > 0).map(Part::Evidence);
    let period = answer.from.or(answer.to).map(|_| Part::Period);
    [note, evidence, period].into_iter().flatten().collect()
}

/// `the note and 2 pieces of evidence`; `None` for no parts.
pub fn names(parts: &[Part]) -> Option<String> {
    (!parts.is_empty()).then(|| list(&parts.iter().map(|part| part.name()).collect::<Vec<_>>()))
}

/// Whether a verb after these parts is in the plural.
pub fn are_many(parts: &[Part]) -> bool {
    parts.len() > 1 || matches!(parts, [Part::Evidence(2..)])
}

pub fn list(things: &[String]) -> String {
    list_with_and(&things.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The note and the evidence that are in none of the other answers, so that they would be lost.
pub fn lost(answer: &Answer, others: &[&Answer]) -> Option<String> {
    let note =
        answer.note.iter().filter(|note| others.iter().all(|other| other.note.as_ref() != Some(*note)));
    let is_lost = |piece: &&Evidence| others.iter().all(|other| !other.evidence.contains(piece));
    let evidence = answer.evidence.iter().filter(is_lost).map(Evidence::to_string);
    let lost: Vec<String> = note.cloned().chain(evidence).collect();
    (!lost.is_empty()).then(|| lost.join("; "))
}

/// The only part that differs between two answers; `None` if their values differ, or several parts.
pub fn changed_part(one: &Answer, other: &Answer) -> Option<&'static str> {
    let differs = [
        one.value != other.value,
        one.note != other.note,
        one.evidence != other.evidence,
        (one.from, one.to) != (other.from, other.to),
    ];
    match differs {
        [false, true, false, false] => Some("the note"),
        [false, false, true, false] => Some("the evidence"),
        [false, false, false, true] => Some("the period"),
        _ => None,
    }
}
