//! What moved at forces of which more than one year is known.

use crate::checklist::Question;
use crate::judge::region::Region;
use crate::text::list_with_and;

use crate::document::{Block, Column, Table};

/// The chapter; nothing where no force has more than one year.
pub fn chapter(region: &Region<'_>) -> Vec<Block> {
    let moved = || region.forces.iter().filter_map(|force| Some((force, force.moved.as_ref()?)));
    if moved().next().is_none() {
        return Vec::new();
    }
    let mut columns = ["Force", "From", "To"].map(Column::words).to_vec();
    columns.extend(["Up", "Down", "Unchanged", "Not settled"].map(Column::figures));
    let rows = moved().map(|(force, moved)| {
        let figures = [moved.up.len(), moved.down.len(), moved.unchanged, moved.not_settled];
        let years = [moved.from.year(), force.newest.assessment.year()];
        let row = std::iter::once(force.name().to_owned()).chain(years.map(|year| year.to_string()));
        row.chain(figures.map(|figure| figure.to_string())).collect()
    });
    let titles = |questions: &[&Question]| {
        let titles: Vec<&str> = questions.iter().map(|question| question.title.as_str()).collect();
        list_with_and(&titles)
    };
    let steps = moved().flat_map(|(force, moved)| {
        let said =
            [("up", &moved.up), ("down", &moved.down)].into_iter().filter(|(_, moved)| !moved.is_empty());
        said.map(move |(what, moved)| format!("{}, {what}: {}", force.name(), titles(moved)))
    });
    let steps: Vec<String> = steps.collect();
    let mut blocks = vec![
        Block::Chapter("What moved".to_owned()),
        Block::paragraph(
            "Of forces of which more than one year is known: questions whose level is certainly higher, certainly lower or one and \
             the same in the newest year as in the first, and those of which the words say too little to tell.",
        ),
        Block::Table(Table { columns, rows: rows.collect() }),
    ];
    blocks.extend((!steps.is_empty()).then(|| Block::list(steps)));
    blocks
}
