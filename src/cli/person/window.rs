//! The window in which a person is asked: drawn whole, and again whenever it has another size.

use console::{Key, Term};
use integrity_healthcheck::document::terminal::wrapped;
use integrity_healthcheck::interview::Gone;

use super::draw::{self, LEAST, Size, size};
use super::keys::{self, Pressed};
use super::pasting;
use super::quiet::Quiet;

/// What Ctrl-D gives, which closes an input.
const CTRL_D: char = '\u{4}';

/// What stands in a window, and where its cursor stands, by row and column; else it stands at the end.
pub type Drawn = (Vec<String>, Option<(usize, usize)>);

/// A window, left as it was found: the cursor visible, the terminal as it was before.
pub struct Window {
    pub term: Term,
    quiet: Option<Quiet>,
}

impl Window {
    /// `None` where the output is no terminal.
    pub fn new() -> Option<Self> {
        let term = Term::buffered_stdout();
        term.is_term().then(|| Self { term, quiet: Some(Quiet::keep()) })
    }

    pub fn write(&self, text: &str) -> Result<(), Gone> {
        self.term.write_str(text).and_then(|()| self.term.flush()).map_err(|_| Gone)
    }

    /// Draws lines on an empty screen, the last without an end, so that a full screen does not roll.
    pub fn show(&self, (lines, cursor): &Drawn) -> Result<(), Gone> {
        let draw = || {
            self.term.clear_screen()?;
            self.term.write_str(&lines.join("\n"))?;
            if let Some((row, column)) = cursor {
                self.term.move_cursor_to(*column, *row)?;
            }
            self.term.flush()
        };
        draw().map_err(|_| Gone)
    }

    /// Draws, and draws again whenever the window has another size, until a key is pressed. In a window that is too small
    /// it is said so instead, and keys do nothing but leave.
    pub fn key(&self, draw: impl Fn(Size) -> Drawn) -> Result<Pressed, Gone> {
        self.key_while(draw, || ())
    }

    /// The same; `meanwhile` is called again and again until a key is pressed.
    pub fn key_while(
        &self,
        draw: impl Fn(Size) -> Drawn,
        mut meanwhile: impl FnMut(),
    ) -> Result<Pressed, Gone> {
        let draw = |size: Size| if too_small(size) { (too_small_in_words(size), None) } else { draw(size) };
        loop {
            let mut drawn = size(&self.term);
            self.show(&draw(drawn))?;
            let pressed = keys::next(&self.term, || {
                let now = size(&self.term);
                if now != drawn {
                    drawn = now;
                    // Where nothing can be drawn any longer, no key will come either.
                    let _ = self.show(&draw(now));
                }
                meanwhile();
            })?;
            match pressed {
                Pressed::Key(key) if too_small(drawn) && leaves(&key) => return Err(Gone),
                _ if too_small(drawn) => {}
                pressed => return Ok(pressed),
            }
        }
    }

    /// Does something in the terminal as it was before, for another program to work in.
    pub fn aside<T>(&mut self, work: impl FnOnce() -> T) -> T {
        self.quiet = None;
        let done = work();
        self.quiet = Some(Quiet::keep());
        done
    }

    /// Waits until the window is large enough for what draws itself.
    pub fn wait_for_room(&self) -> Result<(), Gone> {
        while too_small(size(&self.term)) {
            let pressed = self.key(|_| (vec!["Press Enter to go on.".to_owned()], None))?;
            if matches!(pressed, Pressed::Key(key) if leaves(&key)) {
                return Err(Gone);
            }
        }
        Ok(())
    }

    /// Waits for one of the keys with which something was read.
    pub fn wait_for_enter(&self) -> Result<(), Gone> {
        self.write("\nPress Enter to continue. ")?;
        loop {
            match keys::next(&self.term, || ())? {
                // What follows at once was pasted, and was meant for another prompt.
                Pressed::Key(Key::Enter | Key::Escape) if !pasting::throw_away(pasting::A_KEY) => {
                    return Ok(());
                }
                Pressed::Key(key) if leaves(&key) => return Err(Gone),
                _ => {}
            }
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.term.show_cursor();
        let _ = self.write(keys::MARK_NO_PASTES);
    }
}

/// Whether a key is one with which a person leaves.
pub fn leaves(key: &Key) -> bool {
    matches!(key, Key::CtrlC | Key::Char(CTRL_D))
}

fn too_small((rows, columns): Size) -> bool {
    rows < LEAST.0 || columns < LEAST.1
}

fn too_small_in_words((rows, columns): Size) -> Vec<String> {
    let words = format!(
        "This window is too small: it has {columns} columns and {rows} lines, and the questions need {} and {}. Make it \
         larger, or stop with Ctrl-C.",
        LEAST.1, LEAST.0
    );
    let mut lines: Vec<String> =
        wrapped(&words, "", draw::width(columns)).split('\n').map(str::to_owned).collect();
    lines.truncate(rows.max(1));
    lines
}
