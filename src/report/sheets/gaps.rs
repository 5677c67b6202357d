//! The gaps in the order in which to close them.

use crate::judge::gap::Gap;

use crate::report::{gap_list, plan, survey};
use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, ColumnKind, Sheet, SheetBuilder};

/// Each gap with what to do, whom it concerns and which forces had it in place; for published findings with what was found,
/// in our paraphrase.
pub fn gaps(report: &Report<'_>) -> Sheet {
    let assessment = report.about.assessment;
    let own = assessment.source.is_none();
    let rows: Vec<(usize, &Gap<'_>)> = (1..).zip(&report.gaps).collect();
    let mut sheet = SheetBuilder::new("Gaps", 3, &rows);
    sheet
        .column("Order", 9.0, ColumnKind::Figures, |(number, _)| *number)
        .words("Section", 18.0, |(_, gap)| &gap.section.title)
        .words("Question", 24.0, |(_, gap)| &gap.question.title)
        .words("ID", 22.0, |(_, gap)| gap.question.id.as_str())
        .words("Essential", 10.0, |(_, gap)| gap.scale.essential)
        .figures("Weight", |(_, gap)| gap.scale.weight)
        .figures("Shortfall", |(_, gap)| gap.shortfall);
    if !own {
        sheet.words(&words::found_label(assessment), 50.0, |(_, gap)| {
            assessment.answer(&gap.question.id).and_then(|answer| answer.note.as_ref())
        });
    }
    sheet
        .words(if own { "Now" } else { "Our reading" }, 11.0, |(_, gap)| gap.standing.title(&gap.scale.names))
        .words("Target", 10.0, |(_, gap)| gap.scale.names.name(gap.scale.target))
        .words("To do", 40.0, |(_, gap)| Cell::lines(&words::steps_to_close(gap)))
        .words("Belongs to", 17.0, |(_, gap)| gap.question.owner.as_ref())
        .words(survey::WHOM_TO_ASK, 64.0, |(_, gap)| {
            gap_list::practice(report, gap.question).map(|fact| fact.text)
        });
    if own && !report.is_redacted() {
        sheet
            .words("Actions", 48.0, |(_, gap)| {
                plan::open_actions(report, gap.question).unwrap_or_else(|| "none".to_owned())
            })
            .highlight("none");
    }
    sheet.finish()
}
