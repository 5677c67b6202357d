//! A person at a real terminal: one screen a question, answered by single keys; menus, lines and notes as they need.
//!
//! Whatever happens, the terminal is left as it was found, the cursor visible.

use console::Key;
use integrity_healthcheck::document::Block;
use integrity_healthcheck::document::terminal::{self, wrapped};
use integrity_healthcheck::interview::{Choice, Gone, Line, Menu, Person, Screen, Typed};

use super::draw::{self, LEAST, Size, size};
use super::keys::{self, Pressed};
use super::note::Asked;
use super::prompts::{self, Gave};
use super::waiting::heed_interrupts;
use super::window::{Window, leaves};
use super::{menu, note, pasting, question};

/// Asks in a terminal.
pub struct Terminal {
    window: Window,
    /// What was shown that the next screen would wipe away unread.
    unread: String,
}

impl Terminal {
    /// `None` where input or output is no terminal.
    pub fn new() -> Option<Self> {
        use std::io::IsTerminal;
        let window = Window::new().filter(|_| std::io::stdin().is_terminal())?;
        heed_interrupts();
        Some(Self { window, unread: String::new() })
    }

    fn wait_until_read(&mut self) -> Result<(), Gone> {
        if !std::mem::take(&mut self.unread).is_empty() {
            self.window.wait_for_enter()?;
        }
        self.window.wait_for_room()
    }

    /// An empty screen with what stands above a list of dialoguer's. Gives the rows that are left, one of them for a prompt,
    /// and the columns.
    fn head(&self, list: &Menu, how: &str, below: usize) -> Result<Size, Gone> {
        self.window.wait_for_room()?;
        let window = size(&self.window.term);
        let (mut lines, left) = menu::head(list, how, below, window);
        lines.push(String::new());
        self.window.show(&(lines, None))?;
        Ok((left.saturating_sub(2).max(1), window.1))
    }
}

impl Person for Terminal {
    fn tell(&mut self, blocks: &[Block]) -> Result<(), Gone> {
        let text = format!("\n{}", terminal::draw_blocks(blocks, crate::cli::output::width()));
        self.unread.push_str(&text);
        self.window.write(&text)
    }

    fn read(&mut self, blocks: &[Block]) -> Result<(), Gone> {
        self.wait_until_read()?;
        let mut page = 0;
        loop {
            let pages = |(rows, columns): Size| {
                let text = terminal::draw_blocks(blocks, draw::width(columns));
                let lines: Vec<String> = text.trim_end().lines().map(str::to_owned).collect();
                lines.chunks(rows.saturating_sub(2).max(1)).map(<[String]>::to_vec).collect::<Vec<_>>()
            };
            let drawn = |size: Size| {
                let pages = pages(size);
                let at = page.min(pages.len().saturating_sub(1));
                let mut lines = pages.get(at).cloned().unwrap_or_default();
                let how = if at + 1 < pages.len() {
                    format!("Page {} of {}: Enter goes on, Esc goes back.", at + 1, pages.len())
                } else {
                    "Press Enter to go back.".to_owned()
                };
                lines.extend([String::new(), how]);
                (lines, None)
            };
            match self.window.key(drawn)? {
                Pressed::Key(Key::Enter | Key::Char(' ') | Key::ArrowDown | Key::PageDown) => {
                    page += 1;
                    if page >= pages(size(&self.window.term)).len() {
                        return Ok(());
                    }
                }
                Pressed::Key(Key::ArrowUp | Key::PageUp) => page = page.saturating_sub(1),
                Pressed::Key(Key::Escape) => return Ok(()),
                Pressed::Key(key) if leaves(&key) => return Err(Gone),
                _ => {}
            }
        }
    }

    fn question(&mut self, screen: &Screen) -> Result<Choice, Gone> {
        self.wait_until_read()?;
        self.window.write(keys::MARK_PASTES)?;
        let choice = question::choice(&self.window, screen);
        self.window.write(keys::MARK_NO_PASTES)?;
        choice
    }

