//! Whose assessment it is, and who answers: corrected from the menu.

use super::lines::{Given, required_text, text};
use super::walk::{Break, Interview};
use super::{Item, Line, Menu};
use crate::assessment::Details;

impl Interview<'_> {
    /// Has the force, the assessor, the marking or the name of whoever answers corrected.
    pub(super) fn details(&mut self) -> Result<(), Break> {
        // Where the person was last, so that an Enter too many changes nothing else.
        let mut ready = 0;
        loop {
            let mut details = Details::from_assessment(self.record.assessment());
            let menu = menu(&details, &self.by, ready);
            let picked = self.person.pick(&menu)?;
            ready = picked.unwrap_or_default();
            match picked {
                None => return Ok(()),
                Some(0) => {
                    let typed = required_text(
                        self.person,
                        &Line::asking("The force's full name").with(&details.force),
                    )?;
                    details.force = typed.unwrap_or(details.force);
                }
                Some(1) => {
                    let typed =
                        required_text(self.person, &Line::asking("Who assesses?").with(&details.assessor))?;
                    details.assessor = typed.unwrap_or(details.assessor);
                }
                Some(2) => {
                    let present = details.marking.clone().unwrap_or_default();
                    match text(self.person, Line::asking("Protective marking (blank: none)").with(present))? {
                        Given::Value(marking) => details.marking = Some(marking),
                        Given::Nothing => details.marking = None,
                        Given::Back => {}
                    }
                }
                Some(_) => {
                    let asked = Line::asking("Who is answering? Your name and role").with(&self.by);
                    let typed = required_text(self.person, &asked)?;
                    self.by = typed.unwrap_or_else(|| self.by.clone());
                }
            }
            if details != Details::from_assessment(self.record.assessment()) {
                let kept = self.record.correct(details);
                self.is_kept(kept, || "the correction".to_owned())?;
            }
        }
    }
}

fn menu(details: &Details, by: &str, ready: usize) -> Menu {
    let marking = details.marking.clone().unwrap_or_else(|| "none".to_owned());
    Menu {
        title: "What stands on every report".to_owned(),
        text: vec!["Each change is saved at once.".to_owned()],
        items: vec![
            Item::new("1", "Force", &details.force),
            Item::new("2", "Who assesses", &details.assessor),
            Item::new("3", "Protective marking", marking),
            Item::new("4", "Who is answering now", by),
        ],
        ready,
        narrows: false,
        goes_back: true,
    }
}
