//! What belongs to an answer: its note, each piece of its evidence, the period of a figure.

use super::drafts::Begun;
use super::lines::{Given, date, required_text, text, without, without_hidden};
use super::long::Long;
use super::walk::{Break, Interview};
use super::{Draft, DraftOf, End, Item, Line, Menu};
use crate::assessment::{Answer, Evidence, Value};
use crate::checklist::Question;
use crate::words;

/// One thing beside an answer.
#[derive(Clone, Copy)]
enum Part {
    Note,
    Period,
    NewEvidence,
    Evidence(usize),
}

impl Interview<'_> {
    /// Shows what belongs to an answer, and has any of it changed, each part kept at once.
    pub(super) fn particulars(&mut self, question: &Question) -> Result<(), Break> {
        let mut last = 0;
        while let Some(answer) = self.record.assessment().answer(&question.id).cloned() {
            let (mut menu, parts) = menu_of(question, &answer);
            menu.ready = last.min(parts.len().saturating_sub(1));
            let Some(at) = self.person.pick(&menu)? else { return Ok(()) };
            let Some(part) = parts.get(at).copied() else { return Ok(()) };
            last = at;
            match part {
                Part::Note => self.note(question)?,
                Part::Period => drop(self.period(question)?),
                Part::NewEvidence => drop(self.add_evidence(question)?),
                Part::Evidence(at) => self.change_evidence(question, at)?,
            }
        }
        Ok(())
    }

    /// Has the note changed, or what was begun of it.
    pub(super) fn note(&mut self, question: &Question) -> Result<(), Break> {
        match self.begun(question, DraftOf::Note)? {
            Begun::Back => Ok(()),
            Begun::Nothing => self.note_from(question, None),
            Begun::This(draft) => self.note_from(question, Some(draft)),
        }
    }

    /// Asks for the note until it is kept or thrown away.
    pub(super) fn note_from(&mut self, question: &Question, mut begun: Option<Draft>) -> Result<(), Break> {
        loop {
            let present = self.present(question).note.unwrap_or_default();
            let asked = Line::asking(format!("A note on “{}”", question.title)).with(&present);
            let (text, leaves) = match self.long(&asked, begun, question, DraftOf::Note)? {
                Long::Back => return Ok(()),
                Long::Keep(text) => (text, false),
                Long::KeepAndLeave(text) => (text, true),
            };
            let is_kept = self.keep_note(question, &text)?;
            if is_kept {
                self.end_draft(question, DraftOf::Note);
            }
            if leaves {
                return Err(Break::End(End::Stopped));
            }
            if is_kept {
                return Ok(());
            }
            begun = Some(self.draft_of_note(question, text, present));
        }
    }

    fn draft_of_note(&self, question: &Question, text: String, before: String) -> Draft {
        Draft { question: question.id.clone(), of: DraftOf::Note, text, before, owner: None }
    }

    /// Has the note changed in the person's own editor. What cannot be kept as it was saved there can be changed here.
    pub(super) fn note_in_editor(&mut self, question: &Question) -> Result<(), Break> {
        match self.begun(question, DraftOf::Note)? {
            Begun::Back => return Ok(()),
            Begun::Nothing => {}
            Begun::This(draft) => return self.note_from(question, Some(draft)),
        }
        let present = self.present(question).note.unwrap_or_default();
        let Some(text) = self.person.edit(&present)? else {
            return Ok(self.say("The editor saved nothing, so the note is as it was.")?);
        };
        // Until it is kept it is a draft, also for whoever leaves now.
        let draft = self.draft_of_note(question, text, present);
        self.keep_draft(question, &draft);
        if let Some(clean) = without_hidden(self.person, &draft.text)?
            && self.keep_note(question, &clean)?
        {
            self.end_draft(question, DraftOf::Note);
            return Ok(());
        }
        self.note_from(question, Some(draft))
    }

    /// Keeps a note; `false` where it was refused and the person was told why.
    fn keep_note(&mut self, question: &Question, text: &str) -> Result<bool, Break> {
        let mut answer = self.present(question);
        let text = text.trim();
        if answer.note.as_deref().unwrap_or_default() == text {
            return Ok(true);
        }
        if text.is_empty() && answer.value == Value::NotApplicable {
            self.say("Not applicable needs its reason, so the note is as it was.")?;
            return Ok(true);
        }
        answer.note = (!text.is_empty()).then(|| text.to_owned());
        self.keep(question, answer)
    }

    /// Asks for a piece of evidence and its date; `false` where the person goes back.
    pub(super) fn add_evidence(&mut self, question: &Question) -> Result<bool, Break> {
        let stands = words::value(question, self.present(question).value);
        let prompt = format!(
            "Evidence for “{}” ({stands}): what shows it, and where it is (Enter: none)",
            question.title
        );
        let reference = match text(self.person, Line::asking(prompt))? {
            Given::Value(reference) => reference,
            Given::Nothing => return Ok(true),
            Given::Back => return Ok(false),
        };
        let mut answer = self.present(question);
        answer.evidence.push(Evidence { reference, dated: None });
        let at = answer.evidence.len() - 1;
        if self.keep(question, answer)? {
            // Back from its date lie its words, and back from those it goes, if the person says so.
            while !self.date_evidence(question, at)? {
                if !self.reword_evidence(question, at)? {
                    self.take_out_evidence(question, at)?;
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Takes a piece of evidence out, once the person says so.
    fn take_out_evidence(&mut self, question: &Question, at: usize) -> Result<(), Break> {
        let mut answer = self.present(question);
        let Some(piece) = answer.evidence.get(at) else { return Ok(()) };
        let said = format!("{}.", piece);
        if self.person.confirm(&said, "Take this evidence out?")? {
            answer.evidence.remove(at);
            self.keep(question, answer)?;
        }
        Ok(())
    }

    /// Has the words of a piece of evidence changed; `false` where the person goes back.
    fn reword_evidence(&mut self, question: &Question, at: usize) -> Result<bool, Break> {
        let mut answer = self.present(question);
        let Some(piece) = answer.evidence.get_mut(at) else { return Ok(false) };
        let prompt = format!("Evidence for “{}”: what shows it, and where it is", question.title);
        let asked = Line::asking(prompt).with(&piece.reference);
        let Some(reference) = required_text(self.person, &asked)? else { return Ok(false) };
        if std::mem::replace(&mut piece.reference, reference.clone()) != reference {
            self.keep(question, answer)?;
        }
        Ok(true)
    }

    /// Has the date of a piece of evidence given; `false` where the person goes back.
    fn date_evidence(&mut self, question: &Question, at: usize) -> Result<bool, Break> {
        let mut answer = self.present(question);
        let Some(piece) = answer.evidence.get_mut(at) else { return Ok(true) };
        let prompt = format!(
            "Its date, such as {} ({} it has none)",
            self.occasion.today.format("%-d/%-m/%Y"),
            without(piece.dated.is_some())
        );
        let dated = match date(self.person, &prompt, piece.dated, self.occasion.today)? {
            Given::Value(day) => Some(day),
            Given::Nothing => None,
            Given::Back => return Ok(false),
        };
        if std::mem::replace(&mut piece.dated, dated) != dated {
            self.keep(question, answer)?;
        }
        Ok(true)
    }

    /// Has one piece of evidence changed or taken out.
    fn change_evidence(&mut self, question: &Question, at: usize) -> Result<(), Break> {
        let answer = self.present(question);
        let Some(piece) = answer.evidence.get(at) else { return Ok(()) };
        let items = ["Change its words", "Change its date", "Take it out"];
        let items = (1..).zip(items).map(|(key, label)| Item::new(key.to_string(), label, "")).collect();
        let text = vec![piece.to_string()];
        match self.person.pick(&Menu {
            title: "Evidence".to_owned(),
            text,
            items,
            ready: 0,
            narrows: false,
            goes_back: true,
        })? {
            Some(0) => self.reword_evidence(question, at).map(drop),
            Some(1) => self.date_evidence(question, at).map(drop),
            Some(_) => self.take_out_evidence(question, at),
            None => Ok(()),
        }
    }
}

fn menu_of(question: &Question, answer: &Answer) -> (Menu, Vec<Part>) {
    let mut all = vec![(
        Item::new("n", "Note", answer.note.clone().unwrap_or_else(|| "none yet".to_owned())),
        Part::Note,
    )];
    if let Value::Count(_) = answer.value {
        let period = words::period((answer.from, answer.to)).unwrap_or_else(|| "none yet".to_owned());
        all.push((Item::new("p", "Period", period), Part::Period));
    }
    for (at, piece) in answer.evidence.iter().enumerate() {
        let item = Item::new((at + 1).to_string(), "Evidence", piece.to_string());
        all.push((item, Part::Evidence(at)));
    }
    // There can be no evidence for what nobody knows.
    if answer.value != Value::Unknown {
        all.push((Item::new("v", "Add evidence", "what shows it, and where it is"), Part::NewEvidence));
    }
    let (items, parts) = all.into_iter().unzip();
    let text =
        vec![format!("Answered: {}. Each change is saved at once.", words::value(question, answer.value))];
    (Menu { title: question.title.clone(), text, items, ready: 0, narrows: false, goes_back: true }, parts)
}
