//! Lines that a person types: text, days and numbers. A line that fails its check is asked for again.

use chrono::NaiveDate;

use super::{Gone, Person};
use crate::document::Block;
use crate::text::characters::refused_in;
use crate::toml_text::EARLIEST;

/// `1,588` as `1588`; anything else as it is.
pub fn without_thousands(typed: &str) -> String {
    let mut groups = typed.split(',');
    let leads = groups.next().is_some_and(|first| (1..=3).contains(&first.trim_start_matches('-').len()));
    let follow = groups.all(|group| group.len() == 3);
    if leads && follow { typed.replace(',', "") } else { typed.to_owned() }
}

/// What a line means, or nothing where it is blank; asked for again, with the reason, while the check refuses it.
pub(super) fn checked<T>(
    person: &mut dyn Person,
    prompt: &str,
    check: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<T>, Gone> {
    loop {
        let typed = person.type_in(prompt)?;
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let read = match refused_in(typed) {
            Some((_, message)) => Err(format!("Not accepted: {message}.")),
            None => check(typed),
        };
        match read {
            Ok(read) => return Ok(Some(read)),
            Err(message) => person.tell(&[Block::paragraph(message)])?,
        }
    }
}

/// A line, or nothing.
pub fn text(person: &mut dyn Person, prompt: &str) -> Result<Option<String>, Gone> {
    checked(person, prompt, |typed| Ok(typed.to_owned()))
}

/// A line that is not blank; asked again until there is one.
pub fn required_text(person: &mut dyn Person, prompt: &str) -> Result<String, Gone> {
    loop {
        if let Some(text) = text(person, prompt)? {
            return Ok(text);
        }
        person.tell(&[Block::paragraph("This is needed; type it, then press Enter.")])?;
    }
}

/// A day by which something is due, or nothing.
pub fn due(person: &mut dyn Person) -> Result<Option<NaiveDate>, Gone> {
    checked(person, "When is it due, such as 2027-03-31? (Enter for no date)", |typed| {
        day(typed).ok_or_else(|| "That is not a date; write 2027-03-31 or 31/3/2027.".to_owned())
    })
}

/// A day that is not in the future, or nothing.
pub fn date(person: &mut dyn Person, prompt: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Gone> {
    checked(person, prompt, |typed| match day(typed) {
        Some(day) if day <= today => Ok(day),
        Some(day) => Err(format!("{day} is in the future.")),
        None => Err("That is not a date; write 2026-11-02 or 2/11/2026.".to_owned()),
    })
}

/// How the first or the last day of a period is asked for.
pub fn day_prompt(which: &str, present: Option<NaiveDate>) -> String {
    match present {
        Some(day) => format!("{which} day that the figure covers, now {day} (Enter keeps it)"),
        None => format!("{which} day that the figure covers, such as 2026-11-02 (Enter to skip)"),
    }
}

/// A day as people write it, `2026-11-02`, `2/11/2026` or `2 November 2026`: a year of two digits is no year, nor is one before 1900.
pub fn day(typed: &str) -> Option<NaiveDate> {
    let day = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(typed, form).ok())?;
    (day >= EARLIEST).then_some(day)
}
