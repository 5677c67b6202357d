//! What the program says: results to standard output, all else to standard error.

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

/// The widest that text is drawn; longer lines are hard to read.
const WIDEST: usize = 100;

/// Prints a result. A reader who has seen enough may close the pipe: that ends it quietly.
pub fn print(bytes: impl AsRef<[u8]>) -> Result<()> {
    let mut out = io::stdout().lock();
    let bytes = bytes.as_ref();
    // A file of Word or Excel is no text, and goes out as it is.
    let text = std::str::from_utf8(bytes).map(escaped);
    let bytes = text.as_ref().map_or(bytes, |text| text.as_bytes());
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.context("standard output cannot be written"),
    }
}

/// Prints a document as wide as the terminal, 80 columns where there is none.
pub fn print_document(document: &Document) -> Result<()> {
    print(terminal::draw(document, width()))
}

/// The columns to draw in.
pub fn width() -> usize {
    match Term::stdout().size_checked() {
        Some((_, columns)) => usize::from(columns).clamp(terminal::NARROWEST, WIDEST + 1) - 1,
        None => terminal::WIDTH,
    }
}

/// Says something that is not a result. Nobody may be listening.
pub fn say(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", for_stderr(&escaped(text)));
}

/// Says something once, however often it is found.
pub fn say_once(text: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    if SAID.lock().is_ok_and(|mut said| said.insert(text.to_owned())) {
        say(text);
    }
}

/// Prints sentences as a result, wrapped at words where they are read in a terminal.
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

/// Text wrapped to the terminal it is printed in. An indented line is a command or a figure, and stays in one piece.
fn wrapped_to(width: usize, text: &str) -> String {
    let wrapped = |line: &str| match line.starts_with(' ') {
        true => line.to_owned(),
        false => terminal::wrapped(line, "", width),
    };
    text.split('\n').map(wrapped).collect::<Vec<_>>().join("\n")
}

/// Says what went wrong. A problem of a file begins with its place, anything else with the program's name.
pub fn complain(error: &anyhow::Error) {
    match error.downcast_ref::<ParseError>() {
        // Its lines and carets keep their places.
        Some(invalid) => {
            let _ = writeln!(io::stderr().lock(), "{}", escaped(&invalid.to_string()));
        }
        None => say(&format!("healthcheck: {error:#}")),
    }
}

/// Shows help, or what was wrong on the command line: what was typed there cannot move the cursor either.
pub fn misunderstood(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        let _ = write!(io::stderr().lock(), "{}", escaped(&error.render().to_string()));
    } else {
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// A path as it is shown: nothing in its name can move the cursor or hide.
pub fn shown(path: &Path) -> String {
    escaped(&path.display().to_string()).into_owned()
}

/// A path as it can be pasted into a command.
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
