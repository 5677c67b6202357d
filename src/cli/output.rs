//! What the program says: results to standard output, all else to standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;

use anyhow::{Context, Result};
use console::Term;
use integrity_healthcheck::document::Document;
use integrity_healthcheck::document::terminal;
use integrity_healthcheck::text::source::Invalid;

/// The widest that text is drawn; longer lines are hard to read.
const WIDEST: usize = 100;

/// Prints a result. A reader who has seen enough may close the pipe: that ends it quietly.
pub fn print(bytes: impl AsRef<[u8]>) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes.as_ref()).and_then(|()| out.flush()) {
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
    let _ = writeln!(io::stderr().lock(), "{}", for_stderr(text));
}

/// Text wrapped to the terminal it is printed in. An indented line is a command or a figure, and stays in one piece.
fn for_stderr(text: &str) -> String {
    let Some((_, columns)) = Term::stderr().size_checked().filter(|_| io::stderr().is_terminal()) else {
        return text.to_owned();
    };
    let width = usize::from(columns).clamp(terminal::NARROWEST, WIDEST + 1) - 1;
    let wrapped = |line: &str| match line.starts_with(' ') {
        true => line.to_owned(),
        false => terminal::wrapped(line, "", width),
    };
    text.split('\n').map(wrapped).collect::<Vec<_>>().join("\n")
}

/// Says what went wrong. A problem of a file begins with its place, anything else with the program's name.
pub fn complain(error: &anyhow::Error) {
    match error.downcast_ref::<Invalid>() {
        // Its lines and carets keep their places.
        Some(invalid) => {
            let _ = writeln!(io::stderr().lock(), "{invalid}");
        }
        None => say(&format!("healthcheck: {error:#}")),
    }
}

/// A path as it can be typed in a command, in any of the usual shells.
pub fn in_command(path: &Path) -> String {
    let shown = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '\\' | ':');
    if shown.chars().all(plain) { shown } else { format!("\"{shown}\"") }
}
