//! Every question with its answer and all that was said of it; also those without one, so that a filter shows them.

use crate::assessment::{Answer, Assessment, Period, Standing, Value, Verdict};
use crate::checklist::{Question, Section};
use crate::judge::gap::verdict;

use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, Field, Sheet, SheetColumn, field};

use super::{question_columns, unanswered};

struct Row<'a> {
    section: &'a Section,
    question: &'a Question,
    verdict: Option<Verdict>,
    answer: Option<&'a Answer>,
}

/// The answers, in the checklist's order. What is not for the public has no column in a report for it.
pub fn answers(report: &Report<'_>) -> Sheet {
    let assessment = report.about.assessment;
    let sections = assessment.checklist.sections.iter();
    let rows: Vec<Row<'_>> = sections
        .flat_map(|section| section.questions.iter().map(|question| row(assessment, section, question)))
        .collect();
    let mut sheet = SheetBuilder::new("Answers", 2, &rows);
    answer_columns(&mut sheet, assessment);
    if !report.leaves_out() {
        sheet
            .words("Note", 40.0, |row| row.answer.and_then(|answer| answer.note.as_ref()))
            .words("Answered by", 13.0, |row| row.answer.and_then(|answer| answer.by.as_ref()))
            .days("Answered on", |row| row.answer.and_then(|answer| answer.on));
    }
    let period = |row: &Row<'_>| row.answer.map_or(Period::default(), |answer| assessment.period_of(answer));
    sheet.days("From", |row| period(row).0).days("To", |row| period(row).1);
    sheet.finish()
}

fn row<'a>(assessment: &'a Assessment, section: &'a Section, question: &'a Question) -> Row<'a> {
    let answer = assessment.answer(&question.id);
    Row { section, question, verdict: verdict(assessment, question), answer }
}

fn answer_columns<'r>(sheet: &mut SheetBuilder<'r, Row<'r>>, assessment: &Assessment) {
    let heading = if assessment.source.is_some() { "Our reading, or the figure" } else { "Answer" };
    vec![
        field(SheetColumn::words("Section", 16.5), |asked: &Asked<'_>| Cell::text(&asked.section.title)),
        field(SheetColumn::words("Question", 18.0), |asked: &Asked<'_>| Cell::text(&asked.question.title)),
        field(SheetColumn::words("ID", 20.0), |asked: &Asked<'_>| Cell::text(asked.question.id.as_str())),
        field(SheetColumn::words("Asked", 34.0), |asked: &Asked<'_>| Cell::text(&asked.question.ask)),
        field(SheetColumn::words("Essential", 10.0), |asked: &Asked<'_>| {
            Cell::yes_or_no(asked.question.is_essential())
        }),
        field(SheetColumn::words(heading, 12.0), value),
        field(SheetColumn::figures("Level, 0 to 3"), |asked: &Asked<'_>| number(assessment, asked)),
        field(SheetColumn::figures("Weight"), |asked: &Asked<'_>| {
            asked.question.scale().map_or(Cell::Empty, |scale| Cell::weight(scale.weight))
        }),
        field(SheetColumn::words("Target", 9.0), |asked: &Asked<'_>| {
            Cell::maybe(asked.question.scale().map(|scale| scale.names.name(scale.target)))
        }),
        field(SheetColumn::figures("Target, 0 to 3"), |asked: &Asked<'_>| {
            asked.question.scale().map_or(Cell::Empty, |scale| Cell::weight(scale.target.points()))
        }),
        field(SheetColumn::words("Met", 6.0).marking("no"), met),
    ]
}

/// The number of the level; both of a range as words, and nothing if there is no level.
fn level_number(assessment: &Assessment, question: &Question) -> Cell {
    match assessment.standing(question) {
        Some(Standing::Level(levels)) if levels.is_one() => levels.lowest().points().into(),
        Some(standing @ Standing::Level(_)) => words::sign(standing).into(),
        _ => Cell::Empty,
    }
}

/// Every piece of evidence with its date, a row each.
pub fn evidence(report: &Report<'_>) -> Option<Sheet> {
    let assessment = report.about.assessment;
    let answers = assessment
        .checklist
        .questions()
        .filter_map(|question| Some((question, assessment.answer(&question.id)?)));
    let rows: Vec<_> = answers
        .flat_map(|(question, answer)| answer.evidence.iter().map(move |piece| (question, answer, piece)))
        .collect();
    let mut sheet = SheetBuilder::new("Evidence", 2, &rows);
    question_columns(&mut sheet, &assessment.checklist, |(question, ..)| question);
    sheet
        .words("Evidence", 60.0, |(.., piece)| &piece.reference)
        .days("Dated", |(.., piece)| piece.dated)
        .words("Answer", 12.0, |(question, answer, _)| answer.value.title(question.level_names()));
    (!rows.is_empty()).then(|| sheet.finish())
}
