//! What a board is told first and what it is asked to decide, worked out from the answers, the plan and the year before.

use chrono::{Months, NaiveDate};

use crate::assessment::{Action, Assessment, Due, Renewed, Standing, Status, Value, Verdict};
use crate::checklist::{Level, Question};
use crate::judge::change::Change;
use crate::judge::gap::{Gap, gaps, verdict};
use crate::judge::trend::Trend;

/// What a board is told first.
#[derive(Debug, Clone)]
pub struct Board<'a> {
    /// What moved since the year before; none where nothing is known of it.
    pub moved: Option<MovedSince<'a>>,
    /// The essential gaps, each with the actions about it that are open.
    pub essential: Vec<(Gap<'a>, Vec<&'a Action>)>,
    /// Open actions whose day has passed, with the days since, the latest first.
    pub overdue: Vec<(&'a Action, usize)>,
    /// Essential questions assured with evidence of the last 12 months.
    pub strengths: Vec<&'a Question>,
    /// Open actions without a day.
    pub undated: Vec<&'a Action>,
    /// Actions that are not to be done.
    pub given_up: Vec<&'a Action>,
    /// Gaps about which nothing is being done, the essential ones left aside.
    pub idle: usize,
    /// Essential targets met for which no evidence is named.
    pub essential_without_evidence: Vec<&'a Question>,
    /// Questions and figures of which nobody could say how things stand.
    pub unknown: Vec<&'a Question>,
    /// Questions and figures that are said not to apply.
    pub not_applicable: Vec<&'a Question>,
    /// How many answers of the year before are neither confirmed nor changed.
    pub unconfirmed: usize,
}

/// What moved since the year before.
#[derive(Debug, Clone)]
pub struct MovedSince<'a> {
    /// The day on which the assessment of the year before was opened.
    pub since: NaiveDate,
    /// Questions that surely rose.
    pub up: Vec<&'a Question>,
    /// Questions that surely slipped, with how they stood and stand.
    pub down: Vec<(&'a Question, Standing, Standing)>,
    /// Questions that had a level and of which nobody could say now, with how they stood.
    pub lost: Vec<(&'a Question, Standing)>,
    /// Questions of which nobody could say then, and which have a level now; whether they rose nobody knows.
    pub established: Vec<&'a Question>,
    /// How many have one and the same level.
    pub unchanged: usize,
    /// How many targets were met then, of the questions that are answered now.
    pub met: usize,
    /// How many targets are met that were not met then, or not asked.
    pub reached: usize,
    /// How many targets were met then that are missed now.
    pub left: usize,
    /// How many targets were met then of questions that are said not to apply now.
    pub set_aside: usize,
}

impl<'a> Board<'a> {
    /// Works it out on a day; the year before is that of the trend, else what was carried along.
    pub fn new(assessment: &'a Assessment, trend: Option<&Trend<'_>>, today: NaiveDate) -> Self {
        let about =
            |id| assessment.actions.iter().filter(move |action| action.question == id && action.is_open());
        let idle = gaps(assessment)
            .iter()
            .filter(|gap| !gap.scale.essential && !assessment.has_open_action(&gap.question.id))
            .count();
        let essential = gaps(assessment).into_iter().filter(|gap| gap.scale.essential);
        let essential = essential.map(|gap| (gap, about(gap.question.id.clone()).collect()));
        let answered = |value: Value| {
            let is = move |question: &&Question| {
                assessment.answer(&question.id).is_some_and(|answer| answer.value == value)
            };
            assessment.checklist.questions().filter(is).collect::<Vec<_>>()
        };
        let actions =
            |is: fn(&Action) -> bool| assessment.actions.iter().filter(|action| is(action)).collect();
        Self {
            moved: MovedSince::new(assessment, trend),
            essential: essential.collect(),
            overdue: overdue(assessment, today),
            strengths: strengths(assessment, today),
            undated: actions(|action| action.is_open() && matches!(action.due, Due::Never(_))),
            given_up: actions(|action| action.status == Status::NotToBeDone),
            idle,
            essential_without_evidence: essential_without_evidence(assessment),
            unknown: answered(Value::Unknown),
            not_applicable: answered(Value::NotApplicable),
            unconfirmed: assessment.count_renewed(Renewed::Open),
        }
    }

    /// Essential gaps about which nothing is being done.
    pub fn without_action(&self) -> impl Iterator<Item = &Gap<'a>> {
        self.essential.iter().filter(|(_, actions)| actions.is_empty()).map(|(gap, _)| gap)
    }
}

