//! Draws marks: a square for a level, fuller for a higher one.

use maud::{Markup, html};

use crate::document::{Fill, Mark};

/// The side of a square, in pixels.
const SIDE: usize = 12;

/// A mark around a point. A dot is drawn as a circle, since a font's is too small.
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

/// A square filled from below in thirds. What is only possible is filled half as wide.
fn square(x: usize, y: usize, fill: Fill) -> Markup {
    let height = |thirds: u32| usize::try_from(thirds).expect("at most three") * SIDE / 3;
    let (filled, reach) = (height(fill.lowest), height(fill.highest));
    html! {
        @if reach > filled {
            rect.full x=(x + SIDE / 4) y=(y + SIDE - reach) width=(SIDE / 2) height=(reach - filled) {}
        }
        @if filled > 0 { rect.full x=(x) y=(y + SIDE - filled) width=(SIDE) height=(filled) {} }
        rect.box x=(x) y=(y) width=(SIDE) height=(SIDE) {}
    }
}
