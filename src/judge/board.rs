//! What a board is told first and asked to decide, from the answers, the plan and the year before.

use chrono::{Months, NaiveDate};

use crate::assessment::{Action, Answer, Assessment, Due, Renewed, Standing, Status, Value, Verdict};
use crate::checklist::{Level, Question};
use crate::judge::change::{Changes, ChangesSince, QuestionChange};
use crate::judge::gap::{Gap, gaps, is_at_least, verdict};
use crate::judge::trend::Trend;

#[derive(Debug, Clone)]
pub struct Board<'a> {
    /// Changes since the year before; none if nothing is known of that year.
    pub since_last_year: Option<ChangesSince<'a>>,
    /// The essential gaps, each with its open actions.
    pub essential: Vec<(Gap<'a>, Vec<&'a Action>)>,
    /// The latest first; those equally late in the order of their numbers.
    pub overdue: Vec<&'a Action>,
    /// Essential questions assured with evidence from the last 12 months.
    pub strengths: Vec<&'a Question>,
    pub undated: Vec<&'a Action>,
    pub not_to_be_done: Vec<&'a Action>,
    /// How many gaps have no open action, not counting the essential ones.
    pub other_gaps_without_action: usize,
    pub essential_without_evidence: Vec<&'a Question>,
    pub unknown: Vec<&'a Question>,
    pub not_applicable: Vec<&'a Question>,
    /// How many of last year's answers are neither confirmed nor changed.
    pub unconfirmed: usize,
}

impl<'a> Board<'a> {
    /// The year before is that of the trend, or else of the answers carried over.
    pub fn new(assessment: &'a Assessment, trend: Option<&Trend<'_>>, today: NaiveDate) -> Self {
        let (essential, others): (Vec<_>, Vec<_>) =
            gaps(assessment).into_iter().partition(|gap| gap.scale.essential);
        let about = |gap: &Gap<'_>| {
            let actions = assessment.actions.iter();
            actions.filter(|action| action.question == gap.question.id && action.is_open()).collect()
        };
        let answered = |value: Value| {
            let is_so = |answer: &Answer| answer.value == value;
            questions(assessment, |question| assessment.answer(&question.id).is_some_and(is_so))
        };
        let actions = |is: &dyn Fn(&Action) -> bool| {
            assessment.actions.iter().filter(|action| is(action)).collect::<Vec<_>>()
        };
        let mut overdue = actions(&|action| action.is_overdue(today));
        overdue.sort_by_key(|action| std::cmp::Reverse(action.days_late(today)));
        Self {
            since_last_year: since_last_year(assessment, trend),
            essential: essential.into_iter().map(|gap| (gap, about(&gap))).collect(),
            overdue,
            strengths: strengths(assessment, today),
            undated: actions(&|action| action.is_open() && matches!(action.due, Due::Never(_))),
            not_to_be_done: actions(&|action| action.status == Status::NotToBeDone),
            other_gaps_without_action: others
                .iter()
                .filter(|gap| !assessment.has_open_action(&gap.question.id))
                .count(),
            essential_without_evidence: questions(assessment, |question| {
                let is_met = verdict(assessment, question) == Some(Verdict::Met);
                question.is_essential() && is_met && assessment.lacks_evidence(question)
            }),
            unknown: answered(Value::Unknown),
            not_applicable: answered(Value::NotApplicable),
            unconfirmed: assessment.count_renewed(Renewed::Open),
        }
    }

    pub fn without_action(&self) -> impl Iterator<Item = &Gap<'a>> {
        self.essential.iter().filter(|(_, actions)| actions.is_empty()).map(|(gap, _)| gap)
    }
}

fn questions(assessment: &Assessment, wanted: impl Fn(&Question) -> bool) -> Vec<&Question> {
    assessment.checklist.questions().filter(|question| wanted(question)).collect()
}

fn strengths(assessment: &Assessment, today: NaiveDate) -> Vec<&Question> {
    let year_ago = twelve_months_before(today);
    let has_recent_evidence = |answer: &Answer| {
        answer.evidence.iter().any(|piece| piece.dated.is_some_and(|dated| dated >= year_ago))
    };
    questions(assessment, |question| {
        question.is_essential()
            && assessment.standing(question).is_some_and(|standing| is_at_least(standing, Level::Assured))
            && assessment.answer(&question.id).is_some_and(has_recent_evidence)
    })
}

/// The same day of the year before; for 29 February, 28 February.
fn twelve_months_before(today: NaiveDate) -> NaiveDate {
    today - Months::new(12)
}

fn since_last_year<'a>(assessment: &'a Assessment, trend: Option<&Trend<'_>>) -> Option<ChangesSince<'a>> {
    let date = match trend.and_then(Trend::previous_year) {
        Some(year) => year.assessment.date,
        None => assessment.carried.values().map(|carried| carried.from).max()?,
    };
    let change = |question| {
        let then = year_before(assessment, trend, question).unwrap_or(Standing::Unanswered);
        Some(QuestionChange::new(question, then, assessment.standing(question)?))
    };
    Some(ChangesSince { date, changes: assessment.checklist.level_questions().filter_map(change).collect() })
}

/// How many targets were and are met, of the questions that are answered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetsSince {
    /// Met then.
    pub met_then: usize,
    /// Met now, and not met or not asked then.
    pub newly_met: usize,
    /// Met then, and missed now.
    pub no_longer_met: usize,
    /// Met then, and not applicable now.
    pub set_aside: usize,
}

impl TargetsSince {
    pub fn new(changes: &Changes<'_>) -> Self {
        let answered = || changes.iter().filter(|each| each.now != Standing::Unanswered);
        let was_met = || answered().filter(QuestionChange::was_met);
        let set_aside = was_met().filter(|each| each.now == Standing::NotApplicable).count();
        Self {
            met_then: was_met().count(),
            newly_met: answered().filter(|each| each.is_met() && !each.was_met()).count(),
            no_longer_met: was_met().filter(|each| !each.is_met()).count() - set_aside,
            set_aside,
        }
    }
}

/// How a question stood the year before: by the trend if there is one, or else by the answer carried over.
pub fn year_before(
    assessment: &Assessment,
    trend: Option<&Trend<'_>>,
    question: &Question,
) -> Option<Standing> {
    if let Some(trend) = trend.filter(|trend| trend.years.len() > 1) {
        let row = trend.rows.iter().find(|row| row.question.id == question.id)?;
        return row.standings.iter().rev().nth(1).copied();
    }
    question.scale()?;
    assessment.carried.get(&question.id)?.answer.value.standing()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_go_back_to_the_same_day_of_the_month() {
        for (today, expected) in [
            ("2026-11-22", "2025-11-22"), // 365 days
            ("2024-11-22", "2023-11-22"), // 366 days, with 29 February 2024 among them
            ("2025-02-28", "2024-02-28"), // 366 days
            ("2024-02-29", "2023-02-28"), // there is no 29 February 2023
            ("2024-03-01", "2023-03-01"),
        ] {
            assert_eq!(twelve_months_before(today.parse().unwrap()).to_string(), expected);
        }
    }
}
