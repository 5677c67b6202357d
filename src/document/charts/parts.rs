//! What all charts are made of: the frame, labels, the key.

use maud::{Markup, html};

use crate::document::ids::Ids;

/// How many characters of a label fit on a line of a small screen.
const LABEL: usize = 38;

/// The height of a line of a label, in pixels.
const LINE: usize = 17;

/// An SVG element as wide as its parent and `height` pixels high.
pub fn picture(
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

pub fn key(marks: &[(Markup, &str)]) -> Markup {
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

/// A label, wrapped, `top` pixels from the top.
pub fn label(text: &str, top: usize) -> Markup {
    html! {
        text {
            @for (at, line) in wrapped(text, LABEL).iter().enumerate() {
                tspan x="0" y=(top + 13 + at * LINE) { (line) }
            }
        } "\n"
    }
}

pub fn label_height(text: &str) -> usize {
    wrapped(text, LABEL).len() * LINE
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    textwrap::wrap(&flat, width).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The top of each row, and the bottom of the last, for rows of these heights.
pub fn tops(heights: impl Iterator<Item = usize>, first: usize) -> (Vec<usize>, usize) {
    let mut end = first;
    let mut tops = Vec::new();
    for height in heights {
        tops.push(end);
        end += height;
    }
    (tops, end)
}

/// A horizontal line with a short upright at either end.
pub fn whisker_line(from: &str, to: &str, y: usize) -> Markup {
    html! {
        line.line x1=(from) x2=(to) y1=(y) y2=(y) {}
        line.line x1=(from) x2=(from) y1=(y - 3) y2=(y + 3) {}
        line.line x1=(to) x2=(to) y1=(y - 3) y2=(y + 3) {}
    }
}
