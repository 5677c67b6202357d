//! What rose, slipped or can no longer be said since the year before.

use crate::document::Block;
use crate::judge::board::MovedSince;
use crate::results::Report;
use crate::text::{list_with_and, long_date};

use super::names::named;

/// How many answers rose and slipped since the year before, and below it which: what slipped, what is no longer known, and of
/// what rose the essential ones.
pub fn last_year(report: &Report<'_>, moved: &MovedSince<'_>) -> Vec<Block> {
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
        (!moved.established.is_empty()).then(|| {
            count(moved.established.len(), "that was unknown has a level", "that were unknown have a level")
        }),
        Some(count(moved.unchanged, "is unchanged", "are unchanged")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let lead = format!("Of the answers of {}, {}.", long_date(moved.since), list_with_and(&parts));
    let points = which(report, moved);
    let list = (!points.is_empty()).then(|| Block::list(points));
    [Block::paragraph(lead)].into_iter().chain(list).collect()
}

fn which(report: &Report<'_>, moved: &MovedSince<'_>) -> Vec<String> {
    let names = &report.about.assessment.checklist.level_names;
    let slipped = moved.down.iter().map(|(question, then, now)| {
        format!("{} ({}, now {})", question.title, then.title(names), now.title(names))
    });
    let lost =
        moved.lost.iter().map(|(question, then)| format!("{} (was {})", question.title, then.title(names)));
    let risen = moved.up.iter().filter(|question| question.is_essential());
    [
        ("Slipped", slipped.collect::<Vec<_>>()),
        ("No longer known", lost.collect()),
        ("Risen, of the essential ones", risen.map(|question| question.title.clone()).collect()),
    ]
    .into_iter()
    .filter(|(_, which)| !which.is_empty())
    .map(|(what, which)| format!("{what}: {}.", named(&which, "; ")))
    .collect()
}

fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("none {one}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}
