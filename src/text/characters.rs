//! Which characters may stand in what a person typed or wrote by hand.

/// Whether a character may not stand in any text: it could hide, reorder or fake what a person reads.
///
/// Control characters other than tab and line end, terminal escapes with them, line separators that are not line
/// ends, and the controls of bidirectional text.
pub fn is_refused(character: char) -> bool {
    match character {
        '\t' | '\n' => false,
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{2028}' | '\u{2029}' => true,
        other => other.is_control(),
    }
}

/// The first refused character of a text and where it stands, in bytes; `None` when the text is clean.
pub fn first_refused(text: &str) -> Option<(usize, char)> {
    let mut rest = text.char_indices().peekable();
    while let Some((at, character)) = rest.next() {
        let line_end = character == '\r' && rest.peek().is_some_and(|(_, next)| *next == '\n');
        if is_refused(character) && !line_end {
            return Some((at, character));
        }
    }
    None
}

/// The first refused character of a text, with the sentence that names it; `None` when the text is clean.
pub fn refused_in(text: &str) -> Option<(usize, String)> {
    first_refused(text).map(|(at, character)| (at, refusal_of(character)))
}

/// The sentence that names a refused character.
pub fn refusal_of(character: char) -> String {
    format!("the hidden character U+{:04X} is not allowed", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_found_and_line_ends_are_not() {
        assert_eq!(refused_in("tab\t, line\r\nend\n"), None);
        assert!(refused_in("a\rb").is_some_and(|(at, _)| at == 1));
        assert!(refused_in("\u{1b}[31m").is_some());
        assert!(refused_in("x\u{202E}y").is_some_and(|(at, _)| at == 1));
    }
}
