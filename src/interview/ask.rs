//! One question: what the person may do at it, and what becomes of the reply.

use super::typing::{date, day_prompt, due, text, without_thousands};
use super::{Break, Choice, Interview, Left, NotKept, Step, Unsaved, screens};
use crate::assessment::{Action, Answer, Due, Evidence, Value, Verdict};
use crate::checklist::{Level, Question};
use crate::document::Block;
use crate::judge::gap::verdict;

impl Interview<'_> {
    /// Asks a question until it is answered or left.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Step, Break> {
        loop {
            let screen = screens::question(self.record.assessment(), question);
            let value = match self.person.choose(&screen)? {
                Choice::Command('b') => return Ok(Step::Back),
                Choice::Command('s') => return Ok(Step::On),
                Choice::Command('m') => return Ok(Step::Menu),
                Choice::Command('q') => return Err(Break::End(super::End::Stopped)),
                Choice::Command('d') => Some(Value::Unknown),
                Choice::Command('x') => Some(Value::NotApplicable),
                Choice::Option(number) => Level::from_points(number).map(Value::from),
                Choice::Number(typed) => self.number(question, &typed)?,
                Choice::Command('y') => {
                    if self.confirm(question)? {
                        return Ok(Step::On);
                    }
                    None
                }
                Choice::Command(other) => {
                    self.aside(question, other)?;
                    None
                }
            };
            if let Some(value) = value
                && self.answer(question, value)?
            {
                return Ok(Step::On);
            }
        }
    }

    /// What can be done at a question without answering it.
    fn aside(&mut self, question: &Question, command: char) -> Result<(), Break> {
        match command {
            'c' => self.put(question, None).map(drop),
            'n' => self.particulars(question),
            _ => Ok(self.person.tell(&screens::help(&self.record.assessment().checklist, question))?),
        }
    }

    /// Takes last time's answer as this time's, with today's date and whoever answers.
    fn confirm(&mut self, question: &Question) -> Result<bool, Break> {
        let by = Some(self.sitting.by.clone());
        match self.record.assessment().confirmed(question, by, self.sitting.today) {
            Ok(answer) => {
                let kept = self.keep(question, answer)?;
                if kept {
                    self.offer_action(question)?;
                }
                Ok(kept)
            }
            Err(why) => {
                self.say(format!("Not taken: {why}."))?;
                Ok(false)
            }
        }
    }

    /// Keeps an answer, then asks for what belongs to it; `false` where it came to nothing.
    fn answer(&mut self, question: &Question, value: Value) -> Result<bool, Break> {
        let mut answer = self.present(question).with_value(value);
        if value == Value::NotApplicable {
            let Some(reason) = self.reason(&answer)? else { return Ok(false) };
            answer.note = Some(reason);
        }
        if !self.keep(question, answer)? {
            return Ok(false);
        }
        if value != Value::NotApplicable {
            self.particulars(question)?;
        }
        self.offer_action(question)?;
        Ok(true)
    }

    /// After a gap about which nothing is being done, an action can be put into the plan at once.
    fn offer_action(&mut self, question: &Question) -> Result<(), Break> {
        let assessment = self.record.assessment();
        if verdict(assessment, question) != Some(Verdict::Gap) || assessment.has_open_action(&question.id) {
            return Ok(());
        }
        let proposed = question.action.as_deref().unwrap_or_default();
        self.say(format!("Below its target. The checklist proposes: {proposed}"))?;
        let typed = text(self.person, "An action: = takes the proposal, or type another (Enter for none)")?;
        let Some(typed) = typed else { return Ok(()) };
        let action = if typed == "=" && !proposed.is_empty() { proposed.to_owned() } else { typed };
        match self.owner_and_due()? {
            Some((owner, due)) => self.add_action(question, action, owner, due),
            None => Ok(self.say("The action was left out.")?),
        }
    }

    /// Who answers for an action and by when; `None` where it is left out.
    fn owner_and_due(&mut self) -> Result<Option<(String, Due)>, Left> {
        let Some(owner) = text(self.person, "Who answers for it? (Enter to leave the action out)")? else {
            return Ok(None);
        };
        if let Some(day) = due(self.person)? {
            return Ok(Some((owner, Due::On(day))));
        }
        let reason = text(self.person, "Why is there no day? (Enter to leave the action out)")?;
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
            Err(NotKept::Refused(message)) => Ok(self.say(format!("Not taken: {message}"))?),
            Err(NotKept::Failed(reason)) => {
                let answer = format!("action: {} (owner: {})", action.action, action.owner);
                Err(Break::Unsaved(Unsaved { reason, answer }))
            }
        }
    }

    /// A typed number as an answer; where it is none the person is told why.
    fn number(&mut self, question: &Question, typed: &str) -> Result<Option<Value>, Left> {
        match Value::parse(question, &without_thousands(typed)) {
            Ok(value) => Ok(Some(value)),
            Err(wrong) => {
                self.say(format!("Not taken: {wrong}."))?;
                Ok(None)
            }
        }
    }

    /// The answer as it stands, signed and dated anew, or a blank one.
    fn present(&self, question: &Question) -> Answer {
        let present = self.record.assessment().answer(&question.id).cloned();
        let answer = present.unwrap_or_else(|| Answer::of(Value::Unknown));
        Answer { by: Some(self.sitting.by.clone()), on: Some(self.sitting.today), ..answer }
    }

    fn reason(&mut self, answer: &Answer) -> Result<Option<String>, Left> {
        let prompt = match &answer.note {
            Some(_) => "Why can it not apply? (Enter keeps the reason there is)",
            None => "Why can it not apply? (Enter to go back)",
        };
        Ok(text(self.person, prompt)?.or_else(|| answer.note.clone()))
    }

    fn period(&mut self, question: &Question) -> Result<(), Break> {
        loop {
            let mut answer = self.present(question);
            let today = self.sitting.today;
            answer.from = date(self.person, &day_prompt("First", answer.from), today)?.or(answer.from);
            // Kept at once, unless the last day that is known would now lie before it.
            if answer.to.is_none() {
                self.keep(question, answer.clone())?;
            }
            answer.to = date(self.person, &day_prompt("Last", answer.to), today)?.or(answer.to);
            if answer.from.zip(answer.to).is_some_and(|(from, to)| from > to) {
                self.say("The last day lies before the first; both are asked again.")?;
                continue;
            }
            if self.keep(question, answer)? {
                return Ok(());
            }
        }
    }

    /// Asks for what belongs to an answer that is kept, and keeps each part of it at once.
    fn particulars(&mut self, question: &Question) -> Result<(), Break> {
        let value = self.present(question).value;
        if let Value::Count(_) = value {
            self.period(question)?;
        }
        self.note(question)?;
        // What nobody knows, nothing shows.
        if value == Value::Unknown { Ok(()) } else { self.evidence(question) }
    }

    fn note(&mut self, question: &Question) -> Result<(), Break> {
        let mut answer = self.present(question);
        let prompt = match &answer.note {
            Some(_) => "Note: Enter keeps it, a new text replaces it, - takes it out",
            None => "Note (Enter to skip)",
        };
        answer.note = match text(self.person, prompt)? {
            None => return Ok(()),
            Some(typed) if typed != "-" => Some(typed),
            Some(_) if answer.value == Value::NotApplicable => {
                self.say("The reason of not applicable stays; type another to replace it.")?;
                return Ok(());
            }
            Some(_) => None,
        };
        self.keep(question, answer).map(drop)
    }

    fn evidence(&mut self, question: &Question) -> Result<(), Break> {
        loop {
            let mut answer = self.present(question);
            let prompt = match answer.evidence.len() {
                0 => "Evidence: what shows it, and where it is (Enter to skip)".to_owned(),
                1 => "Evidence: more of it (Enter to go on, - takes out the one there is)".to_owned(),
                number => format!("Evidence: more of it (Enter to go on, - takes out all {number})"),
            };
            let Some(typed) = text(self.person, &prompt)? else { return Ok(()) };
            if typed == "-" {
                answer.evidence.clear();
                self.keep(question, answer)?;
                continue;
            }
            answer.evidence.push(Evidence { reference: typed, dated: None });
            self.keep(question, answer.clone())?;
            let dated = date(
                self.person,
                "The date on it, such as 2026-11-02 (Enter if it has none)",
                self.sitting.today,
            )?;
            if let (Some(_), Some(piece)) = (dated, answer.evidence.last_mut()) {
                piece.dated = dated;
                self.keep(question, answer)?;
            }
        }
    }

    fn keep(&mut self, question: &Question, answer: Answer) -> Result<bool, Break> {
        self.put(question, Some(answer))
    }

    /// Keeps an answer; `false` where it was refused and the person was told why.
    fn put(&mut self, question: &Question, answer: Option<Answer>) -> Result<bool, Break> {
        match self.record.keep(question, answer.clone()) {
            Ok(()) => Ok(true),
            Err(NotKept::Refused(message)) => {
                self.say(format!("Not taken: {message}"))?;
                Ok(false)
            }
            Err(NotKept::Failed(reason)) => {
                let cleared = || format!("{}=unanswered", question.id);
                let answer = answer.map_or_else(cleared, |answer| answer.in_full(&question.id));
                Err(Break::Unsaved(Unsaved { reason, answer }))
            }
        }
    }

    fn say(&mut self, text: impl Into<String>) -> Result<(), Left> {
        self.person.tell(&[Block::paragraph(text)])
    }
}
