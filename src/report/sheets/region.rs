//! Many forces side by side as a workbook: the squares shaded, what most lack, the sections, what moved.

use crate::checklist::{Question, Section};
use crate::judge::region::{Force, Moved};
use crate::judge::survey::Tally;
use crate::report::region::{essential_gaps, head, in_place, met_of, most_lacking, standing};
use crate::report::survey::WHOM_TO_ASK;
use crate::results::RegionReport;
use crate::text::letter;
use crate::words;
use crate::workbook::{Cell, Sheet, SheetColumn, Workbook, field};

/// Many forces side by side.
pub fn workbook(report: &RegionReport<'_>) -> Workbook {
    let head = head(report);
    let mut sheets = vec![squares(report), sections(report), lacking(report)];
    sheets.extend(moved(report));
    Workbook { title: head.title, context: head.context, marking: head.marking, date: report.today, sheets }
}

fn squares(report: &RegionReport<'_>) -> Sheet {
    let region = &report.region;
    let asked: Vec<(&Section, &Question)> = region
        .checklist
        .sections
        .iter()
        .flat_map(|section| section.scaled().map(move |(question, _)| (section, question)))
        .collect();
    let mut fields = vec![
        field(SheetColumn::words("Question", 26.0), |(_, question): &(&Section, &Question)| {
            Cell::text(&question.title)
        }),
        field(SheetColumn::words("Section", 20.0), |(section, _): &(&Section, &Question)| {
            Cell::text(&section.title)
        }),
    ];
    fields.extend(region.forces.iter().map(|force| {
        field(
            SheetColumn::upwards(force.newest.assessment.short_force()),
            move |(_, question): &(&Section, &Question)| {
                let standing = standing(region, force, question);
                match standing.levels() {
                    Some(levels) => Cell::Step(words::sign(standing), levels.lowest().points()),
                    None => Cell::text(words::sign(standing)),
                }
            },
        )
    }));
    Sheet { fixed: 1, ..Sheet::of("Squares", &asked, fields) }
}

fn sections(report: &RegionReport<'_>) -> Sheet {
    let region = &report.region;
    let mut fields = vec![field(SheetColumn::words("Force", 24.0), |force: &Force<'_>| {
        Cell::text(&force.newest.assessment.force)
    })];
    fields.extend(region.checklist.sections.iter().enumerate().map(|(at, section)| {
        let heading = format!("{} {}", letter(at), section.title);
        field(SheetColumn::words(heading, 14.0), move |force: &Force<'_>| {
            let scored = force.scorecard.sections.iter().find(|scored| scored.id == section.id);
            Cell::maybe(scored.map(|scored| met_of(scored.score.targets_met, scored.score.targets)))
        })
    }));
    fields.extend([
        field(SheetColumn::figures("Targets met"), |force: &Force<'_>| {
            Cell::whole(force.scorecard.score.targets_met)
        }),
        field(SheetColumn::figures("of"), |force: &Force<'_>| Cell::whole(force.scorecard.score.targets)),
        field(SheetColumn::figures("Essential gaps"), |force: &Force<'_>| {
            Cell::text(essential_gaps(region, force))
        }),
    ]);
    Sheet { fixed: 1, ..Sheet::of("Sections", &region.forces, fields) }
}

fn lacking(report: &RegionReport<'_>) -> Sheet {
    let figure = |heading: &str, figure: fn(&Tally<'_>) -> usize| {
        field(SheetColumn::figures(heading), move |tally: &&Tally<'_>| Cell::whole(figure(tally)))
    };
    let fields = vec![
        field(SheetColumn::words("Question", 26.0), |tally: &&Tally<'_>| Cell::text(&tally.question.title)),
        field(SheetColumn::words("ID", 22.0), |tally: &&Tally<'_>| Cell::text(tally.question.id.as_str())),
        field(SheetColumn::words("Essential", 10.0), |tally: &&Tally<'_>| {
            Cell::yes_or_no(tally.question.is_essential())
        }),
        figure("Known", |tally| tally.known()),
        figure("Short", |tally| tally.short),
        figure("Not settled", |tally| tally.not_settled),
        figure("Met", |tally| tally.met),
        field(SheetColumn::words(WHOM_TO_ASK, 60.0), |tally: &&Tally<'_>| Cell::text(in_place(tally))),
    ];
    Sheet { fixed: 1, ..Sheet::of("What most lack", &most_lacking(&report.region), fields) }
}

fn moved(report: &RegionReport<'_>) -> Option<Sheet> {
    type Step<'a> = (&'a Force<'a>, &'a Moved<'a>, &'a Question, &'static str);
    let forces = report.region.forces.iter().filter_map(|force| Some((force, force.moved.as_ref()?)));
    let steps: Vec<Step<'_>> = forces
        .flat_map(|(force, moved)| {
            let up = moved.up.iter().map(move |question| (force, moved, *question, "up"));
            up.chain(moved.down.iter().map(move |question| (force, moved, *question, "down")))
        })
        .collect();
    let fields = vec![
        field(SheetColumn::words("Force", 24.0), |(force, ..): &Step<'_>| {
            Cell::text(&force.newest.assessment.force)
        }),
        field(SheetColumn::words("Question", 26.0), |(_, _, question, _): &Step<'_>| {
            Cell::text(&question.title)
        }),
        field(SheetColumn::words("Moved", 10.0), |(.., what): &Step<'_>| Cell::text(*what)),
        field(SheetColumn::words("From", 8.0), |(_, moved, ..): &Step<'_>| {
            Cell::text(moved.from.year().to_string())
        }),
        field(SheetColumn::words("To", 8.0), |(force, ..): &Step<'_>| {
            Cell::text(force.newest.assessment.year().to_string())
        }),
    ];
    (!steps.is_empty()).then(|| Sheet { fixed: 1, ..Sheet::of("What moved", &steps, fields) })
}
