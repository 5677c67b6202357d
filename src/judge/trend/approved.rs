//! Which of the years are no longer what was approved, by their own records and by the years that follow them.

use chrono::NaiveDate;

use crate::approval::{Digest, RecordedFile, State};
use crate::assessment::Assessment;

/// A year with what is known of its file.
#[derive(Debug, Clone, Copy)]
pub struct YearFile<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// What its file is now; none of what is built in.
    pub now: Option<Digest>,
    /// The record of its approvals, if there is one.
    pub held: Option<&'a RecordedFile>,
}

/// A year whose file is not what was approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedYear {
    /// Where it stands in [`Trend::years`](super::Trend::years).
    pub year: usize,
    /// The day on which it was approved.
    pub approved: NaiveDate,
    /// Which year says so: where it stands; none where it is the file's own record.
    pub by: Option<usize>,
}

/// The years whose files are not what was approved, oldest first.
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
