//! What is said of an approval: on page one, on every page, and in a chapter that shows the whole record.
//!
//! For the public the record comes without names, roles, statements and reasons, which are then blank.

use super::Report;
use crate::approval::{Approval, Attached, Entry, RecordedFile, Reopening, State};
use crate::document::{Block, Document, Fact};
use crate::judge::trend::{ChangedYear, Trend};
use crate::text::{long_date, number_of};

/// How a file stands to its record, in a sentence or two.
pub fn state_in_words(held: &RecordedFile) -> String {
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

/// What stands at head and foot of every page: the code of an approved file, or that this is none.
pub fn stamp(held: &RecordedFile) -> Option<String> {
    match held.state()? {
        State::AsApproved(_) => Some(format!("Approved, code {}", held.now.code())),
        State::Changed(approval) => {
            Some(format!("Not as approved on {}: changed since", long_date(approval.on)))
        }
        State::Reopened(reopening) => Some(format!("Not approved: reopened on {}", long_date(reopening.on))),
    }
}

/// The line on page one.
pub fn fact(report: &Report<'_>) -> Option<Fact> {
    report.approval.as_ref().map(|held| Fact::new("Approval", state_in_words(held)))
}

/// The record as a chapter, where there is one.
pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let Some(held) = &report.approval else { return Vec::new() };
    let mut blocks = vec![Block::Chapter("Approval".to_owned())];
    blocks.extend(whole(held));
    blocks
}

/// Which of the years, under the names of their columns, are no longer what was approved.
pub fn changed_years(trend: &Trend<'_>, columns: &[String]) -> Option<Block> {
    let column = |at: usize| columns.get(at).map(String::as_str).unwrap_or_default();
    let line = |changed: &ChangedYear| {
        let (year, on) = (column(changed.year), long_date(changed.approved));
        match changed.by {
            None => format!("{year} is NOT AS APPROVED on {on}: its file was changed after that."),
            Some(later) => format!(
                "{year} is NOT AS APPROVED on {on}: its file is not the one from which {} was renewed.",
                column(later)
            ),
        }
    };
    (!trend.changed.is_empty()).then(|| Block::list(trend.changed.iter().map(line)))
}

/// The record alone, for whoever checks a file.
pub fn document(held: &RecordedFile) -> Document {
    Document {
        title: format!("Approvals of {}", held.record.file),
        blocks: whole(held),
        ..Document::default()
    }
}

fn whole(held: &RecordedFile) -> Vec<Block> {
    let mut blocks = vec![
        Block::paragraph(format!("{}.", state_in_words(held))),
        Block::Facts(vec![Fact::new("SHA-256", held.now.to_string())]),
        Block::paragraph(
            "The code is the first 16 digits of the file's SHA-256, each as a letter: 0 to 9 are B C D F G H J K M N, and \
             a to f are P R T W X Z. Any tool that reckons a SHA-256 can check it.",
        ),
        Block::paragraph("Every approval and reopening, oldest first:"),
    ];
    blocks.extend(held.record.entries.iter().zip(1..).map(|(entry, number)| shown(entry, number)));
    blocks
}

fn shown(entry: &Entry, number: usize) -> Block {
    let (title, facts) = match entry {
        Entry::Approved(approval) => (approved(approval), approval_facts(approval)),
        Entry::Reopened(reopening) => {
            let facts = [("SHA-256", reopening.sha256.to_string()), ("Program", reopening.program.clone())];
            (reopened(reopening), facts.map(|(label, text)| Fact::new(label, text)).to_vec())
        }
    };
    Block::Entry { title: format!("{number}. {title}"), anchor: None, facts, see: None }
}

fn approval_facts(approval: &Approval) -> Vec<Fact> {
    let mut facts = Vec::new();
    if !approval.statement.is_empty() {
        facts.push(Fact::new("Statement", &approval.statement));
    }
    if let Some(reason) = approval.open.as_ref().filter(|reason| !reason.is_empty()) {
        facts.push(Fact::new("Left open", approval.left_open.join("\n")));
        facts.push(Fact::new("Why", reason));
    }
    let attached = |attached: &Attached| format!("{}\n{}", attached.name, attached.sha256);
    facts.push(Fact::new("Code", approval.sha256.code()));
    facts.push(Fact::new("SHA-256", approval.sha256.to_string()));
    facts.push(Fact::new("Checklist", attached(&approval.checklist)));
    facts.extend(approval.reviews.iter().map(|review| Fact::new("Rests on", attached(review))));
    facts.push(Fact::new("Program", &approval.program));
    facts
}

/// `Approved by J. Smith, Deputy Chief Constable, on 22 November 2026`.
fn approved(approval: &Approval) -> String {
    let on = long_date(approval.on);
    match approval.name.is_empty() {
        true => format!("Approved on {on}"),
        false => format!("Approved by {}, {}, on {on}", approval.name, approval.role),
    }
}

fn left_open(approval: &Approval) -> String {
    let Some(reason) = &approval.open else { return String::new() };
    let things = number_of(approval.left_open.len(), "point open", "points open");
    let reason = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    format!("; with {things}{reason}")
}

/// `Reopened by J. Smith on 23 November 2026: A figure was wrong`.
fn reopened(reopening: &Reopening) -> String {
    let by = reopening.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
    let reason = reopening.reason.trim_end_matches('.');
    let why = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    format!("Reopened{by} on {}{why}", long_date(reopening.on))
}
