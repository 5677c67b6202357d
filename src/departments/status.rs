//! Who was asked what, how much of it is answered, and what has come back.

use chrono::NaiveDate;

use crate::assessment::Assessment;
use crate::checklist::QuestionId;

mod report;

pub use report::status;

/// How it stands with what somebody was asked, over all forms that they were sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who was asked.
    pub to: String,
    /// The day on which they were last sent a form.
    pub sent: NaiveDate,
    /// The day by which it is wanted back, as was last said.
    pub due: Option<NaiveDate>,
    /// The day on which one last came back.
    pub returned: Option<NaiveDate>,
    /// The questions that they were asked, as far as this edition has them.
    pub questions: usize,
    /// Those of them that nobody has answered.
    pub open: Vec<QuestionId>,
}

impl Recipient {
    /// How many are answered.
    pub fn answered(&self) -> usize {
        self.questions - self.open.len()
    }

    /// The days that are left; below zero where the day has passed. Nothing where everything is answered, or no day was named.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        let due = self.due.filter(|_| !self.open.is_empty())?;
        Some((due - today).num_days())
    }
}

/// How it stands with everybody who was sent a form, in the order in which they first were.
pub fn asked(assessment: &Assessment) -> Vec<Recipient> {
    let mut all: Vec<(Recipient, Vec<QuestionId>)> = Vec::new();
    for sent in &assessment.sent {
        let at = match all.iter().position(|(asked, _)| asked.to == sent.to) {
            Some(at) => at,
            None => {
                let to = sent.to.clone();
                let new = Recipient {
                    to,
                    sent: sent.on,
                    due: None,
                    returned: None,
                    questions: 0,
                    open: Vec::new(),
                };
                all.push((new, Vec::new()));
                all.len() - 1
            }
        };
        let Some((asked, questions)) = all.get_mut(at) else { continue };
        asked.sent = sent.on;
        asked.due = sent.due.or(asked.due);
        asked.returned = asked.returned.max(sent.returned);
        let is_asked = |id: &&QuestionId| assessment.checklist.question(id.as_str()).is_some();
        questions.extend(sent.questions.iter().filter(is_asked).cloned());
    }
    all.into_iter().map(|(asked, questions)| counted(assessment, asked, questions)).collect()
}

fn counted(assessment: &Assessment, asked: Recipient, mut questions: Vec<QuestionId>) -> Recipient {
    questions.sort();
    questions.dedup();
    let number = questions.len();
    let open = questions.into_iter().filter(|id| assessment.answer(id).is_none()).collect();
    Recipient { questions: number, open, ..asked }
}

/// The questions that nobody has answered and nobody was sent.
pub fn asked_of_nobody(assessment: &Assessment) -> usize {
    let was_sent = |id: &QuestionId| assessment.sent.iter().any(|sent| sent.questions.contains(id));
    assessment.open_questions().filter(|question| !was_sent(&question.id)).count()
}
