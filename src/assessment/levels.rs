//! How high a finding may lie: from the lowest level that its words support to the highest that they do not rule out.

use crate::checklist::{Level, LevelNames};

/// A range of levels, the lowest never above the highest; of a force's own answer both are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels {
    lowest: Level,
    highest: Level,
}

/// How an answer stands to its question's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Even the lowest level reaches it.
    Met,
    /// Even the highest level stays below it.
    Gap,
    /// It lies between the two: a published finding that says too little.
    NotSettled,
}

impl Levels {
    /// One level.
    pub fn one(level: Level) -> Self {
        Self { lowest: level, highest: level }
    }

    /// From a level to another; `None` where the second is below the first.
    pub fn new(lowest: Level, highest: Level) -> Option<Self> {
        (lowest <= highest).then_some(Self { lowest, highest })
    }

    /// The lowest level that the words support.
    pub fn lowest(self) -> Level {
        self.lowest
    }

    /// The highest level that the words do not rule out.
    pub fn highest(self) -> Level {
        self.highest
    }

    /// Whether it is one level alone.
    pub fn is_one(self) -> bool {
        self.lowest == self.highest
    }

    /// The highest level, where it is another than the lowest.
    pub fn up_to(self) -> Option<Level> {
        (!self.is_one()).then_some(self.highest)
    }

    /// How it stands to a target. Whether a target is met, and what is a gap, is decided here and nowhere else.
    pub fn verdict(self, target: Level) -> Verdict {
        if self.lowest >= target {
            Verdict::Met
        } else if self.highest < target {
            Verdict::Gap
        } else {
            Verdict::NotSettled
        }
    }

    /// How many levels lie between it and another at the least; 0 where they meet.
    pub fn apart(self, other: Self) -> u32 {
        let above = |higher: Self, lower: Self| higher.lowest.points().saturating_sub(lower.highest.points());
        above(self, other).max(above(other, self))
    }

    /// As a person reads it, by a checklist's names: `in place`, or `in place to assured`.
    pub fn title(self, names: &LevelNames) -> String {
        self.written(|level| names.name(level))
    }

    /// As a command's message spells it: `in-place`, or `in-place to assured`.
    pub fn word(self) -> String {
        self.written(Level::word)
    }

    fn written<'n>(self, name: impl Fn(Level) -> &'n str) -> String {
        match self.up_to() {
            None => name(self.lowest).to_owned(),
            Some(highest) => format!("{} to {}", name(self.lowest), name(highest)),
        }
    }
}

impl From<Level> for Levels {
    fn from(level: Level) -> Self {
        Self::one(level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{Absent, Assured, Developing, InPlace};

    fn levels(lowest: Level, highest: Level) -> Levels {
        Levels::new(lowest, highest).unwrap()
    }

    #[test]
    fn a_range_never_runs_downwards() {
        assert_eq!(Levels::new(InPlace, Developing), None);
        assert_eq!(Levels::new(InPlace, InPlace), Some(InPlace.into()));
    }

    #[test]
    fn it_is_written_as_one_level_or_as_two() {
        assert_eq!(Levels::one(InPlace).title(&LevelNames::STANDARD), "in place");
        assert_eq!(levels(InPlace, Assured).title(&LevelNames::STANDARD), "in place to assured");
        assert_eq!(levels(InPlace, Assured).word(), "in-place to assured");
    }

    #[test]
    fn ranges_are_as_far_apart_as_their_nearest_ends() {
        assert_eq!(levels(Absent, Developing).apart(Assured.into()), 2); // 3 - 1
        assert_eq!(Levels::from(Assured).apart(levels(Absent, Developing)), 2);
        assert_eq!(levels(Absent, InPlace).apart(levels(Developing, Assured)), 0);
        assert_eq!(levels(InPlace, Assured).apart(Developing.into()), 1); // 2 - 1
    }

    #[test]
    fn a_target_is_met_at_the_lowest_missed_at_the_highest_and_else_not_settled() {
        // (lowest, highest, against a target of in place)
        let cases = [
            (Absent, Absent, Verdict::Gap),
            (Absent, Developing, Verdict::Gap),
            (Developing, InPlace, Verdict::NotSettled),
            (Absent, Assured, Verdict::NotSettled),
            (InPlace, InPlace, Verdict::Met),
            (InPlace, Assured, Verdict::Met),
        ];
        for (lowest, highest, verdict) in cases {
            assert_eq!(levels(lowest, highest).verdict(InPlace), verdict, "{lowest:?} to {highest:?}");
        }
        assert_eq!(levels(InPlace, Assured).verdict(Assured), Verdict::NotSettled);
    }
}
