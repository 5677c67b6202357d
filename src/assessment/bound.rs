//! What an assessment is bound to: last year's file, as it was approved, and of a review the file that it reviews.

use chrono::NaiveDate;

use crate::approval::Digest;

/// Last year's approved file, from which an assessment was renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    /// The day on which that assessment was opened.
    pub date: NaiveDate,
    /// The day on which it was approved.
    pub approved: NaiveDate,
    /// What its file was when it was approved.
    pub sha256: Digest,
}

/// What a review reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviews {
    /// The name of the file, relative to the review's own.
    pub file: String,
    /// What that file was when the review began.
    pub sha256: Digest,
    /// The draw of the questions that are looked at; none where it is all of them.
    pub sample: Option<Sample>,
}

/// A draw of questions: the same number and the same seed draw the same of the same checklist, always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How many are drawn beside the essential ones.
    pub number: u32,
    /// What the draw begins from.
    pub seed: u32,
}
