//! What dialoguer asks: lists that narrow as something is typed, lists to tick, and yes or no.
//!
//! An item or a prompt that is wider than the window would leave ghosts, so each is cut to it, and long text stands above.

use std::panic::{AssertUnwindSafe, catch_unwind};

use console::{Term, measure_text_width};
use dialoguer::theme::Theme;
use dialoguer::{Confirm, FuzzySelect, MultiSelect, Result};
use integrity_healthcheck::interview::{Gone, Item};

use super::draw::{Size, cut, width};
use super::waiting::wait_for;

/// Marks that every console has, and no colour.
struct Marks;

impl Theme for Marks {}

/// Columns that a mark and a box before an item take.
const MARKS: usize = 8;

/// The share of a line that what is said of an item may take from its name: two fifths.
const TEXT: (usize, usize) = (2, 5);

/// Items as lines that fit so many columns.
pub fn lines(items: &[Item], columns: usize) -> Vec<String> {
    let width = width(columns).saturating_sub(MARKS);
    let line = |item: &Item| {
        if item.text.is_empty() {
            return cut(&item.label, width);
        }
        let for_text = measure_text_width(&item.text).min(width * TEXT.0 / TEXT.1) + 2;
        let name = cut(&item.label, width.saturating_sub(for_text));
        cut(&format!("{name}: {}", item.text), width)
    };
    items.iter().map(line).collect()
}

/// What a prompt gave.
pub enum Gave<T> {
    This(T),
    /// Nothing: the window became too small for it, of which dialoguer makes a panic.
    NoRoom,
}

/// What a prompt gave. One that fails has lost its terminal, or was left by Ctrl-C.
fn asked<T: Send + 'static>(
    prompt: impl FnOnce() -> Result<T> + Send + 'static,
) -> std::result::Result<Gave<T>, Gone> {
    match wait_for(|| catch_unwind(AssertUnwindSafe(prompt)), || ())? {
        Ok(given) => given.map(Gave::This).map_err(|_| Gone),
        Err(_) => Ok(Gave::NoRoom),
    }
}

/// Has an item picked from a list that narrows as something is typed, in a window with so many rows left.
pub fn narrow(
    term: &Term,
    items: &[Item],
    ready: usize,
    (rows, columns): Size,
) -> std::result::Result<Gave<Option<usize>>, Gone> {
    let (term, lines) = (term.clone(), lines(items, columns));
    asked(move || {
        let select = FuzzySelect::with_theme(&Marks).with_prompt("Type to narrow:").items(&lines);
        select.default(ready).max_length(rows).report(false).interact_on_opt(&term)
    })
}

/// Has items ticked in a window with so many rows left.
pub fn tick(
    term: &Term,
    items: &[Item],
    (rows, columns): Size,
) -> std::result::Result<Gave<Option<Vec<usize>>>, Gone> {
    let (term, lines) = (term.clone(), lines(items, columns));
    asked(move || {
        MultiSelect::with_theme(&Marks).items(&lines).max_length(rows).report(false).interact_on_opt(&term)
    })
}

/// Asks for a yes; Enter and Esc are no.
pub fn confirm(term: &Term, question: &str, columns: usize) -> std::result::Result<Gave<bool>, Gone> {
    let (term, question) = (term.clone(), cut(question, width(columns).saturating_sub(MARKS)));
    asked(move || {
        let confirm = Confirm::with_theme(&Marks).with_prompt(question).default(false);
        Ok(confirm.interact_on_opt(&term)?.unwrap_or(false))
    })
}
