//! One question: what the person may do at it, and what becomes of the reply.

use chrono::NaiveDate;

use super::{Break, Choice, Interview, Left, NotKept, Person, Step, Unsaved, screens};
use crate::assessment::{Answer, Evidence, Value};
use crate::checklist::{Level, Question};
use crate::report::document::Block;
use crate::source::refused_in;

impl Interview<'_> {
    /// Asks a question until it is answered or left.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Step, Break> {
        loop {
            let screen = screens::question(self.record.assessment(), question);
            match self.person.choose(&screen)? {
                Choice::Command('b') => return Ok(Step::Back),
                Choice::Command('s') => return Ok(Step::On),
                Choice::Command('m') => return Ok(Step::Menu),
                Choice::Command('q') => return Err(Break::End(super::End::Stopped)),
                Choice::Command('c') => self.clear(question)?,
                Choice::Command('n') => self.particulars(question)?,
                Choice::Command(_) => self.person.tell(&screens::help(question))?,
                Choice::Option(at) => {
                    if self.answer(question, at)? {
                        return Ok(Step::On);
                    }
                }
            }
        }
    }

    /// Takes the chosen answer, then note and evidence; `false` where it came to nothing.
    fn answer(&mut self, question: &Question, at: usize) -> Result<bool, Break> {
        let levels = if question.unit().is_some() { 1 } else { Level::ALL.len() };
        let mut answer = self.present(question);
        answer.value = match at.checked_sub(levels) {
            Some(0) => Value::Unknown,
            Some(_) => {
                let Some(reason) = self.reason(&answer)? else { return Ok(false) };
                answer.note = Some(reason);
                Value::NotApplicable
            }
            None => match Level::ALL.get(at) {
                Some(level) if question.unit().is_none() => Value::Level(*level),
                _ => {
                    let Some(number) = self.number(question)? else { return Ok(false) };
                    number
                }
            },
        };
        if !self.keep(question, answer.clone())? {
            return Ok(false);
        }
        if let Value::Count(_) = answer.value {
            self.period(question)?;
        }
        if answer.value != Value::NotApplicable {
            self.particulars(question)?;
        }
        Ok(true)
    }

    /// The answer as it stands, signed and dated anew, or a blank one.
    fn present(&self, question: &Question) -> Answer {
        let present = self.record.assessment().answer(&question.id).cloned();
        let answer = present.unwrap_or_else(|| Answer::of(Value::Unknown));
        Answer { by: Some(self.sitting.by.clone()), on: Some(self.sitting.today), ..answer }
    }

    fn reason(&mut self, present: &Answer) -> Result<Option<String>, Break> {
        let typed = text(self.person, "Why can it not apply? (Enter to go back)")?;
        Ok(match present.value {
            Value::NotApplicable => typed.or_else(|| present.note.clone()),
            _ => typed,
        })
    }

    fn number(&mut self, question: &Question) -> Result<Option<Value>, Break> {
        let unit = question.unit().unwrap_or_default();
        loop {
            let Some(typed) = text(self.person, &format!("How many {unit}? (Enter to go back)"))? else {
                return Ok(None);
            };
            match Value::parse(question, &typed) {
                Ok(value) => return Ok(Some(value)),
                Err(message) => self.say(message)?,
            }
        }
    }

    fn period(&mut self, question: &Question) -> Result<(), Break> {
        let mut answer = self.present(question);
        let prompt = |which: &str, present: Option<NaiveDate>| match present {
            Some(day) => format!("{which} day that the figure covers, now {day} (Enter keeps it)"),
            None => format!("{which} day that the figure covers, such as 2026-11-02 (Enter to skip)"),
        };
        loop {
            let (first, last) = (prompt("First", answer.from), prompt("Last", answer.to));
            let from = date(self.person, &first, self.sitting.today)?.or(answer.from);
            let to = date(self.person, &last, self.sitting.today)?.or(answer.to);
            if from.zip(to).is_some_and(|(from, to)| from > to) {
                self.say("The last day lies before the first; both are asked again.")?;
                continue;
            }
            if (from, to) == (answer.from, answer.to) {
                return Ok(());
            }
            (answer.from, answer.to) = (from, to);
            if self.keep(question, answer.clone())? {
                return Ok(());
            }
        }
    }

    /// Asks for note and evidence of an answer that is kept, and keeps each at once.
    fn particulars(&mut self, question: &Question) -> Result<(), Break> {
        let mut answer = self.present(question);
        let prompt = match &answer.note {
            Some(_) => "Note: Enter keeps it, a new text replaces it, - takes it out",
            None => "Note (Enter to skip)",
        };
        let typed = text(self.person, prompt)?;
        let changed = typed.is_some();
        match typed.as_deref() {
            Some("-") if answer.value == Value::NotApplicable => {
                self.say("The reason of not applicable stays; type another to replace it.")?;
            }
            Some("-") => answer.note = None,
            Some(note) => answer.note = Some(note.to_owned()),
            None => {}
        }
        if changed {
            self.keep(question, answer.clone())?;
        }
        self.evidence(question, answer)
    }

    fn evidence(&mut self, question: &Question, mut answer: Answer) -> Result<(), Break> {
        loop {
            let prompt = match answer.evidence.len() {
                0 => "Evidence: what shows it, and where it is (Enter to skip)".to_owned(),
                1 => "Evidence: more of it (Enter to go on, - takes out the one there is)".to_owned(),
                number => format!("Evidence: more of it (Enter to go on, - takes out all {number})"),
            };
            let Some(typed) = text(self.person, &prompt)? else { return Ok(()) };
            if typed == "-" {
                answer.evidence.clear();
            } else {
                let prompt = "The date on it, such as 2026-11-02 (Enter if it has none)";
                let dated = date(self.person, prompt, self.sitting.today)?;
                answer.evidence.push(Evidence { reference: typed, dated });
            }
            self.keep(question, answer.clone())?;
        }
    }

    fn clear(&mut self, question: &Question) -> Result<(), Break> {
        self.put(question, None).map(drop)
    }

    fn keep(&mut self, question: &Question, answer: Answer) -> Result<bool, Break> {
        self.put(question, Some(answer))
    }

    /// Keeps an answer; `false` where it was refused and the person was told why.
    fn put(&mut self, question: &Question, answer: Option<Answer>) -> Result<bool, Break> {
        match self.record.keep(question, answer.clone()) {
            Ok(()) => Ok(true),
            Err(NotKept::Refused(message)) => {
                self.say(format!("Not taken: {message}"))?;
                Ok(false)
            }
            Err(NotKept::Failed(reason)) => {
                Err(Break::Unsaved(Unsaved { reason, answer: retype(question, answer.as_ref()) }))
            }
        }
    }

    fn say(&mut self, text: impl Into<String>) -> Result<(), Left> {
        self.person.tell(&[Block::paragraph(text)])
    }
}

