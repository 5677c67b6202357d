//! How a question of one edition of a checklist relates to the questions of another.
//!
//! Ids are permanent: the same id is the same question in every edition. A question that changed its meaning has a new
//! id and says what it replaces; a chain over several editions is comparable only if every link is.

use crate::checklist::{Checklist, Question, QuestionId};

/// What a question was in an earlier edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Past<'a> {
    /// The same question, or one whose answers can be compared with it.
    Comparable(&'a Question),
    /// It came out of these, and answers cannot be compared, for this reason.
    NotComparable(Vec<&'a Question>, String),
    /// It was not asked.
    New,
}

impl Checklist {
    /// This edition and those before it, newest first.
    pub fn editions(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |checklist| checklist.earlier.as_deref())
    }

    /// A question of this edition or of an earlier one.
    pub fn question_ever(&self, id: &str) -> Option<&Question> {
        self.editions().find_map(|checklist| checklist.question(id))
    }

    /// What a question of this edition was in another, which may be this one, an earlier, or one unheard of.
    pub fn past<'a>(&self, question: &Question, other: &'a Checklist) -> Past<'a> {
        if self.id != other.id {
            return Past::New;
        }
        if let Some(same) = other.question(question.id.as_str()) {
            return Past::Comparable(same);
        }
        let mut ids = vec![question.id.clone()];
        let mut broken: Option<String> = None;
        for edition in self.editions() {
            if edition.edition == other.edition {
                break;
            }
            let replaced: Vec<_> = ids
                .iter()
                .filter_map(|id| edition.question(id.as_str()))
                .flat_map(|question| &question.replaces)
                .collect();
            if !replaced.is_empty() {
                let joined = (replaced.len() > 1).then(|| "it came out of more than one question".to_owned());
                let halved = replaced.iter().any(|link| edition.replacing(&link.id) > 1);
                let split = joined.or(halved.then(|| "the earlier question was split".to_owned()));
                let link = replaced.iter().find(|link| !link.comparable).map(|link| link.reason.clone());
                broken = broken.or(link).or(split);
                // What this edition did not touch goes on under its own id.
                ids = ids
                    .into_iter()
                    .flat_map(|id| match edition.question(id.as_str()).map(|each| &each.replaces) {
                        Some(links) if !links.is_empty() => {
                            links.iter().map(|link| link.id.clone()).collect()
                        }
                        _ => vec![id],
                    })
                    .collect();
            }
        }
        let found: Vec<&Question> = ids.iter().filter_map(|id| other.question(id.as_str())).collect();
        match (found.as_slice(), broken) {
            ([], _) => Past::New,
            ([one], None) => Past::Comparable(one),
            (_, reason) => Past::NotComparable(found, reason.unwrap_or_default()),
        }
    }

    /// How many questions of this edition replace one of the edition before.
    fn replacing(&self, id: &QuestionId) -> usize {
        self.questions().filter(|question| question.replaces.iter().any(|link| link.id == *id)).count()
    }

    /// Which questions of this edition an earlier question has become.
    pub fn became<'a>(&'a self, earlier: &Question, older: &Checklist) -> Vec<&'a Question> {
        let came_from = |question: &&Question| match self.past(question, older) {
            Past::Comparable(past) => past.id == earlier.id,
            Past::NotComparable(past, _) => past.iter().any(|past| past.id == earlier.id),
            Past::New => false,
        };
        self.questions().filter(came_from).collect()
    }

    /// Why a question of an earlier edition is no longer asked.
    pub fn withdrawn_for(&self, id: &QuestionId) -> &str {
        let mut withdrawn = self.editions().flat_map(|checklist| &checklist.withdrawn);
        withdrawn
            .find(|withdrawn| withdrawn.id == *id)
            .map_or("no reason is given", |withdrawn| withdrawn.reason.as_str())
    }
}
