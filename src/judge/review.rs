//! A force's answers beside a reviewer's: where they agree, how far beyond chance, and which questions a sample draws.
//!
//! A reviewer's level never takes the place of the force's: both stand side by side, and only the force's is scored.

use crate::assessment::{Assessment, Replies, Reply, Sample, Standing};
use crate::checklist::Question;
use crate::judge::compare::Named;

mod kappa;
mod sample;

pub use kappa::Kappa;
pub use sample::{questions_to_review, restricted_to};

/// How a reviewer's answer stands to the force's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Both are one and the same level, or both hold that the question does not apply.
    Agreed,
    /// The reviewer's lies wholly below the force's.
    Lower,
    /// The reviewer's lies wholly above the force's.
    Higher,
    /// The reviewer's is a range that fits the force's and others, or the reviewer could not say.
    NotSettled,
    /// One holds that the question does not apply, the other gives it a level.
    WhetherItApplies,
    /// The force has not answered it.
    NotAnswered,
}

impl Agreement {
    /// All of them.
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
            _ => {
                let (ours, theirs) = (ours.levels()?, theirs.levels()?);
                if theirs.highest() < ours.lowest() {
                    Self::Lower
                } else if theirs.lowest() > ours.highest() {
                    Self::Higher
                } else if ours.is_one() && theirs.is_one() {
                    Self::Agreed
                } else {
                    Self::NotSettled
                }
            }
        })
    }

    /// Whether the force is asked to reply: the two say different things.
    pub fn differs(self) -> bool {
        matches!(self, Self::Lower | Self::Higher | Self::WhetherItApplies)
    }
}

/// A question that a reviewer looked at.
#[derive(Debug, Clone, Copy)]
pub struct ReviewedQuestion<'a> {
    /// The question.
    pub question: &'a Question,
    /// How the force stands.
    pub ours: Standing,
    /// What the reviewer says.
    pub theirs: Standing,
    /// The one beside the other.
    pub agreement: Agreement,
    /// Why the reviewer says so.
    pub reason: Option<&'a str>,
    /// What the force replied.
    pub reply: Option<&'a Reply>,
}

/// One review of an assessment.
#[derive(Debug, Clone)]
pub struct Review<'a> {
    /// The review, under its name.
    pub by: Named<'a>,
    /// The draw of its questions; none where all were to be looked at.
    pub sample: Option<Sample>,
    /// How many questions were to be looked at.
    pub asked: usize,
    /// The questions that were, in the checklist's order.
    pub questions: Vec<ReviewedQuestion<'a>>,
    /// How far the two agree beyond chance.
    pub kappa: Kappa,
    /// Whether the file is what it was when the review began.
    pub same_file: bool,
    /// Whether the review has changed since the force replied to it.
    pub changed_since_reply: bool,
}

impl<'a> Review<'a> {
    /// Sets a review beside the assessment that it reviews, with what the force replied. `same_file` and
    /// `changed_since_reply` are what the digests of the files say.
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

    /// How many questions stand in a relation.
    pub fn number(&self, agreement: Agreement) -> usize {
        self.questions.iter().filter(|reviewed| reviewed.agreement == agreement).count()
    }

    /// Where the reviewer differs and the force has not replied.
    pub fn without_reply(&self) -> impl Iterator<Item = &ReviewedQuestion<'a>> {
        self.questions.iter().filter(|reviewed| reviewed.agreement.differs() && reviewed.reply.is_none())
    }

    /// What the reviewer says of a question.
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
