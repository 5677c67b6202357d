//! Draws a grid as an HTML table of small squares, which can be scrolled, read aloud, and printed with repeated headings.

use maud::{Markup, html};

use crate::document::charts;
use crate::document::ids::Ids;
use crate::document::{Grid, Mark};

/// Each kind of mark is defined once and then referred to.
pub fn draw(grid: &Grid, ids: &mut Ids) -> Markup {
    let marks = kinds(grid);
    let named: Vec<String> = marks.iter().map(|mark| ids.unique(&format!("mark {}", mark.sign()))).collect();
    let name = |mark: &Mark| {
        let at = marks.iter().position(|kind| *kind == mark)?;
        named.get(at)
    };
    html! {
        figure.grid.wide[grid.is_wide()] { "\n"
            figcaption { (grid.title) } "\n"
            (charts::marks_key(&grid.key)) "\n"
            svg.defs width="0" height="0" aria-hidden="true" focusable="false" {
                @for (mark, id) in marks.iter().zip(&named) {
                    symbol id=(id) viewBox="0 0 16 16" { (charts::mark(mark, 8, 8)) }
                }
            } "\n"
            div.scroll tabindex="0" role="region" aria-label={ "Table: " (grid.title) } { "\n"
                table { "\n"
                    thead { tr {
                        th scope="col" { "Question" }
                        @for column in &grid.columns { th.force scope="col" { span { (column) } } }
                    } } "\n"
                    @for section in &grid.sections {
                        tbody { "\n"
                            tr.section { th scope="rowgroup" colspan=(grid.columns.len() + 1) { (section.label) } } "\n"
                            @for (label, marks) in &section.rows {
                                tr {
                                    th scope="row" { (label) }
                                    @for mark in marks {
                                        td { @match mark {
                                            Mark::Dot => {}
                                            mark => svg role="img" aria-label=(mark.sign()) { use href=[name(mark).map(|id| format!("#{id}"))] {} }
                                        } }
                                    }
                                } "\n"
                            }
                        } "\n"
                    }
                } "\n"
            } "\n"
        }
    }
}

fn kinds(grid: &Grid) -> Vec<&Mark> {
    let mut kinds: Vec<&Mark> = Vec::new();
    for mark in grid.sections.iter().flat_map(|section| &section.rows).flat_map(|(_, marks)| marks) {
        if *mark != Mark::Dot && !kinds.contains(&mark) {
            kinds.push(mark);
        }
    }
    kinds
}
