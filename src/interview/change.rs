//! Changes: kept at once, told, and taken back one by one as far as the sitting goes.

use super::standing::can_be_confirmed;
use super::walk::{Before, Break, Interview, Step};
use super::{Gone, Item, Menu, NotKept, Unsaved, screens};
use crate::assessment::{Action, Answer, Evidence, Value};
use crate::checklist::{Question, QuestionId};
use crate::document::Block;
use crate::text::{list_with_and, number_of};
use crate::words;

impl Interview<'_> {
    /// The answer as it stands, signed and dated again, or a blank one.
    pub(super) fn present(&self, question: &Question) -> Answer {
        let present = self.record.assessment().answer(&question.id).cloned();
        let answer = present.unwrap_or_else(|| Answer::new(Value::Unknown));
        Answer { by: Some(self.by.clone()), on: Some(self.occasion.today), ..answer }
    }

    pub(super) fn keep(&mut self, question: &Question, answer: Answer) -> Result<bool, Break> {
        self.put(&[(question, Some(answer))])
    }

    /// Keeps answers together; `false` where they were refused and the person was told why.
    pub(super) fn put(&mut self, changes: &[(&Question, Option<Answer>)]) -> Result<bool, Break> {
        let assessment = self.record.assessment();
        let before = changes
            .iter()
            .map(|(question, _)| (question.id.clone(), assessment.answer(&question.id).cloned()));
        let before: Vec<_> = before.collect();
        let kept = self.record.keep(changes);
        let in_full = || {
            let each = changes.iter().map(|(question, answer)| match answer {
                Some(answer) => answer.in_full(&question.id),
                None => format!("{}=unanswered", question.id),
            });
            each.collect::<Vec<_>>().join("\n")
        };
        if !self.is_kept(kept, in_full)? {
            return Ok(false);
        }
        let new = before.iter().filter(|(_, before)| before.is_none()).count();
        if new > 0 {
            self.pace.answered((self.occasion.elapsed)(), u32::try_from(new).unwrap_or(u32::MAX));
        }
        for (question, _) in changes {
            self.worked_on.extend(self.checklist.section_of(&question.id).map(|section| section.id.clone()));
        }
        self.changes.push(Before::Answers(before));
        // What was told of an earlier change is no longer what an undo would undo.
        self.news = None;
        Ok(true)
    }

    /// Keeps the plan, which changes about a question; `false` where it was refused and the person was told why.
    pub(super) fn put_actions(
        &mut self,
        question: &Question,
        actions: Vec<Action>,
        typed: &str,
    ) -> Result<bool, Break> {
        let before = self.record.assessment().actions.clone();
        let kept = self.record.keep_actions(actions);
        if !self.is_kept(kept, || typed.to_owned())? {
            return Ok(false);
        }
        self.changes.push(Before::Actions(question.id.clone(), before));
        Ok(true)
    }

    pub(super) fn is_kept(
        &mut self,
        kept: Result<(), NotKept>,
        typed: impl FnOnce() -> String,
    ) -> Result<bool, Break> {
        match kept {
            Ok(()) => Ok(true),
            Err(NotKept::Refused(message)) => {
                self.say(format!("Not accepted: {message}"))?;
                Ok(false)
            }
            Err(NotKept::Failed(reason)) => Err(Break::Unsaved(Unsaved { reason, answer: typed() })),
        }
    }

    /// Takes back the last change of this sitting, and leads to the question that it concerned.
    pub(super) fn undo(&mut self) -> Result<Option<Step>, Break> {
        let Some(before) = self.changes.pop() else {
            self.news = Some("There is nothing more to undo in this sitting.".to_owned());
            return Ok(None);
        };
        let at = match before.clone() {
            Before::Answers(before) => self.answers_back(&before)?,
            Before::Actions(id, actions) => {
                let was_added = actions.len() < self.record.assessment().actions.len();
                if was_added && !self.may_go(&actions)? {
                    self.changes.push(before);
                    return Ok(None);
                }
                let kept = self.record.keep_actions(actions);
                let is_kept = self.is_kept(kept, || "the plan as it was".to_owned())?;
                let undone = if was_added {
                    "the action is no longer in the plan"
                } else {
                    "the plan is as it was before"
                };
                self.news = is_kept.then(|| format!("Undone: {undone}."));
                is_kept.then_some(id)
            }
        };
        if at.is_none() {
            // It was not undone, and still can be.
            self.changes.push(before);
        }
        Ok(at.map(Step::To))
    }

    /// Whether an action that is not among these may go from the plan.
    fn may_go(&mut self, actions: &[Action]) -> Result<bool, Gone> {
        let mut all = self.record.assessment().actions.iter();
        let Some(gone) = all.find(|action| actions.iter().all(|other| other.id != action.id)) else {
            return Ok(true);
        };
        let said = format!("{}.", words::action_with_owner(gone, self.occasion.today));
        self.person.confirm(&said, "Take this action out of the plan?")
    }

    /// Whether a level is to be last time's answer as a whole, with what was said beside it, which a level alone leaves
    /// behind.
    /// `None` where the person goes back.
    pub(super) fn is_as_last_time(
        &mut self,
        question: &Question,
        value: Value,
    ) -> Result<Option<bool>, Gone> {
        let assessment = self.record.assessment();
        let Some(carried) = assessment.carried.get(&question.id) else { return Ok(Some(false)) };
        let said = self.said_last_time(question).filter(|_| carried.answer.value == value);
        let Some(said) = said.filter(|_| can_be_confirmed(assessment, question)) else {
            return Ok(Some(false));
        };
        let said = format!("Last time it was {} too, with {said}.", words::value(question, value));
        let menu = Menu {
            title: "As last time?".to_owned(),
            text: std::iter::once(said).chain(screens::last_time(question, carried)).collect(),
            items: vec![
                Item::new("1", "Carry that forward unchanged", ""),
                Item::new("2", "Answer without it", ""),
            ],
            // An Enter too many says nothing of today.
            ready: 1,
            narrows: false,
            goes_back: true,
        };
        Ok(self.person.pick(&menu)?.map(|picked| picked == 0))
    }

    /// What was said beside last time's answer: `the note and 2 pieces of evidence`.
    pub(super) fn said_last_time(&self, question: &Question) -> Option<String> {
        listed(&parts(&self.record.assessment().carried.get(&question.id)?.answer))
    }

    fn answers_back(&mut self, before: &[(QuestionId, Option<Answer>)]) -> Result<Option<QuestionId>, Break> {
        let checklist = self.checklist;
        let changes: Vec<(&Question, Option<Answer>)> = before
            .iter()
            .filter_map(|(id, answer)| Some((checklist.question(id.as_str())?, answer.clone())))
            .collect();
        let undone =
            changes.first().and_then(|(question, _)| self.record.assessment().answer(&question.id)).cloned();
        if let ([(question, before)], Some(now)) = (changes.as_slice(), &undone)
            && let last = self.record.assessment().carried.get(&question.id).map(|carried| &carried.answer)
            && let Some(words) = words_lost(now, &before.iter().chain(last).collect::<Vec<_>>())
            && !self.person.confirm(&format!("“{}”: {words}", question.title), "Take back what you typed?")?
        {
            return Ok(None);
        }
        let kept = self.record.keep(&changes);
        if !self.is_kept(kept, || "what was to be undone".to_owned())? {
            return Ok(None);
        }
        let [(question, answer), others @ ..] = changes.as_slice() else { return Ok(None) };
        self.news = Some(match (others.len(), answer) {
            (0, Some(answer)) => match undone.as_ref().and_then(|undone| changed_part(undone, answer)) {
                Some(part) => format!("Undone: {part} of “{}” is as it was before.", question.title),
                None => format!("Undone: “{}” is {} again.", question.title, described(question, answer)),
            },
            (0, None) => format!("Undone: “{}” is open again.", question.title),
            (others, _) => {
                format!("Undone: {} are open again.", number_of(others + 1, "question", "questions"))
            }
        });
        Ok(Some(question.id.clone()))
    }

    /// Whether an answer that is there may become another, of which the person is told what goes and what stays.
    pub(super) fn may_become(
        &mut self,
        question: &Question,
        now: &Answer,
        value: Value,
    ) -> Result<bool, Gone> {
        let changed = now.clone().with_value(value);
        let (goes, stays): (Vec<_>, Vec<_>) =
            parts(now).into_iter().partition(|part| part.0 == Part::Note && changed.note.is_none());
        let mut said = format!("{} → {}", words::value(question, now.value), words::value(question, value));
        for (parts, one, many) in [(&stays, "stays", "stay"), (&goes, "goes", "go")] {
            if let Some(words) = listed(parts) {
                let is_plural = |part: &(Part, String)| part.0 == Part::Evidence && now.evidence.len() > 1;
                let verb = if parts.len() > 1 || parts.iter().any(is_plural) { many } else { one };
                said += &format!("; {words} {verb}");
            }
        }
        self.person.confirm(&format!("{said}."), "Change it?")
    }

    /// Takes an answer out, once the person has been told all that goes with it.
    pub(super) fn clear(&mut self, question: &Question) -> Result<(), Break> {
        let Some(now) = self.record.assessment().answer(&question.id).cloned() else { return Ok(()) };
        let value = format!("the answer “{}”", words::value(question, now.value));
        let all: Vec<_> = std::iter::once((Part::Note, value)).chain(parts(&now)).collect();
        let said = format!("This takes out {}.", listed(&all).unwrap_or_default());
        if self.person.confirm(&said, "Take it out?")? && self.put(&[(question, None)])? {
            self.news = Some("Taken out. u brings it back.".to_owned());
        }
        Ok(())
    }

    pub(super) fn say(&mut self, text: impl Into<String>) -> Result<(), Gone> {
        self.person.tell(&[Block::paragraph(text)])
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Note,
    Evidence,
    Period,
}

