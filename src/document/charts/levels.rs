//! The levels of every question at a glance: a square for each force, the fuller the higher.

use maud::{Markup, html};

use super::{marks_key, tops, wrapped};
use crate::document::ids::Ids;
use crate::document::{Figure, Fill, Key, LevelSection, Mark};

/// How wide the labels are, and how many characters fit there.
const LABELS: usize = 158;
const LABEL: usize = 25;

/// From one column to the next, and from one line of a label to the next.
const STEP: usize = 20;
const LINE: usize = 14;

/// How far the first column, which is ours, stands apart from the others.
const APART: usize = 8;

/// The side of a square.
const SIDE: usize = 12;

/// Draws a picture for each section, so that they can stand beside each other and break across pages.
pub fn draw(
    figure: &Figure,
    columns: &[String],
    meanings: &[Key],
    sections: &[LevelSection],
    ids: &mut Ids,
) -> Markup {
    let width = width(columns);
    html! {
        (marks_key(meanings)) "\n"
        div.levels tabindex="0" role="region" aria-label={ "Picture: " (figure.title) }
            style={ "column-width:" (width) "px" } { "\n"
            @for section in sections { (drawn_section(figure, columns, section, ids)) "\n" }
        }
    }
}

fn width(columns: &[String]) -> usize {
    LABELS + APART + STEP * columns.len()
}

fn drawn_section(figure: &Figure, columns: &[String], section: &LevelSection, ids: &mut Ids) -> Markup {
    let title = format!("{}: {}", figure.title, section.label);
    let (name, described) = (ids.like(&title), ids.like(&format!("{title} description")));
    let heading = wrapped(&section.label, LABEL + 2 * columns.len());
    let head = heading.len() * LINE + 22;
    let (tops, height) = tops(section.rows.iter().map(|(question, _)| row_height(question)), head);
    let width = width(columns);
    html! {
        svg.chart role="img" aria-labelledby=(name) aria-describedby=(described)
            width=(width) height=(height + 6) viewBox={ "0 0 " (width) " " (height + 6) }
            // On a small screen it may shrink by a fifth and can still be read; then it scrolls.
            style={ "min-width:" (width * 4 / 5) "px" } { "\n"
            title id=(name) { (title) } "\n"
            desc id=(described) { (figure.description) } "\n"
            text.figure { @for (at, line) in heading.iter().enumerate() { tspan x="0" y=(11 + at * LINE) { (line) } } } "\n"
            @for (at, column) in columns.iter().enumerate() {
                text.small x=(middle(at)) y=(head - 6) text-anchor="middle" { (column) }
            } "\n"
            @for ((question, marks), top) in section.rows.iter().zip(tops) { (row(question, marks, top)) }
        }
    }
}

fn row_height(question: &str) -> usize {
    wrapped(question, LABEL).len() * LINE + 6
}

fn row(question: &str, marks: &[Mark], top: usize) -> Markup {
    let lines = wrapped(question, LABEL);
    let down = top + row_height(question) / 2;
    html! {
        line.rule x1="0" x2="100%" y1=(top) y2=(top) {}
        text.small { @for (at, line) in lines.iter().enumerate() { tspan x="0" y=(top + 14 + at * LINE) { (line) } } }
        @for (at, one) in marks.iter().enumerate() { (mark(one, middle(at), down)) } "\n"
    }
}

/// The middle of a column.
fn middle(column: usize) -> usize {
    LABELS + STEP * column + STEP / 2 + if column > 0 { APART } else { 0 }
}

/// A mark around a point; a dot is drawn, since the one of a font is too small.
pub fn mark(mark: &Mark, x: usize, y: usize) -> Markup {
    match mark {
        Mark::Square(fill) => square(x - SIDE / 2, y - SIDE / 2, *fill),
        Mark::Dot => html! { circle.dot cx=(x) cy=(y) r="1.75" {} },
        Mark::Word(sign) if sign.len() == 1 => {
            html! { text.figure x=(x) y=(y + 4) text-anchor="middle" { (sign) } }
        }
        Mark::Word(word) => html! { text.tiny x=(x) y=(y + 4) text-anchor="middle" { (word) } },
    }
}

/// A square that is filled from below, a third at a time; between the two ends of a range half as wide.
fn square(x: usize, y: usize, fill: Fill) -> Markup {
    let [filled, reach] =
        [fill.lowest, fill.highest].map(|thirds| usize::try_from(thirds).unwrap_or_default() * SIDE / 3);
    html! {
        @if reach > filled {
            rect.full x=(x + SIDE / 4) y=(y + SIDE - reach) width=(SIDE / 2) height=(reach - filled) {}
        }
        @if filled > 0 { rect.full x=(x) y=(y + SIDE - filled) width=(SIDE) height=(filled) {} }
        rect.box x=(x) y=(y) width=(SIDE) height=(SIDE) {}
    }
}
