//! How far the person is, and how long the rest will take at the pace of this sitting.

use std::time::Duration;

use crate::assessment::Assessment;

/// The time for a question before the pace of a sitting is known.
const USUAL: Duration = Duration::from_secs(60);

/// How many answers at the usual pace count towards the mean, so that a few quick ones change little.
const USUAL_ANSWERS: u32 = 10;

/// The longest time that counts for a question: after that the person is doing something else.
const LONGEST: Duration = Duration::from_secs(300);

/// The pace of a sitting. Times are measured from its beginning.
pub struct Pace {
    answers: u32,
    spent: Duration,
    last: Duration,
}

impl Pace {
    pub fn since(elapsed: Duration) -> Self {
        Self { answers: 0, spent: Duration::ZERO, last: elapsed }
    }

    pub fn answered(&mut self, elapsed: Duration, answers: usize) {
        let answers = count(answers);
        self.spent += elapsed.saturating_sub(self.last).min(LONGEST * answers);
        self.last = elapsed;
        self.answers += answers;
    }

    pub fn progress(&self, assessment: &Assessment) -> Progress {
        let asked = assessment.checklist.questions().count();
        let open = assessment.open_questions().count();
        let mean = (USUAL * USUAL_ANSWERS + self.spent) / (USUAL_ANSWERS + self.answers);
        Progress { asked, open, left: mean * count(open) }
    }
}

#[derive(Clone, Copy)]
pub struct Progress {
    asked: usize,
    open: usize,
    left: Duration,
}

impl Progress {
    /// `23 of 83 answered, about 45 minutes left`.
    pub fn in_full(self) -> String {
        self.words(" answered", "minutes")
    }

    /// Short enough for a line with the longest name of a section: `23 of 83, about 45 min left`.
    pub fn in_short(self) -> String {
        self.words("", "min")
    }

    fn words(self, answered: &str, minutes: &str) -> String {
        let Self { asked, open, left } = self;
        match open {
            0 => format!("all {asked} answered"),
            _ => format!("{} of {asked}{answered}, {} left", asked - open, about(left, minutes)),
        }
    }
}

/// How long so many questions take at the usual pace: `about 85 minutes`.
pub fn usually(questions: usize) -> String {
    about(USUAL * count(questions), "minutes")
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a checklist has fewer than 2^32 questions")
}

/// A time, no more exact than anyone can know; `unit` is the word for minutes.
fn about(time: Duration, unit: &str) -> String {
    match time.as_secs().div_ceil(60) {
        0 | 1 => "about a minute".to_owned(),
        minutes @ 2..=10 => format!("about {minutes} {unit}"),
        minutes @ 11..=120 => format!("about {} {unit}", minutes.div_ceil(5) * 5),
        minutes => format!("about {} hours", (minutes + 30) / 60),
    }
}
