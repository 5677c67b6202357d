//! Texts: problems with their places, allowed characters, the nearest known word, dates and numbers in words.

pub mod characters;
pub mod dates;
pub mod nearest;
pub mod source;
mod words;

pub use words::{
    first_few, first_of, letter, list_with_and, long_date, nonzero, number_after, number_at_sentence_start,
    number_of,
};
