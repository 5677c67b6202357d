//! Lines that a person types: names, texts and dates. A line that is not accepted is asked for again, with what was typed.

use chrono::{Datelike, NaiveDate};

use super::{LeftError, Line, Person, Typed};
use crate::text::characters::{cleaned, describe_hidden};
use crate::text::dates::{parse_date, parse_date_or_relative, why_not_a_date};
use crate::text::long_date;

pub enum Given<T> {
    Value(T),
    Nothing,
    Back,
}

/// `1,588` as `1588`, and `−2` with a word processor's minus as `-2`; anything else as it is.
pub fn as_number(typed: &str) -> String {
    let typed = match typed.strip_prefix(['–', '−']) {
        Some(rest) => &format!("-{rest}"),
        None => typed,
    };
    let mut groups = typed.split(',');
    let leads = groups.next().is_some_and(|first| (1..=3).contains(&first.trim_start_matches('-').len()));
    let follow = groups.all(|group| group.len() == 3);
    if leads && follow { typed.replace(',', "") } else { typed.to_owned() }
}

/// Asks for a line until it is left blank or `read` accepts it; otherwise `read` gives the reason.
pub fn ask_checked<T>(
    person: &mut dyn Person,
    asked: &Line,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Given<T>, LeftError> {
    ask_meant(person, asked, read, |_, _| Ok(true))
}

/// The same; what was read is accepted only if the person means it.
fn ask_meant<T>(
    person: &mut dyn Person,
    asked: &Line,
    read: impl Fn(&str) -> Result<T, String>,
    is_meant: impl Fn(&mut dyn Person, &T) -> Result<bool, LeftError>,
) -> Result<Given<T>, LeftError> {
    let mut line = asked.clone();
    loop {
        let typed = person.ask_line(&line)?;
        if let Typed::Back(text) | Typed::Leave(text) = &typed
            && is_worth_asking(asked, text)
            && !throws_away(person)?
        {
            line.present.clone_from(text);
            continue;
        }
        let typed = match typed {
            Typed::Text(typed) => typed.trim().to_owned(),
            Typed::Back(_) => return Ok(Given::Back),
            Typed::Leave(_) => return Err(LeftError),
        };
        if typed.is_empty() {
            return Ok(Given::Nothing);
        }
        line.present.clone_from(&typed);
        let Some(typed) = without_hidden(person, &typed)? else { continue };
        let typed = typed.replace('\n', " ");
        match read(&typed) {
            Ok(value) if is_meant(person, &value)? => return Ok(Given::Value(value)),
            Ok(_) => {}
            Err(reason) => person.show_text(reason)?,
        }
        line.present = typed;
    }
}

/// The text without the hidden characters of a pasted document; `None` if the person does not let them be taken out.
pub fn without_hidden(person: &mut dyn Person, text: &str) -> Result<Option<String>, LeftError> {
    let Some(hidden) = describe_hidden(text) else { return Ok(Some(text.to_owned())) };
    let is_taken_out = person.confirm(&hidden, "Take out what is hidden, and keep the rest?")?;
    Ok(is_taken_out.then(|| cleaned(text)))
}

pub const NOT_KEPT: &str = "What you typed is not kept yet.";

pub fn throws_away(person: &mut dyn Person) -> Result<bool, LeftError> {
    person.confirm(NOT_KEPT, "Throw it away?")
}

/// Whether a typed text is more than a slip of one letter.
fn is_worth_asking(asked: &Line, typed: &str) -> bool {
    typed.trim() != asked.present.trim() && typed.trim().chars().count() > 1
}

/// Whether a text is meant. One of a single letter may be a key that was meant for a question.
pub fn is_meant(person: &mut dyn Person, typed: &str) -> Result<bool, LeftError> {
    if typed.trim().chars().count() != 1 {
        return Ok(true);
    }
    person.confirm(&format!("“{}” is all that you typed.", typed.trim()), "Keep it?")
}

pub fn ask_text(person: &mut dyn Person, asked: &Line) -> Result<Given<String>, LeftError> {
    let is_meant =
        |person: &mut dyn Person, typed: &String| Ok(*typed == asked.present || is_meant(person, typed)?);
    ask_meant(person, asked, |typed| Ok(typed.to_owned()), is_meant)
}

/// Asks for a line until it is not blank; `None` if the person goes back.
pub fn required_text(person: &mut dyn Person, asked: &Line) -> Result<Option<String>, LeftError> {
    loop {
        let needed = match ask_text(person, asked)? {
            Given::Value(text) => return Ok(Some(text)),
            Given::Nothing => "This is needed; type it, then press Enter.",
            Given::Back if asked.goes_back => return Ok(None),
            Given::Back => {
                "You cannot go back from here. Ctrl-C ends the program; what you typed before can be corrected from the menu."
            }
        };
        person.show_text(needed)?;
    }
}

/// Asks for a line from which the person cannot go back, until it is not blank.
pub fn first_text(person: &mut dyn Person, asked: &Line) -> Result<String, LeftError> {
    let typed = required_text(person, asked)?;
    Ok(typed.expect("a first line does not go back"))
}

/// How a line is left without a value: by Enter alone, or, if it has a text, by clearing it.
pub fn without(has_text: bool) -> &'static str {
    if has_text { "blank:" } else { "Enter:" }
}

pub fn ask_due_date(
    person: &mut dyn Person,
    present: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Given<NaiveDate>, LeftError> {
    let without = without(present.is_some());
    let asked = format!("When is it due, such as 31/3/{}? ({without} no date yet)", today.year() + 1);
    let asked = Line::asking(asked).with(as_typed(present));
    let read = |typed: &str| parse_date(typed).ok_or_else(|| why_not_a_date(typed));
    ask_meant(person, &asked, read, |person, day| {
        // A date in the past may be right, and the action overdue; more often the year is a slip.
        let passed = format!("{} has passed.", long_date(*day));
        Ok(*day >= today || person.confirm(&passed, "Is it the right date?")?)
    })
}

pub fn ask_past_date(
    person: &mut dyn Person,
    prompt: &str,
    present: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Given<NaiveDate>, LeftError> {
    let asked = Line::asking(prompt).with(as_typed(present));
    ask_checked(person, &asked, |typed| past_date(today, typed))
}

/// A date that is not in the future, or why it is none.
pub fn past_date(today: NaiveDate, typed: &str) -> Result<NaiveDate, String> {
    match parse_date_or_relative(today, typed) {
        Some(day) if day <= today => Ok(day),
        Some(_) => Err(format!("{typed} is in the future.")),
        None => Err(why_not_a_date(typed)),
    }
}

/// A date as it is shown in a line, to be changed: `2/11/2026`.
pub fn as_typed(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%-d/%-m/%Y").to_string()).unwrap_or_default()
}
