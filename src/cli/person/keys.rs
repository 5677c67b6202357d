//! Reads keys and marked pastes. console splits a key that it does not know into parts, whose letters must not count as
//! keys.

use console::{Key, Term};
use integrity_healthcheck::interview::LeftError;

use super::waiting::wait_for;

pub const CTRL_D: Key = Key::Char('\u{4}');
pub const CTRL_S: Key = Key::Char('\u{13}');
pub const CTRL_U: Key = Key::Char('\u{15}');

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Key(Key),
    /// The whole text of a paste that the terminal marked.
    Paste(String),
    /// A key that nothing here uses.
    Other,
}

/// Waits for the next key or paste, calling `meanwhile` every 60 ms. Fails if the terminal closes, or on a Ctrl-C that
/// comes as a signal.
pub fn read_input(term: &Term, meanwhile: impl FnMut()) -> Result<Input, LeftError> {
    let term = term.clone();
    wait_for(move || decode(&mut || term.read_key_raw().ok()), meanwhile)?.ok_or(LeftError)
}

/// Reads one key or paste; `None` when `read` has no more keys.
fn decode(read: &mut impl FnMut() -> Option<Key>) -> Option<Input> {
    Some(match read()? {
        Key::UnknownEscSeq(start) => match whole_sequence(start, read)?.as_str() {
            "[200~" => Input::Paste(rest_of_paste(read)?),
            "OA" => Input::Key(Key::ArrowUp),
            "OB" => Input::Key(Key::ArrowDown),
            "OC" => Input::Key(Key::ArrowRight),
            "OD" => Input::Key(Key::ArrowLeft),
            "OH" => Input::Key(Key::Home),
            "OF" => Input::Key(Key::End),
            _ => Input::Other,
        },
        key => Input::Key(key),
    })
}

/// Reads the rest of an escape sequence that console gave the start of.
fn whole_sequence(start: Vec<char>, read: &mut impl FnMut() -> Option<Key>) -> Option<String> {
    let mut sequence: String = start.into_iter().collect();
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

/// Up to the mark that ends a paste.
fn rest_of_paste(read: &mut impl FnMut() -> Option<Key>) -> Option<String> {
    let mut text = String::new();
    loop {
        match read()? {
            Key::Char(character) => text.push(character),
            Key::Enter => text.push('\n'),
            Key::Tab => text.push('\t'),
            Key::UnknownEscSeq(start) if whole_sequence(start.clone(), read)? == "[201~" => {
                return Some(text);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(keys: Vec<Key>) -> Vec<Input> {
        let mut keys = keys.into_iter();
        std::iter::from_fn(|| decode(&mut || keys.next())).collect()
    }

    fn start_of(parts: &str) -> Key {
        Key::UnknownEscSeq(parts.chars().collect())
    }

    #[test]
    fn the_parts_of_an_unknown_key_are_not_letters() {
        // Ctrl and left, F2, F5, Alt and q, and then a q.
        let keys = [
            start_of("[1;"),
            Key::Char('5'),
            Key::Char('D'),
            start_of("O"),
            Key::Char('Q'),
            start_of("[15"),
            Key::Char('~'),
        ];
        let keys = keys.into_iter().chain([start_of("q"), Key::Char('q')]).collect();
        let other = || Input::Other;
        assert_eq!(all(keys), [other(), other(), other(), other(), Input::Key(Key::Char('q'))]);
    }

    #[test]
    fn a_paste_is_one_text() {
        let mut keys =
            vec![start_of("[20"), Key::Char('0'), Key::Char('~'), Key::Char('q'), Key::Enter, Key::Char('ŵ')];
        keys.extend([start_of("[20"), Key::Char('1'), Key::Char('~'), Key::Char('b')]);
        assert_eq!(all(keys), [Input::Paste("q\nŵ".to_owned()), Input::Key(Key::Char('b'))]);
    }
}
