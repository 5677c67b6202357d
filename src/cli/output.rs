//! Prints results to standard output, and everything else to standard error.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;

use anyhow::{Context, Result};
use console::Term;
use integrity_healthcheck::document::Document;
use integrity_healthcheck::document::terminal;
use integrity_healthcheck::text::characters::escaped;
use integrity_healthcheck::text::source::ParseError;

use crate::cli::quoting;

/// In columns. Longer lines are hard to read.
const WIDEST: usize = 100;

/// A closed pipe is not an error.
pub fn print(bytes: impl AsRef<[u8]>) -> Result<()> {
    let mut out = io::stdout().lock();
    let bytes = bytes.as_ref();
    // Word and Excel files are not text, and are not escaped.
    let text = std::str::from_utf8(bytes).map(escaped);
    let bytes = text.as_ref().map_or(bytes, |text| text.as_bytes());
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.context("standard output cannot be written"),
    }
}

/// Prints a document as wide as the terminal, or 80 columns.
pub fn print_document(document: &Document) -> Result<()> {
    print(terminal::draw(document, width()))
}

pub fn width() -> usize {
    match Term::stdout().size_checked() {
        Some((_, columns)) => usize::from(columns).clamp(terminal::NARROWEST, WIDEST + 1) - 1,
        None => terminal::WIDTH,
    }
}

/// Prints to standard error, and ignores a failure to do so.
pub fn say(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", for_stderr(&escaped(text)));
}

pub fn say_once(text: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    if SAID.lock().is_ok_and(|mut said| said.insert(text.to_owned())) {
        say(text);
    }
}

/// Wraps the sentences only if standard output is a terminal.
pub fn print_sentences(text: &str) -> Result<()> {
    let is_read = io::stdout().is_terminal() && Term::stdout().size_checked().is_some();
    print(if is_read { wrapped_to(width(), text) } else { text.to_owned() })
}

fn for_stderr(text: &str) -> String {
    match Term::stderr().size_checked().filter(|_| io::stderr().is_terminal()) {
        Some((_, columns)) => {
            wrapped_to(usize::from(columns).clamp(terminal::NARROWEST, WIDEST + 1) - 1, text)
        }
        None => text.to_owned(),
    }
}

/// Indented lines are commands or figures, and are not broken.
fn wrapped_to(width: usize, text: &str) -> String {
    let wrapped = |line: &str| match line.starts_with(' ') {
        true => line.to_owned(),
        false => terminal::wrapped(line, "", width),
    };
    text.split('\n').map(wrapped).collect::<Vec<_>>().join("\n")
}

/// Prints a problem in a file with its place, and any other error after the program's name.
pub fn complain(error: &anyhow::Error) {
    match error.downcast_ref::<ParseError>() {
        // Not wrapped, so that the carets stay in place.
        Some(invalid) => {
            let _ = writeln!(io::stderr().lock(), "{}", escaped(&invalid.to_string()));
        }
        None => say(&format!("healthcheck: {error:#}")),
    }
}

/// Escapes control characters that were typed.
pub fn misunderstood(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        let _ = write!(io::stderr().lock(), "{}", escaped(&error.render().to_string()));
    } else {
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// For display, without hidden or control characters.
pub fn shown(path: &Path) -> String {
    escaped(&path.display().to_string()).into_owned()
}

/// The absolute path, for display.
pub fn shown_in_full(path: &Path) -> String {
    shown(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

pub fn in_command(path: &Path) -> String {
    quoting::quoted(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_wrapped_at_words_and_commands_stay_whole() {
        let text = "one two three four\n\n  healthcheck status kent.toml\n";
        assert_eq!(wrapped_to(10, text), "one two\nthree four\n\n  healthcheck status kent.toml\n");
    }
}
