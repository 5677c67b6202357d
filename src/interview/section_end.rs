//! The end of a section: what its answers lack, which is given in one round or left.

use super::Menu;
use super::conversation::{Interrupt, Interview, catch_back};
use super::standing::{lacks_action, lacks_period};
use crate::assessment::Assessment;
use crate::checklist::{Question, Section};
use crate::text::number_of;
use crate::words;

/// How many titles are shown of the questions that lack something.
const SHOWN: usize = 4;

#[derive(Clone, Copy)]
enum Lack {
    Evidence,
    Action,
    Period,
}

impl<'a> Interview<'a> {
    /// If anything in a section was changed since this was last asked, asks for what its answers lack.
    pub(super) fn look_through(&mut self, section: &'a Section) -> Result<(), Interrupt> {
        if !self.sitting.take_changed(section) || self.is_review() {
            return Ok(());
        }
        loop {
            let lacking = lacking(self.assessment(), section);
            if lacking.is_empty() {
                return Ok(());
            }
            let Some(picked) = menu(self.assessment(), section, lacking).pick(self.person)? else {
                self.sitting.mark_changed(section);
                return Err(Interrupt::Back);
            };
            let Some((lack, questions)) = picked else { return Ok(()) };
            catch_back(self.give(lack, &questions))?;
            self.sitting.take_changed(section);
        }
    }

    /// What a section lacks, in a few words; `None` in a review, or if nothing is missing.
    pub(super) fn lacks(&self, section: &Section) -> Option<String> {
        let lacking = lacking(self.assessment(), section);
        let each: Vec<String> =
            lacking.iter().map(|(lack, questions)| lack.in_short(questions.len())).collect();
        (!each.is_empty() && !self.is_review()).then(|| each.join(", "))
    }

    fn give(&mut self, lack: Lack, questions: &[&Question]) -> Result<(), Interrupt> {
        for question in questions {
            match lack {
                Lack::Evidence => self.add_evidence(question)?,
                Lack::Period => self.ask_period(question)?,
                Lack::Action => self.plan_action(question)?,
            }
        }
        Ok(())
    }
}

type Lacking<'a> = Vec<(Lack, Vec<&'a Question>)>;

fn lacking<'a>(assessment: &Assessment, section: &'a Section) -> Lacking<'a> {
    let questions = |lack: Lack| {
        let questions = section.questions.iter();
        questions.filter(|question| lack.is_lacking(assessment, question)).collect::<Vec<_>>()
    };
    let all = [Lack::Evidence, Lack::Action, Lack::Period].map(|lack| (lack, questions(lack)));
    all.into_iter().filter(|(_, questions)| !questions.is_empty()).collect()
}

/// What the section lacks and what is open in it; picks what to give, or `None` to go on.
fn menu<'a>(
    assessment: &Assessment,
    section: &Section,
    lacking: Lacking<'a>,
) -> Menu<Option<(Lack, Vec<&'a Question>)>> {
    let open = section.questions.iter().filter(|question| assessment.answer(&question.id).is_none());
    let open: Vec<&Question> = open.collect();
    let still_open = (!open.is_empty()).then(|| {
        format!("{} still open: {}.", words::number_of_questions(open.iter().copied()), titles(&open))
    });
    let lacks = lacking.iter().map(|(lack, questions)| lack.in_full(questions));
    Menu::new(format!("End of the section “{}”", section.title))
        .text(lacks.chain(still_open))
        .items([("g", "Go on, and leave the rest for later", "", None)])
        .items(lacking.into_iter().map(|(lack, questions)| {
            let (key, label, text) = lack.offer(questions.len());
            (key, label, text, Some((lack, questions)))
        }))
}

impl Lack {
    fn is_lacking(self, assessment: &Assessment, question: &Question) -> bool {
        match self {
            Self::Evidence => assessment.lacks_evidence(question),
            Self::Action => lacks_action(assessment, question),
            Self::Period => lacks_period(assessment, question),
        }
    }

    /// `3 actions`.
    fn in_short(self, number: usize) -> String {
        match self {
            Self::Evidence => format!("evidence for {number}"),
            Self::Action => number_of(number, "action", "actions"),
            Self::Period => number_of(number, "period", "periods"),
        }
    }

    /// The key, label and text with which it is given for so many answers.
    fn offer(self, number: usize) -> (&'static str, String, &'static str) {
        match self {
            Self::Evidence => ("v", "Name evidence now".to_owned(), "one answer after the other"),
            Self::Action => {
                let actions = number_of(number, "action", "actions");
                ("a", format!("Plan {actions} now"), "one gap after the other")
            }
            Self::Period => ("p", "Give periods now".to_owned(), "one figure after the other"),
        }
    }

    /// `2 figures have no period: A; B.`
    fn in_full(self, questions: &[&Question]) -> String {
        let (one, many) = match self {
            Self::Evidence => ("answer has no evidence", "answers have no evidence"),
            Self::Action => ("gap has no action", "gaps have no action"),
            Self::Period => ("figure has no period", "figures have no period"),
        };
        format!("{}: {}.", number_of(questions.len(), one, many), titles(questions))
    }
}

fn titles(questions: &[&Question]) -> String {
    let titles: Vec<&str> = questions.iter().take(SHOWN).map(|question| question.title.as_str()).collect();
    match questions.len().saturating_sub(SHOWN) {
        0 => titles.join("; "),
        more => format!("{} and {more} more", titles.join("; ")),
    }
}
