//! A short mark of what somebody said, by which it is known again: the same for the same, whatever the program's version.

use std::fmt;

use chrono::NaiveDate;

use super::{Action, Answer, Due};

/// A mark: two that differ are of different things. It keeps nothing secret and withstands nobody who means to deceive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

/// Which answer there was when a form was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// None.
    Open,
    /// One with this mark, signed with that.
    Was {
        /// Of the answer with all that was said of it.
        answer: Fingerprint,
        /// Of who gave it, and when.
        signature: Fingerprint,
    },
}

impl Base {
    /// What is known of an answer that there may be.
    pub fn new(answer: Option<&Answer>) -> Self {
        answer.map_or(Self::Open, |answer| Self::Was {
            answer: Fingerprint::of_answer(answer),
            signature: Fingerprint::of_signature(answer),
        })
    }
}

impl Fingerprint {
    /// The mark of an answer, with all that was said of it.
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

    /// The mark of who gave an answer, and when.
    pub fn of_signature(answer: &Answer) -> Self {
        let mut hash = Fnv1a::new();
        hash.maybe(answer.by.as_deref());
        hash.day(answer.on);
        Self(hash.0)
    }

    /// The mark of an action, as far as it is filled in again: owner, day and status with its reason.
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

    /// A mark as it is written: 16 digits of base 16.
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        (text.len() == 16 && text.chars().all(is_digit)).then_some(())?;
        u64::from_str_radix(text, 16).ok().map(Self)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// FNV-1a over 64 bits, with the length before each text so that no two lists of texts run together.
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
