//! What is said of an approval: on page one, on every page, and in a chapter that shows the whole record.
//!
//! For the public the record comes without names, roles, statements and reasons, which are then blank.

use crate::approval::{Approval, Attached, Entry, RecordedFile};
use crate::document::{Block, Document, Fact};
use crate::judge::trend::{ChangedYear, Trend};
use crate::results::Report;
use crate::text::long_date;
use crate::words;

/// The line on page one.
pub fn fact(report: &Report<'_>) -> Option<Fact> {
    report.approval.as_ref().map(|held| Fact::new("Approval", words::approval(held)))
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
        Block::paragraph(format!("{}.", words::approval(held))),
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
        Entry::Approved(approval) => (words::approved(approval), approval_facts(approval)),
        Entry::Reopened(reopening) => {
            let facts = [("SHA-256", reopening.sha256.to_string()), ("Program", reopening.program.clone())];
            (words::reopened(reopening), facts.map(|(label, text)| Fact::new(label, text)).to_vec())
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
