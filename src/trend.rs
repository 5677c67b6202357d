//! One force over the years: each question, each section and each count, oldest to newest.
//!
//! Questions are those of the newest edition; an earlier answer stands beside them only where it can be compared.
//! Scores over the years are over the questions that all years share, by the newest edition's weights.

use crate::assessment::{Answer, Assessment, Levels, Standing};
use crate::change::{Change, rose_without_evidence};
use crate::checklist::{Question, Section};
use crate::compare::{Named, answer_of, asked_in};
use crate::lineage::Past;
use crate::score::{Percents, Scorecard, mean, sums};

mod moved;

pub use moved::Moved;

/// Why assessments are not the years of one force.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotYears {
    /// They are of different forces, or there are none.
    #[error("these are not the years of one force: {0}; `healthcheck compare` sets forces side by side")]
    Forces(String),
    /// One answered another checklist than the newest, or an edition that came after it.
    #[error(
        "{0} answered {1}, which the newest of them, {2}, does not follow; only editions of one checklist, none newer than the last year's, tell a story"
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
    pub sections: Vec<SectionYears<'a>>,
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
}

/// A question over the years.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The question.
    pub question: &'a Question,
    /// How it stood each year; unanswered where that year's answer cannot be compared.
    pub standings: Vec<Standing>,
    /// Why a year's answer cannot be compared, where that is so.
    pub breaks: Vec<Option<String>>,
    /// What became of it since the year before the newest, whether or not that year has a level.
    pub since_last: Told,
    /// What became of it since the first year with a level.
    pub since_first: Told,
}

/// What became of a question since another year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// What became of it.
    pub change: Change,
    /// Where that year stands in [`Trend::years`]; none where no year has a level.
    pub from: Option<usize>,
}

/// Since when a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// Since the year before the newest.
    Last,
    /// Since the first year with a level.
    First,
}

/// A section over the years.
#[derive(Debug, Clone)]
pub struct SectionYears<'a> {
    /// The section of the newest edition.
    pub section: &'a Section,
    /// Its score over the shared questions, a year each.
    pub shared: Vec<Option<Percents>>,
    /// Each year's own score of the section of the same id.
    pub own: Vec<Option<Percents>>,
}

impl<'a> Trend<'a> {
    /// Sets the years of one force beside each other, whatever order they are given in.
    ///
    /// # Errors
    ///
    /// When they are not the years of one force, or did not answer editions of one checklist.
    pub fn of(years: &[Named<'a>]) -> Result<Self, NotYears> {
        let mut years = years.to_vec();
        years.sort_by_key(|year| year.assessment.date);
        let forces = || {
            NotYears::Forces(
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
            return Err(NotYears::Checklists(stray.name.to_owned(), answered, last.name.to_owned()));
        }
        let rows: Vec<Row<'a>> =
            newest.checklist.level_questions().map(|question| row(&years, newest, question)).collect();
        let cards: Vec<Scorecard> = years.iter().map(|year| Scorecard::of(year.assessment)).collect();
        let shared_sums = |section: &Section, year: usize| {
            sums(section, &|question| {
                rows.iter().find(|row| row.question.id == question.id)?.shared_levels(year)
            })
        };
        let each_year = || 0..years.len();
        let sections = newest.checklist.sections.iter().map(|section| SectionYears {
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
            rows,
            years,
        })
    }

    /// The tellings in which a change differs: over two years the last is the first.
    pub fn tellings(&self) -> &'static [Since] {
        if self.years.len() > 2 { &[Since::Last, Since::First] } else { &[Since::Last] }
    }

    /// The questions that rose, in either telling, though no evidence is named for the newest answer. Nothing is said of
    /// what was published, whose every finding has its place.
    pub fn risen_without_evidence(&self) -> Vec<&Row<'a>> {
        let newest = self.years.last().map(|year| year.assessment).filter(|newest| newest.source.is_none());
        let bare = |row: &&Row<'_>| {
            newest.is_some_and(|newest| {
                [row.since_last, row.since_first]
                    .iter()
                    .any(|told| rose_without_evidence(told.change, newest, row.question))
            })
        };
        self.rows.iter().filter(bare).collect()
    }
}

