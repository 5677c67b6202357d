//! Texts that are still being typed: kept as drafts beside the assessment, offered again, and ended once they are kept for
//! good or thrown away.

use super::standing::answered;
use super::walk::{Break, Interview, Step};
use super::{Draft, DraftOf, Gone, Item, Menu};
use crate::checklist::Question;
use crate::text::characters::escaped;

/// What was begun about a question and is to become a note, an action or its words.
pub enum Begun {
    /// Nothing, or it is thrown away.
    Nothing,
    /// A text with which the person goes on.
    This(Draft),
    /// The person goes back, and it is left for another time.
    Back,
}

impl Interview<'_> {
    /// Offers what was still being typed when the program last ended, one text after the other.
    pub(super) fn take_up_drafts(&mut self) -> Result<(), Break> {
        for draft in self.record.drafts() {
            let Some(question) = self.checklist.question(draft.question.as_str()) else { continue };
            let is_answered = self.record.assessment().answer(&question.id).is_some();
            if draft.of == DraftOf::Note && !is_answered {
                self.take_up_note(question, &draft)?;
            } else if let Begun::This(draft) = self.begun(question, draft.of)? {
                self.go_on_with(question, draft)?;
            }
        }
        Ok(())
    }

    fn go_on_with(&mut self, question: &Question, draft: Draft) -> Result<(), Break> {
        match draft.of {
            DraftOf::Note => self.note_from(question, Some(draft)),
            DraftOf::Action => self.plan_from(question, Some(draft)).map(drop),
            DraftOf::Words(id) => self.words_from(question, id, Some(draft)),
        }
    }

    /// Offers a note on a question that is open. It stands beside an answer, so that comes first.
    fn take_up_note(&mut self, question: &Question, draft: &Draft) -> Result<(), Break> {
        let menu = Menu {
            text: vec![
                escaped(&draft.text).into_owned(),
                "The question is open now, and a note stands beside an answer.".to_owned(),
            ],
            items: vec![
                Item::new("1", "Answer the question, then go on with the note", ""),
                Item::new("2", "Throw it away", ""),
            ],
            ..offer(question, draft.of)
        };
        match self.person.pick(&menu)? {
            None => Ok(()),
            Some(0) => {
                let step = self.ask(question)?;
                if self.record.assessment().answer(&question.id).is_some() {
                    return self.note(question);
                }
                match step {
                    Step::To(id) => self.go_to(&id),
                    Step::On | Step::Back | Step::Menu => Ok(()),
                }
            }
            Some(_) => {
                self.end_draft(question, draft.of);
                Ok(())
            }
        }
    }

    /// What was begun about a question, if the person goes on with it.
    pub(super) fn begun(&mut self, question: &Question, of: DraftOf) -> Result<Begun, Gone> {
        let drafts = self.record.drafts();
        let Some(draft) = drafts.into_iter().find(|draft| draft.question == question.id && draft.of == of)
        else {
            return Ok(Begun::Nothing);
        };
        let answered = answered(self.record.assessment(), question);
        let menu = Menu { text: vec![answered, escaped(&draft.text).into_owned()], ..offer(question, of) };
        Ok(match self.person.pick(&menu)? {
            None => Begun::Back,
            Some(0) => Begun::This(draft),
            Some(_) => {
                self.end_draft(question, of);
                Begun::Nothing
            }
        })
    }

    /// Keeps a draft, and remembers what whoever leaves now is told of it.
    pub(super) fn keep_draft(&mut self, question: &Question, draft: &Draft) {
        let what = what(question, draft.of);
        let text = escaped(&draft.text).replace('\n', "\n  ");
        self.half_typed = Some(if self.record.keep_draft(draft) {
            format!("{what} is not finished. It is offered again when you go on.")
        } else {
            format!(
                "{what} is not finished, and what you typed could not be saved. Copy it from here:\n  {text}"
            )
        });
    }

    /// Ends a draft, since it is kept for good or thrown away.
    pub(super) fn end_draft(&mut self, question: &Question, of: DraftOf) {
        self.record.end_draft(&question.id, of);
        self.half_typed = None;
    }
}

fn offer(question: &Question, of: DraftOf) -> Menu {
    Menu {
        title: format!("{} was not finished", what(question, of)),
        text: Vec::new(),
        items: vec![Item::new("1", "Go on with it", ""), Item::new("2", "Throw it away", "")],
        ready: 0,
        narrows: false,
        goes_back: true,
    }
}

fn what(question: &Question, of: DraftOf) -> String {
    match of {
        DraftOf::Note => format!("A note on “{}”", question.title),
        DraftOf::Action => format!("An action about “{}”", question.title),
        DraftOf::Words(id) => format!("A change to {id}, about “{}”,", question.title),
    }
}
