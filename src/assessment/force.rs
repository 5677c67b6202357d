//! Compares names of forces, with or without "Police" or "Constabulary".

use unicode_normalization::UnicodeNormalization;

const CHANGING: [&str; 5] = ["the", "police", "constabulary", "service", "force"];

/// The words of a name in lower case and Unicode form NFKC, without those that may be left out.
pub fn normalised_name(name: &str) -> String {
    let lower = name.nfkc().collect::<String>().to_lowercase().replace('&', " and ");
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let own: Vec<&str> = words().filter(|word| !CHANGING.contains(word)).collect();
    if own.is_empty() { words().collect::<Vec<_>>().join(" ") } else { own.join(" ") }
}

/// A force's name without "Police" and the like at its end, short enough for a column: `Dyfed-Powys`, `City of London`.
pub fn short_name(name: &str) -> &str {
    let mut short = name.trim();
    while let Some((rest, last)) = short.rsplit_once(' ')
        && CHANGING.contains(&last.to_lowercase().as_str())
    {
        short = rest.trim_end();
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_force_is_the_same_however_its_name_is_written() {
        let same = [
            ("Kent Police", "kent constabulary"),
            ("Devon & Cornwall Police", "Devon and Cornwall Constabulary"),
            ("Dyfed-Powys Police", "Dyfed Powys"),
            ("Metropolitan Police Service", "The Metropolitan Police"),
            ("Ynys M\u{f4}n Police", "Ynys Mo\u{302}n Police"),
        ];
        for (one, other) in same {
            assert_eq!(normalised_name(one), normalised_name(other), "{one}, {other}");
        }
        let different =
            [("West Midlands Police", "West Mercia Police"), ("North Wales Police", "South Wales Police")];
        for (one, other) in different {
            assert_ne!(normalised_name(one), normalised_name(other));
        }
        assert_eq!(normalised_name("Police Service"), "police service", "a name is never nothing");
    }

    #[test]
    fn a_short_name_keeps_what_tells_it_from_others() {
        let short = [
            ("Metropolitan Police Service", "Metropolitan"),
            ("City of London Police", "City of London"),
            ("Avon and Somerset Constabulary", "Avon and Somerset"),
            ("Police Service of Northern Ireland", "Police Service of Northern Ireland"),
            ("Essex", "Essex"),
            ("Police", "Police"),
        ];
        for (name, expected) in short {
            assert_eq!(short_name(name), expected);
        }
    }
}
