//! The menu: the sections with their progress, a section's questions with their answers, and where to go from there.

use super::standing::{can_be_confirmed, of_section, open, stands};
use super::walk::{Break, Interview, Walked, Way};
use super::{End, Item, Menu, screens};
use crate::assessment::Assessment;
use crate::checklist::Section;
use crate::text::number_of;
use crate::words;

/// What the menu leads to.
#[derive(Clone, Copy)]
enum Lead<'a> {
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
    pub(super) fn menu(&mut self) -> Result<(), Break> {
        // Where the person was last, but for what leads on.
        let mut last = None;
        loop {
            let (mut menu, leads) = self.menu_and_leads();
            menu.ready = last.take().filter(|at| *at < leads.len()).unwrap_or(menu.ready);
            // There is nothing behind the menu to go back to.
            let Some(at) = self.person.pick(&menu)? else { continue };
            let Some(lead) = leads.get(at).copied() else { continue };
            if matches!(lead, Lead::Section(_) | Lead::Details | Lead::Help) {
                last = Some(at);
            }
            match lead {
                Lead::Open => drop(self.walk_open()?),
                Lead::Section(section) => self.section(section)?,
                Lead::Find => {
                    if let Some(id) = self.find()? {
                        self.go_to(&id)?;
                    }
                }
                Lead::Details => self.details()?,
                Lead::Help => self.person.read(&screens::how_it_works(self.checklist))?,
                Lead::Stop => return Err(Break::End(End::Stopped)),
                Lead::Finish => {
                    if self.may_finish()? {
                        return Ok(());
                    }
                }
            }
        }
    }

    fn menu_and_leads(&self) -> (Menu, Vec<Lead<'a>>) {
        let checklist = self.checklist;
        let assessment = self.record.assessment();
        let open = open(assessment);
        let mut all = Vec::new();
        if let Some((question, open)) = assessment.open_questions().next().zip(open.as_ref()) {
            all.push((Item::new("g", "Go on", format!("{open} open; next: {}", question.title)), Lead::Open));
        }
        for (number, section) in (1..).zip(&checklist.sections) {
            let progress = of_section(assessment, section);
            let label = format!("{number}. {}", section.title);
            all.push((Item::new(number.to_string(), label, progress), Lead::Section(section)));
        }
        all.push((
            Item::new("f", "Find a question", "by its words, or what is open or without evidence"),
            Lead::Find,
        ));
        let details = format!("{}; {}", assessment.force, assessment.assessor);
        all.push((Item::new("k", "Correct force, assessor or marking", details), Lead::Details));
        all.push((Item::new("?", "Help", "how this works"), Lead::Help));
        all.push((
            Item::new("r", "See the result and end", "the score, the gaps, and what comes next"),
            Lead::Finish,
        ));
        all.push((Item::new("q", "Save and stop", "every answer is saved already"), Lead::Stop));
        let ready =
            if open.is_some() { 0 } else { all.iter().position(|(item, _)| item.key == "r").unwrap_or(0) };
        let (items, leads): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        let text = vec![self.pace.in_words(assessment)];
        let title = format!("Healthcheck: {}", assessment.force);
        (Menu { title, text, items, ready, narrows: false, goes_back: false }, leads)
    }

    /// The questions of a section with their answers, of which one is picked, until the person goes back.
    pub(super) fn section(&mut self, section: &'a Section) -> Result<(), Break> {
        loop {
            let mut menu = section_menu(self.record.assessment(), section);
            let lacks = self.lacks(section);
            menu.items.extend(lacks.map(|lacks| Item::new("e", "Give what is still missing", lacks)));
            let Some(picked) = self.person.pick(&menu)? else { return Ok(()) };
            let can_confirm = !self.last_times(section).is_empty();
            let Some(at) = (match (picked, can_confirm) {
                (0, true) => {
                    self.confirm_from_list(section)?;
                    continue;
                }
                (picked, true) => section.questions.get(picked - 1),
                (picked, false) => section.questions.get(picked),
            }) else {
                self.worked_on.insert(section.id.clone());
                self.look_through(section)?;
                continue;
            };
            let from = self.place(&at.id).unwrap_or_default();
            if self.walk(Way::Section(section), from)? != Walked::Back {
                return Ok(());
            }
        }
    }

    /// One question, and on from there through its section.
    pub(super) fn go_to(&mut self, id: &crate::checklist::QuestionId) -> Result<(), Break> {
        let checklist = self.checklist;
        if let Some((section, at)) = checklist.section_of(id).zip(self.place(id)) {
            self.walk(Way::Section(section), at)?;
        }
        Ok(())
    }

    /// Whether the result is to be shown, though something is open: what that is comes first.
    fn may_finish(&mut self) -> Result<bool, Break> {
        let assessment = self.record.assessment();
        let Some(words) = open(assessment) else { return Ok(true) };
        let by_section = self.checklist.sections.iter().filter_map(|section| {
            let open: Vec<&str> = section
                .questions
                .iter()
                .filter(|question| assessment.answer(&question.id).is_none())
                .map(|question| question.title.as_str())
                .collect();
            (!open.is_empty()).then(|| format!("{}: {} open", section.title, open.len()))
        });
        let menu = Menu {
            title: format!("Still open: {words}"),
            text: by_section.collect(),
            items: vec![
                Item::new("g", "Go on with what is open", ""),
                Item::new("r", "See the result as it stands", ""),
            ],
            ready: 0,
            narrows: false,
            goes_back: true,
        };
        match self.person.pick(&menu)? {
            Some(0) => {
                self.walk_open()?;
                Ok(false)
            }
            picked => Ok(picked.is_some()),
        }
    }
}

fn section_menu(assessment: &Assessment, section: &Section) -> Menu {
    let carried = section.questions.iter().filter(|question| can_be_confirmed(assessment, question)).count();
    let confirm = (carried > 0).then(|| {
        let label =
            format!("Confirm last time's answers from a list, {}", number_of(carried, "answer", "answers"));
        Item::new("l", label, "")
    });
    let questions = (1..).zip(&section.questions).map(|(number, question)| {
        Item::new(
            number.to_string(),
            format!("{}{}", question.title, words::essential(question)),
            stands(assessment, question),
        )
    });
    let first_open = section.questions.iter().position(|question| assessment.answer(&question.id).is_none());
    Menu {
        title: section.title.clone(),
        text: vec![of_section(assessment, section)],
        ready: if carried > 0 { 0 } else { first_open.unwrap_or(0) },
        items: confirm.into_iter().chain(questions).collect(),
        narrows: false,
        goes_back: true,
    }
}
