//! The action plan, to be filled in: the actions, the gaps without one, and empty rows.

use chrono::NaiveDate;

use crate::assessment::{Action, Due, Fingerprint, Status};
use crate::checklist::Checklist;
use crate::judge::gap::Gap;
use crate::judge::plan::in_order;

use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, ColumnKind, Sheet, SheetBuilder};

use super::{ACTION, DUE, ID, MARK, NO_DATE, OWNER, PROGRESS, REASON, STATUS, TO_DO};

const SPARE_ROWS: usize = 12;

enum Row<'a> {
    Action(&'a Action),
    /// Without an open action.
    Gap(&'a Gap<'a>),
}

pub fn action_plan(report: &Report<'_>) -> Sheet {
    let actions = in_order(&report.about.assessment.actions, report.today);
    let without_action =
        report.gaps.iter().filter(|gap| !report.about.assessment.has_open_action(&gap.question.id));
    let rows: Vec<Row<'_>> =
        actions.iter().map(|action| Row::Action(action)).chain(without_action.map(Row::Gap)).collect();
    let mut sheet = SheetBuilder::new("Action plan", 2, &rows);
    action_column(&mut sheet, ACTION, 9.0, ColumnKind::Words, |action| action.id.to_string());
    question_columns(&mut sheet, &report.about.assessment.checklist);
    columns_to_fill_in(&mut sheet, report.today);
    action_column(&mut sheet, &format!("{MARK} (leave as it is)"), 10.0, ColumnKind::Words, |action| {
        Fingerprint::of_action(action).to_string()
    });
    let mut sheet = sheet.finish();
    let spare = vec![Cell::Empty; sheet.columns.len()];
    sheet.rows.extend(std::iter::repeat_n(spare, SPARE_ROWS));
    sheet
}

/// A column that is empty for a gap.
fn action_column<'r, C: Into<Cell>>(
    sheet: &mut SheetBuilder<'r, Row<'r>>,
    heading: &str,
    width: f64,
    kind: ColumnKind,
    cell: impl Fn(&'r Action) -> C,
) {
    sheet.column(heading, width, kind, |row| row.action().map(&cell));
}

fn question_columns<'r>(sheet: &mut SheetBuilder<'r, Row<'r>>, checklist: &Checklist) {
    let question = |row: &Row<'_>| checklist.question_in_any_edition(row.id());
    sheet
        .words("Section", 18.0, |row| {
            question(row)
                .and_then(|question| checklist.section_of(&question.id))
                .map(|section| &section.title)
        })
        .words("Question", 24.0, |row| question(row).map_or(row.id(), |question| question.title.as_str()))
        .words(ID, 22.0, Row::id)
        .words("Essential", 10.0, |row| question(row).map(|question| question.is_essential()))
        .words(TO_DO, 48.0, |row| match row {
            Row::Action(action) => Cell::text(&action.action),
            Row::Gap(gap) => Cell::lines(&words::steps_to_close(gap)),
        })
        .words("Belongs to", 17.0, |row| question(row).and_then(|question| question.owner.as_ref()));
}

fn columns_to_fill_in<'r>(sheet: &mut SheetBuilder<'r, Row<'r>>, today: NaiveDate) {
    let statuses = Status::ALL.map(|status| status.words().to_owned()).to_vec();
    action_column(sheet, OWNER, 20.0, ColumnKind::FillWords, |action| &action.owner);
    action_column(sheet, DUE, 14.0, ColumnKind::FillDay, |action| match &action.due {
        Due::On(day) => Some(*day),
        Due::Never(_) => None,
    });
    action_column(sheet, NO_DATE, 22.0, ColumnKind::FillWords, |action| match &action.due {
        Due::On(_) => None,
        Due::Never(reason) => Some(reason),
    });
    sheet
        .words("Overdue", 10.0, |row| row.action().map(|action| action.is_overdue(today)))
        .highlight("yes")
        .figures("Days late", |row| row.action().and_then(|action| action.days_late(today)));
    action_column(sheet, STATUS, 15.0, ColumnKind::FillChoice(statuses), |action| action.status.words());
    action_column(sheet, REASON, 24.0, ColumnKind::FillWords, |action| action.reason.as_ref());
    action_column(sheet, PROGRESS, 34.0, ColumnKind::FillWords, |action| {
        Cell::lines(&words::action_notes(&action.notes))
    });
}

impl Row<'_> {
    fn action(&self) -> Option<&Action> {
        match self {
            Row::Action(action) => Some(action),
            Row::Gap(_) => None,
        }
    }

    fn id(&self) -> &str {
        match self {
            Row::Action(action) => action.question.as_str(),
            Row::Gap(gap) => gap.question.id.as_str(),
        }
    }
}
