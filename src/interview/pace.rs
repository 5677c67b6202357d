//! How far the person is, and how long the rest will take at the pace of this sitting.

use std::time::Duration;

use crate::assessment::Assessment;

/// What a question takes before the pace of a sitting is known.
const USUAL: Duration = Duration::from_secs(60);

/// Answers after which the pace of a sitting counts.
const ENOUGH: u32 = 3;

/// The longest that a question is taken to last: whoever takes longer is on the telephone.
const LONGEST: Duration = Duration::from_secs(300);

/// The pace of a sitting.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    answers: u32,
    spent: Duration,
    last: Duration,
}

impl Pace {
    /// Notes that something was answered, so long after the sitting began.
    pub fn answered(&mut self, elapsed: Duration, answers: u32) {
        self.spent += elapsed.saturating_sub(self.last).min(LONGEST * answers.max(1));
        self.last = elapsed;
        self.answers += answers;
    }

    fn of_a_question(&self) -> Duration {
        if self.answers < ENOUGH { USUAL } else { self.spent / self.answers }
    }

    /// `23 of 83 answered, about 45 minutes left`.
    pub fn in_words(&self, assessment: &Assessment) -> String {
        let asked = assessment.checklist.questions().count();
        let open = assessment.open_questions().count();
        let left = self.of_a_question() * u32::try_from(open).unwrap_or(u32::MAX);
        let left = match (open, left.as_secs().div_ceil(60)) {
            (0, _) => return format!("all {asked} answered"),
            (_, 0 | 1) => "about a minute left".to_owned(),
            (_, minutes @ 2..=10) => format!("about {minutes} minutes left"),
            // Nobody knows it to the minute.
            (_, minutes @ 11..=90) => format!("about {} minutes left", minutes.div_ceil(5) * 5),
            (_, minutes) => format!("about {} hours left", minutes.div_ceil(60)),
        };
        format!("{} of {asked} answered, {left}", asked - open)
    }
}
