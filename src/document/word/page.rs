//! Page size (A4), margins, header and footer.

use maud::{Markup, html};

use super::xml::{MAIN, paragraph, run};
use crate::document::Document;

// In twentieths of a point, Word's unit: 1 cm is 567.
const PAPER: (usize, usize) = (11906, 16838);
const SIDE: usize = 1134;
const HEAD_AND_FOOT: usize = 1418;
const EDGE: usize = 567;
const LANDSCAPE_HEAD_AND_FOOT: usize = 1134;

/// The widths between the margins, in twentieths of a point.
pub const TEXT_WIDTH: usize = PAPER.0 - 2 * SIDE;
pub const LANDSCAPE_TEXT_WIDTH: usize = PAPER.1 - 2 * SIDE;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    Portrait,
    Landscape,
}

pub fn header(document: &Document) -> Markup {
    html! {
        w:hdr xmlns:w=(MAIN) {
            (marking(document))
            (paragraph("Header", &run(&document.context)))
        }
    }
}

pub fn footer(document: &Document) -> Markup {
    html! {
        w:ftr xmlns:w=(MAIN) {
            (marking(document))
            (paragraph("Footer", &html! { (run("Page ")) (field("PAGE")) (run(" of ")) (field("NUMPAGES")) }))
        }
    }
}

/// The properties of a section: its pages, header and footer.
pub fn setup(orientation: Orientation) -> Markup {
    html! {
        w:sectPr {
            w:headerReference w:type="default" r:id="header" {}
            w:footerReference w:type="default" r:id="footer" {}
            @match orientation {
                Orientation::Portrait => w:pgSz w:w=(PAPER.0) w:h=(PAPER.1) {},
                Orientation::Landscape => w:pgSz w:w=(PAPER.1) w:h=(PAPER.0) w:orient="landscape" {},
            }
            @let head_and_foot = if orientation == Orientation::Portrait { HEAD_AND_FOOT } else { LANDSCAPE_HEAD_AND_FOOT };
            w:pgMar w:top=(head_and_foot) w:right=(SIDE) w:bottom=(head_and_foot) w:left=(SIDE)
                w:header=(EDGE) w:footer=(EDGE) w:gutter="0" {}
        }
    }
}

/// Ends a section, whose pages have this orientation, with a paragraph of almost no height.
pub fn section_break(orientation: Orientation) -> Markup {
    html! {
        w:p { w:pPr { w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact" {} (setup(orientation)) } }
    }
}

fn marking(document: &Document) -> Markup {
    html! {
        @if let Some(marking) = &document.marking { (paragraph("Marking", &run(marking))) }
    }
}

/// A number that Word calculates when it lays out the page.
fn field(instruction: &'static str) -> Markup {
    html! { w:fldSimple w:instr=(format!(" {instruction} ")) { (run("1")) } }
}
