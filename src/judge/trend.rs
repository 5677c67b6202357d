//! One force over the years, oldest first: each question, section and count.
//!
//! The questions are those of the newest edition, with an earlier answer only if it can be compared. Scores over the years
//! cover the questions that all years share, with the weights of the newest edition.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::assessment::{Answer, Assessment};
use crate::checklist::{Question, Section};
use crate::judge::change::{Changes, QuestionChange, rose_without_evidence};
use crate::judge::compare::{Named, answer_of};
use crate::judge::score::{Percents, Scorecard, mean, sums};

mod approved;
mod highlights;
mod row;

pub use approved::{ChangedYear, YearFile, changed_years};
pub use highlights::Highlights;
use row::row;
pub use row::{Baseline, ChangeSince, Row};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrendError {
    #[error("these are not the years of one force: {0}; `healthcheck compare` compares forces")]
    Forces(String),
    /// One answered a different checklist from the newest, or a later edition.
    #[error(
        "{0} answered {1}, which the newest of them, {2}, does not follow; the years must answer editions of one checklist, none newer than that of the newest year"
    )]
    Checklists(String, String, String),
}

#[derive(Debug, Clone)]
pub struct Trend<'a> {
    /// The assessments, oldest first.
    pub years: Vec<Named<'a>>,
    pub rows: Vec<Row<'a>>,
    pub sections: Vec<ScoreTrend<'a>>,
    pub overall: ScoreTrend<'a>,
    pub shared: usize,
    pub counts: Vec<(&'a Question, Vec<Option<&'a Answer>>)>,
    /// Level questions of earlier editions that the newest does not replace, each with the reason.
    pub withdrawn: Vec<(&'a Question, String)>,
    /// The years whose files are not as approved; empty if that was not checked.
    pub changed: Vec<ChangedYear>,
}

#[derive(Debug, Clone)]
pub struct ScoreTrend<'a> {
    /// None for the overall score.
    pub section: Option<&'a Section>,
    /// Each year's score over the shared questions; none if no question is shared.
    pub shared: Vec<Option<Percents>>,
    /// Each year's own score, of the section with the same id.
    pub own: Vec<Option<Percents>>,
}

