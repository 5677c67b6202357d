//! The gaps in the order in which to close them.

use crate::judge::gap::Gap;

use crate::report::{gap_list, plan, survey};
use crate::results::Report;
use crate::words;
use crate::workbook::{Cell, ColumnKind, Sheet, SheetColumn, field};

/// Each gap with what to do, whom it concerns and which forces had it in place; for published findings with what was found,
/// in our paraphrase.
pub fn gaps(report: &Report<'_>) -> Sheet {
    let assessment = report.about.assessment;
    let own = assessment.source.is_none();
    let mut fields = vec![
        field(SheetColumn::new("Order", 9.0, ColumnKind::Figures), |(number, _): &Numbered<'_>| {
            Cell::whole(*number)
        }),
        field(SheetColumn::words("Section", 18.0), |(_, gap): &Numbered<'_>| Cell::text(&gap.section.title)),
        field(SheetColumn::words("Question", 24.0), |(_, gap): &Numbered<'_>| {
            Cell::text(&gap.question.title)
        }),
        field(SheetColumn::words("ID", 22.0), |(_, gap): &Numbered<'_>| Cell::text(gap.question.id.as_str())),
        field(SheetColumn::words("Essential", 10.0), |(_, gap): &Numbered<'_>| {
            Cell::yes_or_no(gap.scale.essential)
        }),
        field(SheetColumn::figures("Weight"), |(_, gap): &Numbered<'_>| Cell::weight(gap.scale.weight)),
        field(SheetColumn::figures("Shortfall"), |(_, gap): &Numbered<'_>| Cell::weight(gap.shortfall)),
        field(
            SheetColumn::words(if own { "Now" } else { "Our reading" }, 11.0),
            |(_, gap): &Numbered<'_>| Cell::text(gap.standing.title(&gap.scale.names)),
        ),
        field(SheetColumn::words("Target", 10.0), |(_, gap): &Numbered<'_>| {
            Cell::text(gap.scale.names.name(gap.scale.target))
        }),
        field(SheetColumn::words("To do", 40.0), |(_, gap): &Numbered<'_>| Cell::lines(&words::steps(gap))),
        field(SheetColumn::words("Belongs to", 17.0), |(_, gap): &Numbered<'_>| {
            Cell::maybe(gap.question.owner.as_deref())
        }),
        field(SheetColumn::words(survey::WHOM_TO_ASK, 64.0), found),
    ];
    if own && !report.leaves_out() {
        let actions = |(_, gap): &Numbered<'_>| {
            let open = plan::shown(report)
                .into_iter()
                .filter(|action| action.question == gap.question.id && action.is_open());
            let open: Vec<String> = open.map(|action| words::action_in_full(action, report.today)).collect();
            Cell::text(if open.is_empty() { "none".to_owned() } else { open.join("\n") })
        };
        fields.push(field(SheetColumn::words("Actions", 48.0).marking("none"), actions));
    }
    if !own {
        sheet.words(&words::found_label(assessment), 50.0, |(_, gap)| {
            assessment.answer(&gap.question.id).and_then(|answer| answer.note.as_ref())
        });
    }
    sheet
        .words(if own { "Now" } else { "Our reading" }, 11.0, |(_, gap)| gap.standing.title(&gap.scale.names))
        .words("Target", 10.0, |(_, gap)| gap.scale.names.of(gap.scale.target))
        .words("To do", 40.0, |(_, gap)| steps(gap))
        .words("Belongs to", 17.0, |(_, gap)| gap.question.owner.as_ref())
        .words(survey::WHOM_TO_ASK, 64.0, |(_, gap)| {
            gap_list::practice_facts(report, gap.question).map(|fact| fact.text)
        });
    if own && !report.leaves_out() {
        sheet.words("Actions", 48.0, |(_, gap)| open_actions(report, gap)).highlight("none");
    }
    sheet.finish()
}
