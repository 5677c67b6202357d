//! What an assessment has to satisfy before it goes on, for those who ask for it: the gates of `check`.

use chrono::NaiveDate;

use crate::assessment::{Assessment, Levels, Standing};
use crate::checklist::{Kind, Level, Question};
use crate::judge::plan::{PlanPoint, plan_points};

/// Something that an assessment can be held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Nothing is unanswered, and nothing of last time unconfirmed.
    Complete,
    /// Everything in place or better names its evidence.
    Evidence,
    /// No action is overdue, and no essential gap is without one.
    Actions,
}

/// What a gate stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GateFailure<'a> {
    /// A count is not given.
    NotGiven(&'a Question),
    /// The answer of last time is not confirmed.
    NotConfirmed(&'a Question),
    /// A question is not answered.
    NotAnswered(&'a Question),
    /// It is in place or better, and nothing shows it.
    WithoutEvidence(&'a Question),
    /// Something about the action plan.
    Plan(PlanPoint<'a>),
}

impl Gate {
    /// What it stops, in the order of the checklist or of the plan; nothing where the assessment may pass.
    pub fn failures(self, assessment: &Assessment, today: NaiveDate) -> Vec<GateFailure<'_>> {
        match self {
            Self::Complete => {
                assessment.open_questions().map(|question| not_answered(assessment, question)).collect()
            }
            Self::Evidence => without_evidence(assessment).map(GateFailure::WithoutEvidence).collect(),
            Self::Actions => {
                let points = plan_points(assessment, today).into_iter();
                let urgent = |point: &PlanPoint<'_>| {
                    matches!(point, PlanPoint::Overdue(_) | PlanPoint::EssentialWithoutAction(_))
                };
                points.filter(urgent).map(GateFailure::Plan).collect()
            }
        }
    }
}

fn not_answered<'a>(assessment: &Assessment, question: &'a Question) -> GateFailure<'a> {
    match (&question.kind, assessment.carried.contains_key(&question.id)) {
        (Kind::Count(_), _) => GateFailure::NotGiven(question),
        (Kind::Scale(_), true) => GateFailure::NotConfirmed(question),
        (Kind::Scale(_), false) => GateFailure::NotAnswered(question),
    }
}

fn without_evidence(assessment: &Assessment) -> impl Iterator<Item = &Question> {
    assessment.checklist.questions().filter(|question| {
        let lowest = assessment.standing(question).and_then(Standing::levels).map(Levels::lowest);
        lowest >= Some(Level::InPlace) && assessment.lacks_evidence(question)
    })
}
