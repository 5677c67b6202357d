//! One force over the years: each question, each section and each count, oldest to newest.
//!
//! Questions are those of the newest edition; an earlier answer stands beside them only where it can be compared.
//! Scores over the years are over the questions that all years share, by the newest edition's weights.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::assessment::{Answer, Assessment};
use crate::checklist::{Question, Section};
use crate::judge::change::rose_without_evidence;
use crate::judge::compare::{Named, answer_of};
use crate::judge::score::{Percents, Scorecard, mean, sums};

mod approved;
mod moved;
mod row;

pub use approved::{ChangedYear, YearFile, changed_years};
pub use moved::Moved;
use row::row;
pub use row::{Baseline, ChangeSince, Row};

/// Why assessments are not the years of one force.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrendError {
    /// They are of different forces, or there are none.
    #[error("these are not the years of one force: {0}; `healthcheck compare` compares forces")]
    Forces(String),
    /// One answered another checklist than the newest, or an edition that came after it.
    #[error(
        "{0} answered {1}, which the newest of them, {2}, does not follow; the years must answer editions of one checklist, none newer than that of the newest year"
    )]
    Checklists(String, String, String),
}

/// One force over the years.
#[derive(Debug, Clone)]
pub struct Trend<'a> {
    /// The assessments, oldest first.
    pub years: Vec<Named<'a>>,
    /// Every level question of the newest edition, in its order.
    pub rows: Vec<Row<'a>>,
    /// Every section of the newest edition.
    pub sections: Vec<SectionTrend<'a>>,
    /// How many questions all years share.
    pub shared: usize,
    /// The score in all over the shared questions, a year each; none where none is shared.
    pub shared_percent: Vec<Option<Percents>>,
    /// Each year's own score in all.
    pub own_percent: Vec<Option<Percents>>,
    /// Every count of the newest edition, with each year's answer.
    pub counts: Vec<(&'a Question, Vec<Option<&'a Answer>>)>,
    /// Level questions of earlier editions that nothing of the newest replaces, with the reason.
    pub withdrawn: Vec<(&'a Question, String)>,
    /// The years whose files are not what was approved, as far as that was looked into.
    pub changed: Vec<ChangedYear>,
}

/// A section over the years.
#[derive(Debug, Clone)]
pub struct SectionTrend<'a> {
    /// The section of the newest edition.
    pub section: &'a Section,
    /// Its score over the shared questions, a year each.
    pub shared: Vec<Option<Percents>>,
    /// Each year's own score of the section of the same id.
    pub own: Vec<Option<Percents>>,
}

impl<'a> Trend<'a> {
    /// The last year's assessment.
    pub fn newest(&self) -> &'a Assessment {
        self.years.last().expect("a trend has a year").assessment
    }

    /// A label for each year: `2026`, numbered if two assessments share a year: `2026 (3)`.
    pub fn year_labels(&self) -> Vec<String> {
        let years = || self.years.iter().map(|year| year.assessment.date.year());
        let label = |(at, year): (usize, i32)| match years().filter(|each| *each == year).count() {
            1 => year.to_string(),
            _ => format!("{year} ({})", at + 1),
        };
        years().enumerate().map(label).collect()
    }

    /// Sets the years of one force beside each other, whatever order they are given in.
    ///
    /// # Errors
    ///
    /// When they are not the years of one force, or did not answer editions of one checklist.
    pub fn new(years: &[Named<'a>]) -> Result<Self, TrendError> {
        let mut years = years.to_vec();
        years.sort_by_key(|year| year.assessment.date);
        let forces = || {
            TrendError::Forces(
                years.iter().map(|year| year.assessment.force.as_str()).collect::<Vec<_>>().join(", "),
            )
        };
        let last = *years.last().ok_or_else(forces)?;
        let newest = last.assessment;
        if years.iter().any(|year| !year.assessment.same_force(newest)) {
            return Err(forces());
        }
        let follows = |year: &&Named<'a>| {
            let answered = &year.assessment.checklist;
            newest.checklist.id == answered.id
                && newest.checklist.editions().any(|edition| edition.edition == answered.edition)
        };
        if let Some(stray) = years.iter().find(|year| !follows(year)) {
            let answered = &stray.assessment.checklist;
            let answered = format!("{} in the edition {}", answered.id, answered.edition);
            return Err(TrendError::Checklists(stray.name.to_owned(), answered, last.name.to_owned()));
        }
        let rows: Vec<Row<'a>> =
            newest.checklist.level_questions().map(|question| row(&years, newest, question)).collect();
        let cards: Vec<Scorecard> = years.iter().map(|year| Scorecard::new(year.assessment)).collect();
        let by_question: BTreeMap<_, _> = rows.iter().map(|row| (&row.question.id, row)).collect();
        let shared_sums = |section: &Section, year: usize| {
            sums(section, &|question| by_question.get(&question.id)?.shared_levels(year))
        };
        let each_year = || 0..years.len();
        let sections = newest.checklist.sections.iter().map(|section| SectionTrend {
            section,
            shared: each_year().map(|year| shared_sums(section, year).percents()).collect(),
            own: cards.iter().map(|card| own_score(card, section)).collect(),
        });
        let in_all = |year| {
            mean(newest.checklist.sections.iter().map(|section| (section.weight, shared_sums(section, year))))
        };
        Ok(Self {
            sections: sections.collect(),
            shared: rows.iter().filter(|row| row.is_shared()).count(),
            shared_percent: each_year().map(in_all).collect(),
            own_percent: cards.iter().map(|card| card.score.percent).collect(),
            counts: counts(&years, newest),
            withdrawn: withdrawn(&years, newest),
            changed: Vec::new(),
            rows,
            years,
        })
    }

    /// The baselines there are: none of one year, and of two the last is the first.
    pub fn baselines(&self) -> &'static [Baseline] {
        match self.years.len() {
            0 | 1 => &[],
            2 => &[Baseline::Last],
            _ => &[Baseline::Last, Baseline::First],
        }
    }

    /// The questions that rose, since either baseline, though no evidence is named for the newest answer. Nothing is said of
    /// what was published, whose every finding has its place.
    pub fn risen_without_evidence(&self) -> Vec<&Row<'a>> {
        let newest = self.years.last().map(|year| year.assessment).filter(|newest| newest.source.is_none());
        let rose = |row: &&Row<'_>| {
            newest.is_some_and(|newest| {
                [row.since_last, row.since_first]
                    .iter()
                    .any(|since| rose_without_evidence(since.change, newest, row.question))
            })
        };
        self.rows.iter().filter(rose).collect()
    }
}

fn own_score(card: &Scorecard, section: &Section) -> Option<Percents> {
    card.sections.iter().find(|scored| scored.id == section.id)?.score.percent
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
