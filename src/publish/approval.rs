//! The state of the file's approval, in the published JSON.

use chrono::NaiveDate;
use serde::Serialize;

use crate::approval::{RecordedFile, State};

/// The last approval of the file, or the reopening after it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Approval<'a> {
    /// Whether the file is still what was approved.
    state: ApprovalState,
    /// The date of the approval or reopening.
    on: NaiveDate,
    /// Who approved or reopened it; null if not stated, and in a public report.
    name: Option<&'a str>,
    /// The role of the approver; null for a reopening, and in a public report.
    role: Option<&'a str>,
    /// Why it was approved with points open, or reopened; null otherwise, and in a public report.
    reason: Option<&'a str>,
    /// How many points were open when it was approved.
    left_open: usize,
    /// The SHA-256 of the file when it was approved or reopened.
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    sha256: String,
    /// The SHA-256 of the file now.
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    now: String,
    /// The code that is on every page of a report made from the approved file; null if the file is not what was approved.
    code: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
enum ApprovalState {
    /// The file is what was approved.
    Approved,
    /// The file has changed since it was approved.
    Changed,
    /// The file was reopened and has not been approved since.
    Reopened,
}

/// `None` if the file was never approved.
pub fn approval(file: &RecordedFile) -> Option<Approval<'_>> {
    let now = file.now.to_string();
    Some(match file.state()? {
        state @ (State::AsApproved(approval) | State::Changed(approval)) => {
            let unchanged = matches!(state, State::AsApproved(_));
            Approval {
                state: if unchanged { ApprovalState::Approved } else { ApprovalState::Changed },
                on: approval.on,
                name: unless_blank(&approval.name),
                role: unless_blank(&approval.role),
                reason: approval.open.as_deref().and_then(unless_blank),
                left_open: approval.left_open.len(),
                sha256: approval.sha256.to_string(),
                now,
                code: unchanged.then(|| file.now.code()),
            }
        }
        State::Reopened(reopening) => Approval {
            state: ApprovalState::Reopened,
            on: reopening.on,
            name: reopening.by.as_deref(),
            role: None,
            reason: unless_blank(&reopening.reason),
            left_open: 0,
            sha256: reopening.sha256.to_string(),
            now,
            code: None,
        },
    })
}

/// A public report has blanks for what is left out.
fn unless_blank(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
