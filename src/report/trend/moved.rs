//! The questions that changed, for the chapter over the years.

use crate::judge::change::{Change, QuestionChange};
use crate::judge::trend::{Baseline, Highlights, Row, Trend};

use super::super::then_and_now;
use crate::document::Block;
use crate::text::number_of;
use crate::words;

/// None if there is only one year.
pub fn reading(trend: &Trend<'_>) -> Option<String> {
    let since = match trend.baselines() {
        [] => return None,
        [since] => format!("Changes are shown {}.", when(trend, *since)),
        _ => format!(
            "Changes are shown {}, and since the first year in which a question has a level.",
            when(trend, Baseline::Last)
        ),
    };
    let ranges = " From a finding that is a range, a change is shown only as far as it is certain.";
    let established = " What was unknown and has a level now is established: nobody knows whether it rose.";
    let was_unknown = |row: &Row<'_>| {
        [row.since_last, row.since_first].iter().any(|since| since.change == Change::Established)
    };
    let has_findings = trend.years.iter().any(|year| year.assessment.source.is_some());
    Some(format!(
        "{since}{}{}",
        if trend.rows.iter().any(was_unknown) { established } else { "" },
        if has_findings { ranges } else { "" }
    ))
}

/// `evidence` is whether evidence may be mentioned, and whether the report has the annex with all questions.
pub fn moved(trend: &Trend<'_>, evidence: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    for since in trend.baselines() {
        let when = when(trend, *since);
        let improved =
            format!("Risen {when}. Essential questions, and those that reached their target, are named:");
        let slipped = format!(
            "Slipped {when}. Essential questions, and those that fell below their target, are named:"
        );
        blocks.extend(list(improved, &trend.improved(*since), evidence));
        blocks.extend(list(slipped, &trend.slipped(*since), evidence));
    }
    let changes = trend.changes(Baseline::Last);
    let lost = changes.lost().map(|each| each.question.title.clone());
    let lead = Block::paragraph("Had a level the year before, and nobody could say now:");
    blocks.extend(Block::list_under(lead, lost));
    let unproven = trend.risen_without_evidence().filter(|_| evidence);
    let lead = Block::paragraph(then_and_now::WITHOUT_EVIDENCE);
    blocks.extend(Block::list_under(lead, unproven.map(|question| question.title.clone())));
    blocks
}

fn when(trend: &Trend<'_>, since: Baseline) -> String {
    match since {
        Baseline::Last => format!("since {}", trend.previous_label()),
        Baseline::First => "since the first year with a level".to_owned(),
    }
}

/// With an annex that holds them all, the others are only counted; without one they are named too.
fn list(heading: String, highlights: &Highlights<'_>, has_annex: bool) -> Vec<Block> {
    let Highlights { named, others } = highlights;
    let point = |each: &QuestionChange<'_>| {
        let title = words::question_title(each.question);
        format!("{title}: {}", words::change(each.change))
    };
    let rest: Vec<String> =
        if has_annex { more(highlights).into_iter().collect() } else { others.iter().map(point).collect() };
    Block::list_under(Block::paragraph(heading), named.iter().map(point).chain(rest))
}

/// `and 7 more, up 1 level; all stand in the annex`. The change is given if it is the same for all.
fn more(Highlights { named, others }: &Highlights<'_>) -> Option<String> {
    let first: Change = others.first()?.change;
    let is_same = others.iter().all(|each| each.change == first);
    let by = if is_same { format!(", {}", words::change(first)) } else { String::new() };
    let number = match named.is_empty() {
        false => format!("and {} more", others.len()),
        true => number_of(others.len(), "question", "questions"),
    };
    Some(format!("{number}{by}; all stand in the annex"))
}
