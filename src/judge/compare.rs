//! Compares two assessments, question by question, and in total over the questions that both answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assessment::{Answer, Assessment, Levels, Standing};
use crate::checklist::lineage::Origin;
use crate::checklist::{Checklist, Question, QuestionId, Section};
use crate::judge::score::{Percents, Sums, mean, sums};

/// An assessment with its built-in name, such as `essex-2012`, or the path of its file.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    pub name: &'a str,
    pub assessment: &'a Assessment,
}

/// How one of our answers compares with theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Ours is above their whole range.
    Ahead,
    /// Both are the same single level.
    Level,
    /// Ours is below their whole range.
    Behind,
    /// The ranges overlap.
    NotSettled,
    NotStated,
    Unanswered,
}

#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// As our checklist words it.
    pub question: &'a Question,
    pub ours: Standing,
    pub theirs: Standing,
    pub relation: Relation,
}

#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    pub with: Named<'a>,
    /// If not, no question is shared.
    pub same_checklist: bool,
    pub pairs: Vec<Pair<'a>>,
    pub sections: Vec<SharedSection<'a>>,
    /// Our score over the shared questions; none if no question is shared.
    pub percent: Option<Percents>,
    /// Their score over the shared questions; none if no question is shared.
    pub other_percent: Option<Percents>,
}

#[derive(Debug, Clone, Copy)]
pub struct SharedSection<'a> {
    pub section: &'a Section,
    pub ours: Sums,
    pub theirs: Sums,
}

impl Comparison<'_> {
    pub fn number(&self, relation: Relation) -> usize {
        self.pairs.iter().filter(|pair| pair.relation == relation).count()
    }

    pub fn shared(&self) -> usize {
        self.pairs.iter().filter(|pair| pair.is_shared()).count()
    }
}

impl Pair<'_> {
    /// Whether both sides answer with a level or unknown.
    pub fn is_shared(&self) -> bool {
        self.ours.levels().is_some() && self.theirs.levels().is_some()
    }
}

/// Leaves out others that are identical to ours.
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

/// The question of their checklist that can be compared with ours. Either edition may be the newer.
fn asked_in<'a>(theirs: &'a Assessment, ours: &Checklist, question: &Question) -> Option<&'a Question> {
    if let Origin::Comparable(past) = ours.origin_of(question, &theirs.checklist) {
        return Some(past);
    }
    match theirs.checklist.successors_of(question, ours).as_slice() {
        [one] => matches!(theirs.checklist.origin_of(one, ours), Origin::Comparable(_)).then_some(*one),
        _ => None,
    }
}

/// Their standing on a question of our checklist; unanswered if they were not asked a comparable question.
pub fn standing_of(theirs: &Assessment, ours: &Arc<Checklist>, question: &Question) -> Standing {
    let is_same = Arc::ptr_eq(ours, &theirs.checklist);
    let asked = if is_same { Some(question) } else { asked_in(theirs, ours, question) };
    asked.and_then(|asked| theirs.standing(asked)).unwrap_or(Standing::Unanswered)
}

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
