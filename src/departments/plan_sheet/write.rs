//! The action plan: the actions there are, the gaps without one, and rows for more, to be filled in.

use crate::assessment::{Action, Due, Fingerprint, Status};
use crate::judge::gap::Gap;
use crate::judge::plan::in_order;

use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, ColumnKind, Field, Sheet, SheetColumn, field};

use super::{ACTION, DUE, ID, MARK, NO_DATE, OWNER, PROGRESS, REASON, STATUS, TO_DO};

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
    let actions = in_order(&report.about.assessment.actions, report.today);
    let without_action =
        report.gaps.iter().filter(|gap| !report.about.assessment.has_open_action(&gap.question.id));
    let rows: Vec<Row<'_>> =
        actions.iter().map(|action| Row::Action(action)).chain(without_action.map(Row::Gap)).collect();
    let mut sheet = SheetBuilder::new("Action plan", 2, &rows);
    action_column(&mut sheet, "Action", 9.0, ColumnKind::Words, |action| action.id.to_string());
    question_columns(&mut sheet, &report.about.assessment.checklist);
    columns_to_fill_in(&mut sheet, report.today);
    // By which it is known, when the sheet is merged, whether the action was changed since.
    action_column(&mut sheet, MARK, 10.0, ColumnKind::Words, |action| Mark::of_action(action).to_string());
    let mut sheet = sheet.finish();
    let spare = vec![Cell::Empty; sheet.columns.len()];
    sheet.rows.extend(std::iter::repeat_n(spare, SPARE));
    sheet
}

fn fields<'f>(report: &'f Report<'f>) -> Vec<Field<'f, Row<'f>>> {
    std::iter::once(of_action(ACTION, 9.0, ColumnKind::Words, |action| Cell::text(action.id.to_string())))
        .chain(what_is_to_be_done(report))
        .chain(to_fill_in(report))
        // By which it is known, when the sheet is merged, whether the action was changed since.
        .chain([of_action(&format!("{MARK} (leave as it is)"), 10.0, ColumnKind::Words, |action| {
            Cell::text(Fingerprint::of_action(action).to_string())
        })])
        .collect()
}

/// A column that says something of an action, and of a gap without one nothing.
fn of_action<'f>(
    heading: &str,
    width: f64,
    kind: ColumnKind,
    cell: impl Fn(&'r Action) -> C,
) {
    sheet.column(heading, width, kind, |row| row.action().map(&cell));
}

/// The question, what is to be done about it, and whom it concerns.
fn what_is_to_be_done<'f>(report: &'f Report<'f>) -> Vec<Field<'f, Row<'f>>> {
    let checklist = &report.about.assessment.checklist;
    let question = |row: &Row<'_>| checklist.question_in_any_edition(id(row));
    vec![
        field(SheetColumn::words("Section", 18.0), move |row: &Row<'_>| {
            let section = question(row).and_then(|question| checklist.section_of(&question.id));
            Cell::maybe(section.map(|section| section.title.as_str()))
        }),
        field(SheetColumn::words("Question", 24.0), move |row: &Row<'_>| {
            Cell::text(question(row).map_or(id(row), |question| question.title.as_str()))
        }),
        field(SheetColumn::words(ID, 22.0), |row: &Row<'_>| Cell::text(id(row))),
        field(SheetColumn::words("Essential", 10.0), move |row: &Row<'_>| {
            question(row).map_or(Cell::Empty, |question| Cell::yes_or_no(question.is_essential()))
        }),
        field(SheetColumn::words(TO_DO, 48.0), |row: &Row<'_>| match row {
            Row::Action(action) => Cell::text(&action.action),
            Row::Gap(gap) => Cell::lines(&words::steps(gap)),
        }),
        field(SheetColumn::words("Belongs to", 17.0), move |row: &Row<'_>| {
            Cell::maybe(question(row).and_then(|question| question.owner.as_deref()))
        }),
    ]
}

/// Who, by when and how far.
fn to_fill_in<'f>(report: &'f Report<'f>) -> Vec<Field<'f, Row<'f>>> {
    let status = Status::ALL.map(|status| status.words().to_owned()).to_vec();
    let today = report.today;
    vec![
        of_action(OWNER, 20.0, ColumnKind::FillWords, |action| Cell::text(&action.owner)),
        of_action(DUE, 14.0, ColumnKind::FillDay, |action| match &action.due {
            Due::On(day) => Cell::day(Some(*day)),
            Due::Never(_) => Cell::Empty,
        }),
        of_action(NO_DATE, 22.0, ColumnKind::FillWords, |action| match &action.due {
            Due::On(_) => Cell::Empty,
            Due::Never(reason) => Cell::text(reason),
        }),
        field(SheetColumn::words("Overdue", 10.0).marking("yes"), move |row: &Row<'_>| match row {
            Row::Action(action) => Cell::yes_or_no(action.is_overdue(today)),
            Row::Gap(_) => Cell::Empty,
        }),
        field(SheetColumn::figures("Days late"), move |row: &Row<'_>| match row {
            Row::Action(action) => action.days_late(today).map_or(Cell::Empty, Cell::whole),
            Row::Gap(_) => Cell::Empty,
        }),
        of_action(STATUS, 15.0, ColumnKind::FillChoice(status), |action| Cell::text(action.status.words())),
        of_action(REASON, 24.0, ColumnKind::FillWords, |action| Cell::maybe(action.reason.as_deref())),
        of_action(PROGRESS, 34.0, ColumnKind::FillWords, |action| Cell::lines(&words::notes(&action.notes))),
    ]
}

impl Row<'_> {
    fn action(&self) -> Option<&Action> {
        match self {
            Row::Action(action) => Some(action),
            Row::Gap(_) => None,
        }
    }

    /// The id of the question.
    fn id(&self) -> &str {
        match self {
            Row::Action(action) => action.question.as_str(),
            Row::Gap(gap) => gap.question.id.as_str(),
        }
    }
}
