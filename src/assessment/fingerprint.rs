//! Fingerprints of answers and actions, which show whether one has changed since a form was made. They are the same in every
//! version of the program.

use std::fmt;

use chrono::NaiveDate;

use super::{Action, Answer, Due};

/// A hash (FNV-1a, 64 bits). It is not secure: it hides nothing, and others with the same fingerprint can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

/// The answer to a question when its form was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    Open,
    Was {
        /// Of the whole answer.
        answer: Fingerprint,
        signature: Fingerprint,
    },
}

impl Base {
    pub fn new(answer: Option<&Answer>) -> Self {
        answer.map_or(Self::Open, |answer| Self::Was {
            answer: Fingerprint::of_answer(answer),
            signature: Fingerprint::of_signature(answer),
        })
    }
}

impl Fingerprint {
    /// Of an answer with its note, evidence, signature and period.
    pub fn of_answer(answer: &Answer) -> Self {
        let mut hash = Fnv1a::new();
        hash.text(&answer.value.word());
        hash.maybe(answer.note.as_deref());
        for piece in &answer.evidence {
            hash.text(&piece.reference);
            hash.day(piece.dated);
        }
        hash.text("by");
        hash.maybe(answer.by.as_deref());
        [answer.on, answer.from, answer.to].into_iter().for_each(|day| hash.day(day));
        Self(hash.0)
    }

    pub fn of_signature(answer: &Answer) -> Self {
        let mut hash = Fnv1a::new();
        hash.maybe(answer.by.as_deref());
        hash.day(answer.on);
        Self(hash.0)
    }

    /// Of what can be changed in the plan's sheet: owner, due date, and status with its reason.
    pub fn of_action(action: &Action) -> Self {
        let mut hash = Fnv1a::new();
        hash.text(&action.owner);
        match &action.due {
            Due::On(day) => hash.day(Some(*day)),
            Due::Never(reason) => hash.text(reason),
        }
        hash.text(action.status.words());
        if let Some(reason) = &action.reason {
            hash.text(reason);
        }
        Self(hash.0)
    }

    /// Reads 16 hexadecimal digits in lower case.
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        let text = Some(text).filter(|text| text.len() == 16 && text.chars().all(is_digit))?;
        u64::from_str_radix(text, 16).ok().map(Self)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// FNV-1a over 64 bits. The length goes before each text, so that no two lists of texts give the same bytes.
struct Fnv1a(u64);

impl Fnv1a {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn text(&mut self, text: &str) {
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        for byte in length.to_le_bytes().into_iter().chain(text.bytes()) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn maybe(&mut self, text: Option<&str>) {
        match text {
            Some(text) => ["1", text].into_iter().for_each(|text| self.text(text)),
            None => self.text("0"),
        }
    }

    fn day(&mut self, day: Option<NaiveDate>) {
        self.maybe(day.map(|day| day.to_string()).as_deref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Evidence, Value};

    #[test]
    fn each_part_of_an_answer_changes_its_mark_and_none_runs_into_the_next() {
        let plain = Answer::new(Value::Count(1));
        let piece = |reference: &str| Evidence { reference: reference.to_owned(), dated: None };
        let day = NaiveDate::from_ymd_opt(2026, 11, 2);
        let answers = [
            Answer { value: Value::Count(2), ..plain.clone() },
            Answer { note: Some("0".to_owned()), ..plain.clone() },
            Answer { evidence: vec![piece("ab")], ..plain.clone() },
            Answer { evidence: vec![piece("a"), piece("b")], ..plain.clone() },
            Answer { by: Some("A".to_owned()), ..plain.clone() },
            Answer { on: day, ..plain.clone() },
            Answer { from: day, ..plain.clone() },
            Answer { to: day, ..plain.clone() },
            plain,
        ];
        let marks: std::collections::BTreeSet<Fingerprint> =
            answers.iter().map(Fingerprint::of_answer).collect();
        assert_eq!(marks.len(), answers.len());
    }

    #[test]
    fn a_mark_is_read_as_it_is_written_and_stays_what_it_was() {
        let mark = Fingerprint::of_answer(&Answer::new(Value::Unknown));
        assert_eq!(Fingerprint::parse(&mark.to_string()), Some(mark));
        // Forms that went out with an earlier version come back to a later one: FNV-1a of "unknown", "0", "by" and four times "0".
        assert_eq!(mark.to_string(), "c38638bb57ef749c");
        assert_eq!(Fingerprint::parse("+123456789abcdef"), None);
        assert_eq!(Fingerprint::parse("12"), None);
    }
}
