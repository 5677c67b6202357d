//! Renewal: last time's answers of a section, of which those that still hold are confirmed together.

use super::standing::can_be_confirmed;
use super::walk::{Break, Interview, Step};
use super::{Item, Menu};
use crate::assessment::{Answer, Carried};
use crate::checklist::{Question, Section};
use crate::text::{long_date, number_of};
use crate::words;

impl<'a> Interview<'a> {
    /// The questions of a section that are open and have a level from last time.
    pub(super) fn last_times(&self, section: &'a Section) -> Vec<&'a Question> {
        let assessment = self.record.assessment();
        section.questions.iter().filter(|question| can_be_confirmed(assessment, question)).collect()
    }

    /// Shows last time's answers of the section of a question; leads on where that question is answered by it.
    pub(super) fn last_time(&mut self, question: &Question) -> Result<Option<Step>, Break> {
        let checklist = self.checklist;
        if let Some(section) = checklist.section_of(&question.id) {
            self.confirm_from_list(section)?;
        }
        let is_answered = self.record.assessment().answer(&question.id).is_some();
        Ok(is_answered.then_some(Step::On))
    }

    /// Has those of last time's answers of a section confirmed that still hold, each shown with its evidence and date.
    pub(super) fn confirm_from_list(&mut self, section: &'a Section) -> Result<(), Break> {
        let questions = self.last_times(section);
        let assessment = self.record.assessment();
        let items = (1..).zip(&questions).filter_map(|(key, question)| {
            let carried = assessment.carried.get(&question.id)?;
            Some(Item::new(key.to_string(), &question.title, said(question, carried)))
        });
        let menu = Menu {
            title: format!("Last time's answers: {}", section.title),
            text: vec!["Tick those that hold unchanged. They are confirmed under today's date; the others stay open.".to_owned()],
            items: items.collect(),
            ready: 0,
            narrows: false,
            goes_back: true,
        };
        let Some(ticked) = self.person.tick(&menu)? else { return Ok(()) };
        let assessment = self.record.assessment();
        let by = Some(self.by.clone());
        let changes: Vec<(&Question, Option<Answer>)> = ticked
            .into_iter()
            .filter_map(|at| questions.get(at).copied())
            .filter_map(|question| {
                let answer = assessment.confirmed(question, by.clone(), self.occasion.today).ok()?;
                Some((question, Some(answer)))
            })
            .collect();
        if !changes.is_empty() && self.put(&changes)? {
            let number = number_of(changes.len(), "answer", "answers");
            self.news = Some(format!("Saved: {number} confirmed. u undoes it."));
        }
        Ok(())
    }
}

/// `in place, 4 November 2025; Register audit 3 (dated 30 September 2025)`.
fn said(question: &Question, carried: &Carried) -> String {
    let answer = &carried.answer;
    let on = long_date(answer.on.unwrap_or(carried.from));
    let evidence = answer.evidence.iter().map(|piece| match piece.dated {
        Some(_) => piece.to_string(),
        None => format!("{piece} (no date)"),
    });
    let evidence: Vec<String> = evidence.collect();
    let evidence = if evidence.is_empty() { "no evidence".to_owned() } else { evidence.join("; ") };
    format!("{}, {on}; {evidence}", words::value(question, answer.value))
}
