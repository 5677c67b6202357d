//! Changing an answer, taking it out, and undoing changes one by one, the last one first.

use super::conversation::{Interrupt, Interview};
use super::parts::{self, Part};
use super::sitting::Before;
use crate::assessment::{Action, Answer, Value};
use crate::checklist::{Question, QuestionId};
use crate::text::number_of;
use crate::words;

impl Interview<'_> {
    /// Asks whether an answer may get another value.
    pub(super) fn agree_to_change(
        &mut self,
        question: &Question,
        now: &Answer,
        value: Value,
    ) -> Result<(), Interrupt> {
        let changed = now.clone().with_value(value);
        let (goes, stays): (Vec<_>, Vec<_>) =
            parts::parts(now).into_iter().partition(|part| *part == Part::Note && changed.note.is_none());
        let with_verb = |parts: &[Part], one: &str, many: &str| {
            let verb = if parts::are_many(parts) { many } else { one };
            parts::names(parts).map(|words| format!("{words} {verb}"))
        };
        let change = format!("{} → {}", words::value(question, now.value), words::value(question, value));
        let all = [Some(change), with_verb(&stays, "stays", "stay"), with_verb(&goes, "goes", "go")];
        let all: Vec<String> = all.into_iter().flatten().collect();
        self.agree(&format!("{}.", all.join("; ")), "Change it?")
    }

    /// Takes an answer out, if the person agrees.
    pub(super) fn clear(&mut self, question: &Question) -> Result<(), Interrupt> {
        let Some(now) = self.assessment().answer(&question.id) else { return Ok(()) };
        let value = format!("the answer “{}”", words::value(question, now.value));
        let parts = parts::parts(now).into_iter().map(Part::name);
        let all: Vec<String> = std::iter::once(value).chain(parts).collect();
        self.agree(&format!("This takes out {}.", parts::list(&all)), "Take it out?")?;
        self.save(&[(question, None)])?;
        self.news = Some("Taken out. u brings it back.".to_owned());
        Ok(())
    }

    /// Takes back the last change, and leads to its question.
    pub(super) fn undo(&mut self) -> Result<QuestionId, Interrupt> {
        let Some(before) = self.sitting.last_change().cloned() else {
            self.news = Some("There is nothing more to undo in this sitting.".to_owned());
            return Err(Interrupt::Back);
        };
        let (id, undone) = match &before {
            Before::Plan(id, actions) => (id, self.undo_plan(actions)?),
            Before::Answers(before) => {
                let (id, _) = before.first().expect("a change is about a question");
                (id, self.undo_answers(before)?)
            }
        };
        self.news = Some(format!("Undone: {undone}."));
        Ok(id.clone())
    }

    fn undo_plan(&mut self, before: &[Action]) -> Result<String, Interrupt> {
        let now = &self.assessment().actions;
        let added = now.iter().find(|action| before.iter().all(|other| other.id != action.id));
        let is_added = added.is_some();
        if let Some(added) = added {
            let said = format!("{}.", words::action_with_owner(added, self.sitting.today()));
            self.agree(&said, "Take this action out of the plan?")?;
        }
        let undone = self.sitting.undo();
        self.accept(undone, || "the plan as it was".to_owned())?;
        let words =
            if is_added { "the action is no longer in the plan" } else { "the plan is as it was before" };
        Ok(words.to_owned())
    }

    fn undo_answers(&mut self, before: &[(QuestionId, Option<Answer>)]) -> Result<String, Interrupt> {
        let one = match before {
            [(id, before)] => Some((self.question(id), self.assessment().answer(id).cloned(), before)),
            _ => None,
        };
        if let Some((question, Some(now), before)) = &one {
            self.agree_to_lose(question, now, before.as_ref())?;
        }
        let undone = self.sitting.undo();
        self.accept(undone, || "what was to be undone".to_owned())?;
        Ok(match one {
            Some((question, now, Some(before))) => {
                match now.and_then(|now| parts::changed_part(&now, before)) {
                    Some(part) => format!("{part} of “{}” is as it was before", question.title),
                    None => format!("“{}” is {} again", question.title, described(question, before)),
                }
            }
            Some((question, _, None)) => format!("“{}” is open again", question.title),
            None => format!("{} are open again", number_of(before.len(), "question", "questions")),
        })
    }

    /// Asks whether words of an answer may be lost that are neither in the answer before it nor in last time's.
    fn agree_to_lose(
        &mut self,
        question: &Question,
        now: &Answer,
        before: Option<&Answer>,
    ) -> Result<(), Interrupt> {
        let last = self.sitting.assessment().carried.get(&question.id).map(|carried| &carried.answer);
        match parts::lost(now, &before.into_iter().chain(last).collect::<Vec<_>>()) {
            Some(lost) => self.agree(&format!("“{}”: {lost}", question.title), "Take back what you typed?"),
            None => Ok(()),
        }
    }
}

/// `in place, with the note and 2 pieces of evidence`.
fn described(question: &Question, answer: &Answer) -> String {
    let value = words::value(question, answer.value);
    match parts::names(&parts::parts(answer)) {
        Some(parts) => format!("{value}, with {parts}"),
        None => value,
    }
}
