//! A question in the window, answered by one key, or by a typed line if it asks for a figure.

use console::Key;
use integrity_healthcheck::interview::{Choice, Command, LeftError, Screen};

use super::draw::{Size, draw_question};
use super::editor::Editor;
use super::keys::{CTRL_U, Input};
use super::note::join_lines;
use super::pasting::{ONE_KEY, discard_paste};
use super::window::Window;

pub fn ask(window: &Window, screen: &Screen) -> Result<Choice, LeftError> {
    if let Some(unit) = &screen.unit {
        return ask_number(window, screen, unit);
    }
    let last = screen.options.len().saturating_sub(1);
    let place = |choice: &Choice| screen.options.iter().position(|option| option.choice == *choice);
    let mut selected = screen.ready.as_ref().and_then(place);
    let mut shown = screen.clone();
    loop {
        match window.input(|size| (draw_question(&shown, selected, size), None))? {
            // What is pasted was meant for a text.
            Input::Paste(_) | Input::Other => {}
            Input::Key(Key::Char(_) | Key::Enter) if discard_paste(ONE_KEY) => {}
            Input::Key(Key::ArrowUp) => selected = Some(selected.map_or(last, |at| at.saturating_sub(1))),
            Input::Key(Key::ArrowDown) => selected = Some(selected.map_or(0, |at| (at + 1).min(last))),
            Input::Key(key) => {
                if let Some(choice) = choice_for_key(screen, selected, &key) {
                    return Ok(choice);
                }
                shown.news = why_not(screen, &key).or(shown.news);
            }
        }
    }
}

/// Reads a number or a command as a line, since the letters of a typed figure are not keys.
fn ask_number(window: &Window, screen: &Screen, unit: &str) -> Result<Choice, LeftError> {
    let mut typed = Editor::default();
    loop {
        let draw = |size: Size| {
            let mut lines = draw_question(screen, None, Size { rows: size.rows.saturating_sub(1), ..size });
            let label = format!("Number of {unit}: ");
            let view = typed.view(size.text_width().saturating_sub(label.len()), 1);
            let cursor = (lines.len(), label.len() + view.column);
            lines.push(format!("{label}{}", view.lines.concat()));
            (lines, Some(cursor))
        };
        match window.input(draw)? {
            Input::Key(Key::Enter) if discard_paste(ONE_KEY) => {}
            Input::Key(Key::Enter) => match choice_for_line(screen, &typed.text()) {
                Some(choice) => return Ok(choice),
                None => typed = Editor::default(),
            },
            Input::Key(Key::Escape) if typed.text().is_empty() => {
                return Ok(Choice::Command(Command::Back));
            }
            Input::Key(Key::Escape | CTRL_U) => typed = Editor::default(),
            Input::Key(key) => typed.press(&key, usize::MAX),
            // Several lines are no number, and the interview says so.
            Input::Paste(text) => typed.insert(&join_lines(&text)),
            Input::Other => {}
        }
    }
}

/// A command if its letter was typed alone, otherwise the number.
fn choice_for_line(screen: &Screen, typed: &str) -> Option<Choice> {
    let typed = typed.trim();
    let mut letters = typed.chars();
    let command = match (letters.next()?, letters.next()) {
        ('<', None) => Some(Command::Back),
        (letter, None) => screen.command(letter),
        _ => None,
    };
    Some(command.map_or_else(|| Choice::Number(typed.to_owned()), Choice::Command))
}

/// Why the key of a command does nothing at this question.
fn why_not(screen: &Screen, key: &Key) -> Option<String> {
    let Key::Char(key) = key else { return None };
    let command = Command::ALL.into_iter().find(|command| command.key() == key.to_ascii_lowercase())?;
    screen.command(*key).is_none().then(|| format!("{key}: {}", command.why_not()))
}

fn choice_for_key(screen: &Screen, selected: Option<usize>, key: &Key) -> Option<Choice> {
    match key {
        Key::Enter => screen.options.get(selected?).map(|option| option.choice.clone()),
        Key::Escape => screen.command(Command::Back.key()).map(Choice::Command),
        Key::Char(digit @ '0'..='9') => {
            screen.option(digit.to_digit(10)?).map(|option| option.choice.clone())
        }
        Key::Char(key) => screen.command(*key).map(Choice::Command),
        _ => None,
    }
}
