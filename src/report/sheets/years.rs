//! What was answered last time, and the force over the years.

use crate::assessment::{Answer, Carried, Value};
use crate::checklist::Question;
use crate::judge::trend::{Row, Trend};

use crate::report::{Report, since, words, years as chapter};
use crate::workbook::{Cell, Column, Sheet, field};

use super::score_fields;
use crate::judge::score::Percents;

/// The answers that were carried along, whole, with what happened to each.
pub fn last_time(report: &Report<'_>) -> Sheet {
    type Then<'a> = (&'a Question, &'a Carried, &'static str);
    let assessment = report.about.assessment;
    let rows: Vec<Then<'_>> = assessment
        .carried
        .iter()
        .filter_map(|(id, carried)| {
            let question = assessment.checklist.question_ever(id.as_str())?;
            Some((question, carried, since::renewed_in_words(assessment, id)?))
        })
        .collect();
    let fields = vec![
        field(Column::words("Question", 26.0), |(question, _, _): &Then<'_>| Cell::text(&question.title)),
        field(Column::words("ID", 24.0), |(question, _, _): &Then<'_>| Cell::text(question.id.as_str())),
        field(Column::words("Now", 22.0), |(_, _, became): &Then<'_>| Cell::text(*became)),
        field(Column::days("Opened"), |(_, carried, _): &Then<'_>| Cell::day(Some(carried.from))),
        field(Column::words("Then", 16.0), |(question, carried, _): &Then<'_>| {
            Cell::text(words::value(question, carried.answer.value))
        }),
        field(Column::words("Note", 44.0), |(_, carried, _): &Then<'_>| {
            Cell::maybe(carried.answer.note.as_deref())
        }),
        field(Column::words("Evidence", 40.0), |(_, carried, _): &Then<'_>| {
            let evidence = &carried.answer.evidence;
            Cell::maybe((!evidence.is_empty()).then(|| words::evidence(evidence)))
        }),
        field(Column::words("Done", 34.0), |(_, carried, _): &Then<'_>| {
            Cell::maybe((!carried.done.is_empty()).then(|| words::done(&carried.done)))
        }),
        field(Column::words("By", 22.0), |(_, carried, _): &Then<'_>| {
            Cell::maybe(carried.answer.by.as_deref())
        }),
        field(Column::days("On"), |(_, carried, _): &Then<'_>| Cell::day(carried.answer.on)),
        field(Column::days("From"), |(_, carried, _): &Then<'_>| Cell::day(carried.answer.from)),
        field(Column::days("To"), |(_, carried, _): &Then<'_>| Cell::day(carried.answer.to)),
    ];
    Sheet { fixed: 1, ..Sheet::of("Last time", &rows, fields) }
}

/// Every question over the years.
pub fn questions(report: &Report<'_>, trend: &Trend<'_>) -> Sheet {
    let mut fields = vec![
        field(Column::words("Question", 28.0), |row: &&Row<'_>| Cell::text(&row.question.title)),
        field(Column::words("ID", 26.0), |row: &&Row<'_>| Cell::text(row.question.id.as_str())),
    ];
    for (at, year) in chapter::columns(trend).into_iter().enumerate() {
        fields.push(field(Column::words(year, 16.0), move |row: &&Row<'_>| {
            let broken = row.breaks.get(at).and_then(Option::as_ref);
            Cell::maybe(row.standings.get(at).map(|standing| chapter::standing_in_words(*standing, broken)))
        }));
    }
    for since in trend.tellings() {
        fields.push(field(Column::words(chapter::since(trend, *since), 22.0), |row: &&Row<'_>| {
            Cell::text(words::change(row.since(*since).change))
        }));
    }
    if report.tells_of_evidence() {
        let unproven = trend.risen_without_evidence();
        fields.push(field(Column::words("Step up", 22.0), move |row: &&Row<'_>| {
            let is_unproven = unproven.iter().any(|each| each.question.id == row.question.id);
            Cell::maybe(is_unproven.then_some("no evidence is named"))
        }));
    }
    fields.push(field(Column::words("Reason", 60.0), |row: &&Row<'_>| Cell::maybe(row.broken())));
    Sheet { fixed: 1, ..Sheet::of("Over the years", &trend.rows.iter().collect::<Vec<_>>(), fields) }
}

/// Every count over the years.
pub fn counts(trend: &Trend<'_>) -> Sheet {
    type Counted<'a> = (&'a Question, Vec<Option<&'a Answer>>);
    let mut fields = vec![
        field(Column::words("Count", 30.0), |(question, _): &Counted<'_>| {
            Cell::text(words::counted(question))
        }),
        field(Column::words("ID", 26.0), |(question, _): &Counted<'_>| Cell::text(question.id.as_str())),
    ];
    for (at, year) in chapter::columns(trend).into_iter().enumerate() {
        let answer = move |(_, answers): &Counted<'_>| answers.get(at).copied().flatten().cloned();
        fields.push(field(Column::figures(&year), move |counted: &Counted<'_>| match answer(counted) {
            Some(Answer { value: Value::Count(number), .. }) => Cell::count(number),
            Some(other) => Cell::text(other.value.title()),
            None => Cell::Empty,
        }));
        let of = trend.years.get(at).map(|year| year.assessment);
        fields.push(field(Column::words(format!("{year}, period"), 30.0), move |counted: &Counted<'_>| {
            let period =
                answer(counted).zip(of).and_then(|(answer, of)| words::period(of.period_of(&answer)));
            Cell::maybe(period)
        }));
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
        vec![field(Column::words("Section", 34.0), |(label, _, _): &Line<'_>| Cell::text(*label))];
    let mut drawn = Vec::new();
    for (at, year) in chapter::columns(trend).into_iter().enumerate() {
        drawn.extend(u16::try_from(fields.len()));
        let shared = move |(_, shared, _): &Line<'_>| shared.get(at).copied().flatten();
        let own = move |(_, _, own): &Line<'_>| own.get(at).copied().flatten();
        fields.extend(score_fields(&format!("{year}, shared"), 14.0, &lines, shared));
        fields.extend(score_fields(&format!("{year}, own"), 14.0, &lines, own));
    }
    Sheet { fixed: 1, drawn, ..Sheet::of("Scores over the years", &lines, fields) }
}
