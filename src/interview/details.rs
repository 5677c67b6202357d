//! Correcting whose assessment it is, and who answers.

use super::conversation::{Interrupt, Interview};
use super::lines::{Given, ask_text, required_text};
use super::menu::Menu;
use super::person::Gone;
use super::screen::Line;
use crate::assessment::Details;

#[derive(Clone, Copy)]
enum Detail {
    Force,
    Assessor,
    Marking,
    By,
}

impl Interview<'_> {
    /// Corrects details until the person goes back.
    pub(super) fn details(&mut self) -> Result<(), Interrupt> {
        let mut last = None;
        loop {
            let before = Details::from_assessment(self.assessment());
            let menu = menu(&before, &self.sitting.by);
            let Some(picked) = menu.pick_again(self.person, &mut last)? else { return Ok(()) };
            let mut details = before.clone();
            match picked {
                Detail::Force => self.correct("The force's full name", &mut details.force)?,
                Detail::Assessor => self.correct("Who assesses?", &mut details.assessor)?,
                Detail::Marking => self.correct_marking(&mut details.marking)?,
                Detail::By => {
                    let mut by = self.sitting.by.clone();
                    self.correct("Who is answering? Your name and role", &mut by)?;
                    self.sitting.by = by;
                }
            }
            if details != before {
                let corrected = self.sitting.correct(details);
                self.told(corrected, || "the correction".to_owned())?;
            }
        }
    }

    fn correct(&mut self, prompt: &str, text: &mut String) -> Result<(), Gone> {
        if let Some(typed) = required_text(self.person, &Line::asking(prompt).with(text.as_str()))? {
            *text = typed;
        }
        Ok(())
    }

    fn correct_marking(&mut self, marking: &mut Option<String>) -> Result<(), Gone> {
        let present = marking.clone().unwrap_or_default();
        let asked = Line::asking("Protective marking (blank: none)").with(present);
        match ask_text(self.person, &asked)? {
            Given::Value(typed) => *marking = Some(typed),
            Given::Nothing => *marking = None,
            Given::Back => {}
        }
        Ok(())
    }
}

fn menu(details: &Details, by: &str) -> Menu<Detail> {
    Menu::new("What stands on every report").text(["Each change is saved at once.".to_owned()]).numbered([
        ("Force", details.force.as_str(), Detail::Force),
        ("Who assesses", details.assessor.as_str(), Detail::Assessor),
        ("Protective marking", details.marking.as_deref().unwrap_or("none"), Detail::Marking),
        ("Who is answering now", by, Detail::By),
    ])
}
