//! Approvals: the line in the summary, and the chapter with the whole record. In a public report names, roles, statements
//! and reasons are blank.

use crate::approval::{Approval, Attached, Entry, RecordedFile};
use crate::document::{Block, Document, Fact};
use crate::judge::trend::{ChangedYear, Trend};
use crate::results::Report;
use crate::text::long_date;
use crate::words;

pub fn fact(report: &Report<'_>) -> Option<Fact> {
    report.approval.as_ref().map(|recorded| Fact::new("Approval", words::approval(recorded)))
}

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    let Some(recorded) = &report.approval else { return Vec::new() };
    [Block::chapter("Approval")].into_iter().chain(record(recorded)).collect()
}

pub fn changed_years(trend: &Trend<'_>) -> Option<Block> {
    let labels = trend.year_labels();
    let label = |year: usize| labels.get(year).expect("a changed year is one of the trend");
    Block::list_if_any(trend.changed.iter().map(|changed: &ChangedYear| {
        let not_approved =
            format!("{} is NOT AS APPROVED on {}", label(changed.year), long_date(changed.approved));
        match changed.by {
            None => format!("{not_approved}: its file was changed after that."),
            Some(later) => {
                format!("{not_approved}: its file is not the one from which {} was renewed.", label(later))
            }
        }
    }))
}

/// The record alone, for a person who checks a file.
pub fn document(recorded: &RecordedFile) -> Document {
    let title = format!("Approvals of {}", recorded.record.file);
    Document { title, blocks: record(recorded), ..Document::default() }
}

fn record(recorded: &RecordedFile) -> Vec<Block> {
    let mut blocks = vec![
        Block::paragraph(format!("{}.", words::approval(recorded))),
        Block::Facts(vec![Fact::new("SHA-256", recorded.now.to_string())]),
        Block::paragraph(
            "The code is the first 16 digits of the file's SHA-256, each as a letter: 0 to 9 are B C D F G H J K M N, and \
             a to f are P R T W X Z. Any tool that reckons a SHA-256 can check it.",
        ),
        Block::paragraph("Every approval and reopening, oldest first:"),
    ];
    blocks.extend(recorded.record.entries.iter().zip(1..).map(|(each, number)| entry(each, number)));
    blocks
}

fn entry(entry: &Entry, number: usize) -> Block {
    let (title, facts) = match entry {
        Entry::Approved(approval) => (words::approved(approval), approval_facts(approval)),
        Entry::Reopened(reopening) => {
            let facts = [("SHA-256", reopening.sha256.to_string()), ("Program", reopening.program.clone())];
            (words::reopened(reopening), facts.map(|(label, text)| Fact::new(label, text)).to_vec())
        }
    };
    Block::entry(format!("{number}. {title}"), facts)
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
