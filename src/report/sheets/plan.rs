//! The action plan: the actions there are, the gaps without one, and rows for more, to be filled in.

use crate::assessment::{Action, Due, Mark, Status};
use crate::judge::gap::Gap;

use crate::report::{Report, plan as chapter, words};
use crate::workbook::{Cell, ColumnKind, Field, Sheet, SheetColumn, field};

use super::gaps;

/// Rows below for actions that nobody foresaw.
const SPARE: usize = 12;

/// A row of the plan.
enum Row<'a> {
    /// An action that there is.
    Action(&'a Action),
    /// A gap about which nothing is being done yet.
    Gap(&'a Gap<'a>),
}

/// The plan, with who, by when and how far: filled in from the assessment as far as it says.
pub fn action_plan(report: &Report<'_>) -> Sheet {
    let actions = chapter::shown(report);
    let without_action =
        report.gaps.iter().filter(|gap| !report.about.assessment.has_open_action(&gap.question.id));
    let rows: Vec<Row<'_>> =
        actions.iter().map(|action| Row::Action(action)).chain(without_action.map(Row::Gap)).collect();
    let mut sheet = Sheet { fixed: 2, ..Sheet::of("Action plan", &rows, fields(report)) };
    let spare = vec![Cell::Empty; sheet.columns.len()];
    sheet.rows.extend(std::iter::repeat_n(spare, SPARE));
    sheet
}

fn fields<'f>(report: &'f Report<'f>) -> Vec<Field<'f, Row<'f>>> {
    let status = Status::ALL.map(|status| status.words().to_owned()).to_vec();
    let fill = |heading: &str, width: f64, kind: ColumnKind, cell: fn(&Action) -> Cell| {
        field(SheetColumn::new(heading, width, kind), move |row: &Row<'_>| match row {
            Row::Action(action) => cell(action),
            Row::Gap(_) => Cell::Empty,
        })
    };
    vec![
        fill("Action", 9.0, ColumnKind::Words, |action| Cell::text(action.id.to_string())),
        field(SheetColumn::words("Section", 18.0), |row: &Row<'_>| {
            let section = report.about.assessment.checklist.sections.iter();
            let mut section =
                section.filter(|each| each.questions.iter().any(|question| question.id.as_str() == id(row)));
            Cell::maybe(section.next().map(|section| section.title.as_str()))
        }),
        field(SheetColumn::words("Question", 24.0), |row: &Row<'_>| Cell::text(name(report, row))),
        field(SheetColumn::words("ID", 22.0), |row: &Row<'_>| Cell::text(id(row))),
        field(SheetColumn::words("Essential", 10.0), |row: &Row<'_>| {
            let question = report.about.assessment.checklist.question_ever(id(row));
            question.map_or(Cell::Empty, |question| Cell::yes_or_no(question.is_essential()))
        }),
        field(SheetColumn::words("To do", 48.0), |row: &Row<'_>| match row {
            Row::Action(action) => Cell::text(&action.action),
            Row::Gap(gap) => gaps::steps(gap),
        }),
        field(SheetColumn::words("Concerns", 17.0), |row: &Row<'_>| {
            let question = report.about.assessment.checklist.question_ever(id(row));
            Cell::maybe(question.and_then(|question| question.owner.as_deref()))
        }),
        fill("Owner", 20.0, ColumnKind::FillWords, |action| Cell::text(&action.owner)),
        fill("Due", 14.0, ColumnKind::FillDay, |action| match &action.due {
            Due::On(day) => Cell::day(Some(*day)),
            Due::Never(_) => Cell::Empty,
        }),
        fill("Why there is no date", 22.0, ColumnKind::FillWords, |action| match &action.due {
            Due::On(_) => Cell::Empty,
            Due::Never(reason) => Cell::text(reason),
        }),
        field(SheetColumn::words("Overdue", 10.0).marking("yes"), |row: &Row<'_>| match row {
            Row::Action(action) => Cell::yes_or_no(action.is_overdue(report.today)),
            Row::Gap(_) => Cell::Empty,
        }),
        field(SheetColumn::figures("Days late"), |row: &Row<'_>| match row {
            Row::Action(action) => action.days_late(report.today).map_or(Cell::Empty, Cell::whole),
            Row::Gap(_) => Cell::Empty,
        }),
        fill("Status", 15.0, ColumnKind::FillChoice(status), |action| Cell::text(action.status.words())),
        fill("Reason, if not to be done", 24.0, ColumnKind::FillWords, |action| {
            Cell::maybe(action.reason.as_deref())
        }),
        fill("Progress", 34.0, ColumnKind::FillWords, |action| {
            let notes = words::notes(&action.notes);
            Cell::maybe((!notes.is_empty()).then(|| notes.join("\n")))
        }),
        // By which it is known, when the sheet is merged, whether the action was changed since.
        fill("Mark (leave as it is)", 10.0, ColumnKind::Words, |action| {
            Cell::text(Mark::of_action(action).to_string())
        }),
    ]
}

fn id<'r>(row: &'r Row<'_>) -> &'r str {
    match row {
        Row::Action(action) => action.question.as_str(),
        Row::Gap(gap) => gap.question.id.as_str(),
    }
}

fn name(report: &Report<'_>, row: &Row<'_>) -> String {
    let question = report.about.assessment.checklist.question_ever(id(row));
    question.map_or_else(|| id(row).to_owned(), |question| question.title.clone())
}
