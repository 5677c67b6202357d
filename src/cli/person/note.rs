//! A text typed in the window: a note of several lines, or one line. It is drawn between the prompt and the keys.

use std::time::{Duration, Instant};

use console::{Key, Style};
use integrity_healthcheck::interview::{LeftError, Line, Typed};

use super::draw::{Size, styled, wrapped_lines};
use super::editor::Editor;
use super::keys::{CTRL_S, CTRL_U, Input};
use super::pasting::is_pasting;
use super::window::{Frame, Window};

/// How long a changed text is only in memory.
const KEEP_INTERVAL: Duration = Duration::from_secs(2);

pub struct TextPrompt<'a> {
    pub line: &'a Line,
    /// Unread text to show above the prompt.
    pub above: &'a str,
    /// Whether Enter ends the text.
    pub is_one_line: bool,
}

/// Lets the user type or change a text. Calls `keep` with it at most every two seconds.
pub fn edit_text(
    window: &Window,
    prompt: &TextPrompt<'_>,
    keep: &mut dyn FnMut(&str),
) -> Result<Typed, LeftError> {
    let mut editor = Editor::new(&prompt.line.present);
    let mut kept = (prompt.line.present.clone(), Instant::now());
    loop {
        let mut keep_if_changed = || {
            let text = editor.text();
            if text != kept.0 && kept.1.elapsed() > KEEP_INTERVAL {
                keep(&text);
                kept = (text, Instant::now());
            }
        };
        keep_if_changed();
        let Ok(input) = window.input_while(|size| draw(prompt, &editor, size), keep_if_changed) else {
            return Ok(Typed::Leave(editor.text()));
        };
        if let Some(typed) = finished(prompt, &editor, &input) {
            // With the cursor at the end, the next prompt does not overwrite the text.
            let (lines, _) = draw(prompt, &editor, window.size());
            window.show(&(lines, None))?;
            return Ok(typed);
        }
        match input {
            // A line end in a paste, perhaps the second of its two characters.
            Input::Key(Key::Enter) if prompt.is_one_line && editor.text().ends_with(' ') => {}
            Input::Key(Key::Enter) if prompt.is_one_line => editor.insert(" "),
            Input::Key(CTRL_U) if prompt.is_one_line => editor = Editor::default(),
            Input::Key(key) => editor.press(&key, window.size().text_width()),
            Input::Paste(text) if prompt.is_one_line => editor.insert(&join_lines(&text)),
            Input::Paste(text) => editor.insert(&text),
            Input::Other => {}
        }
    }
}

/// The result, if this key ends the text.
fn finished(prompt: &TextPrompt<'_>, editor: &Editor, input: &Input) -> Option<Typed> {
    let Input::Key(key) = input else { return None };
    let text = editor.text();
    match *key {
        CTRL_S => Some(Typed::Text(text)),
        // An Enter in a paste that the terminal does not mark does not end the text.
        Key::Enter if prompt.is_one_line && !is_pasting() => {
            let Line { present, goes_back, .. } = prompt.line;
            let typed_before = text.trim_end().strip_suffix('<');
            let is_back_sign = typed_before.is_some_and(|before| before.trim() == present.trim());
            Some(if *goes_back && is_back_sign { Typed::Back(present.clone()) } else { Typed::Text(text) })
        }
        Key::Escape => Some(Typed::Back(text)),
        Key::CtrlC => Some(Typed::Leave(text)),
        _ => None,
    }
}

/// Joins lines with spaces, without blank ones.
pub fn join_lines(text: &str) -> String {
    text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn key_hints(prompt: &TextPrompt<'_>) -> &'static str {
    match (prompt.is_one_line, prompt.line.goes_back) {
        (false, _) => "Ctrl-S keeps it.   Enter starts a new line.   Esc goes back.",
        (true, true) => "Enter takes it.   Esc goes back.   Ctrl-U clears it.",
        (true, false) => "Enter takes it.   Ctrl-U clears it.   Ctrl-C ends the program.",
    }
}

fn draw(prompt: &TextPrompt<'_>, editor: &Editor, size: Size) -> Frame {
    let width = size.text_width();
    let mut lines: Vec<String> = prompt.above.lines().map(str::to_owned).collect();
    lines.extend(styled(&Style::new().bold(), wrapped_lines(&prompt.line.prompt, width)));
    lines.push(String::new());
    let hints = wrapped_lines(key_hints(prompt), width);
    let (mark, indent) = if prompt.is_one_line { ("> ", "  ") } else { ("", "") };
    let rows = size.rows.saturating_sub(lines.len() + hints.len() + 1).max(1);
    let view = editor.view(width.saturating_sub(mark.len()), rows);
    let cursor = (lines.len() + view.row, mark.len() + view.column);
    let text = view.lines.iter().enumerate();
    lines.extend(text.map(|(at, line)| format!("{}{line}", if at == 0 { mark } else { indent })));
    lines.push(match view.hidden {
        (0, 0) => String::new(),
        (above, below) => format!("({above} more above, {below} more below)"),
    });
    lines.extend(hints);
    (lines, Some(cursor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_lines_become_one_line() {
        assert_eq!(join_lines("Audit 3\r\n  page 2\n\nand 5"), "Audit 3 page 2 and 5");
    }
}
