//! An action in the plan: changed part by part, each saved at once.

use super::conversation::{Interrupt, Interview, Saved};
use super::drafts::Begun;
use super::lines::required_text;
use super::menu::Menu;
use super::record::{Draft, DraftOf};
use super::screen::Line;
use crate::assessment::{Action, ActionId, Status};
use crate::checklist::Question;
use crate::words;

#[derive(Clone, Copy)]
enum Part {
    Words,
    Owner,
    Due,
    Status,
}

impl Interview<'_> {
    /// Changes parts of an action until the person goes back.
    pub(super) fn change_action(&mut self, question: &Question, id: ActionId) -> Result<(), Interrupt> {
        let mut last = None;
        while let Some(action) = self.action(id) {
            match menu(&action).pick_again(self.person, &mut last)? {
                None => break,
                Some(Part::Words) => {
                    if let Begun::From(draft) = self.begun(question, DraftOf::Words(id))? {
                        self.words_from(question, id, draft)?;
                    }
                }
                Some(Part::Owner) => {
                    let asked = Line::asking("Who is responsible?").with(&action.owner);
                    if let Some(owner) = required_text(self.person, &asked)? {
                        self.save_action(question, &Action { owner, ..action })?;
                    }
                }
                Some(Part::Due) => {
                    if let Some(due) = self.due(Some(&action.due))? {
                        let mut changed = action;
                        changed.set_due(due, self.sitting.today());
                        self.save_action(question, &changed)?;
                    }
                }
                Some(Part::Status) => self.change_status(question, action)?,
            }
        }
        Ok(())
    }

    /// Asks for the words of an action until they are saved or thrown away.
    pub(super) fn words_from(
        &mut self,
        question: &Question,
        id: ActionId,
        begun: Option<Draft>,
    ) -> Result<(), Interrupt> {
        let Some(action) = self.action(id) else {
            return Ok(self
                .person
                .say(format!("{id} is no longer in the plan, so it cannot be changed."))?);
        };
        let prompt = format!("{id}: what is to be done about “{}”", question.title);
        let asked = Line::asking(prompt).with(&action.action);
        self.write(question, DraftOf::Words(id), &asked, begun, |interview, text| {
            if text.is_empty() {
                let stays = format!("{id} stays as it was. To give it up, change its status.");
                interview.person.say(stays)?;
                return Ok(Saved::Yes);
            }
            interview.save_action(question, &Action { action: text.to_owned(), ..action.clone() })
        })
    }

    /// Changes the status of an action; one that is not to be done needs a reason.
    fn change_status(&mut self, question: &Question, mut action: Action) -> Result<(), Interrupt> {
        let present = Status::ALL.into_iter().position(|status| status == action.status);
        let menu = Menu::new(format!("{}: how does it stand?", action.id))
            .text([action.action.clone()])
            .numbered(Status::ALL.map(|status| (status.words(), "", status)))
            .ready(present.expect("every status is in the list"));
        let Some(status) = menu.pick(self.person)? else { return Ok(()) };
        action.set_status(status, self.sitting.today());
        if status == Status::NotToBeDone {
            let asked = Line::asking("Why is it not to be done?").with(action.reason.unwrap_or_default());
            action.reason = required_text(self.person, &asked)?;
            if action.reason.is_none() {
                return Ok(());
            }
        }
        self.save_action(question, &action).map(drop)
    }

    fn action(&self, id: ActionId) -> Option<Action> {
        self.assessment().actions.iter().find(|action| action.id == id).cloned()
    }
}

fn menu(action: &Action) -> Menu<Part> {
    let reason = action.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    Menu::new(format!("{} in the plan", action.id))
        .text(["Each change is saved at once.".to_owned()])
        .numbered([
            ("What is to be done", action.action.clone(), Part::Words),
            ("Responsible", action.owner.clone(), Part::Owner),
            ("Due", words::due(&action.due), Part::Due),
            ("Status", format!("{}{reason}", action.status.words()), Part::Status),
        ])
}
