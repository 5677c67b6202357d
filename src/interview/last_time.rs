//! Renewal: last time's answers, of which those that still hold are confirmed.

use super::conversation::{Interrupt, Interview};
use super::sitting::Change;
use super::standing::can_be_confirmed;
use super::walk::Next;
use super::{Menu, parts, question_screen};
use crate::assessment::{Carried, Value};
use crate::checklist::{Question, Section};
use crate::text::{long_date, number_of};
use crate::words;

impl<'a> Interview<'a> {
    /// The questions of a section that are open and have a level from last time.
    pub(super) fn last_times(&self, section: &'a Section) -> Vec<&'a Question> {
        let assessment = self.assessment();
        section.questions.iter().filter(|question| can_be_confirmed(assessment, question)).collect()
    }

    /// Confirms last time's answers of the question's section, and goes on if that answers the question.
    pub(super) fn last_time(&mut self, question: &Question) -> Result<Next, Interrupt> {
        self.confirm_from_list(self.section_of(&question.id))?;
        self.assessment().answer(&question.id).map(|_| Next::On).ok_or(Interrupt::Back)
    }

    pub(super) fn confirm_from_list(&mut self, section: &'a Section) -> Result<(), Interrupt> {
        let carried = &self.sitting.assessment().carried;
        let questions = self.last_times(section).into_iter();
        let items = questions.filter_map(|question| {
            Some((&question.title, said(question, carried.get(&question.id)?), question))
        });
        let menu = Menu::new(format!("Last time's answers: {}", section.title))
            .text(["Tick those that hold unchanged. They are confirmed under today's date; the others stay open.".to_owned()])
            .numbered(items);
        let ticked = menu.tick(self.person)?.ok_or(Interrupt::Back)?.into_iter();
        let changes: Vec<Change<'_>> = ticked
            .filter_map(|question| Some((question, Some(self.sitting.confirmed(question).ok()?))))
            .collect();
        if !changes.is_empty() {
            self.save(&changes)?;
            let number = number_of(changes.len(), "answer", "answers");
            self.news = Some(format!("Saved: {number} confirmed. u undoes it."));
        }
        Ok(())
    }

    /// Asks whether a level that is last time's again is to be that answer whole, with what was said beside it.
    pub(super) fn is_as_last_time(&mut self, question: &Question, value: Value) -> Result<bool, Interrupt> {
        let assessment = self.assessment();
        let Some(carried) = assessment.carried.get(&question.id) else { return Ok(false) };
        let is_same = carried.answer.value == value && can_be_confirmed(assessment, question);
        let Some(said) = self.said_last_time(question).filter(|_| is_same) else { return Ok(false) };
        let said = format!("Last time it was {} too, with {said}.", words::value(question, value));
        let menu = Menu::new("As last time?")
            .text(std::iter::once(said).chain(question_screen::last_time(question, carried)))
            .numbered([("Carry that forward unchanged", "", true), ("Answer without it", "", false)])
            // One Enter too many must not carry anything forward.
            .ready(1);
        self.pick(&menu)
    }

    /// What was said beside last time's answer: `the note and 2 pieces of evidence`.
    pub(super) fn said_last_time(&self, question: &Question) -> Option<String> {
        parts::names(&parts::parts(&self.assessment().carried.get(&question.id)?.answer))
    }
}

/// `in place, 4 November 2025; Register audit 3 (dated 30 September 2025)`.
fn said(question: &Question, carried: &Carried) -> String {
    let answer = &carried.answer;
    let on = long_date(answer.on.unwrap_or(carried.from));
    let evidence = answer.evidence.iter().map(|piece| match piece.dated {
        Some(_) => piece.to_string(),
        None => format!("{} (no date)", piece.reference),
    });
    let evidence: Vec<String> = evidence.collect();
    let evidence = if evidence.is_empty() { "no evidence".to_owned() } else { evidence.join("; ") };
    format!("{}, {on}; {evidence}", words::value(question, answer.value))
}
