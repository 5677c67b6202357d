//! The file of an assessment: reads it, noting every problem at its place, and changes it, keeping everything else.
//!
//! Each key is named once, in a format that both reads and writes it (see [`Keys`](crate::toml_text::Keys)).

mod action;
mod answer;
mod bound;
mod details;
mod head;
mod known;
mod lists;
mod names;
mod published;
mod read;
mod reply;
mod sent;
mod value;
mod write;

pub use details::set_details;
pub use read::Header;
pub(super) use write::NewFile;
pub use write::{EditError, NewAssessment, Revision, revise, set_actions, set_answers};

#[cfg(test)]
mod tests;
