//! The pictures of a document as inline SVG, each with words in its place for those who cannot see it.
//!
//! Lengths across are percentages, so that a picture is as wide as its page while its text keeps its size; lengths
//! down are CSS pixels. Nothing rests on colour: a bar is filled or hollow, and of a range hollow between its ends.

use maud::{Markup, html};

use crate::document::ids::Ids;
use crate::document::{Chart, Figure, GapBar, Key, ScoreBar, Span};

mod beside;
mod levels;
mod trend;

pub use levels::mark;

/// How many characters of a label fit on a line of the smallest screen.
const LABEL: usize = 38;

/// From one line of a label to the next.
const LINE: usize = 17;

/// How thick a bar is.
const BAR: usize = 12;

/// Draws a figure's chart, with its key.
pub fn draw(figure: &Figure, ids: &mut Ids) -> Markup {
    match &figure.chart {
        Chart::Scores(bars) => scores(figure, bars, ids),
        Chart::Beside { columns, rows } => beside::draw(figure, columns, rows, ids),
        Chart::Gaps(bars) => gaps(figure, bars, ids),
        Chart::Levels { columns, key, sections } => levels::draw(figure, columns, key, sections, ids),
        Chart::Trend { years, lines } => trend::draw(figure, years, lines, ids),
    }
}

/// A picture as wide as its place and `height` pixels high.
fn picture(
    class: &str,
    title: &str,
    description: &str,
    height: usize,
    ids: &mut Ids,
    drawn: &Markup,
) -> Markup {
    let name = ids.like(&format!("{title} picture"));
    let described = ids.like(&format!("{title} description"));
    html! {
        svg.chart.(class) role="img" aria-labelledby=(name) aria-describedby=(described) width="100%" height=(height) { "\n"
            title id=(name) { (title) } "\n"
            desc id=(described) { (description) } "\n"
            (drawn)
        }
    }
}

/// What the marks of a picture mean: each as it is drawn, beside its name.
fn key(marks: &[(Markup, &str)]) -> Markup {
    html! {
        p.key { "\n"
            @for (mark, name) in marks {
                span {
                    svg width="26" height="16" aria-hidden="true" focusable="false" { (mark) }
                    (name)
                } "\n"
            }
        }
    }
}

/// What the marks of a grid mean.
pub fn marks_key(meanings: &[Key]) -> Markup {
    let marks: Vec<_> = meanings.iter().map(|key| (mark(&key.mark, 13, 8), key.meaning.as_str())).collect();
    key(&marks)
}

/// A label on as many lines as it needs, the first of them `top` pixels down.
fn label(text: &str, top: usize) -> Markup {
    html! {
        text {
            @for (at, line) in wrapped(text, LABEL).iter().enumerate() {
                tspan x="0" y=(top + 13 + at * LINE) { (line) }
            }
        } "\n"
    }
}

/// A line below a label, in small letters.
fn small_label(text: &str, top: usize) -> Markup {
    html! {
        text.small {
            @for (at, line) in wrapped(text, LABEL).iter().enumerate() {
                tspan x="0" y=(top + 13 + at * LINE) { (line) }
            }
        } "\n"
    }
}

/// How high a label is.
fn label_height(text: &str) -> usize {
    wrapped(text, LABEL).len() * LINE
}

/// A label's lines, at least one.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    textwrap::wrap(&flat, width).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Where each row begins, the rows being so high, and where the last one ends.
fn tops(heights: impl Iterator<Item = usize>, first: usize) -> (Vec<usize>, usize) {
    let mut end = first;
    let mut tops = Vec::new();
    for height in heights {
        tops.push(end);
        end += height;
    }
    (tops, end)
}

/// A bar a section, with what its score could become and how many of its targets are met.
fn scores(figure: &Figure, bars: &[ScoreBar], ids: &mut Ids) -> Markup {
    let height = |bar: &ScoreBar| label_height(&bar.label) + label_height(&bar.targets) + BAR + 26;
    let (tops, end) = tops(bars.iter().map(height), 0);
    let drawn = html! {
        @for (bar, top) in bars.iter().zip(tops) { (score_row(bar, top)) }
        @for (at, anchor) in [(0, "start"), (50, "middle"), (100, "end")] {
            text.small x={ (at) "%" } y=(end + 11) text-anchor=(anchor) { (at) }
        } "\n"
    };
    let mut marks = vec![(html! { rect.full y="3" width="26" height="10" {} }, "Score")];
    if bars.iter().filter_map(|bar| bar.score).any(|score| !score.is_one()) {
        let hollow = html! { rect.hollow x="0.5" y="3.5" width="25" height="9" {} };
        marks.push((hollow, "From the lowest levels of the findings to the highest"));
    }
    if bars.iter().any(|bar| bar.bounds.is_some()) {
        marks.push((whisker_line("2", "24", 8), "Bounds, lowest to highest"));
    }
    html! {
        (key(&marks)) "\n"
        (picture("scores", &figure.title, &figure.description, end + 16, ids, &drawn))
    }
}

