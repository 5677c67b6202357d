//! A question in the window: answered by one key, or where it asks for a figure by a line.

use console::Key;
use integrity_healthcheck::interview::{Choice, Command, Gone, Screen};

use super::draw::{self, Size};
use super::editor::Editor;
use super::keys::Pressed;
use super::note::{CTRL_U, in_one_line};
use super::pasting;
use super::window::{Window, leaves};

/// What is chosen at a question.
pub fn choice(window: &Window, screen: &Screen) -> Result<Choice, Gone> {
    if let Some(unit) = &screen.number_of {
        return number(window, screen, unit);
    }
    let last = screen.options.len().saturating_sub(1);
    let is_ready = |choice: &Choice| screen.options.iter().position(|option| option.choice == *choice);
    let mut ready = screen.ready.as_ref().and_then(is_ready);
    let mut news = screen.news.clone();
    loop {
        let shown = Screen { news: news.clone(), ..screen.clone() };
        let pressed = window.key(|size| (draw::question(&shown, ready, size), None))?;
        let chosen = match pressed {
            Pressed::Key(key) if leaves(&key) => return Err(Gone),
            // What is pasted here was meant for a text: its letters are no keys.
            Pressed::Pasted(_) | Pressed::Nothing => None,
            Pressed::Key(Key::Char(_) | Key::Enter) if pasting::throw_away(pasting::A_KEY) => None,
            Pressed::Key(Key::ArrowUp) => {
                ready = Some(ready.map_or(last, |ready| ready.saturating_sub(1)));
                None
            }
            Pressed::Key(Key::ArrowDown) => {
                ready = Some(ready.map_or(0, |ready| (ready + 1).min(last)));
                None
            }
            Pressed::Key(key) => {
                news = why_not(screen, &key).or(news);
                chosen(screen, ready, &key)
            }
        };
        if let Some(choice) = chosen {
            return Ok(choice);
        }
    }
}

/// The number that a question asks for, or a command, typed as a line: in what somebody types about a figure no letter
/// is a key.
fn number(window: &Window, screen: &Screen, unit: &str) -> Result<Choice, Gone> {
    let mut typed = Editor::default();
    loop {
        let drawn = |(rows, columns): Size| {
            let mut lines = draw::question(screen, None, (rows.saturating_sub(1), columns));
            let label = format!("Number of {unit}: ");
            let view = typed.view(draw::width(columns).saturating_sub(label.len()), 1);
            let cursor = (lines.len(), label.len() + view.column);
            lines.push(format!("{label}{}", view.lines.concat()));
            (lines, Some(cursor))
        };
        match window.key(drawn)? {
            Pressed::Key(key) if leaves(&key) => return Err(Gone),
            Pressed::Key(Key::Enter) if !pasting::throw_away(pasting::A_KEY) => {
                match typed_choice(screen, &typed.text()) {
                    Some(choice) => return Ok(choice),
                    None => typed = Editor::default(),
                }
            }
            Pressed::Key(Key::Enter) => {}
            Pressed::Key(Key::Escape) if typed.text().is_empty() => {
                return Ok(Choice::Command(Command::Back));
            }
            Pressed::Key(Key::Escape | Key::Char(CTRL_U)) => typed = Editor::default(),
            Pressed::Key(key) => typed.press(&key, usize::MAX),
            // Of several lines none is the number, which is told.
            Pressed::Pasted(text) => typed.insert(&in_one_line(&text)),
            Pressed::Nothing => {}
        }
    }
}

/// What a line that is typed at a question for a number means: a command by its letter alone, else the number.
fn typed_choice(screen: &Screen, typed: &str) -> Option<Choice> {
    let typed = typed.trim();
    let mut letters = typed.chars();
    match (letters.next(), letters.next()) {
        (None, _) => None,
        (Some('<'), None) => Some(Choice::Command(Command::Back)),
        (Some(letter), None) if screen.command(letter).is_some() => {
            screen.command(letter).map(Choice::Command)
        }
        _ => Some(Choice::Number(typed.to_owned())),
    }
}

/// Why a key does nothing at a question, though it is the key of a command.
fn why_not(screen: &Screen, key: &Key) -> Option<String> {
    let Key::Char(key) = key else { return None };
    let command = Command::ALL.into_iter().find(|command| command.key() == key.to_ascii_lowercase())?;
    screen.command(*key).is_none().then(|| format!("{key}: {}", command.why_not()))
}

/// What a key chooses, if anything; Enter the option at the place that is ready.
fn chosen(screen: &Screen, ready: Option<usize>, key: &Key) -> Option<Choice> {
    match key {
        Key::Enter => screen.options.get(ready?).map(|option| option.choice.clone()),
        Key::Escape => screen.command(Command::Back.key()).map(Choice::Command),
        Key::Char(digit @ '0'..='9') => {
            screen.option(digit.to_digit(10)?).map(|option| option.choice.clone())
        }
        Key::Char(key) => screen.command(*key).map(Choice::Command),
        _ => None,
    }
}
