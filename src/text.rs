//! Texts: where something stands in one, which characters may stand in it, what a mistyped word will have meant, and
//! how numbers and days are written.

pub mod characters;
pub mod dates;
pub mod nearest;
pub mod source;
mod words;

pub use words::{first_few, letter, list_with_and, long_date, number_at_sentence_start, number_of};
