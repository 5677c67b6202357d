//! Lists in the summary name the first few things; the body of the report names all.

use crate::checklist::Question;
use crate::text::first_of;

pub const MOST: usize = 8;

pub fn first_few(things: &[String]) -> String {
    first_of(things, MOST)
}

pub fn first_titles(questions: &[&Question]) -> String {
    first_few(&questions.iter().map(|question| question.title.clone()).collect::<Vec<_>>())
}

/// A sentence about one thing or about many; none about nothing.
pub fn one_or_many(number: usize, one: &str, many: &str) -> Option<String> {
    (number > 0).then(|| if number == 1 { one } else { many }.to_owned())
}
