//! Unfinished texts: kept as drafts beside the assessment, and offered again.

use super::conversation::{Interrupt, Interview, catch_back};
use super::standing::answered;
use super::walk::Next;
use super::{Draft, DraftKind, Menu};
use crate::checklist::Question;
use crate::text::characters::escaped;

impl Interview<'_> {
    /// Offers what was still being typed when the program last ended, one text after the other.
    pub(super) fn take_up_drafts(&mut self) -> Result<(), Interrupt> {
        for draft in self.sitting.drafts() {
            if let Some(question) = self.checklist.question(draft.question.as_str()) {
                catch_back(self.take_up(question, draft))?;
            }
        }
        Ok(())
    }

    fn take_up(&mut self, question: &Question, draft: Draft) -> Result<(), Interrupt> {
        let is_open = self.assessment().answer(&question.id).is_none();
        if draft.kind == DraftKind::Note && is_open {
            return self.take_up_note(question, &draft);
        }
        match self.begun(question, draft.kind)? {
            Some(draft) => self.write(question, draft.kind, Some(draft)),
            None => Ok(()),
        }
    }

    /// Offers a note on an open question, which has to be answered first.
    fn take_up_note(&mut self, question: &Question, draft: &Draft) -> Result<(), Interrupt> {
        let open = "The question is open now, and a note stands beside an answer.".to_owned();
        let accept = "Answer the question, then go on with the note";
        let offer = offer(question, draft.kind, accept).text([escaped(&draft.text).into_owned(), open]);
        if !self.pick(&offer)? {
            self.sitting.delete_draft(question, draft.kind);
            return Ok(());
        }
        let next = self.ask(question)?;
        if self.assessment().answer(&question.id).is_some() {
            self.go_on_writing(question, draft.kind)?;
        } else if let Next::To(id) = next {
            self.walk_section_from(&id)?;
        }
        Ok(())
    }

    /// Asks for a text, from its draft if there is one and the person goes on with it.
    pub(super) fn go_on_writing(&mut self, question: &Question, kind: DraftKind) -> Result<(), Interrupt> {
        let begun = self.begun(question, kind)?;
        self.write(question, kind, begun)
    }

    fn write(&mut self, question: &Question, kind: DraftKind, begun: Option<Draft>) -> Result<(), Interrupt> {
        match kind {
            DraftKind::Note => self.write_note(question, begun),
            DraftKind::Action => self.write_action(question, begun),
            DraftKind::Words(id) => self.write_words(question, id, begun),
        }
    }

    /// The draft of a text; `None` if there is none, or the person throws it away.
    pub(super) fn begun(&mut self, question: &Question, kind: DraftKind) -> Result<Option<Draft>, Interrupt> {
        let mut drafts = self.sitting.drafts().into_iter();
        let Some(draft) = drafts.find(|draft| draft.question == question.id && draft.kind == kind) else {
            return Ok(None);
        };
        let answered = answered(self.assessment(), question);
        let offer =
            offer(question, kind, "Go on with it").text([answered, escaped(&draft.text).into_owned()]);
        if self.pick(&offer)? {
            return Ok(Some(draft));
        }
        self.sitting.delete_draft(question, kind);
        Ok(None)
    }

    /// Keeps a draft, and what a person who leaves now is told of it.
    pub(super) fn save_draft(&mut self, question: &Question, draft: &Draft) {
        let name = name(question, draft.kind);
        self.sitting.unfinished = Some(if self.sitting.save_draft(draft) {
            format!("{name} is not finished. It is offered again when you go on.")
        } else {
            let text = escaped(&draft.text).replace('\n', "\n  ");
            format!(
                "{name} is not finished, and what you typed could not be saved. Copy it from here:\n  {text}"
            )
        });
    }
}

/// Offers a draft: true if the person accepts it.
fn offer(question: &Question, kind: DraftKind, accept: &str) -> Menu<bool> {
    Menu::new(format!("{} was not finished", name(question, kind)))
        .numbered([(accept, "", true), ("Throw it away", "", false)])
}

fn name(question: &Question, kind: DraftKind) -> String {
    match kind {
        DraftKind::Note => format!("A note on “{}”", question.title),
        DraftKind::Action => format!("An action about “{}”", question.title),
        DraftKind::Words(id) => format!("A change to {id}, about “{}”,", question.title),
    }
}
