//! An action about a question, put into the plan. One that is there already is changed in `planned`.

use super::drafts::Begun;
use super::lines::{Given, due, required_text};
use super::long::Long;
use super::walk::{Break, Interview};
use super::{Draft, DraftOf, End, Gone, Item, Line, Menu};
use crate::assessment::{Action, ActionId, Due};
use crate::checklist::Question;

use super::standing::answered;

/// What is to be done about a question.
enum ToDo {
    This(String),
    Change(ActionId),
    Nothing,
    Back,
}

impl Interview<'_> {
    /// Has an action put into the plan, or what was begun of it; `false` where the person goes back, or it could not be kept.
    pub(super) fn plan_action(&mut self, question: &Question) -> Result<bool, Break> {
        match self.begun(question, DraftOf::Action)? {
            Begun::Back => Ok(false),
            Begun::Nothing => self.plan_from(question, None),
            Begun::This(draft) => self.plan_from(question, Some(draft)),
        }
    }

    /// Asks what is to be done, who answers for it and by when, and puts it into the plan.
    pub(super) fn plan_from(&mut self, question: &Question, begun: Option<Draft>) -> Result<bool, Break> {
        let owner = begun.as_ref().and_then(|begun| begun.owner.clone());
        let text = match self.what_to_do(question, begun)? {
            ToDo::This(action) => action,
            ToDo::Change(id) => {
                self.change_action(question, id)?;
                return Ok(true);
            }
            ToDo::Nothing => return Ok(true),
            ToDo::Back => return Ok(false),
        };
        let of = DraftOf::Action;
        let mut draft = Draft { question: question.id.clone(), of, text, before: String::new(), owner };
        let (owner, due) = loop {
            if let Some(given) = self.owner_and_due(question, &mut draft)? {
                break given;
            }
            // Back from who is responsible lie the words, if they are the person's own.
            if question.action.as_ref() == Some(&draft.text) {
                self.end_draft(question, of);
                return Ok(false);
            }
            let owner = draft.owner.clone();
            match self.in_words(question, Some(draft))? {
                ToDo::This(text) => {
                    draft = Draft { question: question.id.clone(), of, text, before: String::new(), owner }
                }
                _ => return Ok(false),
            }
        };
        let assessment = self.record.assessment();
        let new = Action::new(assessment, question, draft.text, owner, due);
        let actions = assessment.actions.iter().cloned().chain([new.clone()]).collect();
        if !self.put_actions(question, actions, &format!("action: {} (owner: {})", new.action, new.owner))? {
            return Ok(false);
        }
        self.end_draft(question, of);
        self.news = Some(format!("Added to the plan as {}. u undoes it.", new.id));
        Ok(true)
    }

    /// What is to be done: as the checklist proposes, or in the person's own words.
    fn what_to_do(&mut self, question: &Question, begun: Option<Draft>) -> Result<ToDo, Break> {
        let proposed = question.action.clone();
        let planned = self.record.assessment().actions.iter();
        let planned: Vec<_> = planned.filter(|action| action.question == question.id).cloned().collect();
        if begun.is_none() && (proposed.is_some() || !planned.is_empty()) {
            let (menu, all) = self.menu_of_actions(question, proposed, planned);
            match self.person.pick(&menu)?.and_then(|at| all.into_iter().nth(at)) {
                None => return Ok(ToDo::Back),
                Some(Some(picked)) => return Ok(picked),
                Some(None) => {}
            }
        }
        self.in_words(question, begun)
    }

    /// What is to be done, in the person's own words.
    fn in_words(&mut self, question: &Question, begun: Option<Draft>) -> Result<ToDo, Break> {
        match self.long(&Line::asking(prompt(question)), begun, question, DraftOf::Action)? {
            Long::Keep(text) if text.trim().is_empty() => {
                self.end_draft(question, DraftOf::Action);
                Ok(ToDo::Nothing)
            }
            Long::Keep(text) => Ok(ToDo::This(text.trim().to_owned())),
            Long::Back => Ok(ToDo::Back),
            // It needs more before it is in the plan, so it stays a draft.
            Long::KeepAndLeave(_) => Err(Break::End(End::Stopped)),
        }
    }

    /// What can be done about a question, with what is in the plan already; `None` stands for the person's own words.
    fn menu_of_actions(
        &self,
        question: &Question,
        proposed: Option<String>,
        planned: Vec<Action>,
    ) -> (Menu, Vec<Option<ToDo>>) {
        let mut text = vec![answered(self.record.assessment(), question)];
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
        // What is in the plan is changed more often than doubled.
        let ready = all.len() - planned.len();
        let ready = planned.iter().position(Action::is_open).map_or(0, |at| ready + at);
        let (items, all) = (1..)
            .zip(all)
            .map(|(key, (label, text, does))| (Item::new(format!("{key}"), label, text), does))
            .unzip();
        (Menu { title: prompt(question), text, items, ready, narrows: false, goes_back: true }, all)
    }

    /// Who answers for an action and by when; `None` where the person goes back. The draft is told who.
    fn owner_and_due(
        &mut self,
        question: &Question,
        draft: &mut Draft,
    ) -> Result<Option<(String, Due)>, Gone> {
        // Whoever was named last is not ready there: an Enter would give them what is somebody else's.
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

fn prompt(question: &Question) -> String {
    format!("What is to be done about “{}”?", question.title)
}
