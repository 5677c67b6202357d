//! The levels of every question at a glance: a square for each force, the fuller the higher.

use maud::{Markup, html};

use super::{key, tops, wrapped};
use crate::assessment::Standing;
use crate::checklist::Level;
use crate::document::ids::Ids;
use crate::document::{Figure, LevelSection};

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
pub fn draw(figure: &Figure, columns: &[String], sections: &[LevelSection], ids: &mut Ids) -> Markup {
    let squares = Level::ALL.map(|level| (square(7, 2, level.points(), level.points()), level.title()));
    let range = [(square(7, 2, 1, 2), "a finding from one level to another")];
    let signs = [("?", "unknown"), ("n/a", "not applicable"), (".", "not stated or not answered")];
    let signs = signs.map(|(sign, name)| (drawn_sign(sign, 13, 12), name));
    let marks: Vec<_> = squares.into_iter().chain(range).chain(signs).collect();
    let width = width(columns);
    html! {
        (key(&marks)) "\n"
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
            @for ((question, standings), top) in section.rows.iter().zip(tops) { (row(question, standings, top)) }
        }
    }
}

fn row_height(question: &str) -> usize {
    wrapped(question, LABEL).len() * LINE + 6
}

fn row(question: &str, standings: &[Standing], top: usize) -> Markup {
    let lines = wrapped(question, LABEL);
    let down = top + row_height(question) / 2;
    html! {
        line.rule x1="0" x2="100%" y1=(top) y2=(top) {}
        text.small { @for (at, line) in lines.iter().enumerate() { tspan x="0" y=(top + 14 + at * LINE) { (line) } } }
        @for (at, standing) in standings.iter().enumerate() { (drawn_standing(*standing, middle(at), down)) } "\n"
    }
}

/// The middle of a column.
fn middle(column: usize) -> usize {
    LABELS + STEP * column + STEP / 2 + if column > 0 { APART } else { 0 }
}

fn drawn_standing(standing: Standing, x: usize, y: usize) -> Markup {
    match standing {
        Standing::Level(levels) => {
            square(x - SIDE / 2, y - SIDE / 2, levels.lowest().points(), levels.highest().points())
        }
        Standing::Unknown => drawn_sign("?", x, y + 4),
        Standing::NotApplicable => drawn_sign("n/a", x, y + 4),
        Standing::Unanswered => drawn_sign(".", x, y + 4),
    }
}

/// A sign in the place of a square; a dot is drawn, since the one of a font is too small.
fn drawn_sign(sign: &str, x: usize, y: usize) -> Markup {
    match sign {
        "." => html! { circle.dot cx=(x) cy=(y - 4) r="1.75" {} },
        "?" => html! { text.figure x=(x) y=(y) text-anchor="middle" { "?" } },
        other => html! { text.tiny x=(x) y=(y) text-anchor="middle" { (other) } },
    }
}

/// A square that is filled from below, a third for each point; between the two ends of a range half as wide.
fn square(x: usize, y: usize, lowest: u32, highest: u32) -> Markup {
    let [filled, reach] =
        [lowest, highest].map(|points| usize::try_from(points).unwrap_or_default() * SIDE / 3);
    html! {
        @if reach > filled {
            rect.full x=(x + SIDE / 4) y=(y + SIDE - reach) width=(SIDE / 2) height=(reach - filled) {}
        }
        @if filled > 0 { rect.full x=(x) y=(y + SIDE - filled) width=(SIDE) height=(filled) {} }
        rect.box x=(x) y=(y) width=(SIDE) height=(SIDE) {}
    }
}
