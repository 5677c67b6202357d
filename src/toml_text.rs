//! TOML as people write it: read with the place of every value, and changed with all that they wrote around it kept.
//!
//! No word of what a file is about stands here.

mod fields;
mod kept;
mod keys;
mod leaves;
mod root;
mod syntax;

pub(crate) use fields::{At, Fields};
pub(crate) use kept::{changed, keep_comments};
pub(crate) use keys::{Keys, Written};
pub use root::Parsed;
