//! Draws a grid on landscape pages. Cells are shaded by their lowest level and have the sign in them, so that the grid can be
//! read without colour. The forces of England and Wales take two pages.

use maud::{Markup, html};

use super::page;
use super::xml::{allowed, paragraph};
use crate::document::{Fill, Grid, Key, Mark};

// In twentieths of a point, Word's unit: 1 cm is 567.
const LABEL: usize = 2950;
const WIDEST: usize = 567;
const ROW: usize = 204;
const NAMES: usize = 1420;

/// Font sizes of rows and signs, in half points.
const TYPE: usize = 14;
const SIGN: usize = 11;

/// The colours of a cell and of its sign, by the number of filled thirds.
fn shade(thirds: u32) -> (&'static str, &'static str) {
    match thirds {
        0 => ("FFFFFF", "000000"),
        1 => ("DEDEDE", "000000"),
        2 => ("A0A0A0", "000000"),
        _ => ("404040", "FFFFFF"),
    }
}

pub fn draw(grid: &Grid) -> Markup {
    let page = if grid.is_wide() { page::LANDSCAPE_TEXT_WIDTH } else { page::TEXT_WIDTH };
    let width = ((page - LABEL) / grid.columns.len().max(1)).min(WIDEST);
    html! {
        @if grid.is_wide() { (page::section_break(page::Orientation::Portrait)) }
        (paragraph("Caption", &super::xml::run(&grid.title)))
        (paragraph("TableText", &super::xml::run(&key(&grid.key))))
        w:tbl {
            w:tblPr {
                w:tblStyle w:val="Findings" {}
                w:tblW w:w=(LABEL + width * grid.columns.len()) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblCellMar { w:left w:w="30" w:type="dxa" {} w:right w:w="0" w:type="dxa" {} }
                w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"
                    w:noHBand="1" w:noVBand="1" {}
            }
            w:tblGrid {
                w:gridCol w:w=(LABEL) {}
                @for _ in &grid.columns { w:gridCol w:w=(width) {} }
            }
            (names(grid, width))
            @for section in &grid.sections {
                (section_row(&section.label, grid.columns.len()))
                @for (label, marks) in &section.rows { (row(label, marks, width)) }
            }
        }
        @if grid.is_wide() {
            (page::section_break(page::Orientation::Landscape))
        } @else {
            (super::xml::paragraph_with("AfterTable", &Markup::default(), &Markup::default()))
        }
    }
}

fn key(key: &[Key]) -> String {
    let meanings = key.iter().map(|key| format!("{} {}", key.mark.sign(), key.meaning));
    meanings.collect::<Vec<_>>().join(", ")
}

fn names(grid: &Grid, width: usize) -> Markup {
    let upwards = html! { w:textDirection w:val="btLr" {} w:vAlign w:val="center" {} };
    html! {
        w:tr {
            w:trPr { w:cantSplit {} w:trHeight w:val=(NAMES) w:hRule="exact" {} w:tblHeader {} }
            (cell(LABEL, &html! { w:vAlign w:val="bottom" {} }, "left", &text("Question", TYPE, "000000", true)))
            @for column in &grid.columns { (cell(width, &upwards, "left", &text(&on_one_line(column), TYPE, "000000", false))) }
        }
    }
}

fn on_one_line(name: &str) -> String {
    name.replace(' ', "\u{a0}")
}

fn section_row(label: &str, columns: usize) -> Markup {
    html! {
        w:tr {
            w:trPr { w:cantSplit {} w:trHeight w:val=(ROW) w:hRule="exact" {} }
            w:tc {
                w:tcPr { w:gridSpan w:val=(columns + 1) {} w:vAlign w:val="center" {} }
                (line("left", true, &text(label, TYPE, "000000", true)))
            }
        }
    }
}

fn row(label: &str, marks: &[Mark], width: usize) -> Markup {
    html! {
        w:tr {
            w:trPr { w:cantSplit {} w:trHeight w:val=(ROW) w:hRule="exact" {} }
            (cell(LABEL, &html! { w:vAlign w:val="center" {} }, "left", &text(label, TYPE, "000000", false)))
            @for mark in marks { (marked(mark, width)) }
        }
    }
}

fn marked(mark: &Mark, width: usize) -> Markup {
    let (fill, ink) = match mark {
        Mark::Square(Fill { lowest, .. }) => shade(*lowest),
        Mark::Word(_) | Mark::Dot => shade(0),
    };
    let sign = if *mark == Mark::Dot { String::new() } else { mark.sign() };
    let properties = html! { w:shd w:val="clear" w:color="auto" w:fill=(fill) {} w:vAlign w:val="center" {} };
    cell(width, &properties, "center", &text(&sign, SIGN, ink, false))
}

fn cell(width: usize, properties: &Markup, side: &str, content: &Markup) -> Markup {
    html! {
        w:tc {
            w:tcPr { w:tcW w:w=(width) w:type="dxa" {} (properties) }
            (line(side, false, content))
        }
    }
}

/// A paragraph no higher than its row.
fn line(side: &str, with_next: bool, content: &Markup) -> Markup {
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val="TableText" {}
                (super::xml::keep_next(with_next))
                w:spacing w:before="0" w:after="0" w:line="180" w:lineRule="exact" {}
                w:jc w:val=(side) {}
            }
            (content)
        }
    }
}

fn text(text: &str, size: usize, ink: &str, bold: bool) -> Markup {
    html! {
        w:r {
            w:rPr {
                @if bold { w:b {} }
                w:color w:val=(ink) {}
                w:sz w:val=(size) {}
                w:szCs w:val=(size) {}
            }
            w:t xml:space="preserve" { (allowed(text)) }
        }
    }
}
