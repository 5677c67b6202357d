//! Every question with its answer and everything typed with it; also questions without an answer, to filter for.

use crate::assessment::{Answer, Assessment, Period, Standing, Value, Verdict};
use crate::checklist::{Question, Section};
use crate::judge::gap::verdict;

use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, Sheet, SheetBuilder};

use super::columns::{question_columns, unanswered};

struct Row<'a> {
    section: &'a Section,
    question: &'a Question,
    verdict: Option<Verdict>,
    answer: Option<&'a Answer>,
}

/// In the checklist's order. A public report leaves out the columns of what was typed.
pub fn answers(report: &Report<'_>) -> Sheet {
    let assessment = report.about.assessment;
    let sections = assessment.checklist.sections.iter();
    let rows: Vec<Row<'_>> = sections
        .flat_map(|section| section.questions.iter().map(|question| row(assessment, section, question)))
        .collect();
    let mut sheet = SheetBuilder::new("Answers", 2, &rows);
    answer_columns(&mut sheet, assessment);
    if !report.is_redacted() {
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
    let answer = |row: &Row<'_>| match row.answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => Cell::from(number),
        Some(value) => Cell::from(value.title(row.question.level_names())),
        None => Cell::from(unanswered(assessment)),
    };
    let met = |verdict| match verdict {
        Verdict::Met => "yes",
        Verdict::Gap => "no",
        Verdict::NotSettled => "not settled",
    };
    sheet
        .words("Section", 16.5, |row| &row.section.title)
        .words("Question", 18.0, |row| &row.question.title)
        .words("ID", 20.0, |row| row.question.id.as_str())
        .words("Asked", 34.0, |row| &row.question.ask)
        .words("Essential", 10.0, |row| row.question.is_essential())
        .words(heading, 12.0, answer)
        .figures("Level, 0 to 3", |row| level_number(assessment, row.question))
        .figures("Weight", |row| row.question.scale().map(|scale| scale.weight))
        .words("Target", 9.0, |row| row.question.scale().map(|scale| scale.names.name(scale.target)))
        .figures("Target, 0 to 3", |row| row.question.scale().map(|scale| scale.target.points()))
        .words("Met", 6.0, |row| row.verdict.map(met))
        .highlight("no");
}

/// The number of the level; both of a range as words, and nothing if there is no level.
fn level_number(assessment: &Assessment, question: &Question) -> Cell {
    match assessment.standing(question) {
        Some(Standing::Level(levels)) if levels.is_one() => levels.lowest().points().into(),
        Some(standing @ Standing::Level(_)) => words::level_sign(standing).into(),
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
