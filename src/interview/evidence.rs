//! The evidence for an answer, piece by piece. A piece is named by its place.

use super::conversation::{Interrupt, Interview, catch_back};
use super::lines::{ask_past_date, without};
use super::{Line, Menu};
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
    pub(super) fn add_evidence(&mut self, question: &Question) -> Result<(), Interrupt> {
        let value = words::value(question, self.sitting.signed(question).value);
        let asked = Line::asking(format!(
            "Evidence for “{}” ({value}): what shows it, and where it is (Enter: none)",
            question.title
        ));
        let Some(reference) = self.ask_text(&asked)? else { return Ok(()) };
        let mut answer = self.sitting.signed(question);
        let at = answer.evidence.len();
        answer.evidence.push(Evidence { reference, dated: None });
        if catch_back(self.save_answer(question, answer))?.is_none() {
            return Ok(());
        }
        // Going back from the date leads to the words, and from there to taking the piece out.
        while catch_back(self.date_evidence(question, at))?.is_none() {
            if catch_back(self.reword_evidence(question, at))?.is_none() {
                self.take_out_evidence(question, at)?;
                return Err(Interrupt::Back);
            }
        }
        Ok(())
    }

    pub(super) fn change_evidence(&mut self, question: &Question, at: usize) -> Result<(), Interrupt> {
        let mut answer = self.sitting.signed(question);
        let menu = Menu::new("Evidence").text([piece(&mut answer, at).to_string()]).numbered([
            ("Change its words", "", Change::Words),
            ("Change its date", "", Change::Date),
            ("Take it out", "", Change::TakeOut),
        ]);
        match self.pick(&menu)? {
            Change::Words => self.reword_evidence(question, at),
            Change::Date => self.date_evidence(question, at),
            Change::TakeOut => self.take_out_evidence(question, at),
        }
    }

    fn take_out_evidence(&mut self, question: &Question, at: usize) -> Result<(), Interrupt> {
        let mut answer = self.sitting.signed(question);
        self.agree(&format!("{}.", piece(&mut answer, at)), "Take this evidence out?")?;
        answer.evidence.remove(at);
        self.save_answer(question, answer)
    }

    fn reword_evidence(&mut self, question: &Question, at: usize) -> Result<(), Interrupt> {
        let mut answer = self.sitting.signed(question);
        let piece = piece(&mut answer, at);
        let prompt = format!("Evidence for “{}”: what shows it, and where it is", question.title);
        let reference = self.ask_required(&Line::asking(prompt).with(&piece.reference))?;
        if piece.reference != reference {
            piece.reference = reference;
            catch_back(self.save_answer(question, answer))?;
        }
        Ok(())
    }

    fn date_evidence(&mut self, question: &Question, at: usize) -> Result<(), Interrupt> {
        let mut answer = self.sitting.signed(question);
        let piece = piece(&mut answer, at);
        let today = self.sitting.today();
        let prompt = format!(
            "Its date, such as {} ({} it has none)",
            today.format("%-d/%-m/%Y"),
            without(piece.dated.is_some())
        );
        let dated = ask_past_date(self.person, &prompt, piece.dated, today)?.or_back()?;
        if piece.dated != dated {
            piece.dated = dated;
            catch_back(self.save_answer(question, answer))?;
        }
        Ok(())
    }
}

fn piece(answer: &mut Answer, at: usize) -> &mut Evidence {
    answer.evidence.get_mut(at).expect("the answer has this piece of evidence")
}
