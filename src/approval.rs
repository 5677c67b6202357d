//! The approval record of a file: who approved or reopened it and when, and whether it has changed since.
//!
//! An approval holds the SHA-256 of the file's bytes, which any tool that calculates SHA-256 can check. Entries are only
//! added to the record, never changed.

use chrono::NaiveDate;

mod digest;
mod file;

pub use digest::Digest;
pub(crate) use file::digest;

/// Every approval and reopening of one file, oldest first. There is at least one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub file: String,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    Approved(Box<Approval>),
    Reopened(Reopening),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    pub name: String,
    pub role: String,
    pub on: NaiveDate,
    /// The words that the approver put their name to.
    pub statement: String,
    /// Why it was approved with questions or other points open.
    pub open: Option<String>,
    pub left_open: Vec<String>,
    pub sha256: Digest,
    pub checklist: Attached,
    /// The reviews that the approver saw, and the replies to them.
    pub reviews: Vec<Attached>,
    /// Name and version of the program.
    pub program: String,
}

/// Something that an approval is based on, with its digest at the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// The name of the file; for a checklist, its id and edition.
    pub name: String,
    pub sha256: Digest,
}

/// The end of an approval: the file may be changed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    pub reason: String,
    pub by: Option<String>,
    pub on: NaiveDate,
    pub sha256: Digest,
    /// Name and version of the program.
    pub program: String,
}

/// Whether a file is as it was approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State<'r> {
    /// With the latest approval.
    AsApproved(&'r Approval),
    /// It changed after this approval.
    Changed(&'r Approval),
    /// It was reopened and not approved since.
    Reopened(&'r Reopening),
}

/// A file's approval record, and the digest of the file now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedFile {
    pub record: Record,
    pub now: Digest,
}

impl Record {
    /// The approvals since the file was last reopened.
    pub fn current_approvals(&self) -> impl Iterator<Item = &Approval> {
        let reopened = self.entries.iter().rposition(|entry| matches!(entry, Entry::Reopened(_)));
        let since = self.entries.iter().skip(reopened.map_or(0, |at| at + 1));
        since.filter_map(|entry| match entry {
            Entry::Approved(approval) => Some(&**approval),
            Entry::Reopened(_) => None,
        })
    }

    /// The state of a file with this digest; `None` if the record has no entry.
    pub fn state(&self, now: Digest) -> Option<State<'_>> {
        if let Some(other) = self.current_approvals().find(|approval| approval.sha256 != now) {
            return Some(State::Changed(other));
        }
        self.current_approvals().last().map(State::AsApproved).or_else(|| match self.entries.last()? {
            Entry::Reopened(reopening) => Some(State::Reopened(reopening)),
            Entry::Approved(_) => None,
        })
    }
}

impl RecordedFile {
    pub fn state(&self) -> Option<State<'_>> {
        self.record.state(self.now)
    }
}