fn essential_without_evidence(assessment: &Assessment) -> Vec<&Question> {
    let is_bare = |question: &&Question| {
        let met = verdict(assessment, question) == Some(Verdict::Met);
        question.is_essential() && met && assessment.lacks_evidence(question)
    };
    assessment.checklist.level_questions().filter(is_bare).collect()
}

/// The latest first, and of one day in the order of their numbers.
fn overdue(assessment: &Assessment, today: NaiveDate) -> Vec<(&Action, usize)> {
    let late = |action| Some((action, Action::days_late(action, today)?));
    let mut overdue: Vec<_> = assessment.actions.iter().filter_map(late).collect();
    overdue.sort_by_key(|(_, days)| std::cmp::Reverse(*days));
    overdue
}

fn strengths(assessment: &Assessment, today: NaiveDate) -> Vec<&Question> {
    let year_ago = twelve_months_before(today);
    let is_strong = |question: &&Question| {
        let assured = matches!(assessment.standing(question), Some(Standing::Level(levels)) if levels.lowest() == Level::Assured);
        let recent = |answer: &crate::assessment::Answer| {
            answer.evidence.iter().any(|piece| piece.dated.is_some_and(|dated| dated >= year_ago))
        };
        assured && question.is_essential() && assessment.answer(&question.id).is_some_and(recent)
    };
    assessment.checklist.level_questions().filter(is_strong).collect()
}

/// The same day of the year before; of 29 February, 28 February.
fn twelve_months_before(today: NaiveDate) -> NaiveDate {
    today - Months::new(12)
}

impl<'a> MovedSince<'a> {
    fn new(assessment: &'a Assessment, trend: Option<&Trend<'_>>) -> Option<Self> {
        let since = match trend
            .and_then(|trend| trend.years.len().checked_sub(2).and_then(|at| trend.years.get(at)))
        {
            Some(year) => year.assessment.date,
            None => assessment.carried.values().map(|carried| carried.from).max()?,
        };
        let mut moved = Self {
            since,
            up: Vec::new(),
            down: Vec::new(),
            lost: Vec::new(),
            established: Vec::new(),
            unchanged: 0,
            met: 0,
            reached: 0,
            left: 0,
            set_aside: 0,
        };
        for question in assessment.checklist.level_questions() {
            let Some(now) = assessment.standing(question).filter(|now| *now != Standing::Unanswered) else {
                continue;
            };
            let then = year_before(assessment, trend, question);
            let is_met = |standing: Standing| {
                question.scale().and_then(|scale| standing.verdict(scale.target)) == Some(Verdict::Met)
            };
            let (was, is) = (then.is_some_and(is_met), is_met(now));
            moved.met += usize::from(was);
            moved.reached += usize::from(is && !was);
            let applies = now != Standing::NotApplicable;
            moved.left += usize::from(was && !is && applies);
            moved.set_aside += usize::from(was && !applies);
            let Some(then) = then else { continue };
            match Change::between(then, now) {
                Change::Up(_) => moved.up.push(question),
                Change::Down(_) => moved.down.push((question, then, now)),
                Change::Unchanged => moved.unchanged += 1,
                Change::Established => moved.established.push(question),
                Change::ToBeEstablished if matches!(then, Standing::Level(_)) => {
                    moved.lost.push((question, then))
                }
                _ => {}
            }
        }
        Some(moved)
    }
}

/// How a question stood the year before: by the trend where there is one, else by what was carried along.
pub fn year_before(
    assessment: &Assessment,
    trend: Option<&Trend<'_>>,
    question: &Question,
) -> Option<Standing> {
    if let Some(trend) = trend.filter(|trend| trend.years.len() > 1) {
        let row = trend.rows.iter().find(|row| row.question.id == question.id)?;
        return row.standings.get(trend.years.len() - 2).copied();
    }
    question.scale()?;
    Some(match assessment.carried.get(&question.id)?.answer.value {
        Value::Level(levels) => Standing::Level(levels),
        Value::Unknown => Standing::Unknown,
        Value::NotApplicable => Standing::NotApplicable,
        Value::Count(_) => return None,
    })
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
