//! How far a force and a reviewer agree beyond chance.

use crate::checklist::Level;

/// Weighted kappa with linear weights.
///
/// κ = 1 − Σ|i − j|·o(i, j) ÷ Σ|i − j|·e(i, j). Here o(i, j) is the share of questions to which the force gives level i and
/// the reviewer level j, and e(i, j) the share expected by chance: the share of i among the force's levels times that of j
/// among the reviewer's. Source: J. Cohen, "Weighted kappa: nominal scale agreement with provision for scaled disagreement
/// or partial credit", Psychological Bulletin 70 (1968), pp. 213–220.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kappa {
    /// κ in hundredths, −100 to 100, halves rounded up; 100 only if all agree. None for a single question, or if no
    /// disagreement is expected by chance, as when both give one level throughout.
    pub hundredths: Option<i64>,
    /// How many questions have a single level from both. The force's unknown counts as absent.
    pub n: usize,
}

impl Kappa {
    /// In each pair the force's level comes first.
    pub fn new(pairs: &[(Level, Level)]) -> Self {
        let apart = |one: Level, other: Level| i64::from(one.points().abs_diff(other.points()));
        let number = |count: usize| i64::try_from(count).expect("a checklist has fewer than 2^63 questions");
        let n = number(pairs.len());
        let observed: i64 = pairs.iter().map(|(ours, theirs)| apart(*ours, *theirs)).sum();
        let given = |level: Level, of: fn(&(Level, Level)) -> Level| {
            number(pairs.iter().filter(|pair| of(pair) == level).count())
        };
        let by_chance: i64 = Level::ALL
            .into_iter()
            .flat_map(|one| Level::ALL.map(|other| (one, other)))
            .map(|(one, other)| apart(one, other) * given(one, |pair| pair.0) * given(other, |pair| pair.1))
            .sum();
        // Both sums are multiplied by n × n, to stay in whole numbers until the division.
        let beyond = by_chance - n * observed;
        let rounded = || (200 * beyond + by_chance).div_euclid(2 * by_chance);
        let hundredths = (pairs.len() > 1 && by_chance > 0)
            .then(rounded)
            .map(|rounded| if observed > 0 { rounded.min(99) } else { rounded });
        Self { hundredths, n: pairs.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{Absent, Assured, Developing, InPlace};

    #[test]
    fn kappa_by_hand() {
        // Four of five agree, one is a level apart.
        //   Force: 0 1 2 2 3, reviewer: 0 1 1 2 3. Observed: 1.
        //   Force's levels 1 1 2 1, the reviewer's 1 2 1 1. By chance, each |i − j| times both counts:
        //   from 0: 0·1 + 1·2 + 2·1 + 3·1 = 7, times 1; from 1: 1 + 0 + 1 + 2 = 4, times 1;
        //   from 2: 2·1 + 1·2 + 0 + 1·1 = 5, times 2; from 3: 3 + 2·2 + 1 + 0 = 8, times 1. In all 7 + 4 + 10 + 8 = 29.
        //   κ = 1 − 5 × 1 ÷ 29 = 0.8276.
        let pairs = [
            (Absent, Absent),
            (Developing, Developing),
            (InPlace, Developing),
            (InPlace, InPlace),
            (Assured, Assured),
        ];
        assert_eq!(Kappa::new(&pairs), Kappa { hundredths: Some(83), n: 5 });
        // Opposite throughout: observed 3 + 3 = 6; by chance 3·1·1 + 3·1·1 = 6; κ = 1 − 2 × 6 ÷ 6 = −1.
        assert_eq!(Kappa::new(&[(Absent, Assured), (Assured, Absent)]).hundredths, Some(-100));
        // As chance would have it: observed 1 + 1, by chance 4 pairs of 2 × 2 on two levels: 2·2 + 2·2 = 8; 4 × 2 ÷ 8 = 1.
        let chance = [(Absent, Absent), (Absent, Developing), (Developing, Absent), (Developing, Developing)];
        assert_eq!(Kappa::new(&chance).hundredths, Some(0));
        // All agree: 1. On one level alone there is nothing to disagree about, nor over no question.
        assert_eq!(Kappa::new(&[(Absent, Absent), (Assured, Assured)]).hundredths, Some(100));
        assert_eq!(Kappa::new(&[(InPlace, InPlace); 3]), Kappa { hundredths: None, n: 3 });
        assert_eq!(Kappa::new(&[(InPlace, Absent)]), Kappa { hundredths: None, n: 1 });
        assert_eq!(Kappa::new(&[]), Kappa { hundredths: None, n: 0 });
        // One of 400 a level apart is not full agreement: 1 − 400 ÷ 119,800 or so rounds to 1.00, and is shown as 0.99.
        let mut many = vec![(Absent, Absent); 200];
        many.extend([(Assured, Assured); 199]);
        many.push((Assured, InPlace));
        assert_eq!(Kappa::new(&many).hundredths, Some(99));
    }
}
