//! An action about a question, put into the plan.

use super::lines::{Given, due, required_text};
use super::long::Long;
use super::walk::{Break, Interview};
use super::{Draft, DraftOf, End, Gone, Item, Line, Menu};
use crate::assessment::{Action, Due};
use crate::checklist::Question;

use super::standing::stands;

/// What is to be done about a question.
enum ToDo {
    This(String),
    Nothing,
    Back,
}

impl Interview<'_> {
    /// Has an action put into the plan; `false` where the person goes back. What is typed of it is told to whoever leaves in
    /// the middle.
    pub(super) fn plan_action(&mut self, question: &Question, begun: Option<String>) -> Result<bool, Break> {
        let action = match self.what_to_do(question, begun)? {
            ToDo::This(action) => action,
            ToDo::Nothing => return Ok(true),
            ToDo::Back => return Ok(false),
        };
        self.half_typed = Some(half(question, &action));
        let draft = Draft { question: question.id.clone(), of: DraftOf::Action, text: action.clone() };
        self.record.keep_draft(Some(&draft));
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
        let proposed = question.action.clone().unwrap_or_default();
        if !proposed.is_empty() && begun.is_none() {
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
                    Item::new("3", "Nothing for now", ""),
                ],
                ready: 0,
                narrows: false,
                goes_back: true,
            };
            match self.person.pick(&menu)? {
                None => return Ok(ToDo::Back),
                Some(0) => return Ok(ToDo::This(proposed)),
                Some(1) => {}
                Some(_) => return Ok(ToDo::Nothing),
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

    /// Who answers for an action and by when; `None` where the person goes back.
    fn owner_and_due(&mut self) -> Result<Option<(String, Due)>, Gone> {
        let last = self.record.assessment().actions.last().map(|action| action.owner.clone());
        let mut asked = Line::asking("Who is responsible?").with(last.unwrap_or_default());
        loop {
            let Some(owner) = required_text(self.person, &asked)? else { return Ok(None) };
            if let Some(due) = self.due()? {
                return Ok(Some((owner, due)));
            }
            asked.present = owner;
        }
    }

    /// By when, or why there is no date yet; `None` where the person goes back.
    fn due(&mut self) -> Result<Option<Due>, Gone> {
        loop {
            match due(self.person, self.occasion.today)? {
                Given::Value(day) => return Ok(Some(Due::On(day))),
                Given::Back => return Ok(None),
                Given::Nothing => {
                    let asked = Line::asking("Why is there no date yet?");
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
