//! A force's answers next to a reviewer's: where they agree, how far beyond chance, and which questions a sample draws.
//!
//! A reviewer's level never replaces the force's. Only the force's is scored.

use crate::assessment::{Assessment, Replies, Reply, Sample, Standing};
use crate::checklist::Question;
use crate::judge::compare::{Named, Relation, relation};

mod kappa;
mod sample;

pub use kappa::Kappa;
pub use sample::{questions_to_review, restricted_to};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Both give the same single level, or both say that the question does not apply.
    Agreed,
    Lower,
    Higher,
    /// The reviewer's range includes the force's level and others, or the reviewer could not say.
    NotSettled,
    /// Only one says that the question does not apply.
    WhetherItApplies,
    NotAnswered,
}

impl Agreement {
    pub const ALL: [Self; 6] = [
        Self::Agreed,
        Self::Lower,
        Self::Higher,
        Self::NotSettled,
        Self::WhetherItApplies,
        Self::NotAnswered,
    ];

    fn between(ours: Standing, theirs: Standing) -> Option<Self> {
        Some(match (ours, theirs) {
            (_, Standing::Unanswered) => return None,
            (Standing::Unanswered, _) => Self::NotAnswered,
            (_, Standing::Unknown) => Self::NotSettled,
            (Standing::NotApplicable, Standing::NotApplicable) => Self::Agreed,
            (Standing::NotApplicable, _) | (_, Standing::NotApplicable) => Self::WhetherItApplies,
            _ => match relation(theirs.levels()?, ours.levels()?) {
                Relation::Behind => Self::Lower,
                Relation::Ahead => Self::Higher,
                Relation::Level => Self::Agreed,
                Relation::NotSettled | Relation::NotStated | Relation::Unanswered => Self::NotSettled,
            },
        })
    }

    /// Whether the two disagree, so that the force is asked to reply.
    pub fn differs(self) -> bool {
        matches!(self, Self::Lower | Self::Higher | Self::WhetherItApplies)
    }
}

#[derive(Debug, Clone, Copy)]
pub struct ReviewedQuestion<'a> {
    pub question: &'a Question,
    pub ours: Standing,
    pub theirs: Standing,
    pub agreement: Agreement,
    pub reason: Option<&'a str>,
    pub reply: Option<&'a Reply>,
}

#[derive(Debug, Clone)]
pub struct Review<'a> {
    pub by: Named<'a>,
    /// None if every question was to be reviewed.
    pub sample: Option<Sample>,
    pub asked: usize,
    pub questions: Vec<ReviewedQuestion<'a>>,
    pub kappa: Kappa,
    pub same_file: bool,
    pub changed_since_reply: bool,
}

impl<'a> Review<'a> {
    /// `same_file` and `changed_since_reply` come from the SHA-256 of the files.
    pub fn new(
        ours: &'a Assessment,
        by: Named<'a>,
        replies: Option<&'a Replies>,
        same_file: bool,
        changed_since_reply: bool,
    ) -> Self {
        let sample = by.assessment.reviews.as_ref().and_then(|reviews| reviews.sample);
        let questions: Vec<ReviewedQuestion<'a>> = ours
            .checklist
            .level_questions()
            .filter_map(|question| reviewed_question(ours, by.assessment, replies, question))
            .collect();
        let single = |reviewed: &ReviewedQuestion<'_>| {
            let one = |standing: Standing| standing.levels().filter(|levels| levels.is_one());
            let theirs = one(reviewed.theirs).filter(|_| reviewed.theirs != Standing::Unknown);
            Some((one(reviewed.ours)?.lowest(), theirs?.lowest()))
        };
        let kappa = Kappa::new(&questions.iter().filter_map(single).collect::<Vec<_>>());
        let asked = questions_to_review(&ours.checklist, sample).len();
        Self { by, sample, asked, questions, kappa, same_file, changed_since_reply }
    }

    pub fn number(&self, agreement: Agreement) -> usize {
        self.questions.iter().filter(|reviewed| reviewed.agreement == agreement).count()
    }

    /// Disagreements to which the force has not replied.
    pub fn without_reply(&self) -> impl Iterator<Item = &ReviewedQuestion<'a>> {
        self.questions.iter().filter(|reviewed| reviewed.agreement.differs() && reviewed.reply.is_none())
    }

    pub fn on(&self, question: &Question) -> Option<&ReviewedQuestion<'a>> {
        self.questions.iter().find(|reviewed| reviewed.question.id == question.id)
    }
}

fn reviewed_question<'a>(
    ours: &'a Assessment,
    review: &'a Assessment,
    replies: Option<&'a Replies>,
    question: &'a Question,
) -> Option<ReviewedQuestion<'a>> {
    let (ours, theirs) = (ours.standing(question)?, review.standing(question)?);
    let agreement = Agreement::between(ours, theirs)?;
    let reason = review.answer(&question.id).and_then(|answer| answer.note.as_deref());
    let reply = replies.and_then(|replies| replies.replies.get(&question.id));
    Some(ReviewedQuestion { question, ours, theirs, agreement, reason, reply })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::Level::{self, Absent, Assured, Developing, InPlace};

    #[test]
    fn a_reviewers_answer_stands_to_the_forces_by_its_whole_range() {
        use crate::assessment::Levels;
        use Standing::{NotApplicable, Unanswered, Unknown};
        let one = |level: Level| Standing::Level(level.into());
        let range = |lowest, highest| Standing::Level(Levels::new(lowest, highest).unwrap());
        let cases = [
            (one(InPlace), one(InPlace), Some(Agreement::Agreed)),
            (one(InPlace), one(Developing), Some(Agreement::Lower)),
            (one(InPlace), range(Absent, Developing), Some(Agreement::Lower)),
            (one(InPlace), one(Assured), Some(Agreement::Higher)),
            (one(InPlace), range(Developing, InPlace), Some(Agreement::NotSettled)),
            (one(InPlace), Unknown, Some(Agreement::NotSettled)),
            // What nobody at the force could say scores as absent.
            (Unknown, one(Absent), Some(Agreement::Agreed)),
            (Unknown, one(InPlace), Some(Agreement::Higher)),
            (NotApplicable, NotApplicable, Some(Agreement::Agreed)),
            (NotApplicable, one(Absent), Some(Agreement::WhetherItApplies)),
            (one(Absent), NotApplicable, Some(Agreement::WhetherItApplies)),
            (Unanswered, one(Absent), Some(Agreement::NotAnswered)),
            (one(Absent), Unanswered, None),
        ];
        for (ours, theirs, expected) in cases {
            assert_eq!(Agreement::between(ours, theirs), expected, "{ours:?} and {theirs:?}");
        }
    }
}
