//! What rose, slipped or can no longer be said since the year before, in sentences.

use crate::judge::board::MovedSince;
use crate::report::Report;
use crate::text::{date_in_words, list_in_words};

use super::named;

/// What rose and what slipped since the year before; what slipped by name.
pub fn last_year(report: &Report<'_>, moved: &MovedSince<'_>) -> String {
    let parts = [
        Some(count(moved.up.len(), "has risen", "have risen")),
        Some(count(moved.down.len(), "has slipped", "have slipped")),
        (!moved.lost.is_empty()).then(|| {
            count(
                moved.lost.len(),
                "that was known can no longer be given",
                "that were known can no longer be given",
            )
        }),
        Some(count(moved.unchanged, "is unchanged", "are unchanged")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut text = format!("Of the answers of {}, {}.", date_in_words(moved.since), list_in_words(&parts));
    let names = &report.about.assessment.checklist.level_names;
    let slips: Vec<String> = moved
        .down
        .iter()
        .map(|(question, then, now)| {
            format!("{} ({}, now {})", question.title, then.title(names), now.title(names))
        })
        .collect();
    if !slips.is_empty() {
        text.push_str(&format!(" Slipped: {}.", named(&slips, "; ")));
    }
    let lost: Vec<String> = moved
        .lost
        .iter()
        .map(|(question, then)| format!("{} (was {})", question.title, then.title(names)))
        .collect();
    if !lost.is_empty() {
        text.push_str(&format!(" No longer known: {}.", named(&lost, "; ")));
    }
    let risen: Vec<String> = moved
        .up
        .iter()
        .filter(|question| question.is_essential())
        .map(|question| question.title.clone())
        .collect();
    if !risen.is_empty() {
        text.push_str(&format!(" Risen, of the essential ones: {}.", named(&risen, "; ")));
    }
    text
}

fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("none {one}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}
