//! A note as it is edited in the window: between what is asked and the keys.

use console::{Key, Style};
use integrity_healthcheck::document::terminal::wrapped;
use integrity_healthcheck::interview::{Gone, Line, Typed};

use super::draw::{self, Size, size};
use super::editor::Editor;
use super::keys::Pressed;
use super::window::{Drawn, Window};

/// What Ctrl-S gives.
const CTRL_S: char = '\u{13}';

/// A text as the person leaves it.
pub fn edited(window: &Window, line: &Line) -> Result<Typed, Gone> {
    let mut editor = Editor::of(&line.present);
    loop {
        let pressed = window.key(|size| drawn(line, &editor, size))?;
        let width = draw::width(size(&window.term).1);
        let ends = match pressed {
            Pressed::Key(Key::Char(CTRL_S)) => Some(Typed::Text(editor.text())),
            Pressed::Key(Key::Escape) => Some(Typed::Back(editor.text())),
            Pressed::Key(Key::CtrlC) => Some(Typed::Leave(editor.text())),
            _ => None,
        };
        if let Some(typed) = ends {
            // What follows stands below, and not in the text.
            let (lines, _) = drawn(line, &editor, size(&window.term));
            window.show(&(lines, None))?;
            return Ok(typed);
        }
        match pressed {
            Pressed::Key(key) => editor.press(&key, width),
            Pressed::Pasted(text) => editor.insert(&text),
            Pressed::Nothing => {}
        }
    }
}

/// The text with the cursor in its place.
fn drawn(line: &Line, editor: &Editor, (rows, columns): Size) -> Drawn {
    let width = draw::width(columns);
    let split = |text: &str| wrapped(text, "", width).split('\n').map(str::to_owned).collect::<Vec<_>>();
    let bold = Style::new().bold();
    let mut lines: Vec<String> =
        split(&line.prompt).iter().map(|line| bold.apply_to(line).to_string()).collect();
    lines.push(String::new());
    let keys = split("Ctrl-S keeps it.   Enter starts a new line.   Esc goes back.");
    let view = editor.view(width, rows.saturating_sub(lines.len() + keys.len() + 1).max(1));
    let cursor = (lines.len() + view.row, view.column);
    lines.extend(view.lines);
    lines.push(match view.hidden {
        (0, 0) => String::new(),
        (above, below) => format!("({above} lines above, {below} below)"),
    });
    lines.extend(keys);
    (lines, Some(cursor))
}
