//! A text as it is typed in the window: a note of several lines, or one line. It stands between what is asked and the
//! keys, wrapped at words, and is drawn whole whatever happens to the window.

use std::time::{Duration, Instant};

use console::{Key, Style};
use integrity_healthcheck::document::terminal::wrapped;
use integrity_healthcheck::interview::{Gone, Line, Typed};

use super::draw::{self, Size, size};
use super::editor::Editor;
use super::keys::Pressed;
use super::pasting;
use super::window::{Drawn, Window};

/// What Ctrl-S gives.
const CTRL_S: char = '\u{13}';

/// What Ctrl-U gives.
pub const CTRL_U: char = '\u{15}';

/// How long a text that is typed is kept nowhere at most.
const OFTEN: Duration = Duration::from_secs(2);

/// A text that is asked for.
pub struct Asked<'a> {
    /// What is asked, and what stands there.
    pub line: &'a Line,
    /// What is still to be read above it.
    pub above: &'a str,
    /// Whether Enter ends it, so that it has no second line.
    pub is_one_line: bool,
}

/// A text as the person leaves it; `meanwhile` is called with it now and then.
pub fn edited(window: &Window, asked: &Asked<'_>, meanwhile: &mut dyn FnMut(&str)) -> Result<Typed, Gone> {
    let mut editor = Editor::of(&asked.line.present);
    let mut kept = (asked.line.present.clone(), Instant::now());
    loop {
        let mut keep = || {
            let text = editor.text();
            if text != kept.0 && kept.1.elapsed() > OFTEN {
                meanwhile(&text);
                kept = (text, Instant::now());
            }
        };
        keep();
        let Ok(pressed) = window.key_while(|size| drawn(asked, &editor, size), keep) else {
            return Ok(Typed::Leave(editor.text()));
        };
        let width = draw::width(size(&window.term).1);
        if let Some(typed) = ended(asked, &editor, &pressed) {
            // What follows stands below, and not in the text.
            let (lines, _) = drawn(asked, &editor, size(&window.term));
            window.show(&(lines, None))?;
            return Ok(typed);
        }
        match pressed {
            // In a paste; its line ends may be two characters each.
            Pressed::Key(Key::Enter) if asked.is_one_line && editor.text().ends_with(' ') => {}
            Pressed::Key(Key::Enter) if asked.is_one_line => editor.insert(" "),
            Pressed::Key(Key::Char(CTRL_U)) if asked.is_one_line => editor = Editor::default(),
            Pressed::Key(key) => editor.press(&key, width),
            Pressed::Pasted(text) if asked.is_one_line => editor.insert(&in_one_line(&text)),
            Pressed::Pasted(text) => editor.insert(&text),
            Pressed::Nothing => {}
        }
    }
}

/// What became of the text, where a key ends it.
fn ended(asked: &Asked<'_>, editor: &Editor, pressed: &Pressed) -> Option<Typed> {
    let Pressed::Key(key) = pressed else { return None };
    let text = editor.text();
    match key {
        Key::Char(CTRL_S) => Some(Typed::Text(text)),
        // In a paste that the terminal does not mark, the end of a line is no end of what is pasted.
        Key::Enter if asked.is_one_line && !pasting::is_pasting() => {
            let present = &asked.line.present;
            let rest = text.trim_end().strip_suffix('<').filter(|rest| rest.trim() == present.trim());
            let back = rest.filter(|_| asked.line.goes_back).map(|_| Typed::Back(present.clone()));
            Some(back.unwrap_or(Typed::Text(text)))
        }
        Key::Escape => Some(Typed::Back(text)),
        Key::CtrlC => Some(Typed::Leave(text)),
        _ => None,
    }
}

/// Lines as one.
pub fn in_one_line(text: &str) -> String {
    text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The keys that end a text.
fn keys(asked: &Asked<'_>) -> &'static str {
    match (asked.is_one_line, asked.line.goes_back) {
        (false, _) => "Ctrl-S keeps it.   Enter starts a new line.   Esc goes back.",
        (true, true) => "Enter takes it.   Esc goes back.   Ctrl-U clears it.",
        (true, false) => "Enter takes it.   Ctrl-U clears it.   Ctrl-C ends the program.",
    }
}

/// The text with the cursor in its place.
fn drawn(asked: &Asked<'_>, editor: &Editor, (rows, columns): Size) -> Drawn {
    let width = draw::width(columns);
    let split = |text: &str| wrapped(text, "", width).split('\n').map(str::to_owned).collect::<Vec<_>>();
    let bold = Style::new().bold();
    let mut lines: Vec<String> = asked.above.lines().map(str::to_owned).collect();
    lines.extend(split(&asked.line.prompt).iter().map(|line| bold.apply_to(line).to_string()));
    lines.push(String::new());
    let keys = split(keys(asked));
    let mark = if asked.is_one_line { "> " } else { "" };
    let view = editor
        .view(width.saturating_sub(mark.len()), rows.saturating_sub(lines.len() + keys.len() + 1).max(1));
    let cursor = (lines.len() + view.row, mark.len() + view.column);
    let text = view.lines.into_iter().enumerate();
    lines
        .extend(text.map(|(at, line)| format!("{}{line}", if at == 0 { mark } else { &"  "[..mark.len()] })));
    lines.push(match view.hidden {
        (0, 0) => String::new(),
        (above, below) => format!("({above} more above, {below} more below)"),
    });
    lines.extend(keys);
    (lines, Some(cursor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_lines_are_one_line_where_there_is_room_for_one() {
        assert_eq!(in_one_line("Audit 3\r\n  page 2\n\nand 5"), "Audit 3 page 2 and 5");
    }
}
