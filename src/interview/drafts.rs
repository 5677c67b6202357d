//! Unfinished texts: kept as drafts beside the assessment, and offered again.

use super::conversation::{Interrupt, Interview, Next};
use super::menu::Menu;
use super::person::Gone;
use super::record::{Draft, DraftOf};
use super::standing::answered;
use crate::checklist::Question;
use crate::text::characters::escaped;

/// What a text is begun from.
pub enum Begun {
    /// A draft, or nothing if there is none or it is thrown away.
    From(Option<Draft>),
    /// The person goes back, and a draft is left for another time.
    Back,
}

#[derive(Clone, Copy)]
enum Offer {
    Accept,
    ThrowAway,
}

impl Interview<'_> {
    /// Offers what was still being typed when the program last ended, one text after the other.
    pub(super) fn take_up_drafts(&mut self) -> Result<(), Interrupt> {
        for draft in self.sitting.drafts() {
            let Some(question) = self.checklist.question(draft.question.as_str()) else { continue };
            let is_answered = self.assessment().answer(&question.id).is_some();
            if draft.of == DraftOf::Note && !is_answered {
                self.take_up_note(question, &draft)?;
            } else if let Begun::From(Some(draft)) = self.begun(question, draft.of)? {
                match draft.of {
                    DraftOf::Note => self.note_from(question, Some(draft))?,
                    DraftOf::Action => {
                        self.plan_from(question, Some(draft))?;
                    }
                    DraftOf::Words(id) => self.words_from(question, id, Some(draft))?,
                }
            }
        }
        Ok(())
    }

    /// Offers a note on an open question, which has to be answered first.
    fn take_up_note(&mut self, question: &Question, draft: &Draft) -> Result<(), Interrupt> {
        let open = "The question is open now, and a note stands beside an answer.".to_owned();
        let accept = "Answer the question, then go on with the note";
        let offer = offer(question, draft.of, accept).text([escaped(&draft.text).into_owned(), open]);
        match offer.pick(self.person)? {
            None => {}
            Some(Offer::Accept) => {
                let next = self.ask(question)?;
                if self.assessment().answer(&question.id).is_some() {
                    self.note(question)?;
                } else if let Next::To(id) = next {
                    self.walk_section_from(&id)?;
                }
            }
            Some(Offer::ThrowAway) => self.sitting.end_draft(question, draft.of),
        }
        Ok(())
    }

    /// Offers what was begun about a question.
    pub(super) fn begun(&mut self, question: &Question, of: DraftOf) -> Result<Begun, Gone> {
        let mut drafts = self.sitting.drafts().into_iter();
        let Some(draft) = drafts.find(|draft| draft.question == question.id && draft.of == of) else {
            return Ok(Begun::From(None));
        };
        let answered = answered(self.assessment(), question);
        let offer = offer(question, of, "Go on with it").text([answered, escaped(&draft.text).into_owned()]);
        Ok(match offer.pick(self.person)? {
            None => Begun::Back,
            Some(Offer::Accept) => Begun::From(Some(draft)),
            Some(Offer::ThrowAway) => {
                self.sitting.end_draft(question, of);
                Begun::From(None)
            }
        })
    }

    /// Keeps a draft, and what a person who leaves now is told of it.
    pub(super) fn keep_draft(&mut self, question: &Question, draft: &Draft) {
        let name = name(question, draft.of);
        self.sitting.unfinished = Some(if self.sitting.keep_draft(draft) {
            format!("{name} is not finished. It is offered again when you go on.")
        } else {
            let text = escaped(&draft.text).replace('\n', "\n  ");
            format!(
                "{name} is not finished, and what you typed could not be saved. Copy it from here:\n  {text}"
            )
        });
    }
}

fn offer(question: &Question, of: DraftOf, accept: &str) -> Menu<Offer> {
    Menu::new(format!("{} was not finished", name(question, of)))
        .numbered([(accept, "", Offer::Accept), ("Throw it away", "", Offer::ThrowAway)])
}

fn name(question: &Question, of: DraftOf) -> String {
    match of {
        DraftOf::Note => format!("A note on “{}”", question.title),
        DraftOf::Action => format!("An action about “{}”", question.title),
        DraftOf::Words(id) => format!("A change to {id}, about “{}”,", question.title),
    }
}
