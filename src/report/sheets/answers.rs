//! Every question with its answer and all that was said of it; also those without one, so that a filter shows them.

use chrono::NaiveDate;

use crate::assessment::{Answer, Assessment, Evidence, Period, Standing, Value, Verdict};
use crate::checklist::{Question, Section};
use crate::judge::gap::verdict;

use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, Field, Sheet, SheetColumn, field};

use super::{of_question, unanswered};

/// A question and what happened to it.
struct Asked<'a> {
    section: &'a Section,
    question: &'a Question,
    verdict: Option<Verdict>,
    answer: Option<&'a Answer>,
}

/// The answers, in the checklist's order. What is not for the public has no column in a report for it.
pub fn answers(report: &Report<'_>) -> Sheet {
    let assessment = report.about.assessment;
    let sections = assessment.checklist.sections.iter();
    let asked: Vec<Asked<'_>> = sections
        .flat_map(|section| section.questions.iter().map(|question| asked(assessment, section, question)))
        .collect();
    let mut fields = facts(assessment);
    if !report.leaves_out() {
        fields.extend(particulars());
    }
    let day = |heading: &str, day: fn(Period) -> Option<NaiveDate>| {
        field(SheetColumn::days(heading), move |asked: &Asked<'_>| {
            Cell::day(asked.answer.and_then(|answer| day(assessment.period_of(answer))))
        })
    };
    fields.extend([day("From", |(from, _)| from), day("To", |(_, to)| to)]);
    Sheet { fixed: 2, ..Sheet::of("Answers", &asked, fields) }
}

fn asked<'a>(assessment: &'a Assessment, section: &'a Section, question: &'a Question) -> Asked<'a> {
    let answer = assessment.answer(&question.id);
    Asked { section, question, verdict: verdict(assessment, question), answer }
}

fn facts<'f>(assessment: &'f Assessment) -> Vec<Field<'f, Asked<'f>>> {
    let value = |asked: &Asked<'_>| match asked.answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => Cell::count(number),
        Some(value) => Cell::text(value.title(asked.question.level_names())),
        None => Cell::text(unanswered(assessment)),
    };
    let met = |asked: &Asked<'_>| match asked.verdict {
        None => Cell::Empty,
        Some(Verdict::Met) => Cell::text("yes"),
        Some(Verdict::Gap) => Cell::text("no"),
        Some(Verdict::NotSettled) => Cell::text("not settled"),
    };
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

/// The number of the level; both of a range as words, and nothing where there is no level.
fn number(assessment: &Assessment, asked: &Asked<'_>) -> Cell {
    match assessment.standing(asked.question) {
        Some(Standing::Level(levels)) if levels.is_one() => Cell::weight(levels.lowest().points()),
        Some(standing @ Standing::Level(_)) => Cell::text(words::sign(standing)),
        _ => Cell::Empty,
    }
}

/// Everything that somebody typed, who it was and when.
fn particulars<'f>() -> [Field<'f, Asked<'f>>; 3] {
    [
        of_answer(SheetColumn::words("Note", 40.0), |answer| Cell::maybe(answer.note.as_deref())),
        of_answer(SheetColumn::words("Answered by", 13.0), |answer| Cell::maybe(answer.by.as_deref())),
        of_answer(SheetColumn::days("Answered on"), |answer| Cell::day(answer.on)),
    ]
}

fn of_answer<'f>(column: SheetColumn, cell: fn(&Answer) -> Cell) -> Field<'f, Asked<'f>> {
    field(column, move |asked: &Asked<'_>| asked.answer.map_or(Cell::Empty, cell))
}

/// Every piece of evidence with its date, a row each.
pub fn evidence(report: &Report<'_>) -> Option<Sheet> {
    type Piece<'a> = (&'a Question, &'a Answer, &'a Evidence);
    let assessment = report.about.assessment;
    let answers = assessment
        .checklist
        .questions()
        .filter_map(|question| Some((question, assessment.answer(&question.id)?)));
    let pieces: Vec<Piece<'_>> = answers
        .flat_map(|(question, answer)| answer.evidence.iter().map(move |piece| (question, answer, piece)))
        .collect();
    let mut fields = of_question(&assessment.checklist, |(question, ..): &Piece<'_>| *question);
    fields.extend([
        field(SheetColumn::words("Evidence", 60.0), |(.., piece): &Piece<'_>| Cell::text(&piece.reference)),
        field(SheetColumn::days("Dated"), |(.., piece): &Piece<'_>| Cell::day(piece.dated)),
        field(SheetColumn::words("Answer", 12.0), |(question, answer, _): &Piece<'_>| {
            Cell::text(answer.value.title(question.level_names()))
        }),
    ]);
    (!pieces.is_empty()).then(|| Sheet { fixed: 2, ..Sheet::of("Evidence", &pieces, fields) })
}
