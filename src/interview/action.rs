//! An action about a question, added to the plan. One that is there already is changed in `planned`.

use super::conversation::{Interrupt, Interview, catch_back};
use super::lines::ask_due_date;
use super::long::Kept;
use super::standing::answered;
use super::{Draft, DraftKind, End, Line, Menu};
use crate::assessment::{Action, ActionId, Due};
use crate::checklist::Question;

#[derive(Clone)]
enum ToDo {
    /// What the checklist proposes.
    Proposed(String),
    OwnWords,
    Nothing,
    Change(ActionId),
}

impl Interview<'_> {
    pub(super) fn plan_action(&mut self, question: &Question) -> Result<(), Interrupt> {
        self.go_on_writing(question, DraftKind::Action)
    }

    /// Adds an action to the plan: asks what is to be done, who is responsible and by when.
    pub(super) fn write_action(
        &mut self,
        question: &Question,
        begun: Option<Draft>,
    ) -> Result<(), Interrupt> {
        let to_do = if begun.is_some() { ToDo::OwnWords } else { self.what_to_do(question)? };
        let draft = match to_do {
            ToDo::Proposed(text) => Some(Draft::new(question, DraftKind::Action, text)),
            ToDo::OwnWords => self.own_words(question, begun)?,
            ToDo::Change(id) => return self.change_action(question, id),
            ToDo::Nothing => None,
        };
        let Some(mut draft) = draft else { return Ok(()) };
        let (owner, due) = loop {
            if let Some(given) = catch_back(self.owner_and_due(question, &mut draft))? {
                break given;
            }
            // Going back from the owner leads to the words, if they are the person's own.
            if question.action.as_ref() == Some(&draft.text) {
                self.sitting.delete_draft(question, DraftKind::Action);
                return Err(Interrupt::Back);
            }
            draft = self.own_words(question, Some(draft))?.ok_or(Interrupt::Back)?;
        };
        self.save_action(question, &self.assessment().new_action(question, draft.text, owner, due))?;
        self.sitting.delete_draft(question, DraftKind::Action);
        Ok(())
    }

    fn what_to_do(&mut self, question: &Question) -> Result<ToDo, Interrupt> {
        let actions = self.assessment().actions.iter();
        let planned: Vec<&Action> = actions.filter(|action| action.question == question.id).collect();
        let proposed = question.action.as_ref();
        if proposed.is_none() && planned.is_empty() {
            return Ok(ToDo::OwnWords);
        }
        let text = proposed.map(|proposed| format!("The checklist proposes: {proposed}"));
        let menu = Menu::new(prompt(question))
            .text(std::iter::once(answered(self.assessment(), question)).chain(text))
            .numbered(proposed.map(|words| ("As the checklist proposes", "", ToDo::Proposed(words.clone()))))
            .numbered([("In your own words", "", ToDo::OwnWords), ("Nothing for now", "", ToDo::Nothing)]);
        // An action in the plan is changed more often than doubled.
        let open = planned.iter().position(|action| action.is_open());
        let ready = open.map_or(0, |at| menu.items.len() + at);
        let change = planned.iter().map(|action| {
            let label = format!("Change {}, {}", action.id, action.status.words());
            (label, action.action.clone(), ToDo::Change(action.id))
        });
        let menu = menu.numbered(change).ready(ready);
        self.pick(&menu)
    }

    /// What is to be done in the person's own words; `None` if they leave it blank.
    fn own_words(&mut self, question: &Question, begun: Option<Draft>) -> Result<Option<Draft>, Interrupt> {
        let asked = Line::asking(prompt(question));
        let Kept { draft, leaves } = self.ask_long(question, DraftKind::Action, &asked, begun)?;
        if leaves {
            // It stays a draft, since an action needs more than its words.
            return Err(Interrupt::End(End::Stopped));
        }
        let text = draft.text.trim().to_owned();
        if text.is_empty() {
            self.sitting.delete_draft(question, DraftKind::Action);
            return Ok(None);
        }
        Ok(Some(Draft { text, ..draft }))
    }

    /// Asks who is responsible, which the draft keeps, and by when.
    fn owner_and_due(&mut self, question: &Question, draft: &mut Draft) -> Result<(String, Due), Interrupt> {
        loop {
            self.save_draft(question, draft);
            // The last owner is not offered: one Enter too many would make them responsible for this too.
            let asked = Line::asking("Who is responsible?").with(draft.owner.clone().unwrap_or_default());
            let owner = self.ask_required(&asked)?;
            draft.owner = Some(owner.clone());
            self.save_draft(question, draft);
            if let Some(due) = catch_back(self.ask_due(None))? {
                return Ok((owner, due));
            }
        }
    }

    pub(super) fn ask_due(&mut self, present: Option<&Due>) -> Result<Due, Interrupt> {
        let (day, reason) = match present {
            Some(Due::On(day)) => (Some(*day), ""),
            Some(Due::Never(reason)) => (None, reason.as_str()),
            None => (None, ""),
        };
        loop {
            if let Some(day) = ask_due_date(self.person, day, self.sitting.today())?.or_back()? {
                return Ok(Due::On(day));
            }
            let asked = Line::asking("Why is there no date yet?").with(reason);
            if let Some(reason) = catch_back(self.ask_required(&asked))? {
                return Ok(Due::Never(reason));
            }
        }
    }
}

fn prompt(question: &Question) -> String {
    format!("What is to be done about “{}”?", question.title)
}
