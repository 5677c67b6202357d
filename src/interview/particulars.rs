//! What is said beside an answer: its note, its evidence and the period of a figure, each part saved at once.

use super::conversation::{Interrupt, Interview, Saved};
use super::drafts::Begun;
use super::lines::without_hidden;
use super::menu::Menu;
use super::record::{Draft, DraftOf};
use super::screen::Line;
use crate::assessment::{Answer, Value};
use crate::checklist::Question;
use crate::words;

#[derive(Clone, Copy)]
enum Part {
    Note,
    Period,
    NewEvidence,
    Evidence(usize),
}

impl Interview<'_> {
    /// Changes what is said beside an answer until the person goes back.
    pub(super) fn particulars(&mut self, question: &Question) -> Result<(), Interrupt> {
        let mut last = None;
        while let Some(answer) = self.sitting.assessment().answer(&question.id) {
            match menu(question, answer).pick_again(self.person, &mut last)? {
                None => break,
                Some(Part::Note) => self.note(question)?,
                Some(Part::Period) => self.period(question).map(drop)?,
                Some(Part::NewEvidence) => self.add_evidence(question).map(drop)?,
                Some(Part::Evidence(at)) => self.change_evidence(question, at)?,
            }
        }
        Ok(())
    }

    /// Changes the note, or goes on with a draft of it.
    pub(super) fn note(&mut self, question: &Question) -> Result<(), Interrupt> {
        match self.begun(question, DraftOf::Note)? {
            Begun::Back => Ok(()),
            Begun::From(draft) => self.note_from(question, draft),
        }
    }

    /// Asks for the note until it is saved or thrown away.
    pub(super) fn note_from(&mut self, question: &Question, begun: Option<Draft>) -> Result<(), Interrupt> {
        let asked = Line::asking(format!("A note on “{}”", question.title)).with(self.present_note(question));
        self.write(question, DraftOf::Note, &asked, begun, |interview, text| {
            interview.save_note(question, text)
        })
    }

    /// Changes the note in the person's own editor. If it cannot be saved as it comes back, it can be changed here.
    pub(super) fn note_in_editor(&mut self, question: &Question) -> Result<(), Interrupt> {
        match self.begun(question, DraftOf::Note)? {
            Begun::Back => return Ok(()),
            Begun::From(None) => {}
            Begun::From(draft) => return self.note_from(question, draft),
        }
        let before = self.present_note(question);
        let Some(text) = self.person.edit(&before)? else {
            return Ok(self.person.say("The editor saved nothing, so the note is as it was.")?);
        };
        // A person who leaves now keeps it as a draft.
        let draft = Draft { question: question.id.clone(), of: DraftOf::Note, text, before, owner: None };
        self.keep_draft(question, &draft);
        if let Some(clean) = without_hidden(self.person, &draft.text)?
            && self.save_note(question, clean.trim())? == Saved::Yes
        {
            self.sitting.end_draft(question, DraftOf::Note);
            return Ok(());
        }
        self.note_from(question, Some(draft))
    }

    fn present_note(&self, question: &Question) -> String {
        let answer = self.assessment().answer(&question.id);
        answer.and_then(|answer| answer.note.clone()).unwrap_or_default()
    }

    fn save_note(&mut self, question: &Question, text: &str) -> Result<Saved, Interrupt> {
        let mut answer = self.sitting.signed(question);
        if answer.note.as_deref().unwrap_or_default() == text {
            return Ok(Saved::Yes);
        }
        if text.is_empty() && answer.value == Value::NotApplicable {
            self.person.say("Not applicable needs its reason, so the note is as it was.")?;
            return Ok(Saved::Yes);
        }
        answer.note = (!text.is_empty()).then(|| text.to_owned());
        self.save_answer(question, answer)
    }
}

fn menu(question: &Question, answer: &Answer) -> Menu<Part> {
    let none = || "none yet".to_owned();
    let period = || words::period((answer.from, answer.to)).unwrap_or_else(none);
    let period = matches!(answer.value, Value::Count(_)).then(|| ("p", "Period", period(), Part::Period));
    let evidence = answer.evidence.iter().enumerate();
    // There can be no evidence for what nobody knows.
    let more = (answer.value != Value::Unknown).then_some((
        "v",
        "Add evidence",
        "what shows it, and where it is",
        Part::NewEvidence,
    ));
    Menu::new(&question.title)
        .text([format!("Answered: {}. Each change is saved at once.", words::value(question, answer.value))])
        .items([("n", "Note", answer.note.clone().unwrap_or_else(none), Part::Note)])
        .items(period)
        .numbered(evidence.map(|(at, piece)| ("Evidence", piece.to_string(), Part::Evidence(at))))
        .items(more)
}