impl<'a> Trend<'a> {
    pub fn newest(&self) -> &'a Assessment {
        self.years.last().expect("a trend has a year").assessment
    }

    /// `2026`, or if two assessments share a year `2026 (3)`.
    pub fn year_labels(&self) -> Vec<String> {
        let years = || self.years.iter().map(|year| year.assessment.date.year());
        let label = |(at, year): (usize, i32)| match years().filter(|each| *each == year).count() {
            1 => year.to_string(),
            _ => format!("{year} ({})", at + 1),
        };
        years().enumerate().map(label).collect()
    }

    /// The assessments may be in any order.
    ///
    /// # Errors
    ///
    /// If they are not of one force, or did not answer editions of one checklist.
    pub fn new(years: &[Named<'a>]) -> Result<Self, TrendError> {
        let mut years = years.to_vec();
        years.sort_by_key(|year| year.assessment.date);
        let newest = newest_of(&years)?;
        let rows: Vec<Row<'a>> =
            newest.checklist.level_questions().map(|question| row(&years, newest, question)).collect();
        let cards: Vec<Scorecard> = years.iter().map(|year| Scorecard::new(year.assessment)).collect();
        let by_question: BTreeMap<_, _> = rows.iter().map(|row| (&row.question.id, row)).collect();
        let shared_sums = |section: &Section, year: usize| {
            sums(section, &|question| by_question.get(&question.id)?.shared_levels(year))
        };
        let each_year = || 0..years.len();
        let sections = newest.checklist.sections.iter().map(|section| ScoreTrend {
            section: Some(section),
            shared: each_year().map(|year| shared_sums(section, year).percents()).collect(),
            own: cards.iter().map(|card| card.section(&section.id)?.score.percent).collect(),
        });
        let overall = |year| {
            mean(newest.checklist.sections.iter().map(|section| (section.weight, shared_sums(section, year))))
        };
        let overall = ScoreTrend {
            section: None,
            shared: each_year().map(overall).collect(),
            own: cards.iter().map(|card| card.score.percent).collect(),
        };
        Ok(Self {
            sections: sections.collect(),
            overall,
            shared: rows.iter().filter(|row| row.is_shared()).count(),
            counts: counts(&years, newest),
            withdrawn: withdrawn(&years, newest),
            changed: Vec::new(),
            rows,
            years,
        })
    }

    /// Of two years, the last is also the first.
    pub fn baselines(&self) -> &'static [Baseline] {
        match self.years.len() {
            0 | 1 => &[],
            2 => &[Baseline::Last],
            _ => &[Baseline::Last, Baseline::First],
        }
    }

    pub fn previous_year(&self) -> Option<&Named<'a>> {
        self.years.iter().rev().nth(1)
    }

    /// The label of the year before the newest, of two years or more.
    pub fn previous_label(&self) -> String {
        self.year_labels().into_iter().rev().nth(1).expect("a change is measured between two years")
    }

    pub fn changes(&self, since: Baseline) -> Changes<'a> {
        let change = |row: &Row<'a>| {
            let ChangeSince { change, from } = row.since(since);
            let now = row.standing(self.years.len().checked_sub(1));
            QuestionChange { question: row.question, then: row.standing(from), now, change }
        };
        self.rows.iter().map(change).collect()
    }

    /// The questions that rose since either baseline, though the newest answer has no evidence. None if that year was
    /// published, as every published finding has its source.
    pub fn risen_without_evidence(&self) -> impl Iterator<Item = &'a Question> + '_ {
        let newest = self.newest();
        let rose = |row: &&Row<'a>| {
            [row.since_last, row.since_first]
                .iter()
                .any(|since| rose_without_evidence(since.change, newest, row.question))
        };
        self.rows.iter().filter(|_| newest.source.is_none()).filter(rose).map(|row| row.question)
    }
}

/// Checks years that are in order, and returns the newest.
fn newest_of<'a>(years: &[Named<'a>]) -> Result<&'a Assessment, TrendError> {
    let force = |year: &Named<'a>| year.assessment.force.as_str();
    let forces = || TrendError::Forces(years.iter().map(force).collect::<Vec<_>>().join(", "));
    let last = years.last().ok_or_else(forces)?;
    let newest = last.assessment;
    if years.iter().any(|year| !year.assessment.same_force(newest)) {
        return Err(forces());
    }
    let follows = |year: &&Named<'a>| {
        let answered = &year.assessment.checklist;
        newest.checklist.id == answered.id
            && newest.checklist.editions().any(|edition| edition.edition == answered.edition)
    };
    match years.iter().find(|year| !follows(year)) {
        Some(stray) => {
            let answered = &stray.assessment.checklist;
            let answered = format!("{} in the edition {}", answered.id, answered.edition);
            Err(TrendError::Checklists(stray.name.to_owned(), answered, last.name.to_owned()))
        }
        None => Ok(newest),
    }
}

fn counts<'a>(years: &[Named<'a>], newest: &'a Assessment) -> Vec<(&'a Question, Vec<Option<&'a Answer>>)> {
    let answers = |question: &Question| {
        years.iter().map(|year| answer_of(year.assessment, &newest.checklist, question)).collect()
    };
    newest.checklist.count_questions().map(|question| (question, answers(question))).collect()
}

fn withdrawn<'a>(years: &[Named<'a>], newest: &Assessment) -> Vec<(&'a Question, String)> {
    let mut withdrawn: Vec<(&'a Question, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for year in years {
        let older = year.assessment.checklist.as_ref();
        let gone = older.level_questions().filter(|question| {
            newest.checklist.id == older.id && newest.checklist.successors_of(question, older).is_empty()
        });
        for question in gone {
            if seen.insert(&question.id) {
                withdrawn.push((question, newest.checklist.withdrawal_reason(&question.id).to_owned()));
            }
        }
    }
    withdrawn
}
