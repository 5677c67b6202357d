//! Who was sent which questions, and what has been returned.

use chrono::NaiveDate;

use crate::assessment::Assessment;
use crate::checklist::QuestionId;

mod report;

pub use report::status;

/// Someone who was sent forms, and how many of their questions are answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    pub to: String,
    /// The date of the last form.
    pub sent: NaiveDate,
    /// The latest date on which a form is due.
    pub due: Option<NaiveDate>,
    /// The date on which one was last returned.
    pub returned: Option<NaiveDate>,
    /// How many questions they were sent that this edition has.
    pub questions: usize,
    pub open: Vec<QuestionId>,
}

impl Recipient {
    pub fn answered(&self) -> usize {
        self.questions - self.open.len()
    }

    /// Days until it is due, negative if late; `None` if everything is answered or there is no due date.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        let due = self.due.filter(|_| !self.open.is_empty())?;
        Some((due - today).num_days())
    }
}

/// In the order of their first form.
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

/// How many open questions were sent to nobody.
pub fn asked_of_nobody(assessment: &Assessment) -> usize {
    let was_sent = |id: &QuestionId| assessment.sent.iter().any(|sent| sent.questions.contains(id));
    assessment.open_questions().filter(|question| !was_sent(&question.id)).count()
}
