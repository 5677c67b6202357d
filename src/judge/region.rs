//! Many forces side by side, in alphabetical order and never ranked.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::Assessment;
use crate::checklist::Checklist;
use crate::judge::change::{Changes, ChangesSince, QuestionChange};
use crate::judge::compare::{Named, standing_of};
use crate::judge::score::Scorecard;
use crate::judge::survey::{Tally, tallies};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegionError {
    #[error("there is no assessment to show")]
    Nothing,
    #[error("{0} answered `{1}`, and {2} answered `{3}`; name assessments of one checklist")]
    Checklists(String, String, String, String),
}

#[derive(Debug, Clone)]
pub struct Region<'a> {
    /// The newest edition that any of them answered.
    pub checklist: &'a Arc<Checklist>,
    pub forces: Vec<Force<'a>>,
    /// What the newest assessments say on every level question.
    pub tallies: Vec<Tally<'a>>,
}

#[derive(Debug, Clone)]
pub struct Force<'a> {
    pub newest: Named<'a>,
    pub scorecard: Scorecard,
    /// Changes since the first assessment; none if there is only one.
    pub since_first: Option<ChangesSince<'a>>,
}

impl<'a> Force<'a> {
    fn new(checklist: &'a Arc<Checklist>, years: &[Named<'a>]) -> Option<Self> {
        let (newest, earlier) = years.split_last()?;
        let since_first = earlier.first().map(|first| ChangesSince {
            date: first.assessment.date,
            changes: changes(checklist, first.assessment, newest.assessment),
        });
        Some(Self { newest: *newest, scorecard: Scorecard::new(newest.assessment), since_first })
    }

    /// The force's short name: `Kent`.
    pub fn name(&self) -> &'a str {
        self.newest.assessment.short_force()
    }
}

fn changes<'a>(checklist: &'a Arc<Checklist>, then: &Assessment, now: &Assessment) -> Changes<'a> {
    let change = |question| {
        let [then, now] = [then, now].map(|year| standing_of(year, checklist, question));
        QuestionChange::new(question, then, now)
    };
    checklist.level_questions().map(change).collect()
}

impl<'a> Region<'a> {
    /// Each force is shown by its newest assessment.
    ///
    /// # Errors
    ///
    /// If there are none, or not all answered editions of one checklist.
    pub fn new(assessments: &[Named<'a>]) -> Result<Self, RegionError> {
        let newest = assessments.iter().max_by_key(|named| editions_before(&named.assessment.checklist));
        let newest = newest.ok_or(RegionError::Nothing)?;
        let checklist = &newest.assessment.checklist;
        if let Some(other) = assessments.iter().find(|named| named.assessment.checklist.id != checklist.id) {
            let (name, id) = (newest.name.to_owned(), checklist.id.clone());
            let other_id = other.assessment.checklist.id.clone();
            return Err(RegionError::Checklists(name, id, other.name.to_owned(), other_id));
        }
        let forces: Vec<Force<'a>> =
            by_force(assessments).into_values().filter_map(|years| Force::new(checklist, &years)).collect();
        let newest: Vec<Named<'a>> = forces.iter().map(|force| force.newest).collect();
        Ok(Self { checklist, tallies: tallies(checklist, &newest), forces })
    }
}

/// How many editions came before: the newest has the most.
fn editions_before(checklist: &Checklist) -> usize {
    std::iter::successors(checklist.earlier.as_deref(), |earlier| earlier.earlier.as_deref()).count()
}

fn by_force<'a>(assessments: &[Named<'a>]) -> BTreeMap<String, Vec<Named<'a>>> {
    // A force that was renamed is one force, whichever name a file has.
    let renamed: BTreeMap<String, String> =
        assessments.iter().filter_map(|named| named.assessment.renamed()).collect();
    let mut forces: BTreeMap<String, Vec<Named<'a>>> = BTreeMap::new();
    for named in assessments {
        let key = named.assessment.force_key();
        let key = renamed.get(&key).cloned().unwrap_or(key);
        forces.entry(key).or_default().push(*named);
    }
    for years in forces.values_mut() {
        years.sort_by_key(|named| named.assessment.date);
    }
    forces
}
