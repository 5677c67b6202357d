//! Reads TOML with the place of every value, and changes it while keeping comments, order and line ends.
//!
//! This room knows no key of any file.

mod fields;
mod kept;
mod keys;
mod leaves;
mod root;
mod syntax;

pub(crate) use fields::{At, Fields};
pub(crate) use kept::{change_keeping_comments, changed, has_comments};
pub(crate) use keys::{Keys, Written};
pub use root::Parsed;
