//! Starts the next assessment from the last one. Old answers are carried over for the record, and are not scored until
//! someone confirms them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::file::NewFile;
use super::{Action, Answer, Assessment, Carried, Done, Follows, NewAssessment, Value};
use crate::checklist::lineage::Origin;
use crate::checklist::{Checklist, Question, QuestionId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    pub text: String,
    pub carried: usize,
    /// The open actions, which were carried over.
    pub actions: Vec<Action>,
    /// Empty if the edition is the same.
    pub changes: Vec<EditionChange>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionChange {
    /// Replaced by these questions, whose answers cannot be compared with the old one, and why.
    Replaced(QuestionId, Vec<QuestionId>, String),
    /// Replaced by these questions, whose answers can be compared with the old one.
    Reworded(QuestionId, Vec<QuestionId>),
    /// No longer asked, and why.
    Withdrawn(QuestionId, String),
    New(QuestionId),
}

/// Starts the next assessment, dated `date`, on the edition `next` of the same checklist, which the file calls `named`.
/// `follows` is the last assessment's approval, if it was approved.
pub fn renew(
    last: &Assessment,
    next: &Arc<Checklist>,
    named: &str,
    date: NaiveDate,
    follows: Option<Follows>,
) -> Renewal {
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
    let mut file = NewFile::new(&new, follows);
    for (id, carried) in &carried {
        if let Some(question) = next.question_in_any_edition(id.as_str()) {
            file.add_carried(question, carried);
        }
    }
    file.add_actions(next, &actions, last.last_action);
    let text = file.into_text();
    Renewal { text, carried: carried.len(), actions, changes: changes(&last.checklist, next) }
}

/// The answers of the last assessment, and those it carried over itself without an answer since. Each is under the id of
/// the comparable question of the next edition, or else its own. In the order of the checklist.
fn carried(last: &Assessment, next: &Checklist) -> Vec<(QuestionId, Carried)> {
    let mut all_done: BTreeMap<&QuestionId, Vec<Done>> = BTreeMap::new();
    for action in &last.actions {
        all_done.entry(&action.question).or_default().extend(action.done());
    }
    let done = |id: &QuestionId| all_done.get(id).cloned().unwrap_or_default();
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
    let place = |id: &QuestionId| next.place_of(id.as_str()).unwrap_or((usize::MAX, usize::MAX));
    carried.sort_by_key(|(id, _)| (place(id), id.clone()));
    carried
}

fn shown_with(id: &QuestionId, last: &Assessment, next: &Checklist) -> QuestionId {
    let Some(question) = last.checklist.question(id.as_str()) else { return id.clone() };
    match next.successors_of(question, &last.checklist).as_slice() {
        [one] if matches!(next.origin_of(one, &last.checklist), Origin::Comparable(_)) => one.id.clone(),
        _ => id.clone(),
    }
}

fn changes(last: &Checklist, next: &Checklist) -> Vec<EditionChange> {
    if last.edition == next.edition {
        return Vec::new();
    }
    let gone =
        last.questions().filter(|question| next.question(question.id.as_str()).is_none()).map(|question| {
            let id = question.id.clone();
            let successors = next.successors_of(question, last);
            let ids = successors.iter().map(|question| question.id.clone()).collect();
            let broken = successors.iter().find_map(|each| match next.origin_of(each, last) {
                Origin::NotComparable(_, reason) => Some(reason),
                _ => None,
            });
            match (successors.len(), broken) {
                (0, _) => EditionChange::Withdrawn(id, next.withdrawal_reason(&question.id).to_owned()),
                (_, Some(reason)) => EditionChange::Replaced(id, ids, reason),
                (1, None) => EditionChange::Reworded(id, ids),
                (_, None) => EditionChange::Replaced(id, ids, "it was split".to_owned()),
            }
        });
    let new = next.questions().filter(|question| next.origin_of(question, last) == Origin::New);
    gone.chain(new.map(|question| EditionChange::New(question.id.clone()))).collect()
}

impl Assessment {
    /// Last year's answer to a question with a new date and person, or why it cannot be confirmed.
    pub fn confirmed(
        &self,
        question: &Question,
        by: Option<String>,
        today: NaiveDate,
    ) -> Result<Answer, &'static str> {
        match self.carried.get(&question.id) {
            None => Err("there is no answer from last time to confirm"),
            Some(_) if self.answers.contains_key(&question.id) => {
                Err("it is already answered; to change the answer, give it with ID=VALUE")
            }
            Some(Carried { answer: Answer { value: Value::Count(_), .. }, .. }) => {
                Err("a count covers a new period; count again, and give it with ID=NUMBER")
            }
            Some(carried) => Ok(Answer { by, on: Some(today), ..carried.answer.clone() }),
        }
    }

    /// `None` if no answer was carried over.
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

    pub fn count_renewed(&self, renewed: Renewed) -> usize {
        self.carried.keys().filter(|id| self.renewal_of(id) == Some(renewed)).count()
    }
}

