//! Lines that a person types: names, texts and days. A line that fails its check is asked for again, with what was
//! typed still there.

use chrono::NaiveDate;

use super::{Gone, Line, Person, Typed};
use crate::document::Block;
use crate::text::characters::refused_in;
use crate::text::days::{HOW, day, day_seen_from};

/// What became of a line that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given<T> {
    /// What it means.
    Value(T),
    /// It was left blank.
    Nothing,
    /// The person goes back.
    Back,
}

/// `1,588` as `1588`; anything else as it is.
pub fn without_thousands(typed: &str) -> String {
    let mut groups = typed.split(',');
    let leads = groups.next().is_some_and(|first| (1..=3).contains(&first.trim_start_matches('-').len()));
    let follow = groups.all(|group| group.len() == 3);
    if leads && follow { typed.replace(',', "") } else { typed.to_owned() }
}

/// What a line means; asked for again, with the reason, while the check refuses it.
pub fn checked<T>(
    person: &mut dyn Person,
    prompt: &str,
    present: &str,
    check: impl Fn(&mut dyn Person, &str) -> Result<Result<T, String>, Gone>,
) -> Result<Given<T>, Gone> {
    let mut line = Line { prompt: prompt.to_owned(), present: present.to_owned() };
    loop {
        let typed = match person.line(&line)? {
            Typed::Text(typed) => typed,
            Typed::Back(_) => return Ok(Given::Back),
            Typed::Leave(_) => return Err(Gone),
        };
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Given::Nothing);
        }
        let read = match refused_in(typed) {
            Some((_, message)) => Err(format!("Not accepted: {message}.")),
            None => check(person, typed)?,
        };
        match read {
            Ok(read) => return Ok(Given::Value(read)),
            Err(message) => {
                if !message.is_empty() {
                    person.tell(&[Block::paragraph(message)])?;
                }
                // A hidden character could not be seen to be taken out.
                line.present =
                    if refused_in(typed).is_some() { present.to_owned() } else { typed.to_owned() };
            }
        }
    }
}

/// Whether a text is meant: one of a single letter may be a key that was meant for a question.
pub fn is_meant(person: &mut dyn Person, typed: &str) -> Result<bool, Gone> {
    if typed.trim().chars().count() != 1 {
        return Ok(true);
    }
    person.confirm(&format!("“{}” is all that you typed.", typed.trim()), "Keep it?")
}

/// A line.
pub fn text(person: &mut dyn Person, prompt: &str, present: &str) -> Result<Given<String>, Gone> {
    checked(person, prompt, present, |person, typed| {
        Ok(if typed == present || is_meant(person, typed)? {
            Ok(typed.to_owned())
        } else {
            Err(String::new())
        })
    })
}

/// A line that is not blank; asked again until there is one. `None` where the person goes back.
pub fn required_text(person: &mut dyn Person, prompt: &str, present: &str) -> Result<Option<String>, Gone> {
    loop {
        match text(person, prompt, present)? {
            Given::Value(text) => return Ok(Some(text)),
            Given::Nothing => {
                person.tell(&[Block::paragraph("This is needed; type it, then press Enter.")])?
            }
            Given::Back => return Ok(None),
        }
    }
}

/// A day by which something is due.
pub fn due(person: &mut dyn Person) -> Result<Given<NaiveDate>, Gone> {
    checked(person, "When is it due? (Enter: no date yet)", "", |_, typed| {
        Ok(day(typed).ok_or_else(|| format!("That is not a date; {HOW}.")))
    })
}

/// A day that is not in the future.
pub fn date(
    person: &mut dyn Person,
    prompt: &str,
    present: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Given<NaiveDate>, Gone> {
    let present = present.map(|day| day.format("%-d/%-m/%Y").to_string()).unwrap_or_default();
    checked(person, prompt, &present, |_, typed| {
        Ok(match day_seen_from(today, typed) {
            Some(day) if day <= today => Ok(day),
            Some(_) => Err(format!("{typed} is in the future.")),
            None => Err(format!("That is not a date; {HOW}, or say yesterday.")),
        })
    })
}
