//! A section: its questions with their answers, and what is done with all of them.

use super::Menu;
use super::conversation::{Interrupt, Interview, catch_back};
use super::standing::{question_status, section_progress};
use crate::checklist::{QuestionId, Section};
use crate::text::number_of;
use crate::words;

#[derive(Clone)]
enum Goal {
    Confirm,
    Question(QuestionId),
    Missing,
}

impl<'a> Interview<'a> {
    /// Leads to what is picked in a section, until the person goes back or on from it.
    pub(super) fn section(&mut self, section: &'a Section) -> Result<(), Interrupt> {
        loop {
            match self.pick(&self.section_menu(section))? {
                Goal::Confirm => {
                    catch_back(self.confirm_from_list(section))?;
                }
                Goal::Missing => {
                    self.sitting.mark_changed(section);
                    catch_back(self.look_through(section))?;
                }
                Goal::Question(id) => {
                    if catch_back(self.walk_section_from(&id))?.is_some() {
                        return Ok(());
                    }
                }
            }
        }
    }

    fn section_menu(&self, section: &'a Section) -> Menu<Goal> {
        let assessment = self.assessment();
        let carried = self.last_times(section).len();
        let confirm = (carried > 0).then(|| {
            let answers = number_of(carried, "answer", "answers");
            ("l", format!("Confirm last time's answers from a list, {answers}"), "", Goal::Confirm)
        });
        let questions = section.questions.iter().map(|question| {
            let label = format!("{}{}", question.title, words::essential(question));
            (label, question_status(assessment, question), Goal::Question(question.id.clone()))
        });
        let first_open = section.questions.iter().position(|each| assessment.answer(&each.id).is_none());
        let missing =
            self.lacks(section).map(|lacks| ("e", "Give what is still missing", lacks, Goal::Missing));
        Menu::new(&section.title)
            .text([section_progress(assessment, section)])
            .ready(if confirm.is_some() { 0 } else { first_open.unwrap_or(0) })
            .items(confirm)
            .numbered(questions)
            .items(missing)
    }
}
