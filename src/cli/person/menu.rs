//! A menu in the window. The arrows, or the number or letter of an item, lead to the item, and only Enter picks it, so that
//! a slip costs nothing.

use console::{Key, Style};
use integrity_healthcheck::document::terminal::wrapped;
use integrity_healthcheck::interview::{LeftError, Menu};

use super::draw::{Size, cut};
use super::keys::Input;
use super::pasting::{ONE_ARROW, discard_paste};
use super::prompts::item_lines;
use super::window::{Frame, Window};

/// The index of the picked item; `None` on Esc.
pub fn pick(window: &Window, menu: &Menu) -> Result<Option<usize>, LeftError> {
    let last = menu.items.len().saturating_sub(1);
    let mut at = menu.ready.min(last);
    let mut typed = String::new();
    loop {
        let Input::Key(key) = window.input(|size| draw(menu, at, size))? else { continue };
        // A paste was meant for a text.
        if matches!(key, Key::Enter | Key::Char(_)) && discard_paste(ONE_ARROW) {
            continue;
        }
        at = match key {
            Key::Enter => return Ok(Some(at)),
            Key::Escape => return Ok(None),
            Key::ArrowUp => at.checked_sub(1).unwrap_or(last),
            Key::ArrowDown => (at + 1) % (last + 1),
            Key::Home => 0,
            Key::End => last,
            Key::Char(character) => find_by_key(menu, &mut typed, character).unwrap_or(at),
            _ => at,
        };
        if !matches!(key, Key::Char(_)) {
            typed.clear();
        }
    }
}

/// The item that a character selects, together with those typed just before: `1` and `0` select item 10.
fn find_by_key(menu: &Menu, typed: &mut String, character: char) -> Option<usize> {
    let find = |key: &str| menu.items.iter().position(|item| item.key == key);
    let alone = character.to_lowercase().to_string();
    let together = format!("{typed}{alone}");
    let found = find(&together);
    *typed = if found.is_some() { together } else { alone };
    found.or_else(|| find(typed))
}

/// Draws as many items as fit, including the one at `at`.
fn draw(menu: &Menu, at: usize, size: Size) -> Frame {
    let hint = if menu.goes_back {
        "Pick with the arrows and Enter; Esc goes back."
    } else {
        "Pick with the arrows and Enter; Ctrl-C ends the program."
    };
    let (mut lines, rows) = heading(menu, hint, size);
    let first = (at + 1).saturating_sub(rows);
    let bold = Style::new().bold();
    for (place, item) in item_lines(&menu.items, size).into_iter().enumerate().skip(first).take(rows) {
        lines.push(if place == at {
            bold.apply_to(format!("> {item}")).to_string()
        } else {
            format!("  {item}")
        });
    }
    (lines, None)
}

/// The title, text and hint above the items, and the number of rows left for items. The text is cut to leave rows for
/// all items, or for as many as half the smallest window.
pub fn heading(menu: &Menu, hint: &str, size: Size) -> (Vec<String>, usize) {
    let width = size.text_width();
    let rows_for_items = menu.items.len().min(Size::SMALLEST.rows / 2);
    let room = size.rows.saturating_sub(rows_for_items + 5);
    let text = menu.text.iter().map(|text| wrapped(text, "", width)).collect::<Vec<_>>().join("\n");
    let mut lines = vec![Style::new().bold().apply_to(cut(&menu.title, width)).to_string()];
    lines.extend(text.lines().take(room).map(str::to_owned));
    if text.lines().count() > room {
        lines.push("…".to_owned());
    }
    lines.push(hint.to_owned());
    let mut left = size.rows.saturating_sub(lines.len() + 1).max(1);
    if menu.items.len() > left {
        // Nothing else shows that the list continues below the window.
        lines.push(format!("{} in all; the arrows lead to the rest.", menu.items.len()));
        left = left.saturating_sub(1).max(1);
    }
    lines.push(String::new());
    (lines, left)
}

#[cfg(test)]
mod tests {
    use integrity_healthcheck::interview::Item;

    use super::*;

    fn menu() -> Menu {
        let items = (1..=12).map(|key| Item::new(format!("{key}"), format!("Item {key}"), ""));
        Menu {
            title: "Twelve".to_owned(),
            text: Vec::new(),
            items: items.chain([Item::new("q", "Stop", "")]).collect(),
            ready: 0,
            narrows: false,
            goes_back: true,
        }
    }

    #[test]
    fn a_number_or_a_letter_leads_to_its_item() {
        let (menu, mut typed) = (menu(), String::new());
        let mut to = |keys: &str| keys.chars().fold(None, |_, key| find_by_key(&menu, &mut typed, key));
        // 1, 10; then 3 alone, since there is no 103; 12 again; a letter in either case; and what is no key.
        assert_eq!((to("1"), to("0"), to("3"), to("12")), (Some(0), Some(9), Some(2), Some(11)));
        assert_eq!((to("Q"), to("z")), (Some(12), None));
    }

    #[test]
    fn the_selected_item_is_always_shown() {
        let menu = menu();
        for rows in 16..30 {
            for at in 0..menu.items.len() {
                let (lines, _) = draw(&menu, at, Size { rows, columns: 60 });
                assert!(lines.len() <= rows, "{rows}");
                let label = format!("> {}", menu.items[at].label);
                assert!(lines.iter().any(|line| line.contains(&label)), "{rows}, {at}: {lines:?}");
            }
        }
    }
}
