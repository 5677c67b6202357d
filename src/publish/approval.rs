//! How the file stands to its approval, in the published JSON.

use serde::Serialize;

use crate::approval::{RecordedFile, State};

#[derive(Serialize)]
pub struct Approval<'a> {
    state: &'static str,
    on: String,
    name: Option<&'a str>,
    role: Option<&'a str>,
    reason: Option<&'a str>,
    left_open: usize,
    sha256: String,
    now: String,
    code: Option<String>,
}

/// The last approval, or the reopening after it.
pub fn approval(held: &RecordedFile) -> Option<Approval<'_>> {
    let now = held.now.to_string();
    Some(match held.state()? {
        state @ (State::AsApproved(approval) | State::Changed(approval)) => {
            let unchanged = matches!(state, State::AsApproved(_));
            Approval {
                state: if unchanged { "approved" } else { "changed" },
                on: approval.on.to_string(),
                name: given(&approval.name),
                role: given(&approval.role),
                reason: approval.open.as_deref().and_then(given),
                left_open: approval.left_open.len(),
                sha256: approval.sha256.to_string(),
                now,
                code: unchanged.then(|| held.now.code()),
            }
        }
        State::Reopened(reopening) => Approval {
            state: "reopened",
            on: reopening.on.to_string(),
            name: reopening.by.as_deref(),
            role: None,
            reason: given(&reopening.reason),
            left_open: 0,
            sha256: reopening.sha256.to_string(),
            now,
            code: None,
        },
    })
}

/// A text that is blank in a report for the public.
fn given(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
