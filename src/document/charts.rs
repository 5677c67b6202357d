//! The pictures of a document as inline SVG, each with words in its place for those who cannot see it.
//!
//! Lengths across are percentages, so that a picture is as wide as its page while its text keeps its size; lengths
//! down are CSS pixels. Nothing rests on colour: a bar is filled or hollow, and of a range hollow between its ends.

use maud::{Markup, html};

use crate::document::ids::Ids;
use crate::document::{Chart, Figure, Key, TargetBar, TargetBox};

mod marks;
mod trend;

pub use marks::mark;

/// How many characters of a label fit on a line of the smallest screen.
const LABEL: usize = 38;

/// From one line of a label to the next.
const LINE: usize = 17;

/// The side of a box that stands for a target.
const BOX: usize = 14;

/// Draws a figure's chart, with its key.
pub fn draw(figure: &Figure, ids: &mut Ids) -> Markup {
    match &figure.chart {
        Chart::Targets(bars) => targets(figure, bars, ids),
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
    let name = ids.unique(&format!("{title} picture"));
    let described = ids.unique(&format!("{title} description"));
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

/// A row a section, a box for each target.
fn targets(figure: &Figure, bars: &[TargetBar], ids: &mut Ids) -> Markup {
    let height = |bar: &TargetBar| label_height(&bar.label) + BOX + 16;
    let (tops, end) = tops(bars.iter().map(height), 0);
    let drawn = html! { @for (bar, top) in bars.iter().zip(tops) { (target_row(bar, top)) } };
    let used = TargetBox::ALL.into_iter().filter(|each| bars.iter().any(|bar| bar.number(*each) > 0));
    let marks: Vec<(Markup, &str)> = used.map(|each| (target_box(each, 6, 1), each.name())).collect();
    html! {
        (key(&marks)) "\n"
        (picture("targets", &figure.title, &figure.description, end, ids, &drawn))
    }
}

fn target_row(bar: &TargetBar, top: usize) -> Markup {
    let y = top + label_height(&bar.label) + 3;
    let boxes: Vec<TargetBox> =
        TargetBox::ALL.into_iter().flat_map(|each| std::iter::repeat_n(each, bar.number(each))).collect();
    let said = if boxes.is_empty() {
        "nothing answered".to_owned()
    } else {
        format!("{} of {}", bar.met, bar.all())
    };
    html! {
        (label(&bar.label, top))
        @for (at, each) in boxes.iter().enumerate() { (target_box(*each, at * (BOX + 3), y)) }
        text.small x=(boxes.len() * (BOX + 3) + 5) y=(y + 12) { (said) } "\n"
    }
}

/// A target: filled where it is met, half filled where that is not settled, empty where it is missed, and crossed where
/// the question is essential.
fn target_box(target: TargetBox, x: usize, y: usize) -> Markup {
    html! {
        @match target {
            TargetBox::Met => rect.full x=(x) y=(y) width=(BOX) height=(BOX) {},
            TargetBox::NotSettled => {
                rect.hollow x=(x) y=(y) width=(BOX) height=(BOX) {}
                rect.full x=(x) y=(y + BOX / 2) width=(BOX) height=(BOX / 2) {}
            }
            TargetBox::Missed => rect.hollow x=(x) y=(y) width=(BOX) height=(BOX) {},
            TargetBox::MissedEssential => {
                rect.hollow x=(x) y=(y) width=(BOX) height=(BOX) {}
                line.line x1=(x) y1=(y) x2=(x + BOX) y2=(y + BOX) {}
                line.line x1=(x + BOX) y1=(y) x2=(x) y2=(y + BOX) {}
            }
        }
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
