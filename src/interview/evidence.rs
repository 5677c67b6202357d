//! The evidence for an answer, piece by piece. A piece is named by its place.

use super::conversation::{Interrupt, Interview, Outcome, Saved};
use super::lines::{Given, ask_past_date, ask_text, required_text, without};
use super::menu::Menu;
use super::screen::Line;
use crate::assessment::{Answer, Evidence};
use crate::checklist::Question;
use crate::words;

#[derive(Clone, Copy)]
enum Change {
    Words,
    Date,
    TakeOut,
}

impl Interview<'_> {
    /// Asks for a piece of evidence and its date.
    pub(super) fn add_evidence(&mut self, question: &Question) -> Result<Outcome, Interrupt> {
        let value = words::value(question, self.sitting.signed(question).value);
        let prompt = format!(
            "Evidence for “{}” ({value}): what shows it, and where it is (Enter: none)",
            question.title
        );
        let reference = match ask_text(self.person, &Line::asking(prompt))? {
            Given::Value(reference) => reference,
            Given::Nothing => return Ok(Outcome::Done),
            Given::Back => return Ok(Outcome::Back),
        };
        let mut answer = self.sitting.signed(question);
        let at = answer.evidence.len();
        answer.evidence.push(Evidence { reference, dated: None });
        if self.save_answer(question, answer)? == Saved::Refused {
            return Ok(Outcome::Done);
        }
        // Going back from the date leads to the words, and from there to taking the piece out.
        while self.date_evidence(question, at)? == Outcome::Back {
            if self.reword_evidence(question, at)? == Outcome::Back {
                self.take_out_evidence(question, at)?;
                return Ok(Outcome::Back);
            }
        }
        Ok(Outcome::Done)
    }

    pub(super) fn change_evidence(&mut self, question: &Question, at: usize) -> Result<(), Interrupt> {
        let mut answer = self.sitting.signed(question);
        let menu = Menu::new("Evidence").text([piece(&mut answer, at).to_string()]).numbered([
            ("Change its words", "", Change::Words),
            ("Change its date", "", Change::Date),
            ("Take it out", "", Change::TakeOut),
        ]);
        match menu.pick(self.person)? {
            Some(Change::Words) => self.reword_evidence(question, at).map(drop),
            Some(Change::Date) => self.date_evidence(question, at).map(drop),
            Some(Change::TakeOut) => self.take_out_evidence(question, at),
            None => Ok(()),
        }
    }

    fn take_out_evidence(&mut self, question: &Question, at: usize) -> Result<(), Interrupt> {
        let mut answer = self.sitting.signed(question);
        let said = format!("{}.", piece(&mut answer, at));
        if self.person.confirm(&said, "Take this evidence out?")? {
            answer.evidence.remove(at);
            self.save_answer(question, answer)?;
        }
        Ok(())
    }

    fn reword_evidence(&mut self, question: &Question, at: usize) -> Result<Outcome, Interrupt> {
        let mut answer = self.sitting.signed(question);
        let piece = piece(&mut answer, at);
        let prompt = format!("Evidence for “{}”: what shows it, and where it is", question.title);
        let asked = Line::asking(prompt).with(&piece.reference);
        let Some(reference) = required_text(self.person, &asked)? else { return Ok(Outcome::Back) };
        if piece.reference != reference {
            piece.reference = reference;
            self.save_answer(question, answer)?;
        }
        Ok(Outcome::Done)
    }

    fn date_evidence(&mut self, question: &Question, at: usize) -> Result<Outcome, Interrupt> {
        let mut answer = self.sitting.signed(question);
        let piece = piece(&mut answer, at);
        let today = self.sitting.today();
        let prompt = format!(
            "Its date, such as {} ({} it has none)",
            today.format("%-d/%-m/%Y"),
            without(piece.dated.is_some())
        );
        let dated = match ask_past_date(self.person, &prompt, piece.dated, today)? {
            Given::Value(day) => Some(day),
            Given::Nothing => None,
            Given::Back => return Ok(Outcome::Back),
        };
        if piece.dated != dated {
            piece.dated = dated;
            self.save_answer(question, answer)?;
        }
        Ok(Outcome::Done)
    }
}

fn piece(answer: &mut Answer, at: usize) -> &mut Evidence {
    answer.evidence.get_mut(at).expect("the answer has this piece of evidence")
}
