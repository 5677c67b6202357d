//! An action about a question, put into the plan. One that is there already is changed in `planned`.

use super::lines::{Given, due, required_text};
use super::long::Long;
use super::walk::{Break, Interview};
use super::{Draft, DraftOf, End, Gone, Item, Line, Menu};
use crate::assessment::{Action, ActionId, Due};
use crate::checklist::Question;

use super::standing::stands;

/// What is to be done about a question.
enum ToDo {
    This(String),
    Change(ActionId),
    Nothing,
    Back,
}

impl Interview<'_> {
    /// Has an action put into the plan; `false` where the person goes back. What is typed of it is told to whoever leaves in
    /// the middle.
    pub(super) fn plan_action(&mut self, question: &Question, begun: Option<Draft>) -> Result<bool, Break> {
        let owner = begun.as_ref().and_then(|begun| begun.owner.clone());
        let action = match self.what_to_do(question, begun.map(|begun| begun.text))? {
            ToDo::This(action) => action,
            ToDo::Change(id) => {
                self.change_action(question, id)?;
                return Ok(true);
            }
            ToDo::Nothing => return Ok(true),
            ToDo::Back => return Ok(false),
        };
        self.half_typed = Some(half(question, &action));
        let mut draft =
            Draft { question: question.id.clone(), of: DraftOf::Action, text: action.clone(), owner };
        let given = loop {
            self.record.keep_draft(Some(&draft));
            if let Some(given) = self.owner_and_due(&mut draft)? {
                break Some(given);
            }
            let said = "The action is not in the plan yet: it needs an owner, and a date or the reason why there is none.";
            if self.person.confirm(said, "Leave it out?")? {
                break None;
            }
        };
        self.half_typed = None;
        let Some((owner, due)) = given else {
            self.record.keep_draft(None);
            return Ok(false);
        };
        let assessment = self.record.assessment();
        let new = Action::open(assessment, question, action, owner, due);
        let actions = assessment.actions.iter().cloned().chain([new.clone()]).collect();
        if self.put_actions(question, actions, &format!("action: {} (owner: {})", new.action, new.owner))? {
            self.record.keep_draft(None);
            self.news = Some(format!("Added to the plan as {}. u undoes it.", new.id));
        }
        Ok(true)
    }

    /// What is to be done: as the checklist proposes, or in the person's own words.
    fn what_to_do(&mut self, question: &Question, begun: Option<String>) -> Result<ToDo, Break> {
        let prompt = format!("What is to be done about “{}”?", question.title);
        let proposed = question.action.clone();
        let planned = self.record.assessment().actions.iter();
        let planned: Vec<_> = planned.filter(|action| action.question == question.id).cloned().collect();
        if begun.is_none() && (proposed.is_some() || !planned.is_empty()) {
            let (menu, all) = self.menu_of_actions(question, prompt.clone(), proposed, planned);
            match self.person.pick(&menu)?.and_then(|at| all.into_iter().nth(at)) {
                None => return Ok(ToDo::Back),
                Some(Some(picked)) => return Ok(picked),
                Some(None) => {}
            }
        }
        match self.long(&Line::asking(prompt), begun, question, DraftOf::Action)? {
            Long::Keep(text) if text.trim().is_empty() => Ok(ToDo::Nothing),
            Long::Keep(text) => Ok(ToDo::This(text.trim().to_owned())),
            Long::Back => Ok(ToDo::Back),
            Long::KeepAndLeave(text) => {
                self.half_typed = Some(half(question, text.trim()));
                Err(Break::End(End::Stopped))
            }
        }
    }

    /// What can be done about a question, with what is in the plan already; `None` stands for the person's own words.
    fn menu_of_actions(
        &self,
        question: &Question,
        title: String,
        proposed: Option<String>,
        planned: Vec<Action>,
    ) -> (Menu, Vec<Option<ToDo>>) {
        let mut text = vec![format!("Answered: {}", stands(self.record.assessment(), question))];
        text.extend(proposed.as_ref().map(|proposed| format!("The checklist proposes: {proposed}")));
        let mut all = Vec::new();
        all.extend(
            proposed.map(|proposed| ("As the checklist proposes".to_owned(), "", Some(ToDo::This(proposed)))),
        );
        all.push(("In your own words".to_owned(), "", None));
        all.push(("Nothing for now".to_owned(), "", Some(ToDo::Nothing)));
        for action in &planned {
            let label = format!("Change {}, {}", action.id, action.status.words());
            all.push((label, action.action.as_str(), Some(ToDo::Change(action.id))));
        }
        let (items, all) = (1..)
            .zip(all)
            .map(|(key, (label, text, does))| (Item::new(format!("{key}"), label, text), does))
            .unzip();
        (Menu { title, text, items, ready: 0, narrows: false, goes_back: true }, all)
    }

    /// Who answers for an action and by when; `None` where the person goes back. The draft is told who.
    fn owner_and_due(&mut self, draft: &mut Draft) -> Result<Option<(String, Due)>, Gone> {
        let last = || self.record.assessment().actions.last().map(|action| action.owner.clone());
        let mut asked =
            Line::asking("Who is responsible?").with(draft.owner.clone().or_else(last).unwrap_or_default());
        loop {
            let Some(owner) = required_text(self.person, &asked)? else { return Ok(None) };
            draft.owner = Some(owner.clone());
            self.record.keep_draft(Some(draft));
            if let Some(due) = self.due(None)? {
                return Ok(Some((owner, due)));
            }
            asked.present = owner;
        }
    }

    /// By when, or why there is no date yet; `None` where the person goes back.
    pub(super) fn due(&mut self, present: Option<&Due>) -> Result<Option<Due>, Gone> {
        let (day, reason) = match present {
            Some(Due::On(day)) => (Some(*day), ""),
            Some(Due::Never(reason)) => (None, reason.as_str()),
            None => (None, ""),
        };
        loop {
            match due(self.person, day, self.occasion.today)? {
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

/// What whoever leaves in the middle of an action is told.
fn half(question: &Question, action: &str) -> String {
    format!(
        "An action about “{}” is not in the plan yet. It is offered again when you go on:\n  {}",
        question.title,
        action.replace('\n', "\n  ")
    )
}
