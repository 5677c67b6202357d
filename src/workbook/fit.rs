//! How many lines a text takes in a column. Not every program makes a row as high as its text, so the height is
//! calculated here from the widths of Arial, rounded up rather than down.

/// The most lines that a row can show: a row is at most 409 points high, and a line 12.75.
pub const TALLEST: usize = 31;

/// `width` is in digits.
pub fn lines(text: &str, width: f64) -> usize {
    starts(text, width).len()
}

/// Splits a text into pieces of at most `most` lines.
pub fn pieces(text: &str, width: f64, most: usize) -> Vec<&str> {
    let starts = starts(text, width);
    let firsts: Vec<usize> = starts.iter().copied().step_by(most.max(1)).collect();
    let ends = firsts.iter().copied().skip(1).chain([text.len()]);
    firsts.iter().zip(ends).filter_map(|(&first, end)| text.get(first..end)).collect()
}

/// At most `most` characters of a text, the last an ellipsis if it was longer.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some(_) => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// Where each line begins, in bytes. Words are kept whole unless one alone is wider than the column.
fn starts(text: &str, width: f64) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut line, mut used) = (0, 0.0);
    // Since the last place where the line can be broken: its index, and the width of what follows it.
    let mut rest: Option<(usize, f64)> = None;
    for (at, character) in text.char_indices() {
        let after = at + character.len_utf8();
        if character == '\n' {
            (line, used, rest) = (after, 0.0, None);
            starts.push(line);
            continue;
        }
        let wide = digits(character);
        if used + wide > width && at > line {
            (line, used) = rest.take().unwrap_or((at, 0.0));
            starts.push(line);
        }
        used += wide;
        rest = match (character, rest) {
            (' ' | '-' | '\t', _) => Some((after, 0.0)),
            (_, Some((at, behind))) => Some((at, behind + wide)),
            (_, None) => None,
        };
    }
    starts
}

/// The width of a character, in digits of the column's width; a printed digit is a little wider.
fn digits(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' => 0.45,
        ' ' | '.' | ',' | ':' | ';' | '!' | '/' | 'f' | 't' | 'I' => 0.55,
        'r' | '(' | ')' | '[' | ']' | '-' => 0.65,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.97,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 1.8,
        '\t' => 4.0,
        capital if capital.is_ascii_uppercase() => 1.4,
        plain if plain.is_ascii() => 1.05,
        // Letters with accents are no wider than a capital, but signs of other scripts are twice a digit.
        other if u32::from(other) < 0x250 => 1.4,
        _ => 2.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole_and_line_ends_too() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("one two", 10.0), 1);
        assert_eq!(pieces("aaaa bbbb cccc", 6.0, 1), ["aaaa ", "bbbb ", "cccc"]);
        assert_eq!(pieces("a\n\nb", 6.0, 1), ["a\n", "\n", "b"]);
        assert_eq!(pieces("aaaaaaaa", 4.5, 1), ["aaaa", "aaaa"]);
        assert_eq!(pieces("WWWW", 0.1, 1), ["W", "W", "W", "W"]);
    }

    #[test]
    fn pieces_are_together_the_text() {
        let text = "The quick brown fox – naïve, 漢字 – jumps.\n".repeat(40);
        for most in [1, 2, TALLEST] {
            assert_eq!(pieces(&text, 20.0, most).concat(), text);
        }
    }
}
