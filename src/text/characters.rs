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
    let mut from = 0;
    loop {
        let at = from + first_not_plain(text.as_bytes().get(from..)?)?;
        let mut following = text.get(at..)?.chars();
        let character = following.next()?;
        let line_end = character == '\r' && following.as_str().starts_with('\n');
        if is_refused(character) && !line_end {
            return Some((at, character));
        }
        from = at + character.len_utf8();
    }
}

/// Where the first byte stands that is not of plain ASCII, of which nearly all that is written is. A run of bytes is
/// looked at as a whole, which compilers do many at a time.
fn first_not_plain(bytes: &[u8]) -> Option<usize> {
    const RUN: usize = 64;
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    let plain = bytes.chunks(RUN).take_while(|run| run.iter().fold(true, |all, byte| all & is_plain(byte)));
    let passed = plain.map(<[u8]>::len).sum::<usize>();
    let rest = bytes.get(passed..)?;
    rest.iter().position(|byte| !is_plain(byte)).map(|at| passed + at)
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
        assert_eq!(refused_in("£5, Dyfed–Powys, ŵ and 👮"), None);
        assert!(refused_in("£é\u{7f}").is_some_and(|(at, _)| at == 4));
        assert!(refused_in("a\r").is_some_and(|(at, _)| at == 1));
    }
}
