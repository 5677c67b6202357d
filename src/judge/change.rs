//! What happened to the level of a question between two times, for the years, then and now, regions and the plan.

use chrono::NaiveDate;

use crate::assessment::{Assessment, Levels, Standing};
use crate::checklist::Question;
use crate::judge::compare::{Relation, relation};
use crate::judge::gap::is_met;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Certainly higher now.
    Up(By),
    /// Certainly lower now.
    Down(By),
    /// The same single level both times.
    Unchanged,
    /// A published finding says too little to tell.
    NotSettled,
    /// It was unknown and has a level now, so no change can be measured.
    Established,
    ToBeEstablished,
    /// It was asked in another way, and the answers cannot be compared.
    NotComparable,
    New,
    NoLevelThen,
    NoLevelNow,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct By {
    /// The smallest difference, 1 to 3.
    pub levels: u32,
    /// Whether the difference may be larger, because one of the two is a range.
    pub at_least: bool,
}

impl Change {
    pub fn between(then: Standing, now: Standing) -> Self {
        match (then, now) {
            (_, Standing::NotApplicable | Standing::Unanswered) => Self::NoLevelNow,
            (_, Standing::Unknown) => Self::ToBeEstablished,
            (Standing::NotApplicable | Standing::Unanswered, Standing::Level(_)) => Self::NoLevelThen,
            (Standing::Unknown, Standing::Level(_)) => Self::Established,
            (Standing::Level(then), Standing::Level(now)) => Self::between_levels(then, now),
        }
    }

    fn between_levels(then: Levels, now: Levels) -> Self {
        let by = By { levels: now.apart(then), at_least: !(now.is_one() && then.is_one()) };
        match relation(now, then) {
            Relation::Ahead => Self::Up(by),
            Relation::Behind => Self::Down(by),
            Relation::Level => Self::Unchanged,
            Relation::NotSettled | Relation::NotStated | Relation::Unanswered => Self::NotSettled,
        }
    }

    pub fn up(self) -> Option<By> {
        match self {
            Self::Up(by) => Some(by),
            _ => None,
        }
    }

    pub fn down(self) -> Option<By> {
        match self {
            Self::Down(by) => Some(by),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct QuestionChange<'a> {
    pub question: &'a Question,
    pub then: Standing,
    pub now: Standing,
    pub change: Change,
}

impl<'a> QuestionChange<'a> {
    pub fn new(question: &'a Question, then: Standing, now: Standing) -> Self {
        Self { question, then, now, change: Change::between(then, now) }
    }

    pub fn was_met(&self) -> bool {
        is_met(self.question, self.then)
    }

    pub fn is_met(&self) -> bool {
        is_met(self.question, self.now)
    }
}

/// The level questions of a checklist at two times, in its order.
#[derive(Debug, Clone)]
pub struct Changes<'a>(Vec<QuestionChange<'a>>);

impl<'a> Changes<'a> {
    pub fn iter(&self) -> impl Iterator<Item = QuestionChange<'a>> + '_ {
        self.0.iter().copied()
    }

    pub fn up(&self) -> impl Iterator<Item = QuestionChange<'a>> + '_ {
        self.iter().filter(|each| each.change.up().is_some())
    }

    pub fn down(&self) -> impl Iterator<Item = QuestionChange<'a>> + '_ {
        self.iter().filter(|each| each.change.down().is_some())
    }

    /// Questions that had a level and are unknown now.
    pub fn lost(&self) -> impl Iterator<Item = QuestionChange<'a>> + '_ {
        let had_level = |each: &QuestionChange<'_>| matches!(each.then, Standing::Level(_));
        self.iter().filter(|each| each.change == Change::ToBeEstablished).filter(had_level)
    }

    pub fn number(&self, change: Change) -> usize {
        self.iter().filter(|each| each.change == change).count()
    }
}

impl<'a> FromIterator<QuestionChange<'a>> for Changes<'a> {
    fn from_iter<I: IntoIterator<Item = QuestionChange<'a>>>(changes: I) -> Self {
        Self(changes.into_iter().collect())
    }
}

#[derive(Debug, Clone)]
pub struct ChangesSince<'a> {
    pub date: NaiveDate,
    pub changes: Changes<'a>,
}

pub fn rose_without_evidence(change: Change, now: &Assessment, question: &Question) -> bool {
    change.up().is_some() && now.lacks_evidence(question)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::Level::{self, Absent, Assured, Developing, InPlace};

    fn one(level: Level) -> Standing {
        Standing::Level(level.into())
    }

    fn range(lowest: Level, highest: Level) -> Standing {
        Standing::Level(Levels::new(lowest, highest).unwrap())
    }

    fn by(levels: u32) -> By {
        By { levels, at_least: false }
    }

    fn at_least(levels: u32) -> By {
        By { levels, at_least: true }
    }

    #[test]
    fn single_levels_move_by_their_difference() {
        assert_eq!(Change::between(one(Absent), one(Assured)), Change::Up(by(3))); // 3 - 0
        assert_eq!(Change::between(one(InPlace), one(Developing)), Change::Down(by(1))); // 2 - 1
        assert_eq!(Change::between(one(InPlace), one(InPlace)), Change::Unchanged);
    }

    #[test]
    fn what_nobody_knew_is_established_and_never_a_rise() {
        for level in Level::ALL {
            assert_eq!(Change::between(Standing::Unknown, one(level)), Change::Established);
            assert_eq!(Change::between(one(level), Standing::Unknown), Change::ToBeEstablished);
        }
        assert_eq!(Change::between(Standing::Unknown, Standing::Unknown), Change::ToBeEstablished);
    }

    #[test]
    fn without_a_level_nothing_moves() {
        for none in [Standing::NotApplicable, Standing::Unanswered] {
            assert_eq!(Change::between(none, one(InPlace)), Change::NoLevelThen);
            assert_eq!(Change::between(one(InPlace), none), Change::NoLevelNow);
            assert_eq!(Change::between(Standing::Unknown, none), Change::NoLevelNow);
            assert_eq!(Change::between(none, Standing::Unknown), Change::ToBeEstablished);
        }
    }

    #[test]
    fn a_range_moves_only_where_it_is_left_and_by_the_least_that_is_sure() {
        let then = range(Developing, InPlace);
        assert_eq!(Change::between(then, one(Assured)), Change::Up(at_least(1))); // 3 - 2
        assert_eq!(Change::between(then, one(Absent)), Change::Down(at_least(1))); // 1 - 0
        assert_eq!(Change::between(range(Absent, Developing), one(Assured)), Change::Up(at_least(2))); // 3 - 1
        assert_eq!(Change::between(then, one(InPlace)), Change::NotSettled);
        assert_eq!(Change::between(then, then), Change::NotSettled);
        assert_eq!(Change::between(then, Standing::Unknown), Change::ToBeEstablished);
    }
}
