//! A person at a terminal: questions answered by single keys, menus, lines and notes, each on a screen of its own.
//!
//! However it ends, the terminal is left as it was found, with the cursor visible.

use std::io::IsTerminal;

use console::{Key, Term};
use integrity_healthcheck::document::Block;
use integrity_healthcheck::document::terminal::{draw_blocks, wrapped};
use integrity_healthcheck::interview::{Choice, LeftError, Line, Menu, Person, Screen, Typed};

use super::draw::Size;
use super::keys::Input;
use super::note::{TextPrompt, edit_text};
use super::pasting::{ONE_ARROW, discard_paste};
use super::prompts::{self, Answer};
use super::waiting::catch_ctrl_c;
use super::window::Window;
use super::{menu, question};

pub struct Terminal {
    window: Window,
    /// Text that the next screen would erase before it is read.
    unread: String,
}

impl Terminal {
    /// `None` if input or output is not a terminal.
    pub fn new() -> Option<Self> {
        let window = Window::new().filter(|_| std::io::stdin().is_terminal())?;
        catch_ctrl_c();
        Some(Self { window, unread: String::new() })
    }

    fn wait_until_read(&mut self) -> Result<(), LeftError> {
        if !std::mem::take(&mut self.unread).is_empty() {
            self.window.wait_for_enter()?;
        }
        self.window.wait_until_large_enough()
    }

    /// Takes the unread text to show above a line; if both do not fit, first waits until it is read.
    fn unread_above_line(&mut self) -> Result<String, LeftError> {
        /// The rows for a prompt, a text, the keys and the blank lines between them.
        const LINE_ROWS: usize = 8;
        if self.unread.lines().count() + LINE_ROWS > self.window.size().rows {
            self.wait_until_read()?;
        }
        self.window.wait_until_large_enough()?;
        let unread = std::mem::take(&mut self.unread);
        let unread = unread.trim();
        Ok(if unread.is_empty() { String::new() } else { format!("{unread}\n\n") })
    }

    /// Shows one of dialoguer's lists below the menu's title and text; again if it had no room or something was pasted.
    fn ask_list<T>(
        &mut self,
        menu: &Menu,
        hint: &str,
        ask: fn(&Term, &Menu, Size) -> Result<Answer<T>, LeftError>,
    ) -> Result<T, LeftError> {
        loop {
            self.window.wait_until_large_enough()?;
            let size = self.window.size();
            let (mut lines, rows) = menu::heading(menu, hint, size);
            lines.push(String::new());
            self.window.show(&(lines, None))?;
            // One row for the blank line, one for the prompt.
            let room = Size { rows: rows.saturating_sub(2).max(1), ..size };
            if let Answer::Given(answer) = ask(&self.window.term, menu, room)?
                && !discard_paste(ONE_ARROW)
            {
                return Ok(answer);
            }
        }
    }
}

impl Person for Terminal {
    fn show(&mut self, blocks: &[Block]) -> Result<(), LeftError> {
        let text = format!("\n{}", draw_blocks(blocks, crate::cli::output::width()));
        self.unread.push_str(&text);
        self.window.write(&text)
    }

    fn show_page(&mut self, blocks: &[Block]) -> Result<(), LeftError> {
        self.wait_until_read()?;
        let pages = |size: Size| {
            let text = draw_blocks(blocks, size.text_width());
            let lines: Vec<String> = text.trim_end().lines().map(str::to_owned).collect();
            lines.chunks(size.rows.saturating_sub(2).max(1)).map(<[String]>::to_vec).collect::<Vec<_>>()
        };
        let mut page = 0;
        loop {
            let draw = |size: Size| {
                let pages = pages(size);
                let at = page.min(pages.len().saturating_sub(1));
                let hint = if at + 1 < pages.len() {
                    format!("Page {} of {}: Enter goes on, Esc goes back.", at + 1, pages.len())
                } else {
                    "Press Enter to go back.".to_owned()
                };
                let mut lines = pages.get(at).cloned().unwrap_or_default();
                lines.extend([String::new(), hint]);
                (lines, None)
            };
            match self.window.input(draw)? {
                Input::Key(Key::Enter | Key::Char(' ') | Key::ArrowDown | Key::PageDown) => {
                    page += 1;
                    if page >= pages(self.window.size()).len() {
                        return Ok(());
                    }
                }
                Input::Key(Key::ArrowUp | Key::PageUp) => page = page.saturating_sub(1),
                Input::Key(Key::Escape) => return Ok(()),
                _ => {}
            }
        }
    }

    fn ask(&mut self, screen: &Screen) -> Result<Choice, LeftError> {
        self.wait_until_read()?;
        self.window.with_marked_pastes(|| question::ask(&self.window, screen))?
    }

    fn pick(&mut self, menu: &Menu) -> Result<Option<usize>, LeftError> {
        self.wait_until_read()?;
        if !menu.narrows {
            return menu::pick(&self.window, menu);
        }
        let hint = "Type a part of what you look for, or use the arrows; Enter picks, Esc goes back.";
        self.ask_list(menu, hint, prompts::narrow)
    }

    fn tick(&mut self, menu: &Menu) -> Result<Option<Vec<usize>>, LeftError> {
        self.wait_until_read()?;
        self.ask_list(menu, "Space ticks one, a all; Enter takes them, Esc goes back.", prompts::tick)
    }

    fn confirm(&mut self, said: &str, question: &str) -> Result<bool, LeftError> {
        self.unread.clear();
        loop {
            self.window.wait_until_large_enough()?;
            let size = self.window.size();
            self.window.write(&format!("\n\n{}\n", wrapped(said, "", size.text_width())))?;
            let answer = prompts::confirm(&self.window.term, question, size)?;
            let is_pasted = discard_paste(ONE_ARROW);
            if let Answer::Given(is_yes) = answer {
                return Ok(is_yes && !is_pasted);
            }
        }
    }

    fn ask_line(&mut self, line: &Line) -> Result<Typed, LeftError> {
        let above = self.unread_above_line()?;
        let prompt = TextPrompt { line, above: &above, is_one_line: true };
        self.window.with_marked_pastes(|| edit_text(&self.window, &prompt, &mut |_| ()))?
    }

    fn ask_long_text(&mut self, line: &Line, meanwhile: &mut dyn FnMut(&str)) -> Result<Typed, LeftError> {
        self.wait_until_read()?;
        let prompt = TextPrompt { line, above: "", is_one_line: false };
        self.window.with_marked_pastes(|| edit_text(&self.window, &prompt, meanwhile))?
    }

    fn editor(&self) -> Option<String> {
        external_editor()
    }

    fn edit(&mut self, text: &str) -> Result<Option<String>, LeftError> {
        let Some(editor) = external_editor() else { return Ok(None) };
        let words = format!("The note is open in {editor}. Save and close it there to go on here.");
        self.window.show(&(vec![words, String::new()], None))?;
        let edit = || dialoguer::Editor::new().executable(&editor).require_save(true).edit(text);
        let edited = self.window.suspend_while(edit);
        Ok(edited.ok().flatten())
    }
}

/// The editor the user has set, or Notepad on Windows. There is no default elsewhere: people who meet vi unasked are
/// lost.
fn external_editor() -> Option<String> {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let set = set.map(|editor| editor.trim().to_owned()).find(|editor| !editor.is_empty());
    set.or_else(|| cfg!(windows).then(|| "notepad.exe".to_owned()))
}
