//! The program at a pseudo-terminal: what is asserted is what stands on the screen.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::support::{Folder, PROGRAM, TODAY, flat};

/// The usual window, and the least that many people have: rows and columns.
pub const SIZES: [(u16, u16); 2] = [(24, 80), (20, 60)];

pub const CTRL_C: &str = "\u{3}";
pub const CTRL_S: &str = "\u{13}";
pub const ESC: &str = "\u{1b}";
pub const DOWN: &str = "\u{1b}[B";
pub const UP: &str = "\u{1b}[A";

fn size((rows, cols): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The program at a terminal.
pub struct Session {
    pub child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    master: Box<dyn MasterPty + Send>,
    /// How the terminal was before.
    before: String,
    /// The keys that were pressed.
    pub pressed: usize,
    /// All that was written.
    written: Arc<Mutex<Vec<u8>>>,
}

impl Session {
    /// At a window of a size, with these variables set.
    pub fn start_in(folder: &Path, arguments: &[&str], window: (u16, u16), set: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size(window)).unwrap();
        let mut command = CommandBuilder::new(PROGRAM);
        command.cwd(folder);
        command.env("TERM", "xterm");
        for name in ["EDITOR", "VISUAL", "NO_COLOR"] {
            command.env_remove(name);
        }
        set.iter().for_each(|(name, value)| command.env(name, value));
        command.args(["--today", TODAY]);
        command.args(arguments);
        let before = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (rows, cols) = window;
        let parser = vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(cols).unwrap(), 0);
        let screen = Arc::new(Mutex::new(parser));
        let written = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (shared, all) = (Arc::clone(&screen), Arc::clone(&written));
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(number @ 1..) = reader.read(&mut bytes) {
                shared.lock().unwrap().process(&bytes[..number]);
                all.lock().unwrap().extend_from_slice(&bytes[..number]);
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self { child, keyboard, screen, master: pair.master, before, pressed: 0, written }
    }

    /// An interview on a new assessment in `a.toml`, up to its menu.
    #[track_caller]
    pub fn at_menu(folder: &Folder, window: (u16, u16)) -> Self {
        if !folder.names().contains(&"a.toml".to_owned()) {
            folder.run(&["new", "a.toml", "--force", "Essex Police"]).ends_with(0);
        }
        let mut session = Self::start_in(folder.root(), &["assess", "a.toml"], window, &[]);
        session.answers("Who is answering?", "");
        session
    }

    /// An interview at the first question, which is answered while the second is open.
    #[track_caller]
    pub fn at_first(folder: &Folder, window: (u16, u16)) -> Self {
        let mut session = Self::at_menu(folder, window);
        session.at("> Go on", "\r");
        session.at("2 of 14", "b");
        session.sees("1 of 14");
        session
    }

    pub fn shown(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Everything that was ever written, as it was.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.written.lock().unwrap()).into_owned()
    }

    /// Waits until these words stand on the screen, over the ends of lines.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        let words = flat(words);
        self.waits_until(|shown| flat(shown).contains(&words), &format!("`{words}` never came"));
        self
    }

    /// Waits until they do not.
    #[track_caller]
    pub fn sees_no(&mut self, words: &str) -> &mut Self {
        let words = flat(words);
        self.waits_until(|shown| !flat(shown).contains(&words), &format!("`{words}` never went"));
        self
    }

    #[track_caller]
    pub fn waits_until(&self, is_so: impl Fn(&str) -> bool, otherwise: &str) {
        let until = Instant::now() + Duration::from_secs(20);
        while !is_so(&self.shown()) {
            assert!(Instant::now() < until, "{otherwise}; the screen shows\n{}", self.shown());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.pressed += if keys.starts_with(ESC) { 1 } else { keys.chars().count() };
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        // With what follows at once it would be another key.
        if keys == ESC {
            std::thread::sleep(Duration::from_millis(150));
        }
        self
    }

    /// Waits for words, then presses keys.
    #[track_caller]
    pub fn at(&mut self, words: &str, keys: &str) -> &mut Self {
        self.sees(words).keys(keys)
    }

    /// Waits for words, then types a line.
    #[track_caller]
    pub fn answers(&mut self, words: &str, line: &str) -> &mut Self {
        let line = if line.is_empty() && words.starts_with("Who is answering") { "Ann" } else { line };
        // What does not fit above the line is read first.
        const READ: &str = "Press Enter to continue.";
        let comes = |shown: &str| flat(shown).contains(words) || shown.contains(READ);
        self.waits_until(comes, &format!("`{words}` never came"));
        if self.shown().contains(READ) {
            self.keys("\r");
        }
        self.at(words, &format!("{line}\r"))
    }

    /// Gives the window another size.
    pub fn resizes(&mut self, (rows, cols): (u16, u16)) -> &mut Self {
        let mut parser = self.screen.lock().unwrap();
        parser.set_size(NonZero::new(rows).unwrap(), NonZero::new(cols).unwrap());
        drop(parser);
        self.master.resize(size((rows, cols))).unwrap();
        self
    }

    /// Stops by the key for it, and waits for the end.
    #[track_caller]
    pub fn stops(&mut self) {
        self.keys("q").ends();
    }

    /// Waits for the program to end by itself, the cursor visible and the terminal as it was before.
    #[track_caller]
    pub fn ends(&mut self) {
        let until = Instant::now() + Duration::from_secs(20);
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < until, "it does not end; the screen shows\n{}", self.shown());
            std::thread::sleep(Duration::from_millis(5));
        }
        // What it wrote last may not be read yet.
        let is_sane = |_: &str| {
            let parser = self.screen.lock().unwrap();
            !parser.screen().hide_cursor() && !parser.screen().bracketed_paste()
        };
        self.waits_until(is_sane, "the cursor stays hidden, or pastes marked");
        assert_eq!(format!("{:?}", self.master.get_termios()), self.before);
    }
}
