//! A score as it is printed: one decimal, and for findings both ends.

use std::fmt;

/// A score from 0.0 to 100.0 with one decimal, halves rounded up. Nothing under 100 is 100.0, and nothing over 0 is 0.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    tenths: u16,
}

impl Percent {
    /// Rounds a value from 0 to 100. Sums of a few hundred weights are exact to far better than a billionth, so a value that
    /// close to a half is that half.
    pub(super) fn rounded(exact: f64) -> Self {
        let near = |whole: f64| (exact - whole).abs() < 1e-9;
        let tenths = if near(0.0) {
            0
        } else if near(100.0) {
            1000
        } else {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=999")]
            let tenths = (exact * 10.0 + 0.5 + 1e-9).floor().clamp(1.0, 999.0) as u16;
            tenths
        };
        Self { tenths }
    }

    pub fn tenths(self) -> u16 {
        self.tenths
    }

    pub fn value(self) -> f64 {
        f64::from(self.tenths) / 10.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.tenths / 10, self.tenths % 10)
    }
}

/// A score over the lowest levels and over the highest. For a force's own answers the two are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percents {
    pub lowest: Percent,
    pub highest: Percent,
}

impl Percents {
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
    fn the_figure_in_json_is_the_one_that_prints() {
        assert_eq!(Percent::rounded(200.0 / 3.0).value(), 66.7);
    }
}
