//! The assessment compared with others: question by question, in total, and the counts.

use crate::assessment::{Answer, Assessment, Period, Value};
use crate::checklist::Question;
use crate::judge::compare::{Comparison, Relation, answer_of};

use crate::report::comparison as chapter;
use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, ColumnKind, Sheet, SheetBuilder};

use super::columns::{level_questions, level_text, score_columns, unanswered};

/// Every question that asks for a level, with the level of each assessment.
pub fn questions(report: &Report<'_>) -> Sheet {
    let ours = report.about.assessment;
    let rows = level_questions(&ours.checklist);
    let mut sheet = SheetBuilder::new("Comparison", 2, &rows);
    sheet
        .words("Section", 20.0, |(section, _)| &section.title)
        .words("Question", 26.0, |(_, question)| &question.title)
        .words("ID", 22.0, |(_, question)| question.id.as_str())
        .words("Target", 11.0, |(_, question)| question.scale().map(|scale| scale.names.name(scale.target)))
        .words("This", 15.0, |(_, question)| {
            ours.standing(question).map(|standing| level_text(ours, question, standing))
        });
    for comparison in &report.comparisons {
        sheet.words(&words::assessment_label(comparison.with), 15.0, |(_, question)| {
            their_level(comparison, question)
        });
    }
    sheet.finish()
}

fn their_level(comparison: &Comparison<'_>, question: &Question) -> Option<String> {
    let pair = comparison.pairs.iter().find(|pair| pair.question.id == question.id)?;
    Some(level_text(comparison.with.assessment, pair.question, pair.theirs))
}

/// A row for each other assessment.
pub fn totals(report: &Report<'_>) -> Sheet {
    let [shared, ahead, level, behind, not_settled, this, other] = chapter::TOTAL_COLUMNS;
    let mut sheet = SheetBuilder::new("Comparison in total", 0, &report.comparisons);
    sheet.words("Compared with", 66.0, chapter::compared_with).figures(shared, Comparison::shared);
    let relations = [Relation::Ahead, Relation::Level, Relation::Behind, Relation::NotSettled];
    for (heading, relation) in [ahead, level, behind, not_settled].into_iter().zip(relations) {
        sheet.figures(heading, |comparison| comparison.number(relation));
    }
    score_columns(&mut sheet, this, 10.5, |comparison| comparison.percent);
    score_columns(&mut sheet, other, 10.5, |comparison| comparison.other_percent);
    sheet.finish()
}

/// The count that one assessment gives.
struct Count<'a> {
    question: &'a Question,
    whose: String,
    assessment: &'a Assessment,
    answer: Option<&'a Answer>,
}

/// A row for each count and each assessment, ours first, with the period that it covers.
pub fn counts(report: &Report<'_>) -> Sheet {
    let questions = report.about.assessment.checklist.count_questions();
    let counts: Vec<Count<'_>> = questions.flat_map(|question| counts_of(report, question)).collect();
    let mut sheet = SheetBuilder::new("Counts", 1, &counts);
    sheet
        .words("Count", 25.0, |count| &count.question.title)
        .words("ID", 27.0, |count| count.question.id.as_str())
        .words("Force", 56.0, |count| &count.whose)
        .column("Value", 14.0, ColumnKind::Figures, value)
        .words("Unit", 15.0, |count| count.question.count().map(|asked| &asked.unit))
        .days("From", |count| period(count).0)
        .days("To", |count| period(count).1)
        .words("Caution", 46.0, |count| count.question.count().and_then(|asked| asked.caution.as_ref()));
    sheet.finish()
}

fn counts_of<'a>(report: &'a Report<'_>, question: &'a Question) -> Vec<Count<'a>> {
    let ours = report.about.assessment;
    let answer = ours.answer(&question.id);
    let this = Count { question, whose: ours.force.clone(), assessment: ours, answer };
    let others = report.comparisons.iter().map(|comparison| {
        let assessment = comparison.with.assessment;
        let answer = answer_of(assessment, &ours.checklist, question);
        Count { question, whose: words::assessment_label(comparison.with), assessment, answer }
    });
    std::iter::once(this).chain(others).collect()
}

fn value(count: &Count<'_>) -> Cell {
    match count.answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => number.into(),
        Some(other) => other.title(count.question.level_names()).into(),
        None => unanswered(count.assessment).into(),
    }
}

/// The first and last day that a count covers: its own, or those of its publication.
fn period(count: &Count<'_>) -> Period {
    count.answer.map_or(Period::default(), |answer| count.assessment.period_of(answer))
}
