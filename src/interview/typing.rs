//! Lines that a person types: text, days and numbers, each asked for again until it is one.

use chrono::NaiveDate;

use super::{Left, Person};
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

/// A line that is not blank; asked again until there is one.
pub fn required_text(person: &mut dyn Person, prompt: &str) -> Result<String, Left> {
    loop {
        if let Some(text) = text(person, prompt)? {
            return Ok(text);
        }
        person.tell(&[Block::paragraph("This is needed; type it, then Enter.")])?;
    }
}

/// A line, or nothing; asked again while it holds a hidden character.
pub fn text(person: &mut dyn Person, prompt: &str) -> Result<Option<String>, Left> {
    loop {
        let typed = person.type_in(prompt)?;
        let typed = typed.trim();
        match refused_in(typed) {
            Some((_, message)) => person.tell(&[Block::paragraph(format!("Not taken: {message}."))])?,
            None => return Ok((!typed.is_empty()).then(|| typed.to_owned())),
        }
    }
}

pub fn day_prompt(which: &str, present: Option<NaiveDate>) -> String {
    match present {
        Some(day) => format!("{which} day that the figure covers, now {day} (Enter keeps it)"),
        None => format!("{which} day that the figure covers, such as 2026-11-02 (Enter to skip)"),
    }
}

/// A day by which something is due, or nothing; asked again while it is no day.
pub fn due(person: &mut dyn Person) -> Result<Option<NaiveDate>, Left> {
    loop {
        let Some(typed) = text(person, "By when, such as 2027-03-31 (Enter for no day)")? else {
            return Ok(None);
        };
        if let Some(day) = day(&typed) {
            return Ok(Some(day));
        }
        person.tell(&[Block::paragraph("That is not a day; write 2027-03-31 or 31/3/2027.")])?;
    }
}

/// A day that is not in the future, or nothing; asked again while it is no such day.
pub fn date(person: &mut dyn Person, prompt: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Left> {
    loop {
        let Some(typed) = text(person, prompt)? else { return Ok(None) };
        let message = match day(&typed) {
            Some(day) if day <= today => return Ok(Some(day)),
            Some(day) => format!("{day} lies in the future."),
            None => "That is not a day; write 2026-11-02 or 2/11/2026.".to_owned(),
        };
        person.tell(&[Block::paragraph(message)])?;
    }
}

/// A day as people write it, `2026-11-02`, `2/11/2026` or `2 November 2026`: a year of two digits is no year, nor is one before 1900.
pub fn day(typed: &str) -> Option<NaiveDate> {
    let day = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(typed, form).ok())?;
    (day >= EARLIEST).then_some(day)
}
