//! Draws a document as one HTML file for screens and for A4, without scripts or external resources.
//!
//! maud escapes all text; `print` escapes the text in the style sheet.

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::document::charts;
use crate::document::contents_position;
use crate::document::ids::Ids;
use crate::document::{Block, Document, Fact, Figure, Point, Table};

mod grid;
mod print;

const STYLE: &str = include_str!("html/style.css");

/// A table with more columns than this scrolls on a small screen.
const NARROW: usize = 3;

pub fn draw(document: &Document) -> String {
    let mut page = Page::new(document);
    let (first, rest) = document.blocks.split_at(contents_position(document).unwrap_or_default());
    let opening = page.blocks(first);
    let body = html! { (page.blocks(rest)) (page.signed(document)) };
    let marking = document.marking.as_deref().map(|marking| html! { p.marking { (lines(marking)) } });
    let drawn = html! {
        (DOCTYPE) "\n"
        html lang="en-GB" { "\n"
            (head(document)) "\n"
            body { "\n"
                @if let Some(marking) = &marking { header { (marking) } "\n" }
                main { "\n"
                    h1 { (document.title) } "\n"
                    (opening)
                    (contents(&page.chapters))
                    (body)
                } "\n"
                @if marking.is_some() || !document.context.is_empty() {
                    footer {
                        @if !document.context.is_empty() { p { (document.context) } }
                        @if let Some(marking) = &marking { (marking) }
                    } "\n"
                }
            } "\n"
        } "\n"
    };
    drawn.into_string()
}

fn head(document: &Document) -> Markup {
    html! {
        head { "\n"
            meta charset="utf-8"; "\n"
            meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
            // Even if markup slipped through, the browser would neither run nor fetch anything.
            meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"; "\n"
            title { (document.title) } "\n"
            style { "\n" (PreEscaped(STYLE)) (PreEscaped(print::header_and_footer(document))) } "\n"
        }
    }
}

fn contents(chapters: &[Chapter]) -> Markup {
    html! {
        @if !chapters.is_empty() {
            nav aria-label="Contents" { "\n"
                h2 { "Contents" } "\n"
                ul { "\n"
                    @for chapter in chapters { li { a href={ "#" (chapter.id) } { (chapter.title) } } "\n" }
                }
            } "\n"
        }
    }
}

struct Chapter {
    id: String,
    title: String,
}

struct Page {
    ids: Ids,
    chapters: Vec<Chapter>,
    level: u8,
    heading: String,
    tables: usize,
    anchors: BTreeSet<String>,
}

