//! Which characters are allowed in a text that a person typed or wrote by hand.

use std::borrow::Cow;

/// Joins several emoji into one.
const JOINER: char = '\u{200D}';

/// Whether a character is allowed in no text, because it could hide, reorder or fake what a person reads.
///
/// These are control characters other than tab and line end (so terminal escapes too), Unicode line separators,
/// bidirectional controls, and invisible characters: zero-width spaces, fillers, tags.
pub fn is_refused(character: char) -> bool {
    match character {
        '\t' | '\n' => false,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' => true,
        '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' => true,
        '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' => true,
        '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' => true,
        '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}' => true,
        other => other.is_control(),
    }
}

/// The text with every refused character written as an escape.
pub fn escaped(text: &str) -> Cow<'_, str> {
    match first_refused(text) {
        None => Cow::Borrowed(text),
        Some(_) => {
            let shown = |c: char| {
                let hides = is_refused(c) || c == JOINER;
                if hides { c.escape_unicode().to_string() } else { c.to_string() }
            };
            Cow::Owned(text.replace("\r\n", "\n").chars().map(shown).collect())
        }
    }
}

/// The first refused character of a text, with its position in bytes.
pub fn first_refused(text: &str) -> Option<(usize, char)> {
    let mut from = 0;
    loop {
        let at = from + first_not_plain(text.as_bytes().get(from..)?)?;
        let (before, rest) = text.split_at(at);
        let mut following = rest.chars();
        let character = following.next()?;
        let line_end = character == '\r' && following.as_str().starts_with('\n');
        let before = before.chars().next_back();
        let hides = match character {
            JOINER => !(before.is_some_and(is_pictured) && following.next().is_some_and(is_pictured)),
            '\u{FE00}'..='\u{FE0F}' => !before.is_some_and(|sign| can_be_pictured(sign, following.next())),
            other => is_refused(other) && !line_end,
        };
        if hides {
            return Some((at, character));
        }
        from = at + character.len_utf8();
    }
}

fn is_pictured(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether a variation selector may follow a character: emoji, some signs, and a digit inside a keycap.
fn can_be_pictured(character: char, following: Option<char>) -> bool {
    const KEY: char = '\u{20E3}';
    let can = match character {
        '0'..='9' | '#' | '*' => following == Some(KEY),
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '〰' | '〽' | '㊗' | '㊙' => true,
        _ => false,
    };
    can || (is_pictured(character) && character != '\u{FE0F}')
}

/// The position of the first byte that is not plain ASCII. Tests 64 bytes at a time, which the compiler vectorises:
/// nearly all text is plain.
fn first_not_plain(bytes: &[u8]) -> Option<usize> {
    const RUN: usize = 64;
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    let plain = bytes.chunks(RUN).take_while(|run| run.iter().fold(true, |all, byte| all & is_plain(byte)));
    let passed = plain.map(<[u8]>::len).sum::<usize>();
    let rest = bytes.get(passed..)?;
    rest.iter().position(|byte| !is_plain(byte)).map(|at| passed + at)
}

/// The position in bytes of the first refused character of a text, with the message about it.
pub fn refused_in(text: &str) -> Option<(usize, String)> {
    first_refused(text).map(|(at, character)| (at, refusal_of(character)))
}

/// The text without its refused characters; those that end a line in other programs become line ends.
pub fn cleaned(text: &str) -> String {
    without_refused(text).0
}

/// As [`cleaned`], with the number of characters removed.
fn without_refused(text: &str) -> (String, usize) {
    let mut cleaned = text.replace("\r\n", "\n");
    let mut number = 0;
    while let Some((at, character)) = first_refused(&cleaned) {
        let breaks = matches!(character, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        cleaned.replace_range(at..at + character.len_utf8(), if breaks { "\n" } else { "" });
        number += 1;
    }
    (cleaned, number)
}

/// Tells the person who typed or pasted a text how many refused characters it has, and which words the first follows.
pub fn describe_hidden(text: &str) -> Option<String> {
    const WORDS: usize = 3;
    let (at, character) = first_refused(text)?;
    let words: Vec<&str> =
        text.split_at(at).0.lines().next_back().into_iter().flat_map(str::split_whitespace).collect();
    let last = words.split_at(words.len().saturating_sub(WORDS)).1.join(" ");
    let place = if last.is_empty() { String::new() } else { format!(" after “{last}”") };
    let code = u32::from(character);
    let which = match without_refused(text).1 {
        1 => format!("a hidden character{place}"),
        all => format!("{all} hidden characters, the first{place}"),
    };
    Some(format!("This text has {which} (U+{code:04X}). They come with pasted text."))
}

pub fn refusal_of(character: char) -> String {
    format!("the hidden character U+{:04X} is not allowed", u32::from(character))
}

/// The most characters in a name or a marking: both are printed at the top of every page.
const LONGEST_NAME: usize = 200;

pub fn too_long(name: &str) -> Option<String> {
    let long = name.chars().count();
    (long > LONGEST_NAME).then(|| format!("has {long} characters, of at most {LONGEST_NAME}"))
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

    #[test]
    fn what_is_hidden_is_named_and_can_be_taken_out() {
        assert_eq!(describe_hidden("tab\t, line\r\nend 👩\u{200D}✈\u{FE0F}"), None);
        let pasted = "Two\r\nregis\u{AD}ters, \u{200B}one\u{1b}[31m each\u{FE0F}";
        assert_eq!(cleaned(pasted), "Two\nregisters, one[31m each");
        assert_eq!(cleaned("one\u{2028}two\u{B}three\rfour"), "one\ntwo\nthree\nfour");
        assert_eq!(
            describe_hidden(pasted).unwrap(),
            "This text has 4 hidden characters, the first after “regis” (U+00AD). They come with pasted text."
        );
        assert_eq!(
            describe_hidden("\u{FEFF}Kent").unwrap(),
            "This text has a hidden character (U+FEFF). They come with pasted text."
        );
    }

    #[test]
    fn what_no_reader_sees_is_refused() {
        for hidden in
            ['\u{200B}', '\u{2060}', '\u{AD}', '\u{FEFF}', '\u{3164}', '\u{E0000}', '\u{E0041}', '\u{E0FFF}']
        {
            let text = format!("Kent{hidden} Police");
            assert_eq!(first_refused(&text), Some((4, hidden)), "{hidden:?}");
            assert_eq!(escaped(&text), format!("Kent{} Police", hidden.escape_unicode()));
        }
        assert_eq!(first_refused("Kent\u{200D} Police"), Some((4, '\u{200D}')));
        assert_eq!(first_refused("Kent\u{FE0F} Police"), Some((4, '\u{FE0F}')));
        assert_eq!(first_refused("Unit 1\u{FE0F} of 9"), Some((6, '\u{FE0F}')));
        for emoji in ["👩\u{200D}✈\u{FE0F}", "❤\u{FE0F}", "👨\u{200D}👩\u{200D}👧", "1\u{FE0F}\u{20E3}"]
        {
            assert_eq!(first_refused(emoji), None, "{emoji}");
        }
    }
}
