//! What happened to a question's level between two times: decided here for the years, for then and now, and the plan.

use crate::assessment::{Assessment, Levels, Standing};
use crate::checklist::Question;
use crate::judge::compare::{Relation, relation};

/// What happened to a question's level between two times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is surely higher now.
    Up(By),
    /// It is surely lower now.
    Down(By),
    /// One and the same level both times.
    Unchanged,
    /// A published finding says too little to tell.
    NotSettled,
    /// Nobody could say then, and now it has a level. Whether it rose nobody knows.
    Established,
    /// Nobody can say now.
    ToBeEstablished,
    /// It was asked in another way then, and the answers cannot be compared.
    NotComparable,
    /// It was not asked then.
    New,
    /// It had no level then.
    NoLevelThen,
    /// It has no level now.
    NoLevelNow,
}

/// By how many levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct By {
    /// The levels between the two at the least.
    pub levels: u32,
    /// Whether it may be more, where one of the two is a range.
    pub at_least: bool,
}

impl Change {
    /// What happened to a level, from how it stood then and how it stands now.
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

    /// By how many levels it rose, if it did.
    pub fn up(self) -> Option<By> {
        match self {
            Self::Up(by) => Some(by),
            _ => None,
        }
    }

    /// By how many levels it fell, if it did.
    pub fn down(self) -> Option<By> {
        match self {
            Self::Down(by) => Some(by),
            _ => None,
        }
    }
}

/// Whether a question's level rose, though no evidence is named for the answer.
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
