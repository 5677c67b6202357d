//! An action in the plan: changed part by part, each saved at once.

use super::conversation::{Interrupt, Interview, catch_back};
use super::{Draft, DraftKind, Line, Menu};
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
    pub(super) fn change_action(&mut self, question: &Question, id: ActionId) -> Result<(), Interrupt> {
        let mut last = None;
        while let Some(action) = self.action(id)
            && let Some(part) = menu(&action).pick_again(self.person, &mut last)?
        {
            catch_back(self.change_part(question, action, part))?;
        }
        Ok(())
    }

    fn change_part(&mut self, question: &Question, mut action: Action, part: Part) -> Result<(), Interrupt> {
        match part {
            Part::Words => return self.go_on_writing(question, DraftKind::Words(action.id)),
            Part::Owner => {
                let asked = Line::asking("Who is responsible?").with(&action.owner);
                action.owner = self.ask_required(&asked)?;
            }
            Part::Due => {
                let due = self.ask_due(Some(&action.due))?;
                action.set_due(due, self.sitting.today());
            }
            Part::Status => self.change_status(&mut action)?,
        }
        self.save_action(question, &action)
    }

    pub(super) fn write_words(
        &mut self,
        question: &Question,
        id: ActionId,
        begun: Option<Draft>,
    ) -> Result<(), Interrupt> {
        let Some(action) = self.action(id) else {
            self.person.show_text(format!("{id} is no longer in the plan, so it cannot be changed."))?;
            return Ok(());
        };
        let prompt = format!("{id}: what is to be done about “{}”", question.title);
        let asked = Line::asking(prompt).with(&action.action);
        self.ask_long_until_saved(question, DraftKind::Words(id), &asked, begun, |interview, text| {
            if text.is_empty() {
                let stays = format!("{id} stays as it was. To give it up, change its status.");
                return Ok(interview.person.show_text(stays)?);
            }
            interview.save_action(question, &Action { action: text.to_owned(), ..action.clone() })
        })
    }

    /// Changes the status of an action; one that is not to be done needs a reason.
    fn change_status(&mut self, action: &mut Action) -> Result<(), Interrupt> {
        let present = Status::ALL.into_iter().position(|status| status == action.status);
        let menu = Menu::new(format!("{}: how does it stand?", action.id))
            .text([action.action.clone()])
            .numbered(Status::ALL.map(|status| (status.words(), "", status)))
            .ready(present.expect("every status is in the list"));
        let status = self.pick(&menu)?;
        action.set_status(status, self.sitting.today());
        if status == Status::NotToBeDone {
            let reason = action.reason.clone().unwrap_or_default();
            let asked = Line::asking("Why is it not to be done?").with(reason);
            action.reason = Some(self.ask_required(&asked)?);
        }
        Ok(())
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
