//! One assessment beside another: question by question, and in sum over the questions that both answer.
//!
//! HMIC's levels are our reading of short reports on inspections in 2012, a force's levels are its own: a difference
//! is a reason to ask, not a ranking.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::{Answer, Assessment, Levels, Standing};
use crate::checklist::lineage::Origin;
use crate::checklist::{Checklist, Question, QuestionId, Section};
use crate::judge::score::{Percents, Sums, mean, sums};

/// An assessment under the name by which the reader knows it: `essex-2012`, or the path of a file.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The name.
    pub name: &'a str,
    /// The assessment.
    pub assessment: &'a Assessment,
}

/// How one of our answers stands to theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Ours lies wholly above theirs.
    Ahead,
    /// Both are one and the same single level.
    Level,
    /// Ours lies wholly below theirs.
    Behind,
    /// The ranges meet, and may be the same level or not.
    NotSettled,
    /// They say nothing of it.
    NotStated,
    /// We do not answer it.
    Unanswered,
}

/// One level question on both sides.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The question, as our checklist words it.
    pub question: &'a Question,
    /// How ours stands.
    pub ours: Standing,
    /// How theirs stands.
    pub theirs: Standing,
    /// The one seen from the other.
    pub relation: Relation,
}

/// An assessment beside another.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// The other.
    pub with: Named<'a>,
    /// Whether both answered one checklist; where not, nothing is shared.
    pub same_checklist: bool,
    /// Every level question of our checklist, in its order.
    pub pairs: Vec<Pair<'a>>,
    /// The sums of both sides over the shared questions, section by section.
    pub sections: Vec<SharedSection<'a>>,
    /// Our score over the shared questions; `None` where none is shared.
    pub percent: Option<Percents>,
    /// Their score over the shared questions; `None` where none is shared.
    pub other_percent: Option<Percents>,
}

/// Both sides' sums over the questions of a section that they share.
#[derive(Debug, Clone, Copy)]
pub struct SharedSection<'a> {
    /// The section.
    pub section: &'a Section,
    /// Our sums.
    pub ours: Sums,
    /// Their sums.
    pub theirs: Sums,
}

impl Comparison<'_> {
    /// How many questions stand in a relation.
    pub fn number(&self, relation: Relation) -> usize {
        self.pairs.iter().filter(|pair| pair.relation == relation).count()
    }

    /// How many questions both sides give a level, or unknown.
    pub fn shared(&self) -> usize {
        self.pairs.iter().filter(|pair| pair.is_shared()).count()
    }
}

impl Pair<'_> {
    /// Whether both sides give the question a level, or unknown.
    pub fn is_shared(&self) -> bool {
        self.ours.levels().is_some() && self.theirs.levels().is_some()
    }
}

/// Compares an assessment with each of the others that is not identical.
pub fn compare<'a>(ours: &'a Assessment, others: &[Named<'a>]) -> Vec<Comparison<'a>> {
    others.iter().filter(|other| other.assessment != ours).map(|other| comparison(ours, *other)).collect()
}

fn comparison<'a>(ours: &'a Assessment, with: Named<'a>) -> Comparison<'a> {
    let pairs: Vec<Pair<'a>> = ours
        .checklist
        .level_questions()
        .filter_map(|question| pair(ours, with.assessment, question))
        .collect();
    let shared: BTreeMap<&QuestionId, &Pair<'_>> =
        pairs.iter().filter(|pair| pair.is_shared()).map(|pair| (&pair.question.id, pair)).collect();
    let shared = |question: &Question| shared.get(&question.id);
    let shared_section = |section: &'a Section| SharedSection {
        section,
        ours: sums(section, &|question| shared(question)?.ours.levels()),
        theirs: sums(section, &|question| shared(question)?.theirs.levels()),
    };
    let sections: Vec<SharedSection<'a>> = ours.checklist.sections.iter().map(shared_section).collect();
    let percent = mean(sections.iter().map(|shared| (shared.section.weight, shared.ours)));
    let other_percent = mean(sections.iter().map(|shared| (shared.section.weight, shared.theirs)));
    let same_checklist = with.assessment.checklist.id == ours.checklist.id;
    Comparison { with, same_checklist, pairs, sections, percent, other_percent }
}

fn pair<'a>(ours: &Assessment, theirs: &Assessment, question: &'a Question) -> Option<Pair<'a>> {
    let our_standing = ours.standing(question)?;
    let their_standing = standing_of(theirs, &ours.checklist, question);
    let relation = match (our_standing.levels(), their_standing.levels()) {
        (None, _) => Relation::Unanswered,
        (Some(_), None) => Relation::NotStated,
        (Some(ours), Some(theirs)) => relation(ours, theirs),
    };
    Some(Pair { question, ours: our_standing, theirs: their_standing, relation })
}

/// How levels lie to others: to those of another assessment, or to those of another year.
pub fn relation(ours: Levels, theirs: Levels) -> Relation {
    if ours.lowest() > theirs.highest() {
        Relation::Ahead
    } else if ours.highest() < theirs.lowest() {
        Relation::Behind
    } else if ours.is_one() && ours == theirs {
        Relation::Level
    } else {
        Relation::NotSettled
    }
}

/// The question of the other's checklist whose answer can be set beside ours: the same, or across editions one that
/// can be compared with it, whichever of the two is the newer.
pub fn asked_in<'a>(theirs: &'a Assessment, ours: &Checklist, question: &Question) -> Option<&'a Question> {
    if let Origin::Comparable(past) = ours.origin_of(question, &theirs.checklist) {
        return Some(past);
    }
    let newer = || theirs.checklist.successors_of(question, ours);
    match newer().as_slice() {
        [one] => matches!(theirs.checklist.origin_of(one, ours), Origin::Comparable(_)).then_some(*one),
        _ => None,
    }
}

/// How another assessment stands to a question of our checklist; unanswered where it was not asked the same.
pub fn standing_of(theirs: &Assessment, ours: &Arc<Checklist>, question: &Question) -> Standing {
    let asked = match Arc::ptr_eq(ours, &theirs.checklist) {
        true => return theirs.standing(question).unwrap_or(Standing::Unanswered),
        false => asked_in(theirs, ours, question),
    };
    asked.and_then(|asked| theirs.standing(asked)).unwrap_or(Standing::Unanswered)
}

/// What another assessment answers to a question of ours.
pub fn answer_of<'a>(theirs: &'a Assessment, ours: &Checklist, question: &Question) -> Option<&'a Answer> {
    asked_in(theirs, ours, question).and_then(|asked| theirs.answer(&asked.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::Level::{Absent, Assured, Developing, InPlace};

    #[test]
    fn ahead_and_behind_are_above_and_below_the_whole_range() {
        let range = |lowest, highest| Levels::new(lowest, highest).unwrap();
        let theirs = range(Developing, InPlace);
        assert_eq!(relation(Assured.into(), theirs), Relation::Ahead);
        assert_eq!(relation(InPlace.into(), theirs), Relation::NotSettled);
        assert_eq!(relation(Developing.into(), theirs), Relation::NotSettled);
        assert_eq!(relation(Absent.into(), theirs), Relation::Behind);
        // The same range on both sides need not be the same level.
        assert_eq!(relation(theirs, theirs), Relation::NotSettled);
        assert_eq!(relation(InPlace.into(), InPlace.into()), Relation::Level);
        assert_eq!(relation(range(Absent, Developing), range(InPlace, Assured)), Relation::Behind);
    }
}