/// What was said beside an answer, part by part.
fn parts(answer: &Answer) -> Vec<(Part, String)> {
    let note = answer.note.as_ref().map(|_| (Part::Note, "the note".to_owned()));
    let pieces = answer.evidence.len();
    let evidence = (pieces > 0).then(|| number_of(pieces, "piece of evidence", "pieces of evidence"));
    let period = answer.from.or(answer.to).map(|_| (Part::Period, "the period".to_owned()));
    note.into_iter().chain(evidence.map(|words| (Part::Evidence, words))).chain(period).collect()
}

/// What somebody typed beside an answer that stands in none of these, so that it would be gone.
fn words_lost(now: &Answer, kept: &[&Answer]) -> Option<String> {
    let note = now.note.as_ref().filter(|note| kept.iter().all(|kept| kept.note.as_ref() != Some(*note)));
    let is_lost = |piece: &&Evidence| kept.iter().all(|kept| !kept.evidence.contains(piece));
    let evidence = now.evidence.iter().filter(is_lost).map(Evidence::to_string);
    let lost: Vec<String> = note.cloned().into_iter().chain(evidence).collect();
    (!lost.is_empty()).then(|| lost.join("; "))
}

/// What alone differs between an answer and what it was, where the value is the same.
fn changed_part(undone: &Answer, answer: &Answer) -> Option<&'static str> {
    let differ = [
        (undone.value != answer.value, None),
        (undone.note != answer.note, Some("the note")),
        (undone.evidence != answer.evidence, Some("the evidence")),
        ((undone.from, undone.to) != (answer.from, answer.to), Some("the period")),
    ];
    let mut differ = differ.into_iter().filter(|(differs, _)| *differs).map(|(_, part)| part);
    match (differ.next(), differ.next()) {
        (Some(part), None) => part,
        _ => None,
    }
}

fn listed(parts: &[(Part, String)]) -> Option<String> {
    let words: Vec<&str> = parts.iter().map(|(_, words)| words.as_str()).collect();
    (!words.is_empty()).then(|| list_with_and(&words))
}

/// An answer in a few words: `in place, with a note and 2 pieces of evidence`.
fn described(question: &Question, answer: &Answer) -> String {
    let value = words::value(question, answer.value);
    match listed(&parts(answer)) {
        Some(words) => format!("{value}, with {words}"),
        None => value,
    }
}