    fn pick(&mut self, menu: &Menu) -> Result<Option<usize>, Gone> {
        self.wait_until_read()?;
        if !menu.narrows {
            return menu::pick(&self.window, menu);
        }
        loop {
            let how = "Type a part of what you look for, or use the arrows; Enter picks, Esc goes back.";
            let left = self.head(menu, how, menu.items.len().min(LEAST.0 / 2))?;
            match prompts::narrow(&self.window.term, &menu.items, menu.ready, left)? {
                Gave::This(picked) if !pasting::throw_away(pasting::AN_ARROW) => return Ok(picked),
                Gave::This(_) | Gave::NoRoom => {}
            }
        }
    }

    fn tick(&mut self, menu: &Menu) -> Result<Option<Vec<usize>>, Gone> {
        self.wait_until_read()?;
        let how = "Space ticks one, a all; Enter takes them, Esc goes back.";
        loop {
            let left = self.head(menu, how, menu.items.len().min(LEAST.0 / 2))?;
            match prompts::tick(&self.window.term, &menu.items, left)? {
                Gave::This(ticked) if !pasting::throw_away(pasting::AN_ARROW) => return Ok(ticked),
                Gave::This(_) | Gave::NoRoom => {}
            }
        }
    }

    fn confirm(&mut self, said: &str, question: &str) -> Result<bool, Gone> {
        self.unread.clear();
        loop {
            self.window.wait_for_room()?;
            let (_, columns) = size(&self.window.term);
            self.window.write(&format!("\n\n{}\n", wrapped(said, "", draw::width(columns))))?;
            let asked = prompts::confirm(&self.window.term, question, columns)?;
            let is_pasted = pasting::throw_away(pasting::AN_ARROW);
            if let Gave::This(is_yes) = asked {
                return Ok(is_yes && !is_pasted);
            }
        }
    }

    fn line(&mut self, line: &Line) -> Result<Typed, Gone> {
        let above = self.above()?;
        self.edited(&Asked { line, above: &above, is_one_line: true }, &mut |_| ())
    }

    fn long(&mut self, line: &Line, meanwhile: &mut dyn FnMut(&str)) -> Result<Typed, Gone> {
        self.wait_until_read()?;
        self.edited(&Asked { line, above: "", is_one_line: false }, meanwhile)
    }

    fn editor(&self) -> Option<String> {
        own_editor()
    }

    fn edit(&mut self, text: &str) -> Result<Option<String>, Gone> {
        let Some(editor) = own_editor() else { return Ok(None) };
        let words = format!("The note is open in {editor}. Save and close it there to go on here.");
        self.window.show(&(vec![words, String::new()], None))?;
        let edit = || dialoguer::Editor::new().executable(&editor).require_save(true).edit(text);
        let edited = self.window.aside(edit);
        Ok(edited.ok().flatten())
    }
}

impl Terminal {
    /// What was shown last, to stand above a line where there is room for both; else it has been read.
    fn above(&mut self) -> Result<String, Gone> {
        /// A prompt, a text, the keys, and what sets them apart.
        const LINE: usize = 8;
        if self.unread.lines().count() + LINE > size(&self.window.term).0 {
            self.wait_until_read()?;
        }
        self.window.wait_for_room()?;
        let above = std::mem::take(&mut self.unread);
        let above = above.trim();
        Ok(if above.is_empty() { String::new() } else { format!("{above}\n\n") })
    }

    fn edited(&self, asked: &Asked<'_>, meanwhile: &mut dyn FnMut(&str)) -> Result<Typed, Gone> {
        self.window.write(keys::MARK_PASTES)?;
        let typed = note::edited(&self.window, asked, meanwhile);
        self.window.write(keys::MARK_NO_PASTES)?;
        typed
    }
}

/// The editor that the person has set, or Windows' own. None is guessed elsewhere: whoever meets vi unasked is lost.
fn own_editor() -> Option<String> {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let set = set.map(|editor| editor.trim().to_owned()).find(|editor| !editor.is_empty());
    set.or_else(|| cfg!(windows).then(|| "notepad.exe".to_owned()))
}
