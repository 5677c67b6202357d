//! What changed at forces with more than one year.

use chrono::Datelike;

use crate::judge::change::{Change, QuestionChange};
use crate::judge::region::Region;
use crate::text::list_with_and;

use crate::document::{Block, Column, Table};

/// Empty if no force has more than one year.
pub fn chapter(region: &Region<'_>) -> Vec<Block> {
    let forces = || region.forces.iter().filter_map(|force| Some((force, force.since_first.as_ref()?)));
    if forces().next().is_none() {
        return Vec::new();
    }
    let mut columns = ["Force", "From", "To"].map(Column::words).to_vec();
    columns.extend(["Up", "Down", "Unchanged", "Not settled"].map(Column::figures));
    let rows = forces().map(|(force, since)| {
        let changes = &since.changes;
        let unchanged = [Change::Unchanged, Change::NotSettled].map(|change| changes.number(change));
        let years = [since.date.year(), force.newest.assessment.year()].map(|year| year.to_string());
        let counts = [changes.up().count(), changes.down().count()].into_iter().chain(unchanged);
        let row = std::iter::once(force.name().to_owned()).chain(years);
        row.chain(counts.map(|count| count.to_string())).collect()
    });
    let title = |each: QuestionChange<'_>| each.question.title.clone();
    let steps = forces().flat_map(|(force, since)| {
        let up: Vec<String> = since.changes.up().map(title).collect();
        let down: Vec<String> = since.changes.down().map(title).collect();
        let steps = [("up", up), ("down", down)].into_iter().filter(|(_, titles)| !titles.is_empty());
        steps.map(|(direction, titles)| format!("{}, {direction}: {}", force.name(), list_with_and(&titles)))
    });
    let mut blocks = vec![
        Block::chapter("What moved"),
        Block::paragraph(
            "Of forces of which more than one year is known: questions whose level is certainly higher, certainly lower or one and \
             the same in the newest year as in the first, and those of which the words say too little to tell.",
        ),
        Block::Table(Table { columns, rows: rows.collect() }),
    ];
    blocks.extend(Block::list_if_any(steps));
    blocks
}
