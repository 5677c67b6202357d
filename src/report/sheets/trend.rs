//! The force over the years.

use crate::assessment::{Answer, Value};
use crate::checklist::Question;
use crate::judge::trend::{Row, Trend};

use crate::report::trend as chapter;
use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, Sheet, SheetColumn, field};

use super::{of_question, score_fields};
use crate::judge::score::Percents;

/// Every question over the years.
pub fn questions(report: &Report<'_>, trend: &Trend<'_>) -> Sheet {
    let mut fields = of_question(&report.about.assessment.checklist, |row: &&Row<'_>| row.question);
    for (at, year) in trend.year_labels().into_iter().enumerate() {
        fields.push(field(SheetColumn::words(year, 16.0), move |row: &&Row<'_>| {
            let broken = row.breaks.get(at).and_then(Option::as_ref);
            let standing = row.standings.get(at);
            Cell::maybe(standing.map(|each| chapter::standing_in_words(row.question, *each, broken)))
        }));
    }
    for since in trend.tellings() {
        fields.push(field(SheetColumn::words(chapter::since(trend, *since), 22.0), |row: &&Row<'_>| {
            Cell::text(words::change(row.since(*since).change))
        }));
    }
    if report.tells_of_evidence() {
        let unproven = trend.risen_without_evidence();
        fields.push(field(SheetColumn::words("Step up", 22.0), move |row: &&Row<'_>| {
            let is_unproven = unproven.iter().any(|each| each.question.id == row.question.id);
            Cell::maybe(is_unproven.then_some("no evidence is named"))
        }));
    }
    fields.push(field(SheetColumn::words("Reason", 60.0), |row: &&Row<'_>| Cell::maybe(row.broken())));
    Sheet { fixed: 2, ..Sheet::of("Over the years", &trend.rows.iter().collect::<Vec<_>>(), fields) }
}

/// Every count over the years.
pub fn counts(trend: &Trend<'_>) -> Sheet {
    type Counted<'a> = (&'a Question, Vec<Option<&'a Answer>>);
    let mut fields = vec![
        field(SheetColumn::words("Count", 30.0), |(question, _): &Counted<'_>| {
            Cell::text(words::counted(question))
        }),
        field(SheetColumn::words("ID", 26.0), |(question, _): &Counted<'_>| Cell::text(question.id.as_str())),
    ];
    for (at, year) in trend.year_labels().into_iter().enumerate() {
        let answer = move |(_, answers): &Counted<'_>| answers.get(at).copied().flatten().cloned();
        fields.push(field(SheetColumn::figures(&year), move |counted: &Counted<'_>| match answer(counted) {
            Some(Answer { value: Value::Count(number), .. }) => Cell::count(number),
            Some(other) => Cell::text(other.value.title(counted.0.level_names())),
            None => Cell::Empty,
        }));
        let of = trend.years.get(at).map(|year| year.assessment);
        fields.push(field(
            SheetColumn::words(format!("{year}, period"), 30.0),
            move |counted: &Counted<'_>| {
                let period =
                    answer(counted).zip(of).and_then(|(answer, of)| words::period(of.period_of(&answer)));
                Cell::maybe(period)
            },
        ));
    }
    Sheet { fixed: 1, ..Sheet::of("Counts over the years", &trend.counts, fields) }
}

/// Every section over the years: the score over the shared questions, and each year's own.
pub fn sections(trend: &Trend<'_>) -> Sheet {
    type Line<'a> = (&'a str, &'a [Option<Percents>], &'a [Option<Percents>]);
    let in_all = ("In all", trend.shared_percent.as_slice(), trend.own_percent.as_slice());
    let lines: Vec<Line<'_>> = trend
        .sections
        .iter()
        .map(|each| (each.section.title.as_str(), each.shared.as_slice(), each.own.as_slice()))
        .chain([in_all])
        .collect();
    let mut fields =
        vec![field(SheetColumn::words("Section", 34.0), |(label, _, _): &Line<'_>| Cell::text(*label))];
    let mut drawn = Vec::new();
    for (at, year) in trend.year_labels().into_iter().enumerate() {
        drawn.extend(u16::try_from(fields.len()));
        let shared = move |(_, shared, _): &Line<'_>| shared.get(at).copied().flatten();
        let own = move |(_, _, own): &Line<'_>| own.get(at).copied().flatten();
        fields.extend(score_fields(&format!("{year}, shared"), 14.0, &lines, shared));
        fields.extend(score_fields(&format!("{year}, own"), 14.0, &lines, own));
    }
    Sheet { fixed: 1, drawn, ..Sheet::of("Scores over the years", &lines, fields) }
}
