//! Dates as people type them: in the interview, on the command line and in returned forms.

use chrono::{Datelike, Days, Month, NaiveDate, Weekday};

use super::long_date;

/// The earliest date that is accepted. An earlier one is a year that was typed without its century.
pub(crate) const EARLIEST: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();

pub const HELP: &str = "write it like 30/9/2026, 30 Sep 2026 or 2026-09-30";

/// Reads a date such as `30/9/26`, `30.9.2026`, `30 Sep 2026` or `2026-09-30`. A year of two digits is in this century;
/// a year before 1900 is refused.
pub fn parse_date(typed: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = parts(typed).filter(|part| !part.eq_ignore_ascii_case("of")).collect();
    // A day of the week may come first, and must be right.
    let (weekday, parts) = match parts.split_first() {
        Some((first, rest)) if rest.len() == 3 => (Some(first.parse::<Weekday>().ok()?), rest),
        _ => (None, parts.as_slice()),
    };
    let (year, month, day) = match *parts {
        [year, month, day] if year.len() == 4 && is_number(year) => (year, number(month)?, number(day)?),
        // In 26-11-02 the year could be at either end.
        [_, _, year] if year.len() == 2 && typed.contains('-') => return None,
        [day, month, year] => (year, month_of(month)?, number(without_ending(day))?),
        _ => return None,
    };
    let year = match (year.len(), number(year)?) {
        (2, year) => 2000 + year,
        (4, year) => year,
        _ => return None,
    };
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (day >= EARLIEST && weekday.is_none_or(|weekday| weekday == day.weekday())).then_some(day)
}

fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([' ', '/', '.', '-', ',']).filter(|part| !part.is_empty())
}

/// Says in a sentence why [`parse_date`] refuses a text, and how to write a date.
pub fn why_not_a_date(typed: &str) -> String {
    let all: Vec<&str> = parts(typed).collect();
    let said = match *all.as_slice() {
        [month, day, year] if self::parse_date(typed).is_none() => {
            let other = format!("{day}/{month}/{year}");
            let is_meant =
                number(day) > Some(12) && number(day) <= Some(31) && self::parse_date(&other).is_some();
            is_meant.then(|| format!("There is no month {day}. The day comes first; did you mean {other}?"))
        }
        [weekday, ..] if all.len() > 3 && weekday.parse::<Weekday>().is_ok() => {
            let rest = typed.trim_start().strip_prefix(weekday).and_then(self::parse_date);
            rest.map(|day| format!("{} is a {}.", long_date(day), day.format("%A")))
        }
        _ => None,
    };
    said.unwrap_or_else(|| match *all.as_slice() {
        [year, _, _] if year.len() == 4 && is_number(year) => format!("There is no such day; {HELP}."),
        [_, _, year] if typed.contains('-') && year.len() == 2 => {
            "Write the year with all four digits, as in 30/9/2026.".to_owned()
        }
        [_, _, year] if year.len() == 4 && number(year).is_some_and(|year| year < EARLIEST.year_ce().1) => {
            format!("{year} is too long ago; {HELP}.")
        }
        [day, month, year]
            if number(without_ending(day)).is_some()
                && month_of(month).is_some()
                && is_number(year)
                && matches!(year.len(), 2 | 4) =>
        {
            format!("There is no such day; {HELP}.")
        }
        [first, second] if month_of(first).or(month_of(second)).is_some() => {
            format!("A date needs its day, its month and its year; {HELP}.")
        }
        _ => format!("That is not a date; {HELP}."),
    })
}

/// The first and last day of a calendar year (`2025`) or of a financial year, which ends on 31 March (`2025/26`).
pub fn parse_year(typed: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (begins, ends) =
        typed.split_once(['/', '-']).map_or((typed, None), |(begins, ends)| (begins, Some(ends)));
    let year = if begins.len() == 4 { i32::try_from(number(begins)?).ok()? } else { return None };
    let next = year + 1;
    let (first, last) = match ends {
        None => (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?),
        Some(ends) if ends == next.to_string() || ends == format!("{:02}", next % 100) => {
            (NaiveDate::from_ymd_opt(year, 4, 1)?, NaiveDate::from_ymd_opt(next, 3, 31)?)
        }
        Some(_) => return None,
    };
    (first >= EARLIEST).then_some((first, last))
}

