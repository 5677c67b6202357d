//! A score as it prints: one decimal, and of findings at both ends.

use std::fmt;

/// A score from 0.0 to 100.0 with the one decimal that prints, halves rounded up.
///
/// Nothing under 100 is 100.0, and nothing over 0 is 0.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    tenths: u16,
}

impl Percent {
    /// The percentage of an exact value, which is taken to lie from 0 to 100.
    ///
    /// Sums of a few hundred weights are exact in a double to far better than a billionth, so a value within that of
    /// a half is that half.
    pub(super) fn rounded(exact: f64) -> Self {
        let near = |whole: f64| (exact - whole).abs() < 1e-9;
        let tenths = if near(0.0) {
            0
        } else if near(100.0) {
            1000
        } else {
            // From 1 to 999 after the clamp, so the cast is exact.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=999")]
            let tenths = (exact * 10.0 + 0.5 + 1e-9).floor().clamp(1.0, 999.0) as u16;
            tenths
        };
        Self { tenths }
    }

    /// The figure without its decimal, halves up, where there is room for no more; only 0.0 is 0, and 100.0 is 100.
    pub fn whole(self) -> u16 {
        match self.tenths {
            end @ (0 | 1000) => end / 10,
            between => ((between + 5) / 10).clamp(1, 99),
        }
    }

    /// The figure that prints, in tenths.
    pub fn tenths(self) -> u16 {
        self.tenths
    }

    /// The figure that prints, as a number.
    pub fn value(self) -> f64 {
        f64::from(self.tenths) / 10.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.tenths / 10, self.tenths % 10)
    }
}

/// A figure over the lowest levels of some answers and one over the highest: the same of a force's own answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percents {
    /// Over the lowest levels.
    pub lowest: Percent,
    /// Over the highest levels.
    pub highest: Percent,
}

impl Percents {
    /// Whether both are the same figure.
    pub fn is_one(self) -> bool {
        self.lowest == self.highest
    }
}

impl fmt::Display for Percents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lowest, highest } = self;
        if self.is_one() { write!(f, "{lowest}") } else { write!(f, "{lowest} to {highest}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_decimal_halves_up_and_neither_end_reached_early() {
        let cases = [
            (0.0, "0.0"),
            (0.04, "0.1"),
            (0.01, "0.1"),
            (12.25, "12.3"),
            (12.35, "12.4"), // 12.35 is a little less than that in binary
            (200.0 / 3.0, "66.7"),
            (99.94, "99.9"),
            (99.96, "99.9"),
            (99.999, "99.9"),
            (100.0, "100.0"),
        ];
        for (exact, shown) in cases {
            assert_eq!(Percent::rounded(exact).to_string(), shown, "{exact}");
        }
    }

    #[test]
    fn a_whole_number_rounds_halves_up_and_reaches_neither_end_early() {
        let cases = [(0.0, 0), (0.3, 1), (62.5, 63), (62.4, 62), (99.8, 99), (100.0, 100)];
        for (exact, whole) in cases {
            assert_eq!(Percent::rounded(exact).whole(), whole, "{exact}");
        }
    }

    #[test]
    fn the_figure_in_json_is_the_one_that_prints() {
        assert_eq!(Percent::rounded(200.0 / 3.0).value(), 66.7);
    }
}
