//! Which years are no longer as approved, by their own records and by the years renewed from them.

use chrono::NaiveDate;

use crate::approval::{Digest, RecordedFile, State};
use crate::assessment::Assessment;

#[derive(Debug, Clone, Copy)]
pub struct YearFile<'a> {
    pub assessment: &'a Assessment,
    /// The SHA-256 of the file; none if it is built in.
    pub now: Option<Digest>,
    pub held: Option<&'a RecordedFile>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedYear {
    /// Index into [`Trend::years`](super::Trend::years).
    pub year: usize,
    pub approved: NaiveDate,
    /// The index of the year whose renewal shows it; none if the file's own record does.
    pub by: Option<usize>,
}

/// Oldest first.
pub fn changed_years(years: &[YearFile<'_>]) -> Vec<ChangedYear> {
    let mut years = years.to_vec();
    years.sort_by_key(|year| year.assessment.date);
    let changed = |(at, year): (usize, &YearFile<'_>)| {
        if let Some(State::Changed(approval)) = year.held.and_then(RecordedFile::state) {
            return Some(ChangedYear { year: at, approved: approval.on, by: None });
        }
        let now = year.now?;
        years.iter().enumerate().skip(at + 1).find_map(|(later, next)| {
            let follows = next.assessment.follows.as_ref()?;
            let other = follows.date == year.assessment.date && follows.sha256 != now;
            other.then_some(ChangedYear { year: at, approved: follows.approved, by: Some(later) })
        })
    };
    years.iter().enumerate().filter_map(changed).collect()
}
