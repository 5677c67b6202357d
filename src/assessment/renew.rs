//! The next assessment, started from the last: what was answered then is carried along as the record, and counts for
//! nothing until somebody confirms it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::file::Draft;
use super::{Action, Answer, Assessment, Carried, Done, NewAssessment, Value};
use crate::checklist::lineage::Past;
use crate::checklist::{Checklist, Question, QuestionId};

/// A renewed assessment's text, and what became of the questions on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    /// The text of its file.
    pub text: String,
    /// How many answers were carried along.
    pub carried: usize,
    /// The actions that are still open, carried along.
    pub actions: Vec<Action>,
    /// What changed between the two editions; empty where there is one.
    pub fates: Vec<Fate>,
}

/// What became of a question between two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It became others, and the answer to it cannot be compared with theirs.
    Replaced(QuestionId, Vec<QuestionId>, String),
    /// It became others, and the answers can be compared.
    Reworded(QuestionId, Vec<QuestionId>),
    /// It is no longer asked.
    Withdrawn(QuestionId, String),
    /// It was not asked before.
    New(QuestionId),
}

/// Starts the next assessment from the last, on a day, with an edition of the same checklist that is not older.
pub fn renew(last: &Assessment, next: &Arc<Checklist>, named: &str, date: NaiveDate) -> Renewal {
    let carried = carried(last, next);
    let open = last.actions.iter().filter(|action| action.is_open());
    let along =
        |action: &Action| Action { question: shown_with(&action.question, last, next), ..action.clone() };
    let actions: Vec<Action> = open.map(along).collect();
    let new = NewAssessment {
        force: &last.force,
        date,
        assessor: &last.assessor,
        checklist: named,
        edition: &next.edition,
        marking: last.marking.as_deref(),
    };
    let mut draft = Draft::begin(&new);
    for (id, carried) in &carried {
        if let Some(question) = next.question_ever(id.as_str()) {
            draft.carry(question, carried);
        }
    }
    draft.plan(next, &actions, last.last_action);
    let text = draft.into_text();
    Renewal { text, carried: carried.len(), actions, fates: fates(&last.checklist, next) }
}

/// Every answer of the last assessment, and what it carried itself and nobody answered, under the id of the question
/// that it is shown with: the comparable one of the next edition, else its own. In the order in which they are asked.
fn carried(last: &Assessment, next: &Checklist) -> Vec<(QuestionId, Carried)> {
    let done = |id: &QuestionId| -> Vec<Done> {
        last.actions.iter().filter(|action| action.question == *id).filter_map(Action::done).collect()
    };
    let answered = last
        .answers
        .iter()
        .map(|(id, answer)| (id, Carried { from: last.date, answer: answer.clone(), done: done(id) }));
    let unanswered = last.carried.iter().filter(|(id, _)| !last.answers.contains_key(*id));
    let older = unanswered.map(|(id, carried)| {
        let done = carried.done.iter().cloned().chain(done(id)).collect();
        (id, Carried { done, ..carried.clone() })
    });
    let all = answered.chain(older);
    let mut carried: Vec<(QuestionId, Carried)> =
        all.map(|(id, carried)| (shown_with(id, last, next), carried)).collect();
    let place =
        |id: &QuestionId| next.questions().position(|question| question.id == *id).unwrap_or(usize::MAX);
    carried.sort_by_key(|(id, _)| (place(id), id.clone()));
    carried
}

fn shown_with(id: &QuestionId, last: &Assessment, next: &Checklist) -> QuestionId {
    let Some(question) = last.checklist.question(id.as_str()) else { return id.clone() };
    match next.became(question, &last.checklist).as_slice() {
        [one] if matches!(next.past(one, &last.checklist), Past::Comparable(_)) => one.id.clone(),
        _ => id.clone(),
    }
}

fn fates(last: &Checklist, next: &Checklist) -> Vec<Fate> {
    if last.edition == next.edition {
        return Vec::new();
    }
    let gone =
        last.questions().filter(|question| next.question(question.id.as_str()).is_none()).map(|question| {
            let id = question.id.clone();
            let became = next.became(question, last);
            let ids = became.iter().map(|question| question.id.clone()).collect();
            let broken = became.iter().find_map(|each| match next.past(each, last) {
                Past::NotComparable(_, reason) => Some(reason),
                _ => None,
            });
            match (became.len(), broken) {
                (0, _) => Fate::Withdrawn(id, next.withdrawn_for(&question.id).to_owned()),
                (_, Some(reason)) => Fate::Replaced(id, ids, reason),
                (1, None) => Fate::Reworded(id, ids),
                (_, None) => Fate::Replaced(id, ids, "it was split".to_owned()),
            }
        });
    let new = next.questions().filter(|question| next.past(question, last) == Past::New);
    gone.chain(new.map(|question| Fate::New(question.id.clone()))).collect()
}

impl Assessment {
    /// Last time's answer to a question as this time's: whole, with a fresh day and person.
    ///
    /// # Errors
    ///
    /// Why it cannot be confirmed.
    pub fn confirmed(
        &self,
        question: &Question,
        by: Option<String>,
        today: NaiveDate,
    ) -> Result<Answer, &'static str> {
        match self.carried.get(&question.id) {
            None => Err("nothing was answered last time that could be confirmed"),
            Some(_) if self.answers.contains_key(&question.id) => {
                Err("it is answered already; to change the answer, give it with ID=VALUE")
            }
            Some(Carried { answer: Answer { value: Value::Count(_), .. }, .. }) => {
                Err("a count is of a new period; count it anew, and give it with ID=NUMBER")
            }
            Some(carried) => Ok(Answer { by, on: Some(today), ..carried.answer.clone() }),
        }
    }

    /// How an answer stands to the one that was carried along; `None` where none was.
    pub fn renewal_of(&self, id: &QuestionId) -> Option<Renewed> {
        let then = &self.carried.get(id)?.answer;
        if self.checklist.question(id.as_str()).is_none() {
            return Some(Renewed::Gone);
        }
        let Some(now) = self.answer(id) else { return Some(Renewed::Open) };
        let is_count = matches!(now.value, Value::Count(_));
        let stands = !is_count && now.note == then.note && now.evidence == then.evidence;
        Some(match (now.value == then.value, stands) {
            (true, true) => Renewed::Confirmed,
            (true, false) => Renewed::Same,
            (false, _) => Renewed::Changed,
        })
    }

    /// How many of the answers that were carried along stand so.
    pub fn number_renewed(&self, renewed: Renewed) -> usize {
        self.carried.keys().filter(|id| self.renewal_of(id) == Some(renewed)).count()
    }
}

/// How an answer stands to the one of the assessment before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewed {
    /// It stands as it was: value, note and evidence.
    Confirmed,
    /// The same value, answered anew: with another note or other evidence, or a count of a new period.
    Same,
    /// Another value.
    Changed,
    /// Not given yet.
    Open,
    /// The question is no longer asked; the carried answer is the record.
    Gone,
}
