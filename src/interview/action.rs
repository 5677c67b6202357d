//! An action about a question, put into the plan.

use super::lines::{Given, due, required_text};
use super::particulars::Long;
use super::walk::{Break, Interview};
use super::{End, Gone, Item, Menu};
use crate::assessment::{Action, Due};
use crate::checklist::Question;

use super::standing::stands;

impl Interview<'_> {
    /// Has an action put into the plan. What is typed of it is told to whoever leaves in the middle.
    pub(super) fn plan_action(&mut self, question: &Question) -> Result<(), Break> {
        let Some(action) = self.what_to_do(question)? else { return Ok(()) };
        self.half_typed = Some(self.half(question, &action));
        let given = loop {
            if let Some(given) = self.owner_and_due()? {
                break Some(given);
            }
            let said = "The action is not in the plan yet: it needs an owner, and a date or the reason why there is none.";
            if self.person.confirm(said, "Leave it out?")? {
                break None;
            }
        };
        self.half_typed = None;
        let Some((owner, due)) = given else { return Ok(()) };
        let assessment = self.record.assessment();
        let new = Action::open(assessment, question, action, owner, due);
        let actions = assessment.actions.iter().cloned().chain([new.clone()]).collect();
        if self.put_actions(question, actions, &format!("action: {} (owner: {})", new.action, new.owner))? {
            self.news = Some(format!("Added to the plan as {}. u takes it back.", new.id));
        }
        Ok(())
    }

    /// What is to be done: as the checklist proposes, or in the person's own words.
    fn what_to_do(&mut self, question: &Question) -> Result<Option<String>, Break> {
        let prompt = format!("What is to be done about “{}”?", question.title);
        let proposed = question.action.clone().unwrap_or_default();
        if !proposed.is_empty() {
            let open = self.record.assessment().actions.iter();
            let open = open.filter(|action| action.question == question.id && action.is_open());
            let open = open.map(|action| format!("In the plan already: {}: {}", action.id, action.action));
            let menu = Menu {
                title: prompt.clone(),
                text: std::iter::once(format!("Answered: {}", stands(self.record.assessment(), question)))
                    .chain(open)
                    .chain([format!("The checklist proposes: {proposed}")])
                    .collect(),
                items: vec![
                    Item::new("1", "As the checklist proposes", ""),
                    Item::new("2", "In your own words", ""),
                ],
                ready: 0,
                narrows: false,
            };
            match self.person.pick(&menu)? {
                None => return Ok(None),
                Some(0) => return Ok(Some(proposed)),
                Some(_) => {}
            }
        }
        match self.long(&prompt, &proposed)? {
            Long::Keep(text) if !text.trim().is_empty() => Ok(Some(text.trim().to_owned())),
            Long::Keep(_) | Long::Back => Ok(None),
            Long::KeepAndLeave(text) => {
                self.half_typed = Some(self.half(question, text.trim()));
                Err(Break::End(End::Stopped))
            }
        }
    }

    /// Who answers for an action and by when; `None` where the person goes back.
    fn owner_and_due(&mut self) -> Result<Option<(String, Due)>, Gone> {
        let last = self.record.assessment().actions.last().map(|action| action.owner.clone());
        let prompt = "Who is responsible? (< goes back)";
        let Some(owner) = required_text(self.person, prompt, &last.unwrap_or_default())? else {
            return Ok(None);
        };
        match due(self.person)? {
            Given::Value(day) => Ok(Some((owner, Due::On(day)))),
            Given::Nothing => {
                let reason = required_text(self.person, "Why is there no date yet? (< goes back)", "")?;
                Ok(reason.map(|reason| (owner, Due::Never(reason))))
            }
            Given::Back => Ok(None),
        }
    }

    /// What whoever leaves in the middle of an action is told.
    fn half(&self, question: &Question, action: &str) -> String {
        format!(
            "The action about “{}” is not in the plan: it has no owner and no date yet. It was:\n  {}\nAdd it with:\n  \
             healthcheck plan add {} {} --action TEXT --owner NAME --due DATE",
            question.title,
            action.replace('\n', "\n  "),
            self.occasion.file,
            question.id
        )
    }
}
