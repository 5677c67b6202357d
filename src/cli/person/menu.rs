//! A menu in the window: the arrows, or the number or letter of an item, lead to it, and Enter picks it. No key picks at
//! once, so that a slip costs nothing.

use console::{Key, Style};
use integrity_healthcheck::document::terminal::wrapped;
use integrity_healthcheck::interview::{Gone, Menu};

use super::draw::{self, LEAST, Size, cut};
use super::keys::Pressed;
use super::pasting;
use super::prompts;
use super::window::{Drawn, Window, leaves};

/// Has an item picked, by its place; `None` where the person goes back.
pub fn pick(window: &Window, menu: &Menu) -> Result<Option<usize>, Gone> {
    let last = menu.items.len().saturating_sub(1);
    let mut at = menu.ready.min(last);
    let mut typed = String::new();
    loop {
        let pressed = window.key(|size| drawn(menu, at, size))?;
        let Pressed::Key(key) = pressed else { continue };
        if leaves(&key) {
            return Err(Gone);
        }
        // What is pasted was meant for a text.
        if matches!(key, Key::Enter | Key::Char(_)) && pasting::throw_away(pasting::AN_ARROW) {
            continue;
        }
        at = match key {
            Key::Enter => return Ok(Some(at)),
            Key::Escape => return Ok(None),
            Key::ArrowUp => at.checked_sub(1).unwrap_or(last),
            Key::ArrowDown => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            Key::Home => 0,
            Key::End => last,
            Key::Char(character) => by_key(menu, &mut typed, character).unwrap_or(at),
            _ => at,
        };
        if !matches!(key, Key::Char(_)) {
            typed.clear();
        }
    }
}

/// The item to which a key leads, after those that were typed just before: `1` and `0` are the tenth.
fn by_key(menu: &Menu, typed: &mut String, character: char) -> Option<usize> {
    let place = |key: &str| menu.items.iter().position(|item| item.key == key);
    let alone = character.to_lowercase().to_string();
    let together = format!("{typed}{alone}");
    let at = place(&together);
    *typed = if at.is_some() { together } else { alone };
    at.or_else(|| place(typed))
}

/// The menu with as many of its items as there is room for, among them the one that is ready.
fn drawn(menu: &Menu, at: usize, (rows, columns): Size) -> Drawn {
    let how = if menu.goes_back {
        "Pick with the arrows and Enter; Esc goes back."
    } else {
        "Pick with the arrows and Enter; Ctrl-C ends the program."
    };
    let (mut lines, left) = head(menu, how, menu.items.len().min(LEAST.0 / 2), (rows, columns));
    let first = (at + 1).saturating_sub(left);
    let bold = Style::new().bold();
    for (place, item) in prompts::lines(&menu.items, columns).into_iter().enumerate().skip(first).take(left) {
        lines.push(if place == at {
            bold.apply_to(format!("> {item}")).to_string()
        } else {
            format!("  {item}")
        });
    }
    (lines, None)
}

/// What is to be read before the items, no more of it than leaves room for so many rows below, and how the menu is used;
/// and how many rows are left.
pub fn head(menu: &Menu, how: &str, below: usize, (rows, columns): Size) -> (Vec<String>, usize) {
    let width = draw::width(columns);
    let text = menu.text.iter().map(|text| wrapped(text, "", width)).collect::<Vec<_>>().join("\n");
    let text: Vec<&str> = text.lines().collect();
    let room = rows.saturating_sub(below + 5);
    let mut lines = vec![Style::new().bold().apply_to(cut(&menu.title, width)).to_string()];
    lines.extend(text.iter().take(room).map(|line| (*line).to_owned()));
    if text.len() > room {
        lines.push("…".to_owned());
    }
    lines.push(how.to_owned());
    let mut left = rows.saturating_sub(lines.len() + 1).max(1);
    if menu.items.len() > left {
        // A list that goes on beyond the window shows it by nothing else.
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
        let mut to = |keys: &str| keys.chars().fold(None, |_, key| by_key(&menu, &mut typed, key));
        // 1, 10; then 3 alone, since there is no 103; 12 anew; a letter in either case; and what is no key.
        assert_eq!((to("1"), to("0"), to("3"), to("12")), (Some(0), Some(9), Some(2), Some(11)));
        assert_eq!((to("Q"), to("z")), (Some(12), None));
    }

    #[test]
    fn what_is_ready_is_always_seen() {
        let menu = menu();
        for rows in 16..30 {
            for at in 0..menu.items.len() {
                let (lines, _) = drawn(&menu, at, (rows, 60));
                assert!(lines.len() <= rows, "{rows}");
                let label = format!("> {}", menu.items[at].label);
                assert!(lines.iter().any(|line| line.contains(&label)), "{rows}, {at}: {lines:?}");
            }
        }
    }
}
