//! An action about a question, put into the plan. One that is there already is changed in `planned`.

use super::conversation::{Interrupt, Interview, Outcome, Saved};
use super::drafts::Begun;
use super::lines::{Given, ask_due_date, required_text};
use super::long::Long;
use super::menu::Menu;
use super::occasion::End;
use super::person::Gone;
use super::record::{Draft, DraftOf};
use super::screen::Line;
use super::standing::answered;
use crate::assessment::{Action, ActionId, Due};
use crate::checklist::Question;

/// What the menu of a question's actions offers.
#[derive(Clone)]
enum Offer {
    AsProposed(String),
    OwnWords,
    Nothing,
    Change(ActionId),
}

/// What is to be done about a question.
enum ToDo {
    This(Draft),
    Change(ActionId),
    Nothing,
    Back,
}

impl Interview<'_> {
    /// Adds an action to the plan.
    pub(super) fn plan_action(&mut self, question: &Question) -> Result<Outcome, Interrupt> {
        match self.begun(question, DraftOf::Action)? {
            Begun::Back => Ok(Outcome::Back),
            Begun::From(draft) => self.plan_from(question, draft),
        }
    }

    /// Asks what is to be done, who is responsible and by when, and adds it to the plan.
    pub(super) fn plan_from(
        &mut self,
        question: &Question,
        begun: Option<Draft>,
    ) -> Result<Outcome, Interrupt> {
        let mut draft = match self.what_to_do(question, begun)? {
            ToDo::This(draft) => draft,
            ToDo::Change(id) => {
                self.change_action(question, id)?;
                return Ok(Outcome::Done);
            }
            ToDo::Nothing => return Ok(Outcome::Done),
            ToDo::Back => return Ok(Outcome::Back),
        };
        let (owner, due) = loop {
            if let Some(given) = self.owner_and_due(question, &mut draft)? {
                break given;
            }
            // Going back from the owner leads to the words, if they are the person's own.
            if question.action.as_ref() == Some(&draft.text) {
                self.sitting.end_draft(question, DraftOf::Action);
                return Ok(Outcome::Back);
            }
            let ToDo::This(reworded) = self.own_words(question, Some(draft))? else {
                return Ok(Outcome::Back);
            };
            draft = reworded;
        };
        let action = Action::new(self.assessment(), question, draft.text, owner, due);
        if self.save_action(question, &action)? == Saved::Refused {
            return Ok(Outcome::Back);
        }
        self.sitting.end_draft(question, DraftOf::Action);
        Ok(Outcome::Done)
    }

    /// What is to be done: what the checklist proposes, the person's own words, or a change to what is in the plan.
    fn what_to_do(&mut self, question: &Question, begun: Option<Draft>) -> Result<ToDo, Interrupt> {
        let actions = self.sitting.assessment().actions.iter();
        let planned: Vec<&Action> = actions.filter(|action| action.question == question.id).collect();
        let proposed = question.action.as_ref();
        if begun.is_some() || (proposed.is_none() && planned.is_empty()) {
            return self.own_words(question, begun);
        }
        let text = proposed.map(|proposed| format!("The checklist proposes: {proposed}"));
        let menu = Menu::new(prompt(question))
            .text(std::iter::once(answered(self.assessment(), question)).chain(text))
            .numbered(
                proposed.map(|words| ("As the checklist proposes", "", Offer::AsProposed(words.clone()))),
            )
            .numbered([("In your own words", "", Offer::OwnWords), ("Nothing for now", "", Offer::Nothing)]);
        // An action in the plan is changed more often than doubled.
        let open = planned.iter().position(|action| action.is_open());
        let ready = open.map_or(0, |at| menu.items.len() + at);
        let change = |action: &&Action| {
            let label = format!("Change {}, {}", action.id, action.status.words());
            (label, action.action.clone(), Offer::Change(action.id))
        };
        let menu = menu.numbered(planned.iter().map(change)).ready(ready);
        Ok(match menu.pick(self.person)? {
            None => ToDo::Back,
            Some(Offer::Nothing) => ToDo::Nothing,
            Some(Offer::Change(id)) => ToDo::Change(id),
            Some(Offer::OwnWords) => self.own_words(question, None)?,
            Some(Offer::AsProposed(text)) => ToDo::This(Draft {
                question: question.id.clone(),
                of: DraftOf::Action,
                text,
                before: String::new(),
                owner: None,
            }),
        })
    }

    fn own_words(&mut self, question: &Question, begun: Option<Draft>) -> Result<ToDo, Interrupt> {
        match self.long(question, DraftOf::Action, &Line::asking(prompt(question)), begun)? {
            Long::Keep(draft) if draft.text.trim().is_empty() => {
                self.sitting.end_draft(question, DraftOf::Action);
                Ok(ToDo::Nothing)
            }
            Long::Keep(draft) => Ok(ToDo::This(Draft { text: draft.text.trim().to_owned(), ..draft })),
            Long::Back => Ok(ToDo::Back),
            // It stays a draft, since an action needs more than its words.
            Long::KeepAndLeave(_) => Err(Interrupt::End(End::Stopped)),
        }
    }

    /// Asks who is responsible, which the draft keeps, and by when; `None` if the person goes back.
    fn owner_and_due(
        &mut self,
        question: &Question,
        draft: &mut Draft,
    ) -> Result<Option<(String, Due)>, Gone> {
        // The last owner is not offered: one Enter too many would make them responsible for this too.
        let mut asked = Line::asking("Who is responsible?").with(draft.owner.clone().unwrap_or_default());
        loop {
            self.keep_draft(question, draft);
            let Some(owner) = required_text(self.person, &asked)? else { return Ok(None) };
            draft.owner = Some(owner.clone());
            self.keep_draft(question, draft);
            if let Some(due) = self.due(None)? {
                return Ok(Some((owner, due)));
            }
            asked.present = owner;
        }
    }

    /// Asks by when, or why there is no date yet; `None` if the person goes back.
    pub(super) fn due(&mut self, present: Option<&Due>) -> Result<Option<Due>, Gone> {
        let (day, reason) = match present {
            Some(Due::On(day)) => (Some(*day), ""),
            Some(Due::Never(reason)) => (None, reason.as_str()),
            None => (None, ""),
        };
        loop {
            match ask_due_date(self.person, day, self.sitting.today())? {
                Given::Value(day) => return Ok(Some(Due::On(day))),
                Given::Back => return Ok(None),
                Given::Nothing => {
                    let asked = Line::asking("Why is there no date yet?").with(reason);
                    if let Some(reason) = required_text(self.person, &asked)? {
                        return Ok(Some(Due::Never(reason)));
                    }
                }
            }
        }
    }
}

fn prompt(question: &Question) -> String {
    format!("What is to be done about “{}”?", question.title)
}
