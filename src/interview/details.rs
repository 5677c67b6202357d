//! Correcting whose assessment it is, and who answers.

use super::conversation::{Interrupt, Interview, catch_back};
use super::{Line, Menu};
use crate::assessment::Details;

#[derive(Clone, Copy)]
enum Detail {
    Force,
    Assessor,
    Marking,
    By,
}

impl Interview<'_> {
    pub(super) fn details(&mut self) -> Result<(), Interrupt> {
        let mut last = None;
        loop {
            let details = Details::from_assessment(self.assessment());
            let menu = menu(&details, &self.sitting.by);
            let Some(detail) = menu.pick_again(self.person, &mut last)? else { return Ok(()) };
            catch_back(self.correct(detail, details))?;
        }
    }

    fn correct(&mut self, detail: Detail, mut details: Details) -> Result<(), Interrupt> {
        match detail {
            Detail::Force => {
                let asked = Line::asking("The force's full name").with(&details.force);
                details.force = self.ask_required(&asked)?;
            }
            Detail::Assessor => {
                let asked = Line::asking("Who assesses?").with(&details.assessor);
                details.assessor = self.ask_required(&asked)?;
            }
            Detail::Marking => {
                let marking = details.marking.unwrap_or_default();
                let asked = Line::asking("Protective marking (blank: none)").with(marking);
                details.marking = self.ask_text(&asked)?;
            }
            Detail::By => {
                let asked = Line::asking("Who is answering? Your name and role").with(&self.sitting.by);
                self.sitting.by = self.ask_required(&asked)?;
            }
        }
        if details == Details::from_assessment(self.assessment()) {
            return Ok(());
        }
        let corrected = self.sitting.save_details(details);
        self.accept(corrected, || "the correction".to_owned())
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
