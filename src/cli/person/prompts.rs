//! dialoguer's prompts: a list narrowed by typing, a list to tick, and yes or no.
//!
//! dialoguer leaves copies of a line that is wider than the window, so each item and question is cut to fit.

use std::panic::{AssertUnwindSafe, catch_unwind};

use console::{Term, measure_text_width};
use dialoguer::theme::Theme;
use dialoguer::{Confirm, FuzzySelect, MultiSelect};
use integrity_healthcheck::interview::{Item, LeftError, Menu};

use super::draw::{Size, cut};
use super::waiting::wait_for;

/// No colours, and only characters that every console has.
struct PlainTheme;

impl Theme for PlainTheme {}

/// Columns that a mark and a box take before an item.
const MARK_WIDTH: usize = 8;

/// Items as lines that fit the window. The text of an item takes at most two fifths of a line from its label.
pub fn item_lines(items: &[Item], size: Size) -> Vec<String> {
    let width = size.text_width().saturating_sub(MARK_WIDTH);
    let line = |item: &Item| {
        if item.text.is_empty() {
            return cut(&item.label, width);
        }
        let for_text = measure_text_width(&item.text).min(width * 2 / 5) + 2;
        let label = cut(&item.label, width.saturating_sub(for_text));
        cut(&format!("{label}: {}", item.text), width)
    };
    items.iter().map(line).collect()
}

pub enum Answer<T> {
    Given(T),
    /// The window became too small for the prompt.
    NoRoom,
}

/// An error means that the terminal is gone or Ctrl-C was pressed.
fn ask<T: Send + 'static>(
    prompt: impl FnOnce() -> dialoguer::Result<T> + Send + 'static,
) -> Result<Answer<T>, LeftError> {
    match wait_for(|| catch_unwind(AssertUnwindSafe(prompt)), || ())? {
        Ok(given) => given.map(Answer::Given).map_err(|_| LeftError),
        // dialoguer panics in a window with under three rows.
        Err(_) => Ok(Answer::NoRoom),
    }
}

/// Picks an item by typing part of it, in `room.rows` rows. `None` on Esc.
pub fn narrow(term: &Term, menu: &Menu, room: Size) -> Result<Answer<Option<usize>>, LeftError> {
    let (term, lines, ready) = (term.clone(), item_lines(&menu.items, room), menu.ready);
    ask(move || {
        let select = FuzzySelect::with_theme(&PlainTheme).with_prompt("Type to narrow:").items(&lines);
        select.default(ready).max_length(room.rows).report(false).interact_on_opt(&term)
    })
}

/// Ticks any number of items, in `room.rows` rows. `None` on Esc.
pub fn tick(term: &Term, menu: &Menu, room: Size) -> Result<Answer<Option<Vec<usize>>>, LeftError> {
    let (term, lines) = (term.clone(), item_lines(&menu.items, room));
    ask(move || {
        let select = MultiSelect::with_theme(&PlainTheme).items(&lines);
        select.max_length(room.rows).report(false).interact_on_opt(&term)
    })
}

/// Enter and Esc mean no.
pub fn confirm(term: &Term, question: &str, size: Size) -> Result<Answer<bool>, LeftError> {
    let (term, question) = (term.clone(), cut(question, size.text_width().saturating_sub(MARK_WIDTH)));
    ask(move || {
        let confirm = Confirm::with_theme(&PlainTheme).with_prompt(question).default(false);
        Ok(confirm.interact_on_opt(&term)?.unwrap_or(false))
    })
}
