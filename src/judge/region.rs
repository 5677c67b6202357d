//! Many forces side by side: a region, a collaboration, the nation. In the order of the alphabet, and never ranked.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::{Assessment, Standing};
use crate::checklist::{Checklist, Question};
use crate::judge::change::Change;
use crate::judge::compare::{Named, standing_of};
use crate::judge::score::Scorecard;
use crate::judge::survey::{Tally, tallies};

/// Why assessments cannot stand side by side.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegionError {
    /// There are none.
    #[error("there is no assessment to show")]
    Nothing,
    /// They answered different checklists.
    #[error("{0} answered `{1}`, and {2} answered `{3}`; name assessments of one checklist")]
    Checklists(String, String, String, String),
}

/// Many forces side by side.
#[derive(Debug, Clone)]
pub struct Region<'a> {
    /// The newest edition that any of them answered; the questions are its.
    pub checklist: &'a Arc<Checklist>,
    /// The forces, in the order of the alphabet.
    pub forces: Vec<Force<'a>>,
    /// What is known of them on every level question, by each force's newest assessment.
    pub tallies: Vec<Tally<'a>>,
}

/// One force of them.
#[derive(Debug, Clone)]
pub struct Force<'a> {
    /// Its newest assessment.
    pub newest: Named<'a>,
    /// The scores of that.
    pub scorecard: Scorecard,
    /// What moved since its first assessment; none where there is but one.
    pub moved: Option<Moved<'a>>,
}

impl<'a> Force<'a> {
    /// The force's short name: `Kent`.
    pub fn name(&self) -> &'a str {
        self.newest.assessment.short_force()
    }
}

/// What moved between a force's first assessment and its newest.
#[derive(Debug, Clone)]
pub struct Moved<'a> {
    /// The first assessment.
    pub from: &'a Assessment,
    /// Questions whose level is surely higher.
    pub up: Vec<&'a Question>,
    /// Questions whose level is surely lower.
    pub down: Vec<&'a Question>,
    /// How many questions have one and the same level both times.
    pub unchanged: usize,
    /// How many have a level both times, and the words say too little to tell.
    pub not_settled: usize,
}

impl<'a> Region<'a> {
    /// Sets assessments side by side. Of a force of which there are several, the newest stands for it.
    ///
    /// # Errors
    ///
    /// When there are none, or when they did not all answer editions of one checklist.
    pub fn new(assessments: &[Named<'a>]) -> Result<Self, RegionError> {
        let newest = assessments.iter().max_by_key(|named| editions(&named.assessment.checklist));
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

/// How many editions came before one: more of a newer one.
fn editions(checklist: &Checklist) -> usize {
    std::iter::successors(checklist.earlier.as_deref(), |earlier| earlier.earlier.as_deref()).count()
}

/// The assessments of each force, oldest first, the forces in the order of the alphabet.
fn by_force<'a>(assessments: &[Named<'a>]) -> BTreeMap<String, Vec<Named<'a>>> {
    // A force that bears another name today is one with its earlier self, whichever of the two a file has.
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

impl<'a> Force<'a> {
    /// A force with its assessments, oldest first; none where there are none.
    fn new(checklist: &'a Arc<Checklist>, years: &[Named<'a>]) -> Option<Self> {
        let (newest, earlier) = years.split_last()?;
        let moved =
            earlier.first().map(|first| Moved::between(checklist, first.assessment, newest.assessment));
        Some(Self { newest: *newest, scorecard: Scorecard::new(newest.assessment), moved })
    }
}

impl<'a> Moved<'a> {
    fn between(checklist: &'a Arc<Checklist>, from: &'a Assessment, to: &Assessment) -> Self {
        let mut moved = Self { from, up: Vec::new(), down: Vec::new(), unchanged: 0, not_settled: 0 };
        for question in checklist.level_questions() {
            let [then, now]: [Standing; 2] = [from, to].map(|year| standing_of(year, checklist, question));
            match Change::between(then, now) {
                Change::Up(_) => moved.up.push(question),
                Change::Down(_) => moved.down.push(question),
                Change::Unchanged => moved.unchanged += 1,
                Change::NotSettled => moved.not_settled += 1,
                _ => {}
            }
        }
        moved
    }
}
