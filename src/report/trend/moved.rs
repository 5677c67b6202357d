//! The questions that moved, in the words of the chapter over the years.

use crate::assessment::Standing;
use crate::judge::change::Change;
use crate::judge::trend::{Baseline, Moved, Row, Trend};

use super::super::then_and_now;
use crate::document::Block;
use crate::text::number_of;
use crate::words;

/// How to read a change; nothing where there is one year alone.
pub fn reading(trend: &Trend<'_>) -> Option<String> {
    let since = match trend.baselines() {
        [] => return None,
        [since] => format!("Changes are shown {}.", when(trend, *since)),
        _ => format!(
            "Changes are shown {}, and since the first year in which a question has a level.",
            when(trend, Baseline::Last)
        ),
    };
    let ranges = match trend.years.iter().any(|year| year.assessment.source.is_some()) {
        true => " From a finding that is a range, a change is shown only as far as it is certain.",
        false => "",
    };
    let was_unknown = |row: &Row<'_>| {
        [row.since_last, row.since_first].iter().any(|since| since.change == Change::Established)
    };
    let established = match trend.rows.iter().any(was_unknown) {
        true => " What was unknown and has a level now is established: nobody knows whether it rose.",
        false => "",
    };
    Some(format!("{since}{established}{ranges}"))
}

/// Which questions rose and which slipped, since last year and since the first, and which rose without evidence, where
/// evidence may be mentioned.
pub fn moved(trend: &Trend<'_>, evidence: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    for since in trend.baselines() {
        let when = when(trend, *since);
        let improved =
            format!("Risen {when}. Essential questions, and those that reached their target, are named:");
        let slipped = format!(
            "Slipped {when}. Essential questions, and those that fell below their target, are named:"
        );
        blocks.extend(list(improved, &trend.improved(*since), *since, evidence));
        blocks.extend(list(slipped, &trend.slipped(*since), *since, evidence));
    }
    let lost: Vec<String> = lost(trend).map(|row| row.question.title.clone()).collect();
    if !lost.is_empty() {
        blocks.push(Block::paragraph("Had a level the year before, and nobody could say now:"));
        blocks.push(Block::list(lost));
    }
    let unproven = trend.risen_without_evidence();
    if !unproven.is_empty() && evidence {
        blocks.push(Block::paragraph(then_and_now::WITHOUT_EVIDENCE));
        blocks.push(Block::list(unproven.iter().map(|row| row.question.title.clone())));
    }
    blocks
}

/// The questions that had a level the year before and are unknown now.
fn lost<'t, 'a>(trend: &'t Trend<'a>) -> impl Iterator<Item = &'t Row<'a>> {
    let had_a_level = |row: &&Row<'_>| matches!(row.standings.iter().rev().nth(1), Some(Standing::Level(_)));
    trend.rows.iter().filter(|row| row.since_last.change == Change::ToBeEstablished).filter(had_a_level)
}

fn when(trend: &Trend<'_>, since: Baseline) -> String {
    let last = trend.years.len().checked_sub(2).and_then(|at| trend.year_labels().into_iter().nth(at));
    match since {
        Baseline::Last => format!("since {}", last.unwrap_or_default()),
        Baseline::First => "since the first year with a level".to_owned(),
    }
}

/// Those that moved: in a paper with annexes the others are counted, in one for the public they are named too.
fn list(heading: String, moved: &Moved<'_, '_>, since: Baseline, annexes: bool) -> Vec<Block> {
    let rest = if annexes { &[][..] } else { moved.more.as_slice() };
    let named = moved.named.iter().chain(rest).map(|row| {
        let change = words::change(row.since(since).change);
        format!("{}{}: {change}", row.question.title, words::essential(row.question))
    });
    let points: Vec<String> = named.chain(more(moved, since).filter(|_| annexes)).collect();
    if points.is_empty() { Vec::new() } else { vec![Block::paragraph(heading), Block::list(points)] }
}

/// How many more moved that way, and by how much where it is the same for all: `and 7 more, up 1 level; all stand in the annex`.
fn more(moved: &Moved<'_, '_>, since: Baseline) -> Option<String> {
    let change = |row: &&Row<'_>| row.since(since).change;
    let first: Change = moved.more.first().map(change)?;
    let alike = moved.more.iter().all(|row| change(row) == first);
    let by = if alike { format!(", {}", words::change(first)) } else { String::new() };
    let number = moved.more.len();
    Some(match moved.named.is_empty() {
        false => format!("and {number} more{by}; all stand in the annex"),
        true => {
            format!("{}{by}; all stand in the annex", number_of(number, "question", "questions"))
        }
    })
}