/// This year's answer, compared with the one carried over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewed {
    /// The same value, note and evidence.
    Confirmed,
    /// The same value with another note or other evidence, or for another period.
    Same,
    Changed,
    Open,
    /// The question is no longer asked.
    Gone,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionId, Due, Status};
    use crate::checklist::Level;
    use crate::checklist::lineage::tests::edition;
    use crate::text::source::Source;

    fn day(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 11, 2).unwrap()
    }

    fn id(id: &str) -> QuestionId {
        QuestionId::new(id).unwrap()
    }

    /// The assessment of 2024, with *in place* to each of these questions.
    fn last(checklist: &Arc<Checklist>, answered: &[&str]) -> Assessment {
        let answers = answered.iter().map(|each| (id(each), Answer::new(Value::from(Level::InPlace))));
        Assessment {
            force: "F".to_owned(),
            date: day(2024),
            assessor: "A".to_owned(),
            marking: None,
            follows: None,
            reviews: None,
            source: None,
            checklist: Arc::clone(checklist),
            answers: answers.collect(),
            carried: std::collections::BTreeMap::new(),
            actions: Vec::new(),
            last_action: 0,
            sent: Vec::new(),
        }
    }

    fn read(renewal: &Renewal, checklist: &Arc<Checklist>) -> Assessment {
        Assessment::parse(&Source::new("next.toml", renewal.text.as_str()), checklist, day(2026))
            .unwrap_or_else(|invalid| panic!("{invalid}"))
    }

    fn ids(assessment: &Assessment) -> Vec<&str> {
        assessment.carried.keys().map(QuestionId::as_str).collect()
    }

    #[test]
    fn an_answer_goes_with_the_question_that_can_be_compared_and_else_stays_under_its_own() {
        let first = edition("1", &["kept", "worded", "broad", "whole"], None);
        let second = edition(
            "2",
            &["kept", "better worded", "narrow -broad", "half whole", "rest whole"],
            Some(&first),
        );
        let renewal =
            renew(&last(&first, &["kept", "worded", "broad", "whole"]), &second, "c", day(2025), None);
        let next = read(&renewal, &second);
        assert_eq!(ids(&next), ["better", "broad", "kept", "whole"]);
        assert!(next.answers.is_empty());
        assert_eq!(next.renewal_of(&id("better")), Some(Renewed::Open));
        assert_eq!(next.renewal_of(&id("broad")), Some(Renewed::Gone));
    }

    #[test]
    fn what_nobody_answered_is_carried_on_over_two_editions() {
        let first = edition("1", &["a"], None);
        let second = edition("2", &["b a"], Some(&first));
        let third = edition("3", &["c b"], Some(&second));
        let next = read(&renew(&last(&first, &["a"]), &second, "c", day(2025), None), &second);
        let after = read(&renew(&next, &third, "c", day(2026), None), &third);
        assert_eq!(ids(&next), ["b"]);
        assert_eq!(ids(&after), ["c"]);
        assert_eq!(after.carried.get(&id("c")).unwrap().from, day(2024));
    }

    #[test]
    fn open_actions_go_along_and_done_ones_stay_with_the_answer() {
        let first = edition("1", &["a"], None);
        let second = edition("2", &["b a"], Some(&first));
        let action = |number, status| Action {
            id: ActionId(number),
            question: id("a"),
            level_then: None,
            action: format!("Do {number}"),
            owner: "O".to_owned(),
            due: Due::On(day(2025)),
            status,
            reason: None,
            notes: Vec::new(),
        };
        let actions = vec![action(1, Status::Done), action(2, Status::Planned)];
        let last = Assessment { actions, last_action: 7, ..last(&first, &["a"]) };
        let next = read(&renew(&last, &second, "c", day(2025), None), &second);
        let carried = next.carried.get(&id("b")).unwrap();
        assert_eq!(carried.done.iter().map(|done| done.id.0).collect::<Vec<_>>(), [1]);
        assert_eq!(next.actions, [Action { question: id("b"), ..action(2, Status::Planned) }]);
        // No number is used again, not even that of an action which is gone.
        assert_eq!(next.next_action_id(), ActionId(8));
    }

    #[test]
    fn what_changed_between_editions_is_told_of_each_question_that_went_or_came() {
        let first = edition("1", &["kept", "worded", "broad", "gone"], None);
        let second = edition("2", &["kept", "better worded", "narrow -broad", "fresh"], Some(&first));
        let renewal = renew(&last(&first, &[]), &second, "c", day(2025), None);
        assert_eq!(
            renewal.changes,
            [
                EditionChange::Reworded(id("worded"), vec![id("better")]),
                EditionChange::Replaced(id("broad"), vec![id("narrow")], "broad changed".to_owned()),
                EditionChange::Withdrawn(id("gone"), "no reason is given".to_owned()),
                EditionChange::New(id("fresh")),
            ]
        );
        assert_eq!(renew(&last(&first, &[]), &first, "c", day(2025), None).changes, []);
    }
}
