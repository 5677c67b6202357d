//! The blocks of a document, one after the other, each in a style of its kind.

use maud::{Markup, html};

use super::{MAIN, RELATIONSHIPS, allowed, grid, keep_next, page, paragraph, paragraph_with, run, table};
use crate::document::{Block, Document, Fact, Figure, Point, Table};

/// The heading over what is to be signed.
const SIGNED: &str = "Signed";

/// The main part of the file.
pub fn draw(document: &Document) -> Markup {
    html! {
        w:document xmlns:w=(MAIN) xmlns:r=(RELATIONSHIPS) {
            w:body {
                (paragraph("Title", &run(&document.title)))
                @for (at, block) in document.blocks.iter().enumerate() {
                    (drawn(block, document.blocks.get(at + 1)))
                }
                @if let Some(signatures) = &document.signatures { (to_sign(signatures)) }
                (page::set_up(page::Lies::Upright))
            }
        }
    }
}

fn drawn(block: &Block, next: Option<&Block>) -> Markup {
    match block {
        Block::Chapter(title) => paragraph("Heading1", &run(title)),
        Block::Part(title) => paragraph("Heading2", &run(title)),
        Block::Paragraph(text) => {
            // What leads up to a table stands on its page, and so does the heading over it.
            let leads_up = matches!(next, Some(Block::Part(_) | Block::Table(_) | Block::Figure(_)));
            paragraph_with("BodyText", &keep_next(leads_up), &run(text))
        }
        Block::List(points) => drawn_list(points),
        Block::Facts(facts) => drawn_facts(facts),
        Block::Entry { title, facts, .. } => html! {
            (paragraph("Heading3", &run(title)))
            (drawn_facts(facts))
        },
        Block::Table(table) | Block::Bars(table) => table::draw(table, table::Rows::AsHighAsTheirText),
        Block::Figure(figure) => drawn_figure(figure),
        Block::Grid(grid) => grid::draw(grid),
    }
}

/// Points with bullets, set off from a list before them.
fn drawn_list(points: &[Point]) -> Markup {
    let set_off = html! { w:spacing w:before="100" {} };
    html! {
        @for (at, point) in points.iter().enumerate() {
            @let properties = if at == 0 { set_off.clone() } else { Markup::default() };
            (paragraph_with("ListBullet", &properties, &run(&point.text)))
        }
    }
}

/// Each fact a paragraph, its text hanging behind its label: easier to edit than a table without lines. No fact is
/// left alone at the foot or the head of a page.
fn drawn_facts(facts: &[Fact]) -> Markup {
    html! {
        @for (at, fact) in facts.iter().enumerate() {
            (paragraph_with("Facts", &keep_next(at == 0 || at + 2 == facts.len()), &drawn_fact(fact)))
        }
    }
}

fn drawn_fact(fact: &Fact) -> Markup {
    html! {
        w:r {
            w:rPr { w:rStyle w:val="Strong" {} }
            w:t xml:space="preserve" { (allowed(&fact.label)) ":" }
        }
        w:r { w:tab {} }
        (run(&fact.text))
    }
}

/// The table that says what the picture shows, under its name; nothing where the document has it as tables already.
fn drawn_figure(figure: &Figure) -> Markup {
    html! {
        @if let Some(table) = &figure.table {
            (paragraph("Caption", &run(&figure.title)))
            (table::draw(table, table::Rows::AsHighAsTheirText))
        }
    }
}

fn to_sign(signatures: &Table) -> Markup {
    html! {
        (paragraph("Heading1", &run(SIGNED)))
        (table::draw(signatures, table::Rows::HighEnoughToSign))
    }
}
