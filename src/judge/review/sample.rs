//! Which questions a review looks at: all of them, or a draw that is the same wherever it is made.

use std::collections::BTreeSet;

use crate::assessment::Sample;
use crate::checklist::{Checklist, QuestionId, Section};

/// The questions that a review looks at: those for a level, of a sample the essential ones and those that are drawn.
///
/// The draw shuffles the questions that are not essential, in the checklist's order, as far as there are to be drawn
/// (Fisher and Yates, from the front), by the numbers of `SplitMix64`. It is written out here rather than taken from a
/// crate so that the same number, seed and edition draw the same on every machine and in every version.
pub fn questions_to_review(checklist: &Checklist, sample: Option<Sample>) -> BTreeSet<QuestionId> {
    let Some(sample) = sample else {
        return checklist.level_questions().map(|question| question.id.clone()).collect();
    };
    let (essential, mut others): (Vec<_>, Vec<_>) =
        checklist.level_questions().partition(|question| question.is_essential());
    let mut numbers = SplitMix64(u64::from(sample.seed));
    let drawn = usize::try_from(sample.number).unwrap_or(usize::MAX).min(others.len());
    for at in 0..drawn {
        let left = u64::try_from(others.len() - at).unwrap_or(1);
        let with = at + usize::try_from(numbers.below(left)).unwrap_or_default();
        others.swap(at, with);
    }
    essential.into_iter().chain(others.into_iter().take(drawn)).map(|question| question.id.clone()).collect()
}

/// A checklist that asks these questions alone.
pub fn restricted_to(checklist: &Checklist, asked: &BTreeSet<QuestionId>) -> Checklist {
    let only = |section: &Section| {
        let questions = section.questions.iter().filter(|question| asked.contains(&question.id));
        Section { questions: questions.cloned().collect(), ..section.clone() }
    };
    let sections = checklist.sections.iter().map(only).filter(|section| !section.questions.is_empty());
    Checklist { sections: sections.collect(), ..checklist.clone() }
}

/// A small generator of numbers that are the same everywhere: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014. It draws samples, and is no cryptography.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below another, each as likely: those past the last whole round are passed over.
    fn below(&mut self, end: u64) -> u64 {
        let rounds = u64::MAX - u64::MAX % end.max(1);
        loop {
            let number = self.next();
            if number < rounds {
                return number % end.max(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_gives_the_numbers_of_its_reference() {
        // The first numbers from seed 0 and from 1234567, as the reference implementation in C prints them.
        let mut zero = SplitMix64(0);
        assert_eq!([zero.next(), zero.next()], [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4]);
        let mut other = SplitMix64(1_234_567);
        assert_eq!([other.next(), other.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }
}