impl Row<'_> {
    /// Whether every year gives the question a level, or unknown.
    pub fn is_shared(&self) -> bool {
        self.standings.iter().all(|standing| standing.levels().is_some())
    }

    /// What became of the question since a year.
    pub fn since(&self, since: Since) -> Told {
        match since {
            Since::Last => self.since_last,
            Since::First => self.since_first,
        }
    }

    /// Why the question cannot be compared with what was asked in the earliest year that has a reason.
    pub fn broken(&self) -> Option<&str> {
        self.breaks.iter().flatten().next().map(String::as_str)
    }

    fn shared_levels(&self, year: usize) -> Option<Levels> {
        self.is_shared().then(|| self.standings.get(year)?.levels()).flatten()
    }
}

fn row<'a>(years: &[Named<'a>], newest: &Assessment, question: &'a Question) -> Row<'a> {
    let standing = |year: &Named<'a>| {
        asked_in(year.assessment, newest, question)
            .map_or(Standing::Unanswered, |asked| year.assessment.standing(asked))
    };
    let broken = |year: &Named<'a>| match newest.checklist.past(question, &year.assessment.checklist) {
        Past::NotComparable(_, reason) => Some(reason),
        _ => None,
    };
    let standings: Vec<Standing> = years.iter().map(standing).collect();
    let breaks: Vec<Option<String>> = years.iter().map(broken).collect();
    let since = |year| told(years, question, &standings, &breaks, year);
    let first = standings
        .split_last()
        .and_then(|(_, before)| before.iter().position(|standing| standing.levels().is_some()));
    let (since_last, since_first) = (since(years.len().checked_sub(2)), since(first));
    Row { question, standings, breaks, since_last, since_first }
}

/// What became of a question since a year; since no year at all, where none before the newest has a level.
fn told(
    years: &[Named<'_>],
    question: &Question,
    standings: &[Standing],
    breaks: &[Option<String>],
    from: Option<usize>,
) -> Told {
    let now = standings.last().copied().unwrap_or(Standing::Unanswered);
    let then = from.and_then(|year| standings.get(year)).copied().unwrap_or(Standing::Unanswered);
    let change = match Change::between(then, now) {
        Change::NoLevelThen => why_no_level(years, question, breaks, from),
        change => change,
    };
    Told { change, from }
}

/// Why a question has no level in a year, or in no year before the newest.
fn why_no_level(
    years: &[Named<'_>],
    question: &Question,
    breaks: &[Option<String>],
    from: Option<usize>,
) -> Change {
    let Some((newest, before)) = years.split_last() else { return Change::NoLevelThen };
    let earlier: Vec<_> = before
        .iter()
        .zip(breaks)
        .enumerate()
        .filter(|(at, _)| from.is_none_or(|from| from == *at))
        .map(|(_, year)| year)
        .collect();
    let checklist = &newest.assessment.checklist;
    let is_new = |year: &Named<'_>| checklist.past(question, &year.assessment.checklist) == Past::New;
    if earlier.iter().any(|(_, broken)| broken.is_some()) {
        Change::NotComparable
    } else if earlier.iter().all(|(year, _)| is_new(year)) {
        Change::New
    } else {
        Change::NoLevelThen
    }
}

fn own_score(card: &Scorecard, section: &Section) -> Option<Percents> {
    card.sections.iter().find(|scored| scored.id == section.id)?.score.percent
}

fn counts<'a>(years: &[Named<'a>], newest: &'a Assessment) -> Vec<(&'a Question, Vec<Option<&'a Answer>>)> {
    let answers =
        |question: &Question| years.iter().map(|year| answer_of(year.assessment, newest, question)).collect();
    newest.checklist.count_questions().map(|question| (question, answers(question))).collect()
}

fn withdrawn<'a>(years: &[Named<'a>], newest: &Assessment) -> Vec<(&'a Question, String)> {
    let mut withdrawn: Vec<(&'a Question, String)> = Vec::new();
    for year in years {
        let older = year.assessment.checklist.as_ref();
        let gone = older.level_questions().filter(|question| {
            newest.checklist.id == older.id && newest.checklist.became(question, older).is_empty()
        });
        for question in gone {
            if !withdrawn.iter().any(|(each, _)| each.id == question.id) {
                withdrawn.push((question, newest.checklist.withdrawn_for(&question.id).to_owned()));
            }
        }
    }
    withdrawn
}
