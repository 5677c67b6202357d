//! A person at a real terminal: one screen a question, answered by single keys; menus, lines and notes as they need.
//!
//! Whatever happens, the terminal is left as it was found, the cursor visible.

use console::Key;
use integrity_healthcheck::document::Block;
use integrity_healthcheck::document::terminal::{self, wrapped};
use integrity_healthcheck::interview::{Choice, Command, Gone, Line, Menu, Person, Screen, Typed};

use super::draw::{self, LEAST, Size, cut, size};
use super::editor::Editor;
use super::keys::{self, Pressed};
use super::note::Asked;
use super::waiting::heed_interrupts;
use super::window::{Window, leaves};
use super::{note, pasting, prompts};

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

    /// An empty screen with what is to be read before a menu, no more of it than leaves room for so many rows below, and
    /// how the menu is used. Gives the rows that are left, one of them for a prompt, and the columns.
    fn head(&self, menu: &Menu, how: &str, below: usize) -> Result<Size, Gone> {
        let (rows, columns) = size(&self.window.term);
        let width = draw::width(columns);
        let bold = console::Style::new().bold();
        let text = menu.text.iter().map(|text| wrapped(text, "", width)).collect::<Vec<_>>().join("\n");
        let text: Vec<&str> = text.lines().collect();
        let room = rows.saturating_sub(below + 5);
        let mut lines = vec![bold.apply_to(cut(&menu.title, width)).to_string()];
        lines.extend(text.iter().take(room).map(|line| (*line).to_owned()));
        if text.len() > room {
            lines.push("…".to_owned());
        }
        lines.push(how.to_owned());
        let mut left = rows.saturating_sub(lines.len() + 3).max(1);
        if menu.items.len() > left {
            // A list that goes on beyond the window shows it by nothing else.
            lines.push(format!("{} in all; the arrows lead to the rest.", menu.items.len()));
            left = left.saturating_sub(1).max(1);
        }
        lines.extend([String::new(), String::new()]);
        self.window.show(&(lines, None))?;
        Ok((left, columns))
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
        let choice = self.choice(screen);
        self.window.write(keys::MARK_NO_PASTES)?;
        choice
    }

    fn pick(&mut self, menu: &Menu) -> Result<Option<usize>, Gone> {
        self.wait_until_read()?;
        let below = menu.items.len().min(LEAST.0 / 2);
        let how = if menu.goes_back {
            "Pick with the arrows and Enter; Esc goes back."
        } else {
            "Pick with the arrows and Enter; Ctrl-C ends the program."
        };
        loop {
            let left = self.head(menu, how, below)?;
            let picked = prompts::pick(&self.window.term, &menu.items, menu.ready, menu.narrows, left)?;
            if !pasting::throw_away() {
                return Ok(picked);
            }
        }
    }

    fn tick(&mut self, menu: &Menu) -> Result<Option<Vec<usize>>, Gone> {
        self.wait_until_read()?;
        let how = "Space ticks one, a all; Enter takes them, Esc goes back.";
        loop {
            let left = self.head(menu, how, menu.items.len().min(LEAST.0 / 2))?;
            let ticked = prompts::tick(&self.window.term, &menu.items, left)?;
            if !pasting::throw_away() {
                return Ok(ticked);
            }
        }
    }

    fn confirm(&mut self, said: &str, question: &str) -> Result<bool, Gone> {
        self.unread.clear();
        self.window.wait_for_room()?;
        let (_, columns) = size(&self.window.term);
        self.window.write(&format!("\n\n{}\n", wrapped(said, "", draw::width(columns))))?;
        let is_yes = prompts::confirm(&self.window.term, question, columns)?;
        Ok(is_yes && !pasting::throw_away())
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

    fn choice(&self, screen: &Screen) -> Result<Choice, Gone> {
        if let Some(unit) = &screen.number_of {
            return self.number(screen, unit);
        }
        let last = screen.options.len().saturating_sub(1);
        let is_ready = |choice: &Choice| screen.options.iter().position(|option| option.choice == *choice);
        let mut ready = screen.ready.as_ref().and_then(is_ready);
        let mut news = screen.news.clone();
        loop {
            let shown = Screen { news: news.clone(), ..screen.clone() };
            let pressed = self.window.key(|size| (draw::question(&shown, ready, size), None))?;
            let chosen = match pressed {
                Pressed::Key(key) if leaves(&key) => return Err(Gone),
                // What is pasted here was meant for a text: its letters are no keys.
                Pressed::Pasted(_) | Pressed::Nothing => None,
                Pressed::Key(Key::Char(_) | Key::Enter) if pasting::throw_away() => None,
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
    fn number(&self, screen: &Screen, unit: &str) -> Result<Choice, Gone> {
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
            match self.window.key(drawn)? {
                Pressed::Key(key) if leaves(&key) => return Err(Gone),
                Pressed::Key(Key::Enter) if !pasting::throw_away() => {
                    match typed_choice(screen, &typed.text()) {
                        Some(choice) => return Ok(choice),
                        None => typed = Editor::default(),
                    }
                }
                Pressed::Key(Key::Enter) => {}
                Pressed::Key(Key::Escape) if typed.text().is_empty() => {
                    return Ok(Choice::Command(Command::Back));
                }
                Pressed::Key(Key::Escape) => typed = Editor::default(),
                Pressed::Key(key) => typed.press(&key, usize::MAX),
                Pressed::Pasted(text) => typed.insert(text.lines().next().unwrap_or_default()),
                Pressed::Nothing => {}
            }
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

/// The editor that the person has set, or Windows' own. None is guessed elsewhere: whoever meets vi unasked is lost.
fn own_editor() -> Option<String> {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let set = set.map(|editor| editor.trim().to_owned()).find(|editor| !editor.is_empty());
    set.or_else(|| cfg!(windows).then(|| "notepad.exe".to_owned()))
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
