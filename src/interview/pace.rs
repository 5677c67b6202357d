//! How far the person is, and how long the rest will take at the pace of this sitting.

use std::time::Duration;

use crate::assessment::Assessment;

/// What a question takes before the pace of a sitting is known.
const USUAL: Duration = Duration::from_secs(60);

/// So many answers at the usual pace are counted beside those of a sitting, so that a quick one changes little.
const USUALLY: u32 = 10;

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
        if answers > 0 {
            self.spent += elapsed.saturating_sub(self.last).min(LONGEST * answers);
        }
        self.last = elapsed;
        self.answers += answers;
    }

    fn of_a_question(&self) -> Duration {
        (USUAL * USUALLY + self.spent) / (USUALLY + self.answers)
    }

    /// `23 of 83 answered, about 45 minutes left`.
    pub fn in_words(&self, assessment: &Assessment) -> String {
        let asked = assessment.checklist.questions().count();
        let open = assessment.open_questions().count();
        if open == 0 {
            return format!("all {asked} answered");
        }
        let left = self.of_a_question() * u32::try_from(open).unwrap_or(u32::MAX);
        format!("{} of {asked} answered, {} left", asked - open, about(left))
    }
}

/// The same in so few letters that it fits a line beside the longest name of a section: `23 of 83, about 45 min left`.
pub fn in_short(words: &str) -> String {
    words.replace(" answered,", ",").replace(" minutes", " min")
}

/// How long so many questions take at the usual pace: `about 85 minutes`.
pub fn usually(questions: usize) -> String {
    about(USUAL * u32::try_from(questions).unwrap_or(u32::MAX))
}

fn about(time: Duration) -> String {
    match time.as_secs().div_ceil(60) {
        0 | 1 => "about a minute".to_owned(),
        minutes @ 2..=10 => format!("about {minutes} minutes"),
        // Nobody knows it to the minute.
        minutes @ 11..=120 => format!("about {} minutes", minutes.div_ceil(5) * 5),
        minutes => format!("about {} hours", (minutes + 30) / 60),
    }
}
