//! Parses a whole file, and gathers every problem in it.

use toml::Spanned;
use toml::de::DeTable;

use super::fields::Fields;
use super::syntax::SyntaxError;
use crate::text::characters::first_refused;
use crate::text::source::{Fault, ParseError, Problem, Problems, Source};

/// A text parsed as TOML, once for everything that is then read from it.
#[derive(Debug)]
pub struct Parsed<'s> {
    source: &'s Source,
    root: Spanned<DeTable<'s>>,
    broken: Vec<SyntaxError>,
    /// Hidden characters and syntax errors, whatever kind of file it is.
    problems: Vec<Problem>,
}

impl<'s> Parsed<'s> {
    /// Parses a text. Reading it returns its problems.
    pub fn new(source: &'s Source) -> Self {
        let problems = Problems::default();
        refuse_hidden_characters(source, &problems);
        let (root, errors) = parsed(source);
        let broken: Vec<SyntaxError> = SyntaxError::all(&errors, root.get_ref(), source.text());
        for each in &broken {
            problems.push(each.problem());
        }
        Self { source, root, broken, problems: problems.into_inner() }
    }

    pub fn source(&self) -> &'s Source {
        self.source
    }

    /// Whether the root table has a key, as far as the text could be parsed.
    pub fn has(&self, key: &str) -> bool {
        self.root.get_ref().contains_key(key)
    }

    /// Whether it is TOML with at least one key.
    pub fn has_content(&self) -> bool {
        self.broken.is_empty() && !self.root.get_ref().is_empty()
    }

    /// Reads the root table with `read`; `what` names the file in messages. Returns all problems as one error.
    pub(crate) fn read<T>(
        &self,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Result<T, ParseError> {
        let problems = Problems::default();
        self.problems.iter().for_each(|problem| problems.push(problem.clone()));
        let mut value = None;
        if self.broken.iter().all(SyntaxError::leaves_the_rest_readable) {
            let mut fields = Fields::new(self.root.get_ref(), 0..0, what, &problems);
            value = read(&mut fields);
            fields.finish();
        }
        let problems = problems.into_inner();
        match value {
            Some(value) if problems.is_empty() => Ok(value),
            _ => Err(ParseError::new(self.source.clone(), drop_repeated(problems, &self.broken))),
        }
    }
}

/// The root table of a text and all its syntax errors; of a large text only the first error, since nonsense can have
/// millions of them.
fn parsed(source: &Source) -> (Spanned<DeTable<'_>>, Vec<toml::de::Error>) {
    const LARGE: usize = 256 * 1024;
    match DeTable::parse(source.text()) {
        Ok(root) => (root, Vec::new()),
        Err(error) if source.text().len() > LARGE => (Spanned::new(0..0, DeTable::new()), vec![error]),
        Err(_) => DeTable::parse_recoverable(source.text()),
    }
}

/// Drops the problem of a wrong type where a syntax error was reported already.
fn drop_repeated(problems: Vec<Problem>, broken: &[SyntaxError]) -> Vec<Problem> {
    let is_echo = |problem: &Problem| {
        let overlaps =
            |each: &SyntaxError| problem.span.start <= each.span.start && each.span.end <= problem.span.end;
        problem.fault == Fault::WrongType && broken.iter().any(overlaps)
    };
    problems.into_iter().filter(|problem| !is_echo(problem)).collect()
}

fn refuse_hidden_characters(source: &Source, problems: &Problems) {
    let text = source.text();
    // The first character may be a byte order mark.
    let mut from = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    while let Some((at, hidden)) = first_refused(text.split_at(from).1)
        && !problems.is_full()
    {
        let at = from + at;
        let end = at + hidden.len_utf8();
        problems.push(Problem::hidden(at..end, hidden, "delete it, or retype the words"));
        from = end;
    }
}
