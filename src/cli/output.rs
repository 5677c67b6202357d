//! What the program writes: results to standard output, all else to standard error, files whole or not at all.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use clap::CommandFactory;
use console::Term;
use integrity_healthcheck::report::document::Document;
use integrity_healthcheck::report::terminal;

use super::Outcome;
use super::args::Arguments;

/// The widest that text is drawn; longer lines are hard to read.
const WIDEST: usize = 100;

/// Prints a result. A reader who has seen enough may close the pipe: that ends it quietly.
pub fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.context("standard output cannot be written"),
    }
}

/// Prints a document as wide as the terminal, 80 columns where there is none.
pub fn print_document(document: &Document) -> Result<()> {
    print(&terminal::draw(document, width()))
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
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Says what went wrong.
pub fn complain(text: &str) {
    let place = text
        .split_whitespace()
        .next()
        .is_some_and(|first| first.ends_with(':') && first.matches(':').count() > 2);
    say(&if place { text.to_owned() } else { format!("healthcheck: {text}") });
}

/// Writes a file whole, or leaves everything as it was.
pub fn write_file(path: &Path, bytes: &[u8], overwrite: bool) -> Result<()> {
    let shown = path.display();
    if path.exists() && !overwrite {
        bail!("{shown} is there already; add --overwrite to replace it, or name another file");
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = temporary_in(folder).with_context(|| format!("cannot write in the folder of {shown}"))?;
    file.write_all(bytes)
        .and_then(|()| file.as_file().sync_all())
        .with_context(|| format!("cannot write {shown}"))?;
    if overwrite {
        std::fs::rename(file.into_temp_path().keep()?, path)
            .with_context(|| format!("cannot write {shown}"))?;
    } else {
        file.persist_noclobber(path).with_context(|| format!("cannot write {shown}"))?;
    }
    sync_folder(folder);
    Ok(())
}

/// A temporary file that may be read by whoever may read other files of this person.
pub fn temporary_in(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".healthcheck-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Makes sure that a rename in a folder outlasts a power cut, where the system can say so.
pub fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}

/// Prints the completions of a shell.
pub fn completions(shell: clap_complete::Shell) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "healthcheck", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
