//! A police force's own healthcheck of its integrity arrangements, compared with what HMIC published in 2012 and 2014.
//!
//! ```text
//! checklist + assessment → score → gaps → comparison → report
//! ```
//!
//! A [checklist](checklist::Checklist) says what is asked. An [assessment](assessment::Assessment) holds one force's answers
//! on one date. Both are valid once they exist: [reading](text::source::Source) a file shows every problem in it.
//! [Scores](judge::score::Scorecard), [gaps](judge::gap::gaps) and [comparisons](judge::compare::compare) are functions of
//! those two, and everything a person reads is drawn from a [report](results::Report) of their results. What HMIC published
//! is an assessment too, and [ships](catalogue::Catalogue) with the program.
//!
//! The library does no input or output, reads no clock and prints nothing; the binary holds every effect.
//!
//! ```
//! use chrono::NaiveDate;
//! use integrity_healthcheck::{catalogue::Catalogue, judge::compare::Named, document::terminal, report, results::Report};
//!
//! let catalogue = Catalogue::built_in()?;
//! let published = catalogue.published();
//! let essex = catalogue.assessment("essex-2012").expect("it is built in");
//!
//! let today = NaiveDate::from_ymd_opt(2026, 11, 2).expect("a day");
//! let report = Report::new(Named { name: "essex-2012", assessment: essex }, &published, today);
//!
//! assert_eq!(report.comparisons.len(), published.len() - 1); // it is not compared with itself
//! assert!(terminal::draw(&report::gap_report(&report), 80).contains("Essex Police"));
//! # Ok::<(), integrity_healthcheck::text::source::ParseError>(())
//! ```

#![warn(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

pub mod approval;
pub mod assessment;
pub mod catalogue;
pub mod checklist;
pub mod departments;
pub mod document;
pub mod interview;
pub mod judge;
pub mod publish;
pub mod report;
pub mod results;
pub mod text;
mod toml_text;
pub mod words;
pub mod workbook;

pub use toml_text::Parsed;
