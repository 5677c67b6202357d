//! A finding as a range of levels: from the lowest that its words support to the highest that they do not rule out.

use crate::checklist::{Level, LevelNames};

/// A range of levels. In a force's own answer both ends are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels {
    lowest: Level,
    highest: Level,
}

/// Whether an answer meets its question's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The lowest level reaches the target.
    Met,
    /// The highest level is below the target.
    Gap,
    /// The target is within the range: the finding says too little.
    NotSettled,
}

impl Levels {
    pub fn one(level: Level) -> Self {
        Self { lowest: level, highest: level }
    }

    /// `None` if `highest` is below `lowest`.
    pub fn new(lowest: Level, highest: Level) -> Option<Self> {
        (lowest <= highest).then_some(Self { lowest, highest })
    }

    pub fn lowest(self) -> Level {
        self.lowest
    }

    pub fn highest(self) -> Level {
        self.highest
    }

    pub fn is_one(self) -> bool {
        self.lowest == self.highest
    }

    /// The highest level, if it differs from the lowest.
    pub fn up_to(self) -> Option<Level> {
        (!self.is_one()).then_some(self.highest)
    }

    /// The only place that decides whether a target is met and what is a gap.
    pub fn verdict(self, target: Level) -> Verdict {
        if self.lowest >= target {
            Verdict::Met
        } else if self.highest < target {
            Verdict::Gap
        } else {
            Verdict::NotSettled
        }
    }

    /// The distance between the nearest ends of two ranges, in levels; 0 if they overlap.
    pub fn apart(self, other: Self) -> u32 {
        let above = |higher: Self, lower: Self| higher.lowest.points().saturating_sub(lower.highest.points());
        above(self, other).max(above(other, self))
    }

    /// With a checklist's names: `in place`, or `in place to assured`.
    pub fn title(self, names: &LevelNames) -> String {
        self.written(|level| names.name(level))
    }

    /// With the words of files and commands: `in-place`, or `in-place to assured`.
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
