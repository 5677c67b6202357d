//! The formats of `follows` and `reviews`, which refer to other files.

use chrono::NaiveDate;

use crate::approval::digest;
use crate::assessment::{Follows, Reviews, Sample};
use crate::toml_text::Keys;

/// A file with this key is a review.
pub(super) const REVIEWS: &str = "reviews";

const SAMPLE: &str = "sample";
const SEED: &str = "seed";

pub(super) fn follows(keys: &mut Keys<'_, '_>, today: NaiveDate, given: Option<&Follows>) -> Option<Follows> {
    let date = keys.required("date", "2025-11-03").past_date(today, given.map(|given| given.date));
    let approved =
        keys.required("approved", "2025-12-01").past_date(today, given.map(|given| given.approved));
    let sha256 = digest(keys, given.map(|given| given.sha256));
    Some(Follows { date: date?, approved: approved?, sha256: sha256? })
}

pub(super) fn reviews(keys: &mut Keys<'_, '_>, given: Option<&Reviews>) -> Option<Reviews> {
    let file = keys.required("file", "\"kent.toml\"").text(given.map(|given| &given.file));
    let sha256 = digest(keys, given.map(|given| given.sha256));
    let draw = given.and_then(|given| given.sample);
    let number = whole(keys, SAMPLE, draw.map(|draw| draw.number));
    let seed = whole(keys, SEED, draw.map(|draw| draw.seed));
    if let Keys::Read(fields) = keys
        && fields.has(SAMPLE) != fields.has(SEED)
    {
        let message = "a draw has both a `sample` and a `seed`";
        fields.problem(
            fields.span(),
            message,
            "give the other one too, or delete both to look at every question",
        );
    }
    let sample = number.zip(seed).map(|(number, seed)| Sample { number, seed });
    Some(Reviews { file: file?, sha256: sha256?, sample })
}

fn whole(keys: &mut Keys<'_, '_>, name: &'static str, given: Option<u32>) -> Option<u32> {
    let number = keys.key(name).integer(given.map(i64::from))?;
    let fits = u32::try_from(number).ok();
    if let (Keys::Read(fields), None) = (keys, fits) {
        let message = format!("{number} is not a number from 0 to {}", u32::MAX);
        fields.problem_at(name, message, "check its digits");
    }
    fits
}
