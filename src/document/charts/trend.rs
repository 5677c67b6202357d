//! Sections over the years: under each label a bar a year, the newest one filled.

use maud::{Markup, html};

use super::{key, label, label_height, picture, tops, whisker_line};
use crate::document::ids::Ids;
use crate::document::{Figure, Span, TrendLine};

/// How thick a year's bar is, and from one bar to the next.
const BAR: usize = 10;
const STEP: usize = 15;

/// Where the bars begin, behind the years' names.
const NAMES: usize = 76;

/// Draws each section, and all together, over the years.
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
            // A picture in the picture, so that lengths across are of what the names leave.
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

/// A score behind its bar, short enough to stand there.
fn shown(point: Option<Span>) -> String {
    match point {
        Some(point) if point.is_one() => point.lowest.to_string(),
        Some(point) => format!("{}–{}", point.lowest, point.highest),
        None => "none".to_owned(),
    }
}
