//! Texts: where something stands in one, which characters may stand in it, what a mistyped word will have meant, and
//! how numbers and days are written.

pub mod characters;
pub mod days;
pub mod nearest;
pub mod source;
mod words;

pub use words::{date as date_in_words, first_few, list as list_in_words, number_first, number_of};
