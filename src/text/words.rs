//! Numbers, dates and lists in words.

use chrono::{Datelike, NaiveDate};

/// `2 November 2026`.
pub fn long_date(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), date.format("%B"), date.year())
}

/// `Cheshire, Essex and Kent`.
pub fn list_with_and(things: &[impl AsRef<str>]) -> String {
    let things: Vec<&str> = things.iter().map(AsRef::as_ref).collect();
    match things.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => things.concat(),
    }
}

/// The first five of more than six things: `Kent; Essex; ...; and 12 more`.
pub fn first_few(things: &[String]) -> String {
    const FEW: usize = 5;
    // To name one more takes no more room than to count it.
    first_of(things, if things.len() > FEW + 1 { FEW } else { things.len() })
}

/// At most so many things, and how many more there are: `Kent; Essex; and 12 more`.
pub fn first_of(things: &[String], most: usize) -> String {
    match things.split_at_checked(most) {
        Some((first, rest)) if !rest.is_empty() => format!("{}; and {} more", first.join("; "), rest.len()),
        _ => things.join("; "),
    }
}

/// Each count that is over 0, with what it counts: `3 met`, `2 short`.
pub fn nonzero<'w>(counts: impl IntoIterator<Item = (usize, &'w str)>) -> Vec<String> {
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    counts.map(|(number, counted)| format!("{number} {counted}")).collect()
}

/// Up to ten as a word with a capital: `Four`, `12`.
pub fn number_at_sentence_start(number: usize) -> String {
    const WORDS: [&str; 11] =
        ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `1 question`, `2 questions`.
pub fn number_of(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The letters of a column by its index from 0, as in a spreadsheet: A to Z, then AA and on.
pub fn letter(index: usize) -> String {
    let last = ('A'..='Z').nth(index % 26).expect("the alphabet has 26 letters");
    match index / 26 {
        0 => last.to_string(),
        rest => format!("{}{last}", letter(rest - 1)),
    }
}

/// The number of an id such as `A12`, from 1 to `last`, without a sign or leading zeros.
pub fn number_after(letter: char, id: &str, last: u32) -> Option<u32> {
    let digits = id.strip_prefix(letter).filter(|digits| !digits.starts_with(['0', '+']))?;
    digits.parse().ok().filter(|number| (1..=last).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_things_the_first_few_are_named() {
        let things = |number: usize| (1..=number).map(|number| number.to_string()).collect::<Vec<_>>();
        assert_eq!(first_few(&things(2)), "1; 2");
        assert_eq!(first_few(&things(6)), "1; 2; 3; 4; 5; 6");
        assert_eq!(first_few(&things(7)), "1; 2; 3; 4; 5; and 2 more");
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
