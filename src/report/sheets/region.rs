//! Many forces side by side as a workbook: levels as shaded squares, sections, what most forces lack, and what moved.

use chrono::Datelike;

use crate::report::region::{essential_gaps, head, in_place, met, most_lacking, standing};
use crate::report::survey::WHOM_TO_ASK;
use crate::results::RegionReport;
use crate::text::letter;
use crate::words;
use crate::workbook::{Cell, ColumnKind, Sheet, SheetBuilder, Workbook};

use super::columns::level_questions;

pub fn workbook(report: &RegionReport<'_>) -> Workbook {
    let head = head(report);
    let mut sheets = vec![squares(report), sections(report), lacking(report)];
    sheets.extend(moved(report));
    Workbook { title: head.title, context: head.context, marking: head.marking, date: report.today, sheets }
}

fn squares(report: &RegionReport<'_>) -> Sheet {
    let region = &report.region;
    let rows = level_questions(region.checklist);
    let mut sheet = SheetBuilder::new("Squares", 1, &rows);
    sheet
        .words("Question", 26.0, |(_, question)| &question.title)
        .words("Section", 20.0, |(section, _)| &section.title);
    for force in &region.forces {
        sheet.column(force.newest.assessment.short_force(), 4.5, ColumnKind::Signs, |(_, question)| {
            let standing = standing(region, force, question);
            match standing.levels() {
                Some(levels) => Cell::Step(words::level_sign(standing), levels.lowest().points()),
                None => Cell::from(words::level_sign(standing)),
            }
        });
    }
    sheet.finish()
}

fn sections(report: &RegionReport<'_>) -> Sheet {
    let region = &report.region;
    let mut sheet = SheetBuilder::new("Sections", 1, &region.forces);
    sheet.words("Force", 24.0, |force| &force.newest.assessment.force);
    for (at, section) in region.checklist.sections.iter().enumerate() {
        sheet.words(&format!("{} {}", letter(at), section.title), 14.0, |force| {
            force.scorecard.section(&section.id).map(|scored| met(&scored.score))
        });
    }
    sheet
        .figures("Targets met", |force| force.scorecard.score.targets_met)
        .figures("of", |force| force.scorecard.score.targets)
        .figures("Essential gaps", |force| essential_gaps(region, force));
    sheet.finish()
}

fn lacking(report: &RegionReport<'_>) -> Sheet {
    let tallies = most_lacking(&report.region);
    let mut sheet = SheetBuilder::new("What most lack", 1, &tallies);
    sheet
        .words("Question", 26.0, |tally| &tally.question.title)
        .words("ID", 22.0, |tally| tally.question.id.as_str())
        .words("Essential", 10.0, |tally| tally.question.is_essential())
        .figures("Known", |tally| tally.known())
        .figures("Short", |tally| tally.short)
        .figures("Not settled", |tally| tally.not_settled)
        .figures("Met", |tally| tally.met)
        .words(WHOM_TO_ASK, 60.0, |tally| in_place(tally));
    sheet.finish()
}

fn moved(report: &RegionReport<'_>) -> Option<Sheet> {
    let forces = report.region.forces.iter().filter_map(|force| Some((force, force.since_first.as_ref()?)));
    let rows: Vec<_> = forces
        .flat_map(|(force, since)| {
            let up = since.changes.up().map(move |each| (force, since.date, each.question, "up"));
            up.chain(since.changes.down().map(move |each| (force, since.date, each.question, "down")))
        })
        .collect();
    let mut sheet = SheetBuilder::new("What moved", 1, &rows);
    sheet
        .words("Force", 24.0, |(force, ..)| &force.newest.assessment.force)
        .words("Question", 26.0, |(_, _, question, _)| &question.title)
        .words("Moved", 10.0, |(.., direction)| *direction)
        .words("From", 8.0, |(_, from, ..)| from.year().to_string())
        .words("To", 8.0, |(force, ..)| force.newest.assessment.year().to_string());
    (!rows.is_empty()).then(|| sheet.finish())
}