fn score_row(bar: &ScoreBar, top: usize) -> Markup {
    let targets_top = top + label_height(&bar.label);
    let bar_top = targets_top + label_height(&bar.targets) + 5;
    html! {
        (label(&bar.label, top))
        (small_label(&bar.targets, targets_top))
        rect.track y=(bar_top) width="100%" height=(BAR) {}
        @if let Some(score) = bar.score { (score_bar(score, bar_top)) }
        @if let Some(bounds) = bar.bounds {
            (whisker_line(&format!("{}%", bounds.lowest), &format!("{}%", bounds.highest), bar_top + BAR + 6))
        }
        svg x="100%" overflow="visible" {
            @match bar.score {
                Some(score) if score.is_one() => text.figure x="8" y=(bar_top + 11) { (score.lowest) },
                Some(score) => text.figure {
                    tspan x="8" y=(bar_top + 3) { (score.lowest) }
                    tspan x="8" y=(bar_top + 3 + LINE) { "to " (score.highest) }
                },
                None => text.small x="8" y=(bar_top + 11) { "no score" },
            }
        } "\n"
    }
}

/// A score as a bar, of which the part between its two ends is hollow.
fn score_bar(score: Span, y: usize) -> Markup {
    html! {
        @if !score.is_one() { rect.hollow y=(y) width={ (score.highest) "%" } height=(BAR) {} }
        rect.full y=(y) width={ (score.lowest) "%" } height=(BAR) {}
    }
}

/// A line with an end on either side.
fn whisker_line(from: &str, to: &str, y: usize) -> Markup {
    html! {
        line.line x1=(from) x2=(to) y1=(y) y2=(y) {}
        line.line x1=(from) x2=(from) y1=(y - 3) y2=(y + 3) {}
        line.line x1=(to) x2=(to) y1=(y - 3) y2=(y + 3) {}
    }
}

/// A bar a section, essential gaps first.
fn gaps(figure: &Figure, bars: &[GapBar], ids: &mut Ids) -> Markup {
    let (tops, end) = tops(bars.iter().map(|bar| label_height(&bar.label) + BAR + 16), 0);
    let longest = bars.iter().map(|bar| bar.essential + bar.other).max().unwrap_or_default().max(1);
    let drawn = html! { @for (bar, top) in bars.iter().zip(tops) { (gap_row(bar, top, longest)) } };
    let marks = [
        (html! { rect.full y="3" width="26" height="10" {} }, "Essential"),
        (html! { rect.hollow x="0.5" y="3.5" width="25" height="9" {} }, "Other"),
    ];
    html! {
        (key(&marks)) "\n"
        (picture("gaps", &figure.title, &figure.description, end, ids, &drawn))
    }
}

fn gap_row(bar: &GapBar, top: usize, longest: usize) -> Markup {
    let bar_top = top + label_height(&bar.label) + 5;
    let essential = share(bar.essential, longest);
    let other = share(bar.other, longest);
    let end = share(bar.essential + bar.other, longest);
    let parts = [(bar.essential, "essential"), (bar.other, "other")];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let figures = parts.map(|(number, kind)| format!("{number} {kind}")).collect::<Vec<_>>().join(", ");
    let figures = if figures.is_empty() { "none" } else { figures.as_str() };
    html! {
        (label(&bar.label, top))
        @if bar.other > 0 {
            rect.hollow x=(essential) y=(bar_top) width=(other) height=(BAR) {}
        }
        @if bar.essential > 0 { rect.full y=(bar_top) width=(essential) height=(BAR) {} }
        line.line x1="0" x2="0" y1=(bar_top - 2) y2=(bar_top + BAR + 2) {}
        svg x=(end) overflow="visible" { text.small x="8" y=(bar_top + 11) { (figures) } } "\n"
    }
}

/// A part of a whole as a length across.
#[expect(clippy::cast_precision_loss, reason = "a picture has no more points than that")]
fn share(part: usize, whole: usize) -> String {
    format!("{:.2}%", 100.0 * part as f64 / whole as f64)
}
