//! The window in which a person is asked. Each screen is drawn whole, and again when the window is resized.

use console::{Key, Term};
use integrity_healthcheck::interview::LeftError;

use super::draw::{Size, wrapped_lines};
use super::keys::{CTRL_D, Input, read_input};
use super::pasting::{ONE_KEY, discard_paste};
use super::raw_mode::RawMode;

const MARK_PASTES: &str = "\u{1b}[?2004h";
const MARK_NO_PASTES: &str = "\u{1b}[?2004l";

/// Lines to show, and the cursor's row and column. Without these the cursor stays after the last line.
pub type Frame = (Vec<String>, Option<(usize, usize)>);

/// Shows the cursor and restores the terminal's settings when dropped.
pub struct Window {
    pub term: Term,
    raw_mode: Option<RawMode>,
}

impl Window {
    /// `None` if the output is not a terminal.
    pub fn new() -> Option<Self> {
        let term = Term::buffered_stdout();
        term.is_term().then(|| Self { term, raw_mode: Some(RawMode::enable()) })
    }

    pub fn size(&self) -> Size {
        Size::new(&self.term)
    }

    pub fn write(&self, text: &str) -> Result<(), LeftError> {
        self.term.write_str(text).and_then(|()| self.term.flush()).map_err(|_| LeftError)
    }

    /// Clears the window and draws. The last line gets no line end, so that a full window does not scroll.
    pub fn show(&self, (lines, cursor): &Frame) -> Result<(), LeftError> {
        let draw = || {
            self.term.clear_screen()?;
            self.term.write_str(&lines.join("\n"))?;
            if let Some((row, column)) = cursor {
                self.term.move_cursor_to(*column, *row)?;
            }
            self.term.flush()
        };
        draw().map_err(|_| LeftError)
    }

    /// Draws, and again after each resize, until a key is pressed or a text is pasted. Fails on Ctrl-C and Ctrl-D.
    pub fn input(&self, draw: impl Fn(Size) -> Frame) -> Result<Input, LeftError> {
        match self.input_while(draw, || ())? {
            Input::Key(key) if leaves(&key) => Err(LeftError),
            input => Ok(input),
        }
    }

    /// The same, but returns Ctrl-C and Ctrl-D as keys, and calls `meanwhile` every 60 ms. If the window is too small it
    /// says so, ignores other keys, and fails on these two.
    pub fn input_while(
        &self,
        draw: impl Fn(Size) -> Frame,
        mut meanwhile: impl FnMut(),
    ) -> Result<Input, LeftError> {
        let draw = |size: Size| if size.is_too_small() { (too_small(size), None) } else { draw(size) };
        loop {
            let mut size = self.size();
            self.show(&draw(size))?;
            let input = read_input(&self.term, || {
                if self.size() != size {
                    size = self.size();
                    // If the terminal is gone, reading the next key says so.
                    let _ = self.show(&draw(size));
                }
                meanwhile();
            })?;
            match input {
                Input::Key(key) if size.is_too_small() && leaves(&key) => return Err(LeftError),
                _ if size.is_too_small() => {}
                input => return Ok(input),
            }
        }
    }

    /// Has the terminal mark what is pasted while `work` runs.
    pub fn with_marked_pastes<T>(&self, work: impl FnOnce() -> T) -> Result<T, LeftError> {
        self.write(MARK_PASTES)?;
        let done = work();
        self.write(MARK_NO_PASTES)?;
        Ok(done)
    }

    /// Restores the terminal's settings while another program runs.
    pub fn suspend_while<T>(&mut self, work: impl FnOnce() -> T) -> T {
        self.raw_mode = None;
        let done = work();
        self.raw_mode = Some(RawMode::enable());
        done
    }

    pub fn wait_until_large_enough(&self) -> Result<(), LeftError> {
        while self.size().is_too_small() {
            self.input(|_| (vec!["Press Enter to go on.".to_owned()], None))?;
        }
        Ok(())
    }

    pub fn wait_for_enter(&self) -> Result<(), LeftError> {
        self.write("\nPress Enter to continue. ")?;
        loop {
            match read_input(&self.term, || ())? {
                // An Enter in a paste was meant for another prompt.
                Input::Key(Key::Enter | Key::Escape) if !discard_paste(ONE_KEY) => return Ok(()),
                Input::Key(key) if leaves(&key) => return Err(LeftError),
                _ => {}
            }
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // If the terminal is gone there is nothing left to restore.
        let _ = self.term.show_cursor();
        let _ = self.write(MARK_NO_PASTES);
    }
}

fn leaves(key: &Key) -> bool {
    matches!(*key, Key::CtrlC | CTRL_D)
}

fn too_small(size: Size) -> Vec<String> {
    let text = format!(
        "This window is too small: it has {} columns and {} lines, and the questions need {} and {}. Make it larger, or \
         stop with Ctrl-C.",
        size.columns,
        size.rows,
        Size::SMALLEST.columns,
        Size::SMALLEST.rows
    );
    let mut lines = wrapped_lines(&text, size.text_width());
    lines.truncate(size.rows.max(1));
    lines
}
