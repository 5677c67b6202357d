//! Draws scores over the years: under each label a bar for each year, the newest one filled.

use maud::{Markup, html};

use super::parts::{key, label, label_height, picture, tops, whisker_line};
use crate::document::ids::Ids;
use crate::document::{Figure, Span, TrendLine};

/// The height of a bar, and the distance from one to the next, in pixels.
const BAR: usize = 10;
const STEP: usize = 15;

/// The width of the years' names, after which the bars begin.
const NAMES: usize = 76;

pub fn draw(figure: &Figure, years: &[String], lines: &[TrendLine], ids: &mut Ids) -> Markup {
    let drawable: Vec<&TrendLine> =
        lines.iter().filter(|line| line.points.iter().any(Option::is_some)).collect();
    let height = |line: &&TrendLine| label_height(&line.label) + years.len() * STEP + 14;
    let (tops, end) = tops(drawable.iter().map(height), 0);
    let drawn = html! { @for (line, top) in drawable.iter().zip(tops) { (row(line, years, top)) } };
    let marks = [
        (html! { rect.hollow x="0.5" y="3.5" width="25" height="9" {} }, "Earlier years"),
        (html! { rect.full y="3" width="26" height="10" {} }, "The newest year"),
    ];
    html! {
        (key(&marks)) "\n"
        (picture("trend", &figure.title, &figure.description, end, ids, &drawn))
    }
}

fn row(line: &TrendLine, years: &[String], top: usize) -> Markup {
    let first = top + label_height(&line.label) + 5;
    let newest = years.len().saturating_sub(1);
    html! {
        (label(&line.label, top))
        @for (at, (year, point)) in years.iter().zip(&line.points).enumerate() {
            @let y = first + at * STEP;
            text.small x="0" y=(y + 9) { (year) }
            // A nested SVG element, so that percentages are of the width that the names leave.
            svg x=(NAMES) y=(y) width={ "calc(100% - " (NAMES) "px)" } height=(BAR) overflow="visible" {
                rect.track width="100%" height=(BAR) {}
                @if let Some(point) = point {
                    @let class = if at == newest { "full" } else { "hollow" };
                    rect.(class) width={ (point.lowest) "%" } height=(BAR) {}
                    @if !point.is_one() {
                        (whisker_line(&format!("{}%", point.lowest), &format!("{}%", point.highest), BAR / 2))
                    }
                }
                svg x="100%" overflow="visible" { text.small x="8" y="9" { (shown(*point)) } }
            } "\n"
        }
    }
}

fn shown(point: Option<Span>) -> String {
    match point {
        Some(point) if point.is_one() => point.lowest.to_string(),
        Some(point) => format!("{}–{}", point.lowest, point.highest),
        None => "none".to_owned(),
    }
}
