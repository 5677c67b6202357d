//! The counts of many forces with their periods.

use crate::checklist::Question;
use crate::judge::compare::answer_of;
use crate::judge::region::{Force, Region};

use crate::document::{Block, Column, Table};
use crate::report::comparison::{NEVER_SCORED, count_cautions, count_sign, periods_of};

pub fn chapter<'a>(region: &Region<'a>) -> Vec<Block> {
    let questions: Vec<&Question> = region.checklist.count_questions().collect();
    let answer = |force: &Force<'a>, question: &Question| {
        answer_of(force.newest.assessment, region.checklist, question)
    };
    let gives_any = |force: &&Force<'a>| questions.iter().any(|question| answer(force, question).is_some());
    let forces: Vec<&Force<'a>> = region.forces.iter().filter(gives_any).collect();
    if forces.is_empty() {
        return Vec::new();
    }
    let row = |force: &&Force<'a>| {
        let counts = questions.iter().map(|question| count_sign(answer(force, question)));
        std::iter::once(force.name().to_owned()).chain(counts).collect()
    };
    let columns = questions.iter().map(|question| Column::figures(&question.title));
    let columns = std::iter::once(Column::words("Force")).chain(columns).collect();
    let rows = forces.iter().map(row).collect();
    let periods = forces
        .iter()
        .flat_map(|force| periods_of(force.name(), region.checklist, force.newest.assessment, &questions));
    vec![
        Block::chapter("Counts"),
        Block::paragraph(format!("{NEVER_SCORED} A dash: not stated, or not answered.")),
        Block::Table(Table { columns, rows }),
        Block::list(periods.chain(count_cautions(&questions))),
    ]
}
