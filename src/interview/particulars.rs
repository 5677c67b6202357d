//! What belongs to an answer: the reason why a question does not apply, the period of a count, note and evidence.

use super::Gone;
use super::lines::{date, day_prompt, text};
use super::walk::{Break, Interview};
use crate::assessment::{Answer, Evidence, Value};
use crate::checklist::Question;

impl Interview<'_> {
    /// Why the question does not apply; nothing where the person goes back.
    pub(super) fn reason(&mut self, answer: &Answer) -> Result<Option<String>, Gone> {
        let prompt = match &answer.note {
            Some(_) => "Why does it not apply? (Enter keeps the reason there is)",
            None => "Why does it not apply? (Enter to go back)",
        };
        Ok(text(self.person, prompt)?.or_else(|| answer.note.clone()))
    }

    fn period(&mut self, question: &Question) -> Result<(), Break> {
        loop {
            let before = self.present(question);
            let mut answer = before.clone();
            let today = self.sitting.today;
            answer.from = date(self.person, &day_prompt("First", answer.from), today)?.or(answer.from);
            // Kept at once, unless the last day that is known would now lie before it.
            if answer.from != before.from
                && answer.to.is_none_or(|to| answer.from.is_none_or(|from| from <= to))
            {
                self.keep(question, answer.clone())?;
            }
            answer.to = date(self.person, &day_prompt("Last", answer.to), today)?.or(answer.to);
            if answer.from.zip(answer.to).is_some_and(|(from, to)| from > to) {
                self.say("The last day is before the first; give both again.")?;
                continue;
            }
            // Whoever only looks at the period does not sign it anew.
            let stands = (answer.from, answer.to) == (before.from, before.to);
            if stands || self.keep(question, answer)? {
                return Ok(());
            }
        }
    }

    /// Asks for what belongs to an answer that is kept, and keeps each part of it at once.
    pub(super) fn particulars(&mut self, question: &Question) -> Result<(), Break> {
        let value = self.present(question).value;
        if let Value::Count(_) = value {
            self.period(question)?;
        }
        self.note(question)?;
        // There can be no evidence for what nobody knows.
        if value == Value::Unknown { Ok(()) } else { self.evidence(question) }
    }

    fn note(&mut self, question: &Question) -> Result<(), Break> {
        let mut answer = self.present(question);
        let prompt = match &answer.note {
            Some(_) => "Note: Enter keeps it, new text replaces it, - removes it",
            None if self.record.reviewed().is_some() => {
                "Reason: what you looked at and what it shows (Enter to skip)"
            }
            None => "Note (Enter to skip)",
        };
        answer.note = match text(self.person, prompt)? {
            None => return Ok(()),
            Some(typed) if typed != "-" => Some(typed),
            Some(_) if answer.value == Value::NotApplicable => {
                self.say("Not applicable needs a reason; type another to replace it.")?;
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
                1 => "Evidence: any more? (Enter if not, - removes the one given)".to_owned(),
                number => format!("Evidence: any more? (Enter if not, - removes all {number})"),
            };
            let Some(typed) = text(self.person, &prompt)? else { return Ok(()) };
            if typed == "-" {
                answer.evidence.clear();
                self.keep(question, answer)?;
                continue;
            }
            answer.evidence.push(Evidence { reference: typed, dated: None });
            self.keep(question, answer.clone())?;
            let dated =
                date(self.person, "Its date, such as 2026-11-02 (Enter if it has none)", self.sitting.today)?;
            if let (Some(_), Some(piece)) = (dated, answer.evidence.last_mut()) {
                piece.dated = dated;
                self.keep(question, answer)?;
            }
        }
    }
}
