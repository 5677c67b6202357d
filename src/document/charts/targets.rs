//! Draws targets: for each section a box for each target, filled if it is met.

use maud::{Markup, html};

use super::parts::{key, label, label_height, picture, tops};
use crate::document::ids::Ids;
use crate::document::{Figure, TargetBar, TargetBox};

/// The side of the box for a target, in pixels.
const BOX: usize = 14;

pub fn draw(figure: &Figure, bars: &[TargetBar], ids: &mut Ids) -> Markup {
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
