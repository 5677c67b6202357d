//! Draws the blocks of a document, each in its style.

use maud::{Markup, html};

use super::xml::{MAIN, RELATIONSHIPS, allowed, keep_next, paragraph, paragraph_with, run};
use super::{chart, grid, page, table};
use crate::document::contents_position;
use crate::document::{Block, Document, Fact, Figure, Point, Signing};

const SIGNED: &str = "Signed";

pub fn draw(document: &Document) -> Markup {
    html! {
        w:document xmlns:w=(MAIN) xmlns:r=(RELATIONSHIPS) {
            w:body {
                (paragraph("Title", &run(&document.title)))
                @for (at, block) in document.blocks.iter().enumerate() {
                    @if Some(at) == contents_position(document) { (contents(document)) }
                    (draw_block(block, around(document, at), charts_before(document, at)))
                }
                @if let Some(signatures) = &document.signatures { (to_sign(signatures)) }
                (page::setup(page::Orientation::Portrait))
            }
        }
    }
}

fn charts_before(document: &Document, at: usize) -> usize {
    document.blocks.iter().take(at).filter(|block| matches!(block, Block::Figure(_))).count()
}

/// The contents: a field that Word updates, filled in with an entry for each chapter.
fn contents(document: &Document) -> Markup {
    let chapters: Vec<&String> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Chapter(title) => Some(title),
            _ => None,
        })
        .collect();
    let last = chapters.len().saturating_sub(1);
    let field = |kind: &str| html! { w:r { w:fldChar w:fldCharType=(kind) {} } };
    html! {
        (paragraph("ContentsHeading", &run("Contents")))
        @for (at, title) in chapters.iter().enumerate() {
            (paragraph("TOC1", &html! {
                @if at == 0 {
                    (field("begin"))
                    w:r { w:instrText xml:space="preserve" { " TOC \\o \"1-1\" \\h \\z " } }
                    (field("separate"))
                }
                w:hyperlink w:anchor=(bookmark(title)) w:history="1" {
                    (run(title))
                    w:r { w:tab {} }
                    w:fldSimple w:instr={ " PAGEREF " (bookmark(title)) " \\h " } w:dirty="true" { (run("–")) }
                }
                @if at == last { (field("end")) }
            }))
        }
    }
}

/// The bookmark of a heading for the contents: letters and digits, at most 40 as Word requires.
fn bookmark(title: &str) -> String {
    let letters: String = title.chars().filter(char::is_ascii_alphanumeric).take(36).collect();
    format!("_c{letters}")
}

fn chapter_heading(title: &str) -> Markup {
    let id: u32 =
        title.bytes().fold(7, |id: u32, byte| id.wrapping_mul(31).wrapping_add(u32::from(byte))) % 1_000_000;
    paragraph(
        "Heading1",
        &html! {
            w:bookmarkStart w:id=(id) w:name=(bookmark(title)) {}
            (run(title))
            w:bookmarkEnd w:id=(id) {}
        },
    )
}

fn around(document: &Document, at: usize) -> [Option<&Block>; 2] {
    [at.checked_sub(1), at.checked_add(1)].map(|at| document.blocks.get(at?))
}

fn draw_block(block: &Block, [before, next]: [Option<&Block>; 2], charts_before: usize) -> Markup {
    match block {
        Block::Chapter(title) => chapter_heading(title),
        Block::Part(title) => paragraph("Heading2", &run(title)),
        Block::Paragraph(text) => {
            // A paragraph is kept on one page with the table that it introduces.
            let leads_up = matches!(next, Some(Block::Part(_) | Block::Table(_) | Block::Figure(_)));
            paragraph_with("BodyText", &keep_next(leads_up), &run(text))
        }
        Block::Numbered { number, text } => {
            let leads_up = matches!(next, Some(Block::List(_) | Block::Table(_) | Block::Figure(_)));
            paragraph_with(
                "Numbered",
                &keep_next(leads_up),
                &html! { (run(number)) w:r { w:tab {} } (run(text)) },
            )
        }
        Block::List(points) => {
            let under_a_number = matches!(before, Some(Block::Numbered { .. }));
            draw_list(points, if under_a_number { "ListBullet2" } else { "ListBullet" })
        }
        Block::Facts(facts) => draw_facts(facts),
        Block::Entry { title, facts, .. } => html! {
            (paragraph("Heading3", &run(title)))
            (draw_record(facts))
        },
        Block::Table(table) => table::draw(table, table::RowHeight::FitText),
        Block::Figure(figure) => draw_figure(figure, charts_before + 1),
        Block::Grid(grid) => grid::draw(grid),
    }
}

fn draw_list(points: &[Point], style: &str) -> Markup {
    /// A list of at most this many points is kept on one page.
    const SHORT: usize = 5;
    let set_off = html! { w:spacing w:before="100" {} };
    html! {
        @for (at, point) in points.iter().enumerate() {
            @let properties = if at == 0 { set_off.clone() } else { Markup::default() };
            @let together = (points.len() <= SHORT && at + 1 < points.len()) || (at == 0 && points.len() > 1);
            @let properties = html! { (keep_next(together)) (properties) };
            (paragraph_with(style, &properties, &run(&point.text)))
        }
    }
}

/// Each fact is a paragraph with a hanging indent, which is easier to edit than a table. The first two stay on one page, and
/// so do the last two.
fn draw_facts(facts: &[Fact]) -> Markup {
    html! {
        @for (at, fact) in facts.iter().enumerate() {
            (paragraph_with("Facts", &keep_next(at == 0 || at + 2 == facts.len()), &draw_fact(fact)))
        }
    }
}

/// Keeps the facts of an entry on one page, if they have at most 40 lines.
fn draw_record(facts: &[Fact]) -> Markup {
    const LINES: usize = 40;
    let lines: usize =
        facts.iter().map(|fact| fact.text.len() / 75 + 1 + fact.text.matches('\n').count()).sum();
    if lines > LINES {
        return draw_facts(facts);
    }
    html! {
        @for (at, fact) in facts.iter().enumerate() {
            (paragraph_with("Facts", &keep_next(at + 1 < facts.len()), &draw_fact(fact)))
        }
    }
}

fn draw_fact(fact: &Fact) -> Markup {
    html! {
        w:r {
            w:rPr { w:rStyle w:val="Strong" {} }
            w:t xml:space="preserve" { (allowed(&fact.label)) ":" }
        }
        w:r { w:tab {} }
        (run(&fact.text))
    }
}

fn draw_figure(figure: &Figure, number: usize) -> Markup {
    html! {
        (paragraph("Caption", &run(&figure.title)))
        (chart::inline(figure, number))
        @if let Some(table) = &figure.table { (table::draw(table, table::RowHeight::FitText)) }
    }
}

fn to_sign(signing: &Signing) -> Markup {
    html! {
        (paragraph("Heading1", &run(SIGNED)))
        @for declared in &signing.declared { (paragraph_with("BodyText", &keep_next(true), &run(declared))) }
        (table::draw(&signing.table, table::RowHeight::Signature))
    }
}
