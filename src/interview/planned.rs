//! An action that is in the plan: changed part by part, each part kept at once.

use super::drafts::Begun;
use super::lines::required_text;
use super::long::Long;
use super::walk::{Break, Interview};
use super::{Draft, DraftOf, End, Item, Line, Menu};
use crate::assessment::{Action, ActionId, Status};
use crate::checklist::Question;
use crate::words;

impl Interview<'_> {
    /// Shows an action of the plan, and has any of it changed until the person goes back.
    pub(super) fn change_action(&mut self, question: &Question, id: ActionId) -> Result<(), Break> {
        let mut ready = 0;
        while let Some(action) = self.action(id) {
            let Some(picked) = self.person.pick(&menu(&action, ready))? else { return Ok(()) };
            ready = picked;
            match picked {
                0 => self.action_in_words(question, id)?,
                1 => {
                    let asked = Line::asking("Who is responsible?").with(&action.owner);
                    if let Some(owner) = required_text(self.person, &asked)? {
                        self.put_action(question, Action { owner, ..action })?;
                    }
                }
                2 => {
                    let mut changed = action.clone();
                    if let Some(due) = self.due(Some(&action.due))? {
                        changed.set_due(due, self.occasion.today);
                    }
                    self.put_action(question, changed)?;
                }
                _ => self.status_of(question, action)?,
            }
        }
        Ok(())
    }

    /// Has what is to be done put otherwise, or what was begun of it.
    pub(super) fn action_in_words(&mut self, question: &Question, id: ActionId) -> Result<(), Break> {
        match self.begun(question, DraftOf::Words(id))? {
            Begun::Back => Ok(()),
            Begun::Nothing => self.words_from(question, id, None),
            Begun::This(draft) => self.words_from(question, id, Some(draft)),
        }
    }

    /// Asks for the words of an action until they are kept or thrown away.
    pub(super) fn words_from(
        &mut self,
        question: &Question,
        id: ActionId,
        mut begun: Option<Draft>,
    ) -> Result<(), Break> {
        let of = DraftOf::Words(id);
        loop {
            let Some(action) = self.action(id) else {
                return Ok(self.say(format!("{id} is no longer in the plan, so it cannot be changed."))?);
            };
            let prompt = format!("{id}: what is to be done about “{}”", question.title);
            let asked = Line::asking(prompt).with(&action.action);
            let (text, leaves) = match self.long(&asked, begun, question, of)? {
                Long::Back => return Ok(()),
                Long::Keep(text) => (text, false),
                Long::KeepAndLeave(text) => (text, true),
            };
            let before = action.action.clone();
            let is_kept = if text.trim().is_empty() {
                self.say(format!("{id} stays as it was. To give it up, change its status."))?;
                true
            } else {
                self.put_action(question, Action { action: text.trim().to_owned(), ..action })?
            };
            if is_kept {
                self.end_draft(question, of);
            }
            if leaves {
                return Err(Break::End(End::Stopped));
            }
            if is_kept {
                return Ok(());
            }
            begun = Some(Draft { question: question.id.clone(), of, text, before, owner: None });
        }
    }

    /// Has its status changed; what is not to be done needs its reason.
    fn status_of(&mut self, question: &Question, mut action: Action) -> Result<(), Break> {
        let items =
            (1..).zip(Status::ALL).map(|(key, status)| Item::new(format!("{key}"), status.words(), ""));
        let menu = Menu {
            title: format!("{}: how does it stand?", action.id),
            text: vec![action.action.clone()],
            items: items.collect(),
            ready: Status::ALL.into_iter().position(|status| status == action.status).unwrap_or_default(),
            narrows: false,
            goes_back: true,
        };
        let Some(status) = self.person.pick(&menu)?.and_then(|at| Status::ALL.get(at)) else { return Ok(()) };
        action.set_status(*status, self.occasion.today);
        if *status == Status::NotToBeDone {
            let asked = Line::asking("Why is it not to be done?").with(action.reason.unwrap_or_default());
            action.reason = required_text(self.person, &asked)?;
            if action.reason.is_none() {
                return Ok(());
            }
        }
        self.put_action(question, action).map(drop)
    }

    fn action(&self, id: ActionId) -> Option<Action> {
        self.record.assessment().actions.iter().find(|action| action.id == id).cloned()
    }

    /// Keeps an action in place of the one of its name, where they differ; `false` where it was refused and the person was
    /// told why.
    fn put_action(&mut self, question: &Question, changed: Action) -> Result<bool, Break> {
        let mut actions = self.record.assessment().actions.clone();
        let Some(there) = actions.iter_mut().find(|action| action.id == changed.id) else { return Ok(false) };
        if *there == changed {
            return Ok(true);
        }
        let (id, typed) =
            (changed.id, format!("{}: {} (owner: {})", changed.id, changed.action, changed.owner));
        *there = changed;
        let is_kept = self.put_actions(question, actions, &typed)?;
        if is_kept {
            self.news = Some(format!("{id} is changed. u undoes it."));
        }
        Ok(is_kept)
    }
}

fn menu(action: &Action, ready: usize) -> Menu {
    let reason = action.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    Menu {
        title: format!("{} in the plan", action.id),
        text: vec!["Each change is saved at once.".to_owned()],
        items: vec![
            Item::new("1", "What is to be done", &action.action),
            Item::new("2", "Responsible", &action.owner),
            Item::new("3", "Due", words::due(&action.due)),
            Item::new("4", "Status", format!("{}{reason}", action.status.words())),
        ],
        ready,
        narrows: false,
        goes_back: true,
    }
}
