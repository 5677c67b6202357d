//! The assessment beside others: question by question, in sum, and the counts.

use crate::assessment::{Answer, Assessment, Period, Value};
use crate::checklist::{Question, Section};
use crate::judge::compare::{Comparison, Relation, answer_of};

use crate::report::comparison as chapter;
use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, Field, Sheet, SheetColumn, field};

use super::{score_fields, standing, unanswered};

type Asked<'a> = (&'a Section, &'a Question);

/// The questions that a sheet is about, each with its section.
fn asked<'a>(report: &Report<'a>, is_about: fn(&Question) -> bool) -> Vec<Asked<'a>> {
    let sections = report.about.assessment.checklist.sections.iter();
    let asked =
        sections.flat_map(|section| section.questions.iter().map(move |question| (section, question)));
    asked.filter(|(_, question)| is_about(question)).collect()
}

/// Every level question with everybody's level.
pub fn questions(report: &Report<'_>) -> Sheet {
    let ours = report.about.assessment;
    let level = |heading: String| SheetColumn::words(heading, 15.0);
    let mut fields = vec![
        field(SheetColumn::words("Section", 20.0), |(section, _): &Asked<'_>| Cell::text(&section.title)),
        field(SheetColumn::words("Question", 26.0), |(_, question): &Asked<'_>| Cell::text(&question.title)),
        field(SheetColumn::words("ID", 22.0), |(_, question): &Asked<'_>| Cell::text(question.id.as_str())),
        field(SheetColumn::words("Target", 11.0), |(_, question): &Asked<'_>| {
            Cell::maybe(question.scale().map(|scale| scale.names.name(scale.target)))
        }),
        field(level("This".to_owned()), |(_, question): &Asked<'_>| {
            ours.standing(question).map_or(Cell::Empty, |level| standing(ours, question, level))
        }),
    ];
    fields.extend(report.comparisons.iter().map(|comparison| {
        field(level(words::label(comparison.with)), |(_, question): &Asked<'_>| theirs(comparison, question))
    }));
    Sheet {
        fixed: 2,
        ..Sheet::of("Comparison", &asked(report, |question| question.scale().is_some()), fields)
    }
}

fn theirs(comparison: &Comparison<'_>, question: &Question) -> Cell {
    let pair = comparison.pairs.iter().find(|pair| pair.question.id == question.id);
    pair.map_or(Cell::Empty, |pair| standing(comparison.with.assessment, pair.question, pair.theirs))
}

/// A row for each of the others.
pub fn in_sum(report: &Report<'_>) -> Sheet {
    let figure: [fn(&Comparison<'_>) -> Cell; 5] = [
        |comparison| Cell::whole(comparison.shared()),
        |comparison| Cell::whole(comparison.number(Relation::Ahead)),
        |comparison| Cell::whole(comparison.number(Relation::Level)),
        |comparison| Cell::whole(comparison.number(Relation::Behind)),
        |comparison| Cell::whole(comparison.number(Relation::NotSettled)),
    ];
    let [shared, ahead, level, behind, not_settled, this, other] = chapter::SUM_COLUMNS;
    let headings = [shared, ahead, level, behind, not_settled];
    let mut fields = vec![field(SheetColumn::words("Compared with", 66.0), |comparison: &Comparison<'_>| {
        Cell::text(chapter::with(comparison))
    })];
    let figures = headings.into_iter().zip(figure);
    fields.extend(figures.map(|(heading, figure)| field(SheetColumn::figures(heading), figure)));
    let compared = report.comparisons.as_slice();
    fields.extend(score_fields(this, 10.5, compared, |comparison: &Comparison<'_>| comparison.percent));
    fields
        .extend(score_fields(other, 10.5, compared, |comparison: &Comparison<'_>| comparison.other_percent));
    Sheet::of("Comparison in total", &report.comparisons, fields)
}

/// A count as one side gives it.
struct Given<'a> {
    question: &'a Question,
    whose: String,
    of: &'a Assessment,
    answer: Option<&'a Answer>,
}

/// A row for each count and each side, ours first, with the days that it covers: its own, else its source's.
pub fn counts(report: &Report<'_>) -> Sheet {
    let given: Vec<Given<'_>> = asked(report, |question| question.count().is_some())
        .into_iter()
        .flat_map(|(_, question)| given(report, question))
        .collect();
    Sheet { fixed: 1, ..Sheet::of("Counts", &given, count_fields()) }
}

fn given<'a>(report: &'a Report<'_>, question: &'a Question) -> Vec<Given<'a>> {
    let ours = report.about.assessment;
    let this = Given { question, whose: ours.force.clone(), of: ours, answer: ours.answer(&question.id) };
    let others = report.comparisons.iter().map(|comparison| {
        let of = comparison.with.assessment;
        Given {
            question,
            whose: words::label(comparison.with),
            of,
            answer: answer_of(of, &ours.checklist, question),
        }
    });
    std::iter::once(this).chain(others).collect()
}

fn count_fields<'f>() -> Vec<Field<'f, Given<'f>>> {
    let value = |given: &Given<'_>| match given.answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => Cell::count(number),
        Some(other) => Cell::text(other.title(given.question.level_names())),
        None => Cell::text(unanswered(given.of)),
    };
    let caution =
        |given: &Given<'_>| Cell::maybe(given.question.count().and_then(|count| count.caution.as_deref()));
    vec![
        field(SheetColumn::words("Count", 25.0), |given: &Given<'_>| Cell::text(&given.question.title)),
        field(SheetColumn::words("ID", 27.0), |given: &Given<'_>| Cell::text(given.question.id.as_str())),
        field(SheetColumn::words("Force", 56.0), |given: &Given<'_>| Cell::text(&given.whose)),
        field(SheetColumn::new("Value", 14.0, crate::workbook::ColumnKind::Figures), value),
        field(SheetColumn::words("Unit", 15.0), |given: &Given<'_>| {
            Cell::maybe(given.question.count().map(|count| count.unit.as_str()))
        }),
        field(SheetColumn::days("From"), |given: &Given<'_>| Cell::day(period(given).0)),
        field(SheetColumn::days("To"), |given: &Given<'_>| Cell::day(period(given).1)),
        field(SheetColumn::words("Caution", 46.0), caution),
    ]
}

/// The days that a count covers; none where there is no count.
fn period(given: &Given<'_>) -> Period {
    given.answer.map_or((None, None), |answer| given.of.period_of(answer))
}
