//! What changed since the year before.

use crate::document::Block;
use crate::judge::change::{Change, ChangesSince};
use crate::results::Report;
use crate::text::{list_with_and, long_date};

use super::lists::first_few;

/// How many answers changed and how, then which: those that slipped or are no longer known, and the essential ones that rose.
pub fn last_year(report: &Report<'_>, since: &ChangesSince<'_>) -> Vec<Block> {
    let changes = &since.changes;
    let (lost, established) = (changes.lost().count(), changes.number(Change::Established));
    let parts = [
        Some(count(changes.up().count(), "has risen", "have risen")),
        Some(count(changes.down().count(), "has slipped", "have slipped")),
        (lost > 0).then(|| {
            count(lost, "that was known can no longer be given", "that were known can no longer be given")
        }),
        (established > 0)
            .then(|| count(established, "that was unknown has a level", "that were unknown have a level")),
        Some(count(changes.number(Change::Unchanged), "is unchanged", "are unchanged")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let lead = format!("Of the answers of {}, {}.", long_date(since.date), list_with_and(&parts));
    let points = which(report, since);
    let list = (!points.is_empty()).then(|| Block::list(points));
    [Block::paragraph(lead)].into_iter().chain(list).collect()
}

fn which(report: &Report<'_>, ChangesSince { changes, .. }: &ChangesSince<'_>) -> Vec<String> {
    let names = &report.about.assessment.checklist.level_names;
    let slipped = changes.down().map(|each| {
        format!("{} ({}, now {})", each.question.title, each.then.title(names), each.now.title(names))
    });
    let lost = changes.lost().map(|each| format!("{} (was {})", each.question.title, each.then.title(names)));
    let risen = changes.up().filter(|each| each.question.is_essential());
    [
        ("Slipped", slipped.collect::<Vec<_>>()),
        ("No longer known", lost.collect()),
        ("Risen, of the essential ones", risen.map(|each| each.question.title.clone()).collect()),
    ]
    .into_iter()
    .filter(|(_, which)| !which.is_empty())
    .map(|(what, which)| format!("{what}: {}.", first_few(&which)))
    .collect()
}

fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("none {one}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}