impl Page {
    fn new(document: &Document) -> Self {
        let (ids, heading) = (Ids::new(document), document.title.clone());
        let anchors = document.blocks.iter().filter_map(|block| match block {
            Block::Entry { anchor, .. } => anchor.clone(),
            _ => None,
        });
        let anchors = anchors.collect();
        Self { ids, chapters: Vec::new(), level: 1, heading, tables: 0, anchors }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Markup {
        html! { @for block in blocks { (self.block(block)) "\n" } }
    }

    fn signed(&mut self, document: &Document) -> Markup {
        html! {
            @if let Some(signing) = &document.signatures {
                section.signed { "\n"
                    (self.chapter("Signed")) "\n"
                    @for declared in &signing.declared { p { (declared) } "\n" }
                    (self.table(&signing.table, "Signed")) "\n"
                } "\n"
            }
        }
    }

    fn block(&mut self, block: &Block) -> Markup {
        match block {
            Block::Chapter(title) => self.chapter(title),
            Block::Part(title) => self.part(title),
            Block::Paragraph(text) => html! { p { (lines(text)) } },
            Block::List(points) => list(points),
            Block::Facts(facts) => draw_facts(facts),
            Block::Entry { title, anchor, facts, see } => html! {
                div.entry id=[anchor] { "\n"
                    (heading(self.level + 1, None, title)) "\n"
                    (draw_facts(facts)) "\n"
                    @if let Some((words, to)) = see.as_ref().filter(|(_, to)| self.anchors.contains(to)) {
                        p.see { a href={ "#" (to) } { (words) } } "\n"
                    }
                }
            },
            Block::Table(table) => {
                let name = self.heading.clone();
                self.table(table, &name)
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Grid(drawn) => grid::draw(drawn, &mut self.ids),
            Block::Numbered { number, text } => {
                html! { p.numbered { span.number { (number) } span { (lines(text)) } } }
            }
        }
    }

    fn chapter(&mut self, title: &str) -> Markup {
        let id = self.ids.unique(title);
        let drawn = heading(2, Some(&id), title);
        self.chapters.push(Chapter { id, title: title.to_owned() });
        (self.level, self.heading) = (2, title.to_owned());
        drawn
    }

    fn part(&mut self, title: &str) -> Markup {
        // No level is skipped, even for a part outside a chapter.
        self.level = if self.chapters.is_empty() { 2 } else { 3 };
        title.clone_into(&mut self.heading);
        heading(self.level, None, title)
    }

    fn figure(&mut self, figure: &Figure) -> Markup {
        html! {
            figure { "\n"
                figcaption { (figure.title) } "\n"
                (charts::draw(figure, &mut self.ids)) "\n"
                @if let Some(table) = &figure.table { (self.table(table, &figure.title)) "\n" }
            }
        }
    }

    fn table(&mut self, table: &Table, name: &str) -> Markup {
        self.tables += 1;
        let drawn = draw_table(table);
        if table.columns.len() <= NARROW {
            return drawn;
        }
        // The number tells regions with the same name apart.
        html! {
            div.scroll tabindex="0" role="region" aria-label={ "Table " (self.tables) ": " (name) } { "\n"
                (drawn) "\n"
            }
        }
    }
}

fn heading(level: u8, id: Option<&str>, title: &str) -> Markup {
    match level {
        2 => html! { h2 id=[id] { (title) } },
        3 => html! { h3 id=[id] { (title) } },
        _ => html! { h4 id=[id] { (title) } },
    }
}

/// Text with `<br>` for line ends.
fn lines(text: &str) -> Markup {
    html! {
        @for (at, line) in text.trim_end().lines().enumerate() {
            @if at > 0 { br; }
            (line)
        }
    }
}

fn list(points: &[Point]) -> Markup {
    html! {
        ul { "\n"
            @for point in points { li id=[&point.anchor] { (lines(&point.text)) } "\n" }
        }
    }
}

fn draw_facts(facts: &[Fact]) -> Markup {
    html! {
        dl { "\n"
            @for fact in facts { div { dt { (fact.label) } dd { (lines(&fact.text)) } } "\n" }
        }
    }
}

fn draw_table(table: &Table) -> Markup {
    html! {
        table.records[table.columns.len() > NARROW] { "\n"
            thead { tr {
                @for column in &table.columns {
                    th scope="col" class=[column.figures.then_some("figures")] {
                        // Screen readers need a heading for every column.
                        @if column.title.is_empty() { span.heard { "Row" } } @else { (column.title) }
                    }
                }
            } } "\n"
            tbody { "\n"
                @for row in &table.rows { (draw_row(table, row)) "\n" }
            } "\n"
        }
    }
}

/// The first cell that is not blank is the heading of its row.
fn draw_row(table: &Table, row: &[String]) -> Markup {
    let names = row.iter().position(|cell| !cell.trim().is_empty());
    let cells = table.columns.iter().zip(row).enumerate();
    html! {
        tr {
            @for (at, (column, cell)) in cells {
                @let class = column.figures.then_some("figures");
                @if Some(at) == names {
                    th scope="row" class=[class] { (lines(cell)) }
                } @else {
                    td class=[class] data-column=(column.title) { (lines(cell)) }
                }
            }
        }
    }
}
