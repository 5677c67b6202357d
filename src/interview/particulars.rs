//! What is said beside an answer: its note, its evidence and the period of a figure, each part saved at once.

use super::conversation::{Interrupt, Interview, catch_back};
use super::lines::without_hidden;
use super::{Draft, DraftKind, Line, Menu};
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
    pub(super) fn particulars(&mut self, question: &Question) -> Result<(), Interrupt> {
        let mut last = None;
        while let Some(answer) = self.sitting.assessment().answer(&question.id)
            && let Some(part) = menu(question, answer).pick_again(self.person, &mut last)?
        {
            catch_back(match part {
                Part::Note => self.go_on_writing(question, DraftKind::Note),
                Part::Period => self.ask_period(question),
                Part::NewEvidence => self.add_evidence(question),
                Part::Evidence(at) => self.change_evidence(question, at),
            })?;
        }
        Ok(())
    }

    pub(super) fn write_note(&mut self, question: &Question, begun: Option<Draft>) -> Result<(), Interrupt> {
        let asked = Line::asking(format!("A note on “{}”", question.title)).with(self.present_note(question));
        let save = |interview: &mut Self, text: &str| interview.save_note(question, text);
        self.ask_long_until_saved(question, DraftKind::Note, &asked, begun, save)
    }

    /// Changes the note in the person's own editor. If it cannot be saved as it comes back, it can be changed here.
    pub(super) fn note_in_editor(&mut self, question: &Question) -> Result<(), Interrupt> {
        if let Some(draft) = self.begun(question, DraftKind::Note)? {
            return self.write_note(question, Some(draft));
        }
        let before = self.present_note(question);
        let Some(text) = self.person.edit(&before)? else {
            return Ok(self.person.show_text("The editor saved nothing, so the note is as it was.")?);
        };
        // A person who leaves now keeps it as a draft.
        let draft = Draft { before, ..Draft::new(question, DraftKind::Note, text) };
        self.save_draft(question, &draft);
        if let Some(clean) = without_hidden(self.person, &draft.text)?
            && catch_back(self.save_note(question, clean.trim()))?.is_some()
        {
            self.sitting.delete_draft(question, DraftKind::Note);
            return Ok(());
        }
        self.write_note(question, Some(draft))
    }

    fn present_note(&self, question: &Question) -> String {
        let answer = self.assessment().answer(&question.id);
        answer.and_then(|answer| answer.note.clone()).unwrap_or_default()
    }

    fn save_note(&mut self, question: &Question, text: &str) -> Result<(), Interrupt> {
        let mut answer = self.sitting.signed(question);
        if answer.note.as_deref().unwrap_or_default() == text {
            return Ok(());
        }
        if text.is_empty() && answer.value == Value::NotApplicable {
            return Ok(self
                .person
                .show_text("Not applicable needs its reason, so the note is as it was.")?);
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
