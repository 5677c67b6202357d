//! Which questions a review covers: all of them, or a sample that is the same on every machine.

use std::collections::BTreeSet;

use crate::assessment::Sample;
use crate::checklist::{Checklist, QuestionId, Section};

/// All level questions, or in a sample the essential ones and those drawn from the others.
///
/// The draw is a partial Fisher–Yates shuffle, from the front, with the numbers of `SplitMix64`. It uses no crate, so that
/// the same number, seed and edition draw the same questions in every version.
pub fn questions_to_review(checklist: &Checklist, sample: Option<Sample>) -> BTreeSet<QuestionId> {
    let Some(sample) = sample else {
        return checklist.level_questions().map(|question| question.id.clone()).collect();
    };
    let (essential, mut others): (Vec<_>, Vec<_>) =
        checklist.level_questions().partition(|question| question.is_essential());
    let mut numbers = SplitMix64(u64::from(sample.seed));
    let drawn = others.len().min(sample.number as usize);
    for at in 0..drawn {
        let with = at + numbers.below(others.len() - at);
        others.swap(at, with);
    }
    essential.into_iter().chain(others.into_iter().take(drawn)).map(|question| question.id.clone()).collect()
}

pub fn restricted_to(checklist: &Checklist, asked: &BTreeSet<QuestionId>) -> Checklist {
    let only = |section: &Section| {
        let questions = section.questions.iter().filter(|question| asked.contains(&question.id));
        Section { questions: questions.cloned().collect(), ..section.clone() }
    };
    let sections = checklist.sections.iter().map(only).filter(|section| !section.questions.is_empty());
    Checklist { sections: sections.collect(), ..checklist.clone() }
}

/// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Not for
/// cryptography.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A uniform number below `end`, which is over 0. Numbers beyond the last multiple of `end` are rejected.
    fn below(&mut self, end: usize) -> usize {
        let end = end as u64;
        let limit = u64::MAX - u64::MAX % end;
        let number = std::iter::repeat_with(|| self.next()).find(|number| *number < limit);
        usize::try_from(number.expect("some number is below the limit") % end).expect("it is below a usize")
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
