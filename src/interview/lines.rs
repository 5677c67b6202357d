//! Lines that a person types: names, texts and days. A line that fails its check is asked for again, with what was
//! typed still there.

use chrono::{Datelike, NaiveDate};

use super::{Gone, Line, Person, Typed};
use crate::document::Block;
use crate::text::characters::{cleaned, describe_hidden};
use crate::text::dates::{parse_date, parse_date_or_relative, why_not_a_date};
use crate::text::long_date;

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

/// `1,588` as `1588`, and `−2` with the minus that a word processor makes as `-2`; anything else as it is.
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

/// What a line means; asked for again, with the reason, while the check refuses it.
pub fn checked<T>(
    person: &mut dyn Person,
    asked: Line,
    check: impl Fn(&mut dyn Person, &str) -> Result<Result<T, String>, Gone>,
) -> Result<Given<T>, Gone> {
    let mut line = asked.clone();
    loop {
        let typed = match person.line(&line)? {
            Typed::Text(typed) => typed,
            Typed::Back(text) if is_worth_asking(&asked, &text) && !throws_away(person)? => {
                line.present = text;
                continue;
            }
            Typed::Back(_) => return Ok(Given::Back),
            Typed::Leave(text) if is_worth_asking(&asked, &text) && !throws_away(person)? => {
                line.present = text;
                continue;
            }
            Typed::Leave(_) => return Err(Gone),
        };
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Given::Nothing);
        }
        typed.clone_into(&mut line.present);
        let Some(typed) = without_hidden(person, typed)? else { continue };
        let typed = typed.replace('\n', " ");
        match check(person, &typed)? {
            Ok(read) => return Ok(Given::Value(read)),
            Err(message) if message.is_empty() => {}
            Err(message) => person.tell(&[Block::paragraph(message)])?,
        }
        line.present = typed;
    }
}

/// A text without the hidden characters that come with what is pasted from a document; `None` where the person does not
/// let them be taken out.
pub fn without_hidden(person: &mut dyn Person, text: &str) -> Result<Option<String>, Gone> {
    let Some(hidden) = describe_hidden(text) else { return Ok(Some(text.to_owned())) };
    let is_taken_out = person.confirm(&hidden, "Take out what is hidden, and keep the rest?")?;
    Ok(is_taken_out.then(|| cleaned(text)))
}

/// What is said before something typed is thrown away.
pub const NOT_KEPT: &str = "What you typed is not kept yet.";

/// Whether what was typed is thrown away; only a yes does.
pub fn throws_away(person: &mut dyn Person) -> Result<bool, Gone> {
    person.confirm(NOT_KEPT, "Throw it away?")
}

/// Whether anything was typed that nobody throws away by a slip; a single letter is one.
fn is_worth_asking(asked: &Line, typed: &str) -> bool {
    typed.trim() != asked.present.trim() && typed.trim().chars().count() > 1
}

/// Whether a text is meant: one of a single letter may be a key that was meant for a question.
pub fn is_meant(person: &mut dyn Person, typed: &str) -> Result<bool, Gone> {
    if typed.trim().chars().count() != 1 {
        return Ok(true);
    }
    person.confirm(&format!("“{}” is all that you typed.", typed.trim()), "Keep it?")
}

/// A line.
pub fn text(person: &mut dyn Person, asked: Line) -> Result<Given<String>, Gone> {
    let present = asked.present.clone();
    checked(person, asked, |person, typed| {
        Ok(if typed == present || is_meant(person, typed)? {
            Ok(typed.to_owned())
        } else {
            Err(String::new())
        })
    })
}

/// A line that is not blank; asked again until there is one. `None` where the person goes back.
pub fn required_text(person: &mut dyn Person, asked: &Line) -> Result<Option<String>, Gone> {
    loop {
        match text(person, asked.clone())? {
            Given::Value(text) => return Ok(Some(text)),
            Given::Nothing => {
                person.tell(&[Block::paragraph("This is needed; type it, then press Enter.")])?
            }
            Given::Back if asked.goes_back => return Ok(None),
            Given::Back => person.tell(&[Block::paragraph(
                "You cannot go back from here. Ctrl-C ends the program; what you typed before can be corrected from the menu.",
            )])?,
        }
    }
}

/// How a line is left without a value: by Enter alone, unless something stands there already.
pub fn without(is_there: bool) -> &'static str {
    if is_there { "blank:" } else { "Enter:" }
}

/// A day by which something is due.
pub fn due(
    person: &mut dyn Person,
    present: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Given<NaiveDate>, Gone> {
    let without = without(present.is_some());
    let asked = format!("When is it due, such as 31/3/{}? ({without} no date yet)", today.year() + 1);
    let asked = Line::asking(asked).with(as_typed(present));
    checked(person, asked, |person, typed| {
        let Some(day) = parse_date(typed) else { return Ok(Err(why_not_a_date(typed))) };
        // It may be one that was agreed and is overdue; more often the year is a slip.
        let passed = format!("{} has passed.", long_date(day));
        let is_meant = day >= today || person.confirm(&passed, "Is it the right date?")?;
        Ok(if is_meant { Ok(day) } else { Err(String::new()) })
    })
}

/// A day that is not in the future.
pub fn date(
    person: &mut dyn Person,
    prompt: &str,
    present: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Given<NaiveDate>, Gone> {
    checked(person, Line::asking(prompt).with(as_typed(present)), |_, typed| Ok(past_day(today, typed)))
}

/// A day that is not in the future, or why it is none.
pub fn past_day(today: NaiveDate, typed: &str) -> Result<NaiveDate, String> {
    match parse_date_or_relative(today, typed) {
        Some(day) if day <= today => Ok(day),
        Some(_) => Err(format!("{typed} is in the future.")),
        None => Err(why_not_a_date(typed)),
    }
}

/// A day as it stands in a line, to be changed.
pub fn as_typed(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%-d/%-m/%Y").to_string()).unwrap_or_default()
}
