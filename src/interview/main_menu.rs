//! The menu: the sections with their progress, and where else to go from there.

use super::conversation::{Interrupt, Interview, catch_back};
use super::opening::how_it_works;
use super::standing::{open, section_progress};
use super::{End, Menu};
use crate::checklist::Section;

#[derive(Clone, Copy)]
enum Goal<'a> {
    Open,
    Finish,
    Section(&'a Section),
    Find,
    Details,
    Help,
    Stop,
}

impl<'a> Interview<'a> {
    /// Leads to what is picked from the menu, until the person asks for the result.
    pub(super) fn menu(&mut self) -> Result<(), Interrupt> {
        let mut last = None;
        loop {
            // There is nothing behind the menu to go back to.
            let Some(goal) = self.main_menu().pick_again(self.person, &mut last)? else { continue };
            if !matches!(goal, Goal::Section(_) | Goal::Details | Goal::Help) {
                last = None;
            }
            if catch_back(self.go_to(goal))?.is_some() && matches!(goal, Goal::Finish) {
                return Ok(());
            }
        }
    }

    fn go_to(&mut self, goal: Goal<'a>) -> Result<(), Interrupt> {
        match goal {
            Goal::Open => self.walk_open().map(drop),
            Goal::Section(section) => self.section(section),
            Goal::Find => {
                let id = self.find()?;
                self.walk_section_from(&id).map(drop)
            }
            Goal::Details => self.details(),
            Goal::Help => Ok(self.person.show_page(&how_it_works(self.checklist))?),
            Goal::Stop => Err(Interrupt::End(End::Stopped)),
            Goal::Finish => self.agree_to_finish(),
        }
    }

    fn main_menu(&self) -> Menu<Goal<'a>> {
        let assessment = self.assessment();
        let open = open(assessment);
        let is_finished = open.is_none();
        let go_on = assessment.open_questions().next().zip(open);
        let sections = (1..).zip(&self.checklist.sections).map(|(number, section)| {
            let label = format!("{number}. {}", section.title);
            (number.to_string(), label, section_progress(assessment, section), Goal::Section(section))
        });
        let details = format!("{}; {}", assessment.force, assessment.assessor);
        let menu =
            Menu { goes_back: false, ..Menu::new(format!("Healthcheck: {}", assessment.force)) }
                .text([self.sitting.progress().in_full()])
                .items(go_on.map(|(next, open)| {
                    ("g", "Go on", format!("{open} open; next: {}", next.title), Goal::Open)
                }))
                .items(sections)
                .items([
                    ("f", "Find a question", "by its words, or what is open or without evidence", Goal::Find),
                    ("k", "Correct force, assessor or marking", &details, Goal::Details),
                    ("?", "Help", "how this works", Goal::Help),
                ]);
        let result = menu.items.len();
        menu.items([
            ("r", "See the result and end", "the score, the gaps, and what comes next", Goal::Finish),
            ("q", "Save and stop", "every answer is saved already", Goal::Stop),
        ])
        .ready(if is_finished { result } else { 0 })
    }

    /// If something is open, asks whether to show the result all the same.
    fn agree_to_finish(&mut self) -> Result<(), Interrupt> {
        let assessment = self.assessment();
        let Some(words) = open(assessment) else { return Ok(()) };
        let by_section = self.checklist.sections.iter().filter_map(|section| {
            let open = section.questions.iter().filter(|each| assessment.answer(&each.id).is_none()).count();
            (open > 0).then(|| format!("{}: {open} open", section.title))
        });
        let menu = Menu::new(format!("Still open: {words}")).text(by_section).items([
            ("g", "Go on with what is open", "", Goal::Open),
            ("r", "See the result as it stands", "", Goal::Finish),
        ]);
        if let Goal::Open = self.pick(&menu)? {
            self.walk_open()?;
            return Err(Interrupt::Back);
        }
        Ok(())
    }
}
