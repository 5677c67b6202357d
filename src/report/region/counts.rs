//! The counts of many forces side by side.

use crate::checklist::{Count, Kind, Question};
use crate::judge::compare::answer_of;
use crate::judge::region::{Force, Region};

use crate::document::{Block, Column, Table};
use crate::report::comparison::{NEVER_SCORED, count_sign, periods_of};

/// The counts side by side with the days that they cover.
pub fn chapter(region: &Region<'_>) -> Vec<Block> {
    let questions: Vec<&Question> = region.checklist.count_questions().collect();
    let given = |force: &&Force<'_>| {
        questions
            .iter()
            .any(|question| answer_of(force.newest.assessment, region.checklist, question).is_some())
    };
    let forces: Vec<&Force<'_>> = region.forces.iter().filter(given).collect();
    if forces.is_empty() {
        return Vec::new();
    }
    let row = |force: &&Force<'_>| {
        let counts = questions
            .iter()
            .map(|question| count_sign(answer_of(force.newest.assessment, region.checklist, question)));
        std::iter::once(force.name().to_owned()).chain(counts).collect()
    };
    let columns = questions.iter().map(|question| Column::figures(&question.title));
    let columns = std::iter::once(Column::words("Force")).chain(columns).collect();
    let rows = forces.iter().map(row).collect();
    let periods = forces
        .iter()
        .flat_map(|force| periods_of(force.name(), region.checklist, force.newest.assessment, &questions));
    let cautions = questions.iter().filter_map(|question| match &question.kind {
        Kind::Count(Count { caution: Some(caution), .. }) => Some(format!("{}: {caution}", question.title)),
        _ => None,
    });
    vec![
        Block::Chapter("Counts".to_owned()),
        Block::paragraph(format!("{NEVER_SCORED} A dash: not stated, or not answered.")),
        Block::Table(Table { columns, rows }),
        Block::list(periods.chain(cautions)),
    ]
}
