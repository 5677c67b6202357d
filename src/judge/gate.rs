//! The gates of `check`: what an assessment must satisfy before it goes on.

use chrono::NaiveDate;

use crate::assessment::Assessment;
use crate::checklist::{Kind, Level, Question};
use crate::judge::gap::is_at_least;
use crate::judge::plan::{PlanPoint, plan_points};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Everything is answered, and last year's answers are confirmed.
    Complete,
    /// Every answer of in place or better has evidence.
    Evidence,
    /// No action is overdue, and no essential gap is without one.
    Actions,
}

/// Why an assessment does not pass a gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GateFailure<'a> {
    FigureNotGiven(&'a Question),
    /// Last year's answer is not confirmed.
    NotConfirmed(&'a Question),
    NotAnswered(&'a Question),
    WithoutEvidence(&'a Question),
    Plan(PlanPoint<'a>),
}

impl Gate {
    /// In the order of the checklist or of the plan; empty if the assessment passes.
    pub fn failures(self, assessment: &Assessment, today: NaiveDate) -> Vec<GateFailure<'_>> {
        match self {
            Self::Complete => {
                assessment.open_questions().map(|question| not_answered(assessment, question)).collect()
            }
            Self::Evidence => without_evidence(assessment).map(GateFailure::WithoutEvidence).collect(),
            Self::Actions => {
                let is_urgent = |point: &PlanPoint<'_>| {
                    matches!(point, PlanPoint::Overdue(_) | PlanPoint::EssentialWithoutAction(_))
                };
                plan_points(assessment, today).into_iter().filter(is_urgent).map(GateFailure::Plan).collect()
            }
        }
    }
}

fn not_answered<'a>(assessment: &Assessment, question: &'a Question) -> GateFailure<'a> {
    match question.kind {
        Kind::Count(_) => GateFailure::FigureNotGiven(question),
        Kind::Scale(_) if assessment.carried.contains_key(&question.id) => {
            GateFailure::NotConfirmed(question)
        }
        Kind::Scale(_) => GateFailure::NotAnswered(question),
    }
}

fn without_evidence(assessment: &Assessment) -> impl Iterator<Item = &Question> {
    assessment.checklist.level_questions().filter(|question| {
        let standing = assessment.standing(question);
        standing.is_some_and(|standing| is_at_least(standing, Level::InPlace))
            && assessment.lacks_evidence(question)
    })
}
