//! Who approved a file and when, what it was then, and when it was opened again: the record beside a file, and whether
//! the file is still what was approved.
//!
//! A file is bound by the SHA-256 of its exact bytes, so any tool that reckons one can check it. The record grows and
//! loses nothing: an entry is put behind the others, whose bytes stay as they are.

use chrono::NaiveDate;

mod digest;
mod file;

pub use digest::Digest;
pub(crate) use file::digest;

/// The record of one file: every approval and every reopening, oldest first. There is at least one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The name of the file.
    pub file: String,
    /// What happened to it.
    pub entries: Vec<Entry>,
}

/// An entry of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// It was approved.
    Approved(Box<Approval>),
    /// It was opened again for changes.
    Reopened(Reopening),
}

/// An approval of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Who approved.
    pub name: String,
    /// In which role.
    pub role: String,
    /// On which day.
    pub on: NaiveDate,
    /// What was approved, in the words that the approver put their name to.
    pub statement: String,
    /// Why it was approved though something was open.
    pub open: Option<String>,
    /// What was open then, in words.
    pub left_open: Vec<String>,
    /// What the file was.
    pub sha256: Digest,
    /// The checklist's edition that the file answers.
    pub checklist: Attached,
    /// The reviews that lay before the approver, and the replies to them.
    pub reviews: Vec<Attached>,
    /// The version of the program.
    pub program: String,
}

/// Something that an approval rests upon, with what it was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// The name of its file; of a checklist, its id and its edition.
    pub name: String,
    /// What it was.
    pub sha256: Digest,
}

/// The end of an approval: the file may be changed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// Why.
    pub reason: String,
    /// Who opened it again, where that was said.
    pub by: Option<String>,
    /// On which day.
    pub on: NaiveDate,
    /// What the file was.
    pub sha256: Digest,
    /// The version of the program.
    pub program: String,
}

/// How a file stands to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State<'r> {
    /// It is what was approved; the latest approval of it.
    AsApproved(&'r Approval),
    /// It was approved, and is no longer what it was then.
    Changed(&'r Approval),
    /// It was opened again, and not approved since.
    Reopened(&'r Reopening),
}

/// A file's record, and what the file is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedFile {
    /// The record.
    pub record: Record,
    /// What the file is now.
    pub now: Digest,
}

impl Record {
    /// The approvals that hold: those since the file was last opened again.
    pub fn current_approvals(&self) -> impl Iterator<Item = &Approval> {
        let reopened = self.entries.iter().rposition(|entry| matches!(entry, Entry::Reopened(_)));
        let since = self.entries.iter().skip(reopened.map_or(0, |at| at + 1));
        since.filter_map(|entry| match entry {
            Entry::Approved(approval) => Some(&**approval),
            Entry::Reopened(_) => None,
        })
    }

    /// How a file of these bytes stands to the record.
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
    /// How the file stands to its record; `None` of a record without an entry, which none is that was read.
    pub fn state(&self) -> Option<State<'_>> {
        self.record.state(self.now)
    }
}
