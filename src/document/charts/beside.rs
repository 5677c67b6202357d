//! Each section beside others: two small bars for each of them, ours above theirs.

use maud::{Markup, html};

use super::{key, label, label_height, picture, tops, whisker_line};
use crate::document::ids::Ids;
use crate::document::{BesideRow, Figure, Span};

/// How thick each of the two bars is.
const BAR: usize = 8;

/// How many columns fit on a small screen, and how wide one has to be where there are more, which then scroll.
const MOST: usize = 8;
const NARROWEST: usize = 36;

/// How much of a column its bars may fill, so that the next one stands apart.
const FILLED: f64 = 0.86;

/// Draws a row a section, and a column for each of the others under its letter.
pub fn draw(figure: &Figure, columns: &[String], rows: &[BesideRow], ids: &mut Ids) -> Markup {
    let (tops, end) = tops(rows.iter().map(|row| label_height(&row.label) + 2 * BAR + 15), 20);
    #[expect(clippy::cast_precision_loss, reason = "a picture has no more columns than that")]
    let step = 100.0 / columns.len().max(1) as f64;
    let drawn = html! {
        @for (letter, x) in columns.iter().zip(lefts(step)) {
            text.figure x=(across(x)) y="12" { (letter) }
        } "\n"
        @for (row, top) in rows.iter().zip(tops) {
            (label(&row.label, top))
            @for (cell, x) in row.cells.iter().zip(lefts(step)) {
                (drawn_cell(*cell, x, step * FILLED, top + label_height(&row.label) + 5))
            } "\n"
        }
    };
    let marks = [
        (html! { rect.full y="4" width="26" height="8" {} }, "This assessment"),
        (html! { rect.hollow x="0.5" y="4.5" width="25" height="7" {} }, "The other"),
        (whisker_line("2", "24", 8), "From the lowest levels of findings to the highest"),
        (html! { text.small x="13" y="12" text-anchor="middle" { "–" } }, "Nothing shared"),
    ];
    let picture = picture("beside", &figure.title, &figure.description, end, ids, &drawn);
    html! {
        (key(&marks)) "\n"
        @if columns.len() <= MOST {
            (picture)
        } @else {
            div.scroll tabindex="0" role="region" aria-label={ "Picture: " (figure.title) } {
                div style={ "min-width:" (columns.len() * NARROWEST) "px" } { (picture) }
            }
        }
    }
}

fn drawn_cell(cell: Option<(Span, Span)>, x: f64, width: f64, top: usize) -> Markup {
    let Some((ours, theirs)) = cell else {
        return html! { text.small x=(across(x)) y=(top + BAR + 4) { "–" } };
    };
    let bar = |span: Span| across(width * span.lowest.value() / 100.0);
    html! {
        rect.track x=(across(x)) y=(top) width=(across(width)) height=(2 * BAR + 1) {}
        rect.hollow x=(across(x)) y=(top + BAR + 1) width=(bar(theirs)) height=(BAR) {}
        rect.full x=(across(x)) y=(top) width=(bar(ours)) height=(BAR) {}
        @for (span, y) in [(ours, top + BAR / 2), (theirs, top + BAR + 1 + BAR / 2)] {
            @if !span.is_one() {
                @let [from, to] = [span.lowest, span.highest].map(|end| x + width * end.value() / 100.0);
                (whisker_line(&across(from), &across(to), y))
            }
        }
        line.line x1=(across(x)) x2=(across(x)) y1=(top - 2) y2=(top + 2 * BAR + 3) {}
    }
}

/// Where the columns begin.
fn lefts(step: f64) -> impl Iterator<Item = f64> {
    (0_u32..).map(move |at| step * f64::from(at))
}

fn across(percent: f64) -> String {
    format!("{percent:.2}%")
}
