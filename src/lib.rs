//! wip
#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::print_stdout, clippy::print_stderr)]
pub mod assessment;
pub mod checklist;
pub mod compare;
mod fields;
pub mod gap;
pub mod score;
pub mod source;
