//! The program opened by a double click.

use std::ffi::OsString;
use std::io;

use crate::cli::output;

/// The arguments as typed. If there are none and the program is alone in its window, those of `assess`, and `true`: the
/// window closes with the program, so the caller must [`wait`].
pub fn instead_of_none(typed: Vec<OsString>, alone: bool) -> (Vec<OsString>, bool) {
    let opened = alone && typed.len() <= 1;
    if opened { (vec!["healthcheck".into(), "assess".into()], true) } else { (typed, false) }
}

/// Keeps the window open until the user has read it.
pub fn wait() {
    output::say("\nPress Enter to close this window.");
    let _ = io::stdin().read_line(&mut String::new());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn only_a_double_click_opens_the_interview() {
        let path = r"C:\Users\A. Assessor\Downloads\healthcheck.exe";
        let opened = |typed: &[&str], alone| instead_of_none(words(typed), alone);
        assert_eq!(opened(&[path], true), (words(&["healthcheck", "assess"]), true));
        assert_eq!(opened(&[], true), (words(&["healthcheck", "assess"]), true));
        assert_eq!(opened(&[path, "list"], true), (words(&[path, "list"]), false));
        assert_eq!(opened(&[path], false), (words(&[path]), false));
    }
}
