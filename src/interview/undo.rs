//! Undo: the changes of the sitting are taken back one by one, the last one first.

use super::conversation::{Interrupt, Interview, Next, Saved};
use super::parts;
use super::person::Gone;
use super::sitting::{Before, Change};
use crate::assessment::{Action, Answer};
use crate::checklist::{Question, QuestionId};
use crate::text::number_of;
use crate::words;

impl Interview<'_> {
    /// Takes back the last change, and leads to its question; `None` if it stays.
    pub(super) fn undo(&mut self) -> Result<Option<Next>, Interrupt> {
        let undone = match self.sitting.last_change().cloned() {
            Some(Before::Answers(before)) => self.undo_answers(&before)?,
            Some(Before::Plan(id, actions)) => self.undo_plan(actions)?.then_some(id),
            None => {
                self.news = Some("There is nothing more to undo in this sitting.".to_owned());
                None
            }
        };
        Ok(undone.map(Next::To))
    }

    fn undo_plan(&mut self, before: Vec<Action>) -> Result<bool, Interrupt> {
        let now = &self.assessment().actions;
        let added = now.iter().find(|action| before.iter().all(|other| other.id != action.id)).cloned();
        if let Some(added) = &added {
            let said = format!("{}.", words::action_with_owner(added, self.sitting.today()));
            if !self.person.confirm(&said, "Take this action out of the plan?")? {
                return Ok(false);
            }
        }
        let saved = self.sitting.undo_plan(before);
        let saved = self.told(saved, || "the plan as it was".to_owned())?;
        self.news = (saved == Saved::Yes).then(|| match added {
            Some(_) => "Undone: the action is no longer in the plan.".to_owned(),
            None => "Undone: the plan is as it was before.".to_owned(),
        });
        Ok(saved == Saved::Yes)
    }

    /// The first question whose answer was taken back.
    fn undo_answers(
        &mut self,
        before: &[(QuestionId, Option<Answer>)],
    ) -> Result<Option<QuestionId>, Interrupt> {
        let changes: Vec<Change<'_>> =
            before.iter().map(|(id, answer)| (self.question(id), answer.clone())).collect();
        let (question, before) = changes.first().expect("a change is about a question");
        let now = self.assessment().answer(&question.id).cloned();
        if changes.len() == 1 && !self.may_go(question, now.as_ref(), before.as_ref())? {
            return Ok(None);
        }
        let saved = self.sitting.undo_answers(&changes);
        if self.told(saved, || "what was to be undone".to_owned())? == Saved::Refused {
            return Ok(None);
        }
        self.news = Some(match (changes.len(), before) {
            (1, Some(before)) => match now.and_then(|now| parts::changed_part(&now, before)) {
                Some(part) => format!("Undone: {part} of “{}” is as it was before.", question.title),
                None => format!("Undone: “{}” is {} again.", question.title, described(question, before)),
            },
            (1, None) => format!("Undone: “{}” is open again.", question.title),
            (number, _) => {
                format!("Undone: {} are open again.", number_of(number, "question", "questions"))
            }
        });
        Ok(Some(question.id.clone()))
    }

    /// Whether an answer may go; the person is asked if words go with it that are neither in the answer before nor in last
    /// time's.
    fn may_go(
        &mut self,
        question: &Question,
        now: Option<&Answer>,
        before: Option<&Answer>,
    ) -> Result<bool, Gone> {
        let Some(now) = now else { return Ok(true) };
        let last = self.sitting.assessment().carried.get(&question.id).map(|carried| &carried.answer);
        let kept: Vec<&Answer> = before.into_iter().chain(last).collect();
        match parts::lost(now, &kept) {
            Some(lost) => {
                self.person.confirm(&format!("“{}”: {lost}", question.title), "Take back what you typed?")
            }
            None => Ok(true),
        }
    }
}

/// `in place, with the note and 2 pieces of evidence`.
fn described(question: &Question, answer: &Answer) -> String {
    let value = words::value(question, answer.value);
    match parts::in_words(&parts::parts(answer)) {
        Some(parts) => format!("{value}, with {parts}"),
        None => value,
    }
}