/// An answer as it was given, in words that can be typed again.
fn retype(question: &Question, answer: Option<&Answer>) -> String {
    let Some(answer) = answer else { return format!("{}=unanswered", question.id) };
    let mut words = format!("{}={}", question.id, answer.value.word());
    if let Some(note) = &answer.note {
        words.push_str(&format!("\n  note: {note}"));
    }
    for piece in &answer.evidence {
        words.push_str(&format!("\n  evidence: {}", piece.reference));
    }
    words
}

/// A line that is not blank; asked again until there is one.
pub(super) fn required_text(person: &mut dyn Person, prompt: &str) -> Result<String, Left> {
    loop {
        if let Some(text) = text(person, prompt)? {
            return Ok(text);
        }
    }
}

/// A line, or nothing; asked again while it holds a hidden character.
fn text(person: &mut dyn Person, prompt: &str) -> Result<Option<String>, Left> {
    loop {
        let typed = person.type_in(prompt)?;
        let typed = typed.trim();
        match refused_in(typed) {
            Some((_, message)) => person.tell(&[Block::paragraph(format!("Not taken: {message}."))])?,
            None => return Ok((!typed.is_empty()).then(|| typed.to_owned())),
        }
    }
}

/// A day that is not in the future, or nothing; asked again while it is no such day.
fn date(person: &mut dyn Person, prompt: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Left> {
    loop {
        let Some(typed) = text(person, prompt)? else { return Ok(None) };
        let day =
            ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|form| NaiveDate::parse_from_str(&typed, form).ok());
        let message = match day {
            Some(day) if day <= today => return Ok(Some(day)),
            Some(day) => format!("{day} lies in the future."),
            None => "That is not a day; write 2026-11-02 or 2/11/2026.".to_owned(),
        };
        person.tell(&[Block::paragraph(message)])?;
    }
}
