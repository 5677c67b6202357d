//! The action that is offered after a gap.

use super::lines::{due, text};
use super::walk::{Break, Interview};
use super::{Gone, NotKept, Unsaved};
use crate::assessment::{Action, Due, Verdict};
use crate::checklist::Question;
use crate::judge::gap::verdict;

impl Interview<'_> {
    /// After a gap about which nothing is being done, an action can be put into the plan at once.
    pub(super) fn offer_action(&mut self, question: &Question) -> Result<(), Break> {
        let assessment = self.record.assessment();
        if self.record.reviewed().is_some()
            || verdict(assessment, question) != Some(Verdict::Gap)
            || assessment.has_open_action(&question.id)
        {
            return Ok(());
        }
        let proposed = question.action.as_deref().unwrap_or_default();
        self.say(format!("Below its target. The checklist proposes: {proposed}"))?;
        let typed = text(self.person, "Action: = accepts the proposal, or type another (Enter for none)")?;
        let Some(typed) = typed else { return Ok(()) };
        let action = if typed == "=" && !proposed.is_empty() { proposed.to_owned() } else { typed };
        match self.owner_and_due()? {
            Some((owner, due)) => self.add_action(question, action, owner, due),
            None => Ok(self.say("No action was added.")?),
        }
    }

    /// Who answers for an action and by when; `None` where it is left out.
    fn owner_and_due(&mut self) -> Result<Option<(String, Due)>, Gone> {
        let Some(owner) = text(self.person, "Who is responsible? (Enter to leave the action out)")? else {
            return Ok(None);
        };
        if let Some(day) = due(self.person)? {
            return Ok(Some((owner, Due::On(day))));
        }
        let reason = text(self.person, "Why is there no due date? (Enter to leave the action out)")?;
        Ok(reason.map(|reason| (owner, Due::Never(reason))))
    }

    fn add_action(
        &mut self,
        question: &Question,
        action: String,
        owner: String,
        due: Due,
    ) -> Result<(), Break> {
        let action = Action::open(self.record.assessment(), question, action, owner, due);
        match self.record.add_action(action.clone()) {
            Ok(()) => Ok(self.say(format!("Added to the plan as {}.", action.id))?),
            Err(NotKept::Refused(message)) => Ok(self.say(format!("Not accepted: {message}"))?),
            Err(NotKept::Failed(reason)) => {
                let answer = format!("action: {} (owner: {})", action.action, action.owner);
                Err(Break::Unsaved(Unsaved { reason, answer }))
            }
        }
    }
}
