//! The force over the years.

use crate::assessment::{Answer, Value};
use crate::judge::score::Percents;
use crate::judge::trend::Trend;

use crate::report::trend as chapter;
use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, Sheet, SheetColumn, field};

use super::{question_columns, score_columns};

/// Every question over the years.
pub fn questions(report: &Report<'_>, trend: &Trend<'_>) -> Sheet {
    let mut fields = of_question(&report.about.assessment.checklist, |row: &&Row<'_>| row.question);
    for (at, year) in trend.year_labels().into_iter().enumerate() {
        fields.push(field(SheetColumn::words(year, 16.0), move |row: &&Row<'_>| {
            let broken = row.breaks.get(at).and_then(Option::as_ref);
            let standing = row.standings.get(at);
            standing.map(|standing| chapter::standing_in_words(row.question, *standing, broken))
        });
    }
    for since in trend.tellings() {
        sheet.words(&chapter::since(trend, *since), 22.0, |row| words::change(row.since(*since).change));
    }
    if report.tells_of_evidence() {
        let unproven = trend.risen_without_evidence();
        sheet.words("Step up", 22.0, |row| {
            let is_unproven = unproven.iter().any(|each| each.question.id == row.question.id);
            is_unproven.then_some("no evidence is named")
        });
    }
    sheet.words("Reason", 60.0, |row| row.broken());
    sheet.finish()
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
    sheet.finish()
}

fn answer_in<'a>(year: usize, answers: &[Option<&'a Answer>]) -> Option<&'a Answer> {
    answers.get(year).copied().flatten()
}

/// A section, or all of them: its title, and by year its score over the shared questions and over its own.
type ScoresByYear<'a> = (&'a str, &'a [Option<Percents>], &'a [Option<Percents>]);

/// Every section over the years: the score over the shared questions, and each year's own.
pub fn sections(trend: &Trend<'_>) -> Sheet {
    let total = ("In all", trend.shared_percent.as_slice(), trend.own_percent.as_slice());
    let sections = trend.sections.iter();
    let rows: Vec<ScoresByYear<'_>> = sections
        .map(|each| (each.section.title.as_str(), each.shared.as_slice(), each.own.as_slice()))
        .chain([total])
        .collect();
    let mut sheet = SheetBuilder::new("Scores over the years", 1, &rows);
    sheet.words("Section", 34.0, |(title, ..)| *title);
    let mut drawn = Vec::new();
    for (at, year) in trend.year_labels().into_iter().enumerate() {
        drawn.extend(u16::try_from(fields.len()));
        let shared = move |(_, shared, _): &Line<'_>| shared.get(at).copied().flatten();
        let own = move |(_, _, own): &Line<'_>| own.get(at).copied().flatten();
        fields.extend(score_fields(&format!("{year}, shared"), 14.0, &lines, shared));
        fields.extend(score_fields(&format!("{year}, own"), 14.0, &lines, own));
    }
    Sheet { drawn, ..sheet.finish() }
}
