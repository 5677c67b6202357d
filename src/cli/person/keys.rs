//! Keys as a person presses them. What console knows no name for comes in pieces, which must not pass for letters.

use console::{Key, Term};
use integrity_healthcheck::interview::Gone;

use super::waiting::wait_for;

/// What was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// A key.
    Key(Key),
    /// A text was pasted, whole.
    Pasted(String),
    /// Something of no meaning here.
    Nothing,
}

/// Tells the terminal to mark what is pasted.
pub const MARK_PASTES: &str = "\u{1b}[?2004h";
/// Tells it to mark nothing any longer.
pub const MARK_NO_PASTES: &str = "\u{1b}[?2004l";

/// The next key; `meanwhile` is called again and again until it comes.
pub fn next(term: &Term, meanwhile: impl FnMut()) -> Result<Pressed, Gone> {
    let term = term.clone();
    wait_for(move || pressed(&mut || term.read_key_raw().ok()), meanwhile)?.ok_or(Gone)
}

/// One key or paste of those that a source gives; `None` once it gives none.
fn pressed(read: &mut impl FnMut() -> Option<Key>) -> Option<Pressed> {
    Some(match read()? {
        Key::UnknownEscSeq(begun) => match sequence(begun, read)?.as_str() {
            "[200~" => Pressed::Pasted(pasted(read)?),
            "OA" => Pressed::Key(Key::ArrowUp),
            "OB" => Pressed::Key(Key::ArrowDown),
            "OC" => Pressed::Key(Key::ArrowRight),
            "OD" => Pressed::Key(Key::ArrowLeft),
            "OH" => Pressed::Key(Key::Home),
            "OF" => Pressed::Key(Key::End),
            _ => Pressed::Nothing,
        },
        key => Pressed::Key(key),
    })
}

/// The whole of a sequence of which console gave the beginning.
fn sequence(begun: Vec<char>, read: &mut impl FnMut() -> Option<Key>) -> Option<String> {
    let mut sequence: String = begun.into_iter().collect();
    let is_whole = |sequence: &str| match sequence.as_bytes() {
        [b'[', .., last] => (b'@'..=b'~').contains(last),
        [b'[' | b'O'] => false,
        _ => true,
    };
    while !is_whole(&sequence) {
        match read()? {
            Key::Char(part) => sequence.push(part),
            _ => break,
        }
    }
    Some(sequence)
}

/// What is pasted, up to the mark of its end.
fn pasted(read: &mut impl FnMut() -> Option<Key>) -> Option<String> {
    let mut text = String::new();
    loop {
        match read()? {
            Key::Char(character) => text.push(character),
            Key::Enter => text.push('\n'),
            Key::Tab => text.push('\t'),
            Key::UnknownEscSeq(begun) if sequence(begun.clone(), read)? == "[201~" => return Some(text),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(keys: Vec<Key>) -> Vec<Pressed> {
        let mut keys = keys.into_iter();
        std::iter::from_fn(|| pressed(&mut || keys.next())).collect()
    }

    fn begun(parts: &str) -> Key {
        Key::UnknownEscSeq(parts.chars().collect())
    }

    #[test]
    fn a_key_that_comes_in_pieces_is_no_letters() {
        // Ctrl and left, F2, F5, Alt and q, and then a q.
        let keys = [
            begun("[1;"),
            Key::Char('5'),
            Key::Char('D'),
            begun("O"),
            Key::Char('Q'),
            begun("[15"),
            Key::Char('~'),
        ];
        let keys = keys.into_iter().chain([begun("q"), Key::Char('q')]).collect();
        let nothing = Pressed::Nothing;
        let expected =
            [nothing.clone(), nothing.clone(), nothing.clone(), nothing, Pressed::Key(Key::Char('q'))];
        assert_eq!(all(keys), expected);
    }

    #[test]
    fn what_is_pasted_is_one_text() {
        let mut keys =
            vec![begun("[20"), Key::Char('0'), Key::Char('~'), Key::Char('q'), Key::Enter, Key::Char('ŵ')];
        keys.extend([begun("[20"), Key::Char('1'), Key::Char('~'), Key::Char('b')]);
        assert_eq!(all(keys), [Pressed::Pasted("q\nŵ".to_owned()), Pressed::Key(Key::Char('b'))]);
    }
}
