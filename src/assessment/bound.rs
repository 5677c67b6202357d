//! The other files that an assessment refers to: last year's approved one, and the one that a review reviews.

use chrono::NaiveDate;

use crate::approval::Digest;

/// Last year's approved file, from which an assessment was renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    /// The date on which that assessment was opened.
    pub date: NaiveDate,
    pub approved: NaiveDate,
    pub sha256: Digest,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviews {
    /// Its path, relative to the review's own.
    pub file: String,
    /// Its digest when the review began.
    pub sha256: Digest,
    /// The questions to look at; `None` for all of them.
    pub sample: Option<Sample>,
}

/// A random sample of questions. The same number and seed always give the same questions of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How many are drawn, in addition to the essential ones.
    pub number: u32,
    pub seed: u32,
}