/// Reads `today`, `yesterday`, or a date as [`parse_date`] does.
pub fn parse_date_or_relative(today: NaiveDate, typed: &str) -> Option<NaiveDate> {
    match typed.to_lowercase().as_str() {
        "today" => Some(today),
        "yesterday" => today.checked_sub_days(Days::new(1)),
        _ => parse_date(typed),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

fn number(text: &str) -> Option<u32> {
    is_number(text).then(|| text.parse().ok()).flatten()
}

/// `1st` as `1`.
fn without_ending(day: &str) -> &str {
    let endings = ["st", "nd", "rd", "th"];
    endings.into_iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day)
}

/// A month by its number or its English name, of which three letters are enough.
fn month_of(text: &str) -> Option<u32> {
    if is_number(text) {
        return number(text);
    }
    let word = text.to_lowercase();
    let is_meant = |month: &Month| word.len() >= 3 && month.name().to_lowercase().starts_with(&word);
    (1..=12u8)
        .filter_map(|number| Month::try_from(number).ok())
        .find(is_meant)
        .map(|month| month.number_from_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for typed in [
            "2026-09-30",
            "30/9/26",
            "30/09/2026",
            "30.9.2026",
            "30.9.26",
            "30. 9. 2026",
            "30-9-2026",
            "30 Sep 2026",
            "30 sept 26",
            "30th September 2026",
            "30 September, 2026",
            "30th of September 2026",
            "Wednesday 30 September 2026",
            "Wed, 30 Sep 2026",
            "2026/9/30",
        ] {
            assert_eq!(parse_date(typed), on("2026-09-30"), "{typed}");
        }
        assert_eq!(parse_date("1/2/99"), on("2099-02-01"));
        for wrong in [
            "26-11-02",
            "30/9",
            "2026-02-30",
            "31/9/26",
            "30 Se 2026",
            "Monday 30 September 2026",
            "about 30 September 2026",
            "30 9 126",
            "1/1/1899",
            "+1/2/2026",
            "soon",
            "",
        ] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn why_it_is_no_day_is_told() {
        assert_eq!(
            why_not_a_date("9/30/2026"),
            "There is no month 30. The day comes first; did you mean 30/9/2026?"
        );
        for (typed, why) in [
            ("30/2/2026", "There is no such day;"),
            ("2/30/2026", "There is no such day;"),
            ("1/45/2026", "There is no such day;"),
            ("31st September 2026", "There is no such day;"),
            ("30-9-26", "Write the year with all four digits,"),
            ("26-11-02", "Write the year with all four digits,"),
            ("1/1/1899", "1899 is too long ago;"),
            ("2026-09-31", "There is no such day;"),
            ("2026-31-12", "There is no such day;"),
            ("Monday 30 September 2026", "30 September 2026 is a Wednesday."),
            ("10/2026/5", "That is not a date;"),
            ("31 September 2026", "There is no such day;"),
            ("March 2026", "A date needs its day, its month and its year;"),
            ("31 March", "A date needs its day, its month and its year;"),
            ("soon", "That is not a date;"),
        ] {
            assert!(why_not_a_date(typed).starts_with(why), "{typed}: {}", why_not_a_date(typed));
        }
    }

    #[test]
    fn a_year_is_the_calendars_or_the_financial_one() {
        let days = |first, last| on(first).zip(on(last));
        assert_eq!(parse_year("2025"), days("2025-01-01", "2025-12-31"));
        for typed in ["2025/26", "2025-26", "2025/2026"] {
            assert_eq!(parse_year(typed), days("2025-04-01", "2026-03-31"), "{typed}");
        }
        assert_eq!(parse_year("1999/00"), days("1999-04-01", "2000-03-31"));
        for wrong in
            ["2025/27", "2025/25", "25/26", "2025/6", "1899", "30/9/26", "2025-09-30", "99999", "soon", ""]
        {
            assert_eq!(parse_year(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn some_days_are_said_from_another() {
        let today = on("2026-03-01").unwrap();
        assert_eq!(parse_date_or_relative(today, "Yesterday"), on("2026-02-28"));
        assert_eq!(parse_date_or_relative(today, "today"), on("2026-03-01"));
        assert_eq!(parse_date_or_relative(today, "28.2.26"), on("2026-02-28"));
        assert_eq!(parse_date("yesterday"), None);
    }
}
