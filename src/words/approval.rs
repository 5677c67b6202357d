//! Approvals: whether a file is as approved, and what is signed on paper.

use crate::approval::{Approval, RecordedFile, Reopening, State};
use crate::document::{Column, Table};
use crate::text::{long_date, number_of};

pub fn approval(held: &RecordedFile) -> String {
    match held.state() {
        Some(State::AsApproved(approval)) => {
            format!(
                "{}, and not changed since{}. Code: {}",
                approved(approval),
                left_open(approval),
                held.now.code()
            )
        }
        Some(State::Changed(approval)) => format!(
            "NOT AS APPROVED. {}, and has changed since: its SHA-256 was {} then and is {} now",
            approved(approval),
            approval.sha256,
            held.now
        ),
        Some(State::Reopened(reopening)) => format!("{}, and not approved since", reopened(reopening)),
        None => "never approved".to_owned(),
    }
}

/// The line at the top and bottom of every page: the code of an approved file, or that the file is not as approved.
pub fn approval_stamp(held: &RecordedFile) -> Option<String> {
    match held.state()? {
        State::AsApproved(_) => Some(format!("Approved, code {}", held.now.code())),
        State::Changed(approval) => {
            Some(format!("Not as approved on {}: changed since", long_date(approval.on)))
        }
        State::Reopened(reopening) => Some(format!("Not approved: reopened on {}", long_date(reopening.on))),
    }
}

/// `Approved by J. Smith, Deputy Chief Constable, on 22 November 2026`.
pub fn approved(approval: &Approval) -> String {
    let on = long_date(approval.on);
    if approval.name.is_empty() {
        format!("Approved on {on}")
    } else {
        format!("Approved by {}, {}, on {on}", approval.name, approval.role)
    }
}

fn left_open(approval: &Approval) -> String {
    let Some(reason) = &approval.open else { return String::new() };
    let points = number_of(approval.left_open.len(), "point open", "points open");
    let reason = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    format!("; with {points}{reason}")
}

/// `Reopened by J. Smith on 23 November 2026: A figure was wrong`.
pub fn reopened(reopening: &Reopening) -> String {
    let by = reopening.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
    let reason = reopening.reason.trim_end_matches('.');
    let why = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    format!("Reopened{by} on {}{why}", long_date(reopening.on))
}

pub const TO_BE_SIGNED: &str = "not yet approved";

pub const DECLARED: [&str; 2] = [
    "Assessor: the answers are true and complete to the best of my knowledge.",
    "Approver: I approve this report and its action plan, subject to the decisions that the board is asked for.",
];

/// What those who sign findings without a plan declare.
pub const DECLARED_FINDINGS: [&str; 2] = [
    "Assessor: the answers on which this rests are true and complete to the best of my knowledge.",
    "Approver: I approve these findings.",
];

pub fn signatures() -> Table {
    let columns = ["", "Name", "Rank or role", "Date", "Signature"].map(Column::words).to_vec();
    let row = |who: &str| vec![who.to_owned(), String::new(), String::new(), String::new(), String::new()];
    Table { columns, rows: vec![row("Assessor"), row("Approver")] }
}
