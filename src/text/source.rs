//! A text with a name, and the problems in it.
//!
//! Everything written by hand is read through a [`Source`], so that each mistake is shown with its file, line and column,
//! a caret under it, and the remedy. All problems are gathered and shown together.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use chrono::NaiveDate;

use crate::text::characters::is_refused;

mod future;
mod problem;

pub(crate) use problem::Problems;
use problem::tail;
pub use problem::{Fault, Problem};

/// The largest file that is read, in bytes. A full assessment with long notes is about a tenth of this.
pub const LARGEST: usize = 1024 * 1024;

/// The most problems shown for one file.
const SHOWN: usize = 50;

/// How many characters of the line are shown on either side of a problem.
const AROUND: usize = 40;

/// A text with the name that the person knows it by: a path, or the name of something built in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
}

/// A text that is not valid, with every problem found in it, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    source: Source,
    problems: Vec<Problem>,
    /// The future dates in it. They share one problem.
    future: Vec<NaiveDate>,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// Fails if there are more than [`LARGEST`] bytes, or they are not UTF-8.
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, ParseError> {
        let name = name.into();
        if bytes.len() > LARGEST {
            let message = format!("the file is larger than {} MB, so it is not read", LARGEST / 1024 / 1024);
            let help =
                "a full assessment is far smaller; shorten its notes, or check that this is the right file";
            return Err(ParseError::new(Self::new(name, ""), vec![Problem::new(0..0, message, help)]));
        }
        String::from_utf8(bytes).map(|text| Self::new(name.clone(), text)).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let problem = Problem::new(
                valid..valid,
                "the file is not plain text in UTF-8 from here on",
                "save it as UTF-8 in your editor, or check that this is the right file",
            );
            ParseError::new(Self::new(name, text), vec![problem])
        })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte, both from 1. The column counts characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let (before, _) = self.text.split_at(floor_to_char(&self.text, byte));
        (before.matches('\n').count() + 1, last_line(before).chars().count() + 1)
    }

    /// The part of the line around `span`, and the position of the span in it, in bytes.
    fn excerpt(&self, span: &Range<usize>) -> (String, Range<usize>) {
        let start = floor_to_char(&self.text, span.start);
        let (before, after) = self.text.split_at(start);
        let line_after = after.split_once('\n').map_or(after, |(line, _)| line).trim_end_matches('\r');
        let left = tail(last_line(before), AROUND);
        let wanted = span.end.saturating_sub(start).min(line_after.len());
        let wanted =
            floor_to_char(line_after, wanted).max(line_after.chars().next().map_or(0, char::len_utf8));
        let right: String = line_after.chars().take(AROUND + AROUND).collect();
        let begin = left.len();
        let end = begin + wanted.min(right.len());
        (printable(&format!("{left}{right}")), begin..end)
    }
}

impl ParseError {
    /// Sorts the problems by their place, and joins those about future dates.
    pub(crate) fn new(source: Source, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        problems.dedup();
        let future = future::dates(&problems);
        future::join(&mut problems, |problem| source.line_and_column(problem.span.start).0);
        Self { source, problems, future }
    }

    /// Messages and remedies in one line, without the places: for a text that is not on disk yet.
    pub fn summary(&self) -> String {
        let problems = self.problems.iter().map(|problem| format!("{} ({})", problem.message, problem.help));
        problems.collect::<Vec<_>>().join("; ")
    }

    /// The text with the problems. Bytes that are not UTF-8 are replaced.
    pub fn text(&self) -> &str {
        self.source.text()
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The latest future date, if nothing else is wrong.
    pub fn only_future(&self) -> Option<NaiveDate> {
        self.future.iter().max().copied().filter(|_| self.problems.iter().all(future::is_future))
    }

    /// Whether future dates are the only problem, and the text `before` had each of them already.
    pub(crate) fn is_only_future_of(&self, before: Option<&Self>) -> bool {
        let mut known = before.map(|before| before.future.clone()).unwrap_or_default();
        let is_known = |day: &NaiveDate| match known.iter().position(|each| each == day) {
            Some(at) => known.swap_remove(at) == *day,
            None => false,
        };
        self.only_future().is_some() && self.future.iter().all(is_known)
    }
}

impl std::error::Error for ParseError {}

/// For each problem `PATH:LINE:COLUMN: message`, the line with a caret, and the remedy.
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let renderer = Renderer::plain().term_width(100);
        for (at, problem) in self.problems.iter().take(SHOWN).enumerate() {
            if at > 0 {
                f.write_str("\n\n")?;
            }
            let (line, column) = self.source.line_and_column(problem.span.start);
            writeln!(f, "{}:{line}:{column}: {}", self.source.name, problem.message)?;
            let (excerpt, span) = self.source.excerpt(&problem.span);
            let snippet =
                Snippet::source(excerpt).line_start(line).annotation(AnnotationKind::Primary.span(span));
            let help = Level::HELP.message(problem.help.as_str());
            let group = Group::with_level(Level::ERROR).element(snippet).element(help);
            f.write_str(&renderer.render(&[group]))?;
        }
        match self.problems.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            _ => write!(f, "\n\n{}: there are more problems; these are the first {SHOWN}", self.source.name),
        }
    }
}

fn floor_to_char(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn last_line(text: &str) -> &str {
    text.rsplit_once('\n').map_or(text, |(_, last)| last)
}

/// The text with each refused character replaced by one of as many bytes, so that spans still hold.
fn printable(text: &str) -> String {
    text.chars()
        .map(|character| match (is_refused(character) || character == '\t', character.len_utf8()) {
            (false, _) => character,
            (true, 1) => ' ',
            (true, 2) => '·',
            (true, _) => '\u{FFFD}',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters() {
        let source = Source::new("x", "a\n£££b");
        assert_eq!(source.line_and_column(2 + 6), (2, 4));
    }

    #[test]
    fn a_problem_begins_with_its_place_and_ends_with_its_remedy() {
        let source = Source::new("my.toml", "one\ntwo three\n");
        let invalid = ParseError::new(source, vec![Problem::new(8..13, "not a number", "write 3")]);
        let shown = invalid.to_string();
        assert!(shown.starts_with("my.toml:2:5: not a number\n"), "{shown}");
        assert!(shown.contains("two three"), "{shown}");
        assert!(shown.contains("    ^^^^^"), "{shown}");
        assert!(shown.ends_with("help: write 3"), "{shown}");
    }

    #[test]
    fn a_fault_far_along_a_long_line_is_still_shown() {
        let text = format!("{}X{}", "a".repeat(3_000_000), "b".repeat(1_000_000));
        let at = 3_000_000;
        let invalid = ParseError::new(Source::new("x", text), vec![Problem::new(at..at + 1, "m", "h")]);
        let shown = invalid.to_string();
        assert!(shown.starts_with("x:1:3000001: m\n"), "{}", &shown[..40]);
        assert!(shown.len() < 600 && shown.contains("aXb"), "{shown}");
    }

    #[test]
    fn bytes_that_are_not_text_are_refused_where_they_begin() {
        let invalid = Source::from_bytes("x", b"ab\ncd\xFF\xFE".to_vec()).unwrap_err();
        assert!(invalid.to_string().starts_with("x:2:3: the file is not plain text"), "{invalid}");
    }
}
