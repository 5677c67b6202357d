//! The end of a section: what has no evidence, what is a gap without an action, which figure has no period. It is done
//! in one round or left.

use super::standing::{lacks_action, lacks_period};
use super::walk::{Break, Interview};
use super::{Item, Menu};
use crate::assessment::Assessment;
use crate::checklist::{Question, Section};
use crate::text::number_of;
use crate::words;

/// Titles named of what is missing.
const NAMED: usize = 4;

/// Something that answers may lack.
#[derive(Clone, Copy)]
enum Lack {
    Evidence,
    Action,
    Period,
}

impl<'a> Interview<'a> {
    /// Shows what a section lacks since something in it was answered, and has it given; `false` where the person goes back.
    pub(super) fn look_through(&mut self, section: &'a Section) -> Result<bool, Break> {
        if !self.worked_on.remove(&section.id) || self.record.reviewed().is_some() {
            return Ok(true);
        }
        loop {
            let assessment = self.record.assessment();
            let lacking = lacking(assessment, section);
            if lacking.is_empty() {
                return Ok(true);
            }
            let open = section.questions.iter().filter(|question| assessment.answer(&question.id).is_none());
            let open: Vec<_> = open.collect();
            let how_many = words::number_of_questions(open.iter().copied());
            let open = (!open.is_empty()).then(|| format!("{how_many} still open: {}.", titles(&open)));
            let go_on = Item::new("g", "Go on, and leave the rest for later", "");
            let does = lacking.iter().map(|(lack, questions)| lack.item(questions.len()));
            let menu = Menu {
                title: format!("End of the section “{}”", section.title),
                text: lacking.iter().map(|(lack, questions)| lack.words(questions)).chain(open).collect(),
                items: std::iter::once(go_on).chain(does).collect(),
                ready: 0,
                narrows: false,
                goes_back: true,
            };
            let Some(picked) = self.person.pick(&menu)? else {
                self.worked_on.insert(section.id.clone());
                return Ok(false);
            };
            let Some((lack, questions)) = picked.checked_sub(1).and_then(|at| lacking.get(at)) else {
                return Ok(true);
            };
            self.give(*lack, questions)?;
            self.worked_on.remove(&section.id);
        }
    }

    /// What a section lacks, in a few words; none of a review, nor where nothing is missing.
    pub(super) fn lacks(&self, section: &Section) -> Option<String> {
        let lacking = lacking(self.record.assessment(), section);
        let each = lacking.iter().map(|(lack, questions)| lack.in_short(questions.len()));
        let each: Vec<String> = each.collect();
        (!each.is_empty() && self.record.reviewed().is_none()).then(|| each.join(", "))
    }

    fn give(&mut self, lack: Lack, questions: &[&Question]) -> Result<(), Break> {
        for question in questions {
            let goes_on = match lack {
                Lack::Evidence => self.add_evidence(question)?,
                Lack::Period => self.period(question)?,
                Lack::Action => self.plan_action(question)?,
            };
            if !goes_on {
                break;
            }
        }
        Ok(())
    }
}

/// What answers of a section lack, with their questions.
fn lacking<'a>(assessment: &Assessment, section: &'a Section) -> Vec<(Lack, Vec<&'a Question>)> {
    let all = [Lack::Evidence, Lack::Action, Lack::Period].map(|lack| (lack, lack.of(assessment, section)));
    all.into_iter().filter(|(_, questions)| !questions.is_empty()).collect()
}

impl Lack {
    /// `3 actions`.
    fn in_short(self, number: usize) -> String {
        match self {
            Self::Evidence => format!("evidence for {number}"),
            Self::Action => number_of(number, "action", "actions"),
            Self::Period => number_of(number, "period", "periods"),
        }
    }

    /// The questions of a section which lack it.
    fn of<'a>(self, assessment: &Assessment, section: &'a Section) -> Vec<&'a Question> {
        let lacks = |question: &&Question| match self {
            Self::Evidence => assessment.lacks_evidence(question),
            Self::Action => lacks_action(assessment, question),
            Self::Period => lacks_period(assessment, question),
        };
        section.questions.iter().filter(lacks).collect()
    }

    fn item(self, number: usize) -> Item {
        match self {
            Self::Evidence => Item::new("v", "Name evidence now", "one answer after the other"),
            Self::Action => Item::new(
                "a",
                format!("Plan {} now", number_of(number, "action", "actions")),
                "one gap after the other",
            ),
            Self::Period => Item::new("p", "Give periods now", "one figure after the other"),
        }
    }

    fn words(self, questions: &[&Question]) -> String {
        let (one, many) = match self {
            Self::Evidence => ("answer has no evidence", "answers have no evidence"),
            Self::Action => ("gap has no action", "gaps have no action"),
            Self::Period => ("figure has no period", "figures have no period"),
        };
        format!("{}: {}.", number_of(questions.len(), one, many), titles(questions))
    }
}

/// The first titles, and how many more there are.
fn titles(questions: &[&Question]) -> String {
    let titles: Vec<&str> = questions.iter().take(NAMED).map(|question| question.title.as_str()).collect();
    match questions.len().saturating_sub(NAMED) {
        0 => titles.join("; "),
        more => format!("{} and {more} more", titles.join("; ")),
    }
}
