//! The real interview in a pseudo-terminal: what is asserted is what stands on the screen.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::support::{Folder, PROGRAM, TODAY};

const SIZE: PtySize = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };

fn size(number: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(number).unwrap()
}

/// The program at a terminal of 80 columns and 24 rows.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    fn start(folder: &Path, arguments: &[&str]) -> Self {
        let pair = native_pty_system().openpty(SIZE).unwrap();
        let mut command = CommandBuilder::new(PROGRAM);
        command.cwd(folder);
        command.env("TERM", "xterm");
        command.args(["--today", TODAY]);
        command.args(arguments);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(size(SIZE.rows), size(SIZE.cols), 0)));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(number @ 1..) = reader.read(&mut bytes) {
                shared.lock().unwrap().process(&bytes[..number]);
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Self { child, keyboard, screen, _master: pair.master }
    }

    fn shown(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Waits until these words stand on the screen.
    #[track_caller]
    fn sees(&self, words: &str) {
        let until = Instant::now() + Duration::from_secs(20);
        while !self.shown().contains(words) {
            assert!(Instant::now() < until, "`{words}` never came; the screen shows\n{}", self.shown());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits for words, then types a line.
    #[track_caller]
    fn answers(&mut self, words: &str, line: &str) {
        self.sees(words);
        // The line is read as soon as its prompt stands below the words.
        std::thread::sleep(Duration::from_millis(100));
        self.keys(&format!("{line}\r"));
    }

    /// Waits for the program to end by itself, the cursor visible.
    #[track_caller]
    fn ends(mut self) {
        let until = Instant::now() + Duration::from_secs(20);
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < until, "it does not end; the screen shows\n{}", self.shown());
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(!self.screen.lock().unwrap().screen().hide_cursor());
    }
}

#[test]
fn start_answer_back_quit_resume_and_finish() {
    let folder = Folder::new();
    let mut session = Session::start(folder.root(), &["assess", "a.toml"]);
    session.sees("WARNING: name no person under investigation");
    session.answers("Which force is this?", "Essex Police");
    session.answers("Who assesses?", "");
    session.answers("Protective marking", "");
    session.answers("Who is answering?", "A. Assessor");
    session.sees("> 1 Continue: 77 questions and 6 figures open; next: Media policy");
    session.keys("\r");
    session.sees("Relationships with the media and others, 1 of 14: Media policy");
    session.keys("\r"); // nothing is ready, so an Enter too many answers nothing
    session.keys("2");
    session.answers("Note (Enter to skip)", "Agreed in May, £5 limit");
    session.answers("Evidence: what shows it", "");
    session.sees("2 of 14: Media: national guidance");
    session.keys("b");
    session.sees("Answered so far: in place\nNote: Agreed in May, £5 limit");
    session.sees("> 2 in place");
    session.keys("\u{1b}[B\r"); // down to assured, and Enter
    session.answers("Note: Enter keeps it", "");
    session.answers("Evidence: what shows it", "");
    session.sees("2 of 14: Media: national guidance");
    session.keys("q");
    session.ends();

    let mut session = Session::start(folder.root(), &["assess", "a.toml"]);
    session.answers("Who is answering?", "B. Other");
    session.sees("> 1 Continue: 76 questions and 6 figures open; next: Media: national guidance");
    session.keys("f");
    session.sees("healthcheck report a.toml");
    session.sees("Score:");
    session.ends();

    let text = folder.read("a.toml");
    assert!(
        text.contains("level = \"assured\"\nnote = \"Agreed in May, £5 limit\"\nby = \"A. Assessor\"\n"),
        "{text}"
    );
    assert_eq!(folder.names(), ["a.toml"]);
}

#[test]
fn a_killed_process_loses_nothing_that_was_answered() {
    let folder = Folder::new();
    folder.run(&["new", "a.toml", "--force", "Essex Police"]).ends_with(0);
    let mut session = Session::start(folder.root(), &["assess", "a.toml"]);
    session.answers("Who is answering?", "A. Assessor");
    session.sees("Continue: 77 questions and 6 figures");
    session.keys("1");
    session.sees("1 of 14: Media policy");
    session.keys("3");
    session.sees("Note (Enter to skip)");
    session.child.kill().unwrap();
    session.child.wait().unwrap();
    assert!(!session.screen.lock().unwrap().screen().hide_cursor());
    assert!(
        folder.read("a.toml").contains("[answers.media-policy]\nlevel = \"assured\""),
        "{}",
        folder.read("a.toml")
    );
    // What the killed program left behind blocks nobody.
    folder.run(&["answer", "a.toml", "gifts-policy=absent"]).ends_with(0);
    assert_eq!(folder.names(), ["a.toml"]);
}

#[test]
fn ctrl_c_keeps_what_was_answered_at_a_question_and_while_typing() {
    let folder = Folder::new();
    folder.run(&["new", "a.toml", "--force", "Essex Police"]).ends_with(0);
    for (number, at_a_question) in [(77, false), (76, true)] {
        let mut session = Session::start(folder.root(), &["assess", "a.toml"]);
        session.answers("Who is answering?", "A. Assessor");
        session.sees(&format!("Continue: {number} questions"));
        session.keys("1");
        session.sees("don't know");
        session.keys("1");
        session.sees("Note (Enter to skip)");
        if at_a_question {
            session.answers("Note (Enter to skip)", "");
            session.answers("Evidence: what shows it", "");
            session.answers("Action: = accepts the proposal", "");
            session.sees("3 of 14");
        }
        session.keys("\u{3}");
        session.sees("Continue with:\n  healthcheck assess a.toml");
        session.ends();
    }
    assert_eq!(folder.read("a.toml").matches("level = \"developing\"").count(), 2);
}

#[test]
fn a_small_window_is_filled_and_not_overrun() {
    let folder = Folder::new();
    folder.run(&["new", "a.toml", "--force", "Essex Police"]).ends_with(0);
    let session = Session::start(folder.root(), &["assess", "a.toml"]);
    session.sees("Who is answering?");
    let overrun = session.shown().lines().any(|line| line.chars().count() >= usize::from(SIZE.cols));
    assert!(!overrun, "{}", session.shown());
}

#[test]
fn a_number_is_typed_as_it_is() {
    let folder = Folder::new();
    folder.run(&["new", "a.toml", "--force", "Essex Police"]).ends_with(0);
    let mut session = Session::start(folder.root(), &["assess", "a.toml"]);
    session.answers("Who is answering?", "A. Assessor");
    session.sees("Continue: 77 questions and 6 figures");
    session.keys("3"); // information disclosure and security
    for at in 1..7 {
        session.sees(&format!("{at} of 7"));
        session.keys("s");
    }
    session.sees("Type the number of investigations, then Enter.");
    session.keys("1");
    session.sees("> 1");
    session.keys("25\r");
    session.answers("First day that the figure covers", "1/11/2025");
    session.answers("Last day that the figure covers", "2026-10-31");
    session.answers("Note (Enter to skip)", "");
    session.answers("Evidence: what shows it", "");
    session.sees("Sections: Essex Police");
    session.keys("q");
    session.ends();
    let text = folder.read("a.toml");
    assert!(
        text.contains(
            "count = 125\nby = \"A. Assessor\"\non = 2026-11-22\nfrom = 2025-11-01\nto = 2026-10-31\n"
        ),
        "{text}"
    );
}

#[test]
fn next_year_last_times_answers_are_confirmed_changed_or_left() {
    let folder = Folder::new();
    folder.run(&["new", "2025.toml", "--force", "Kent Police", "--today", "2025-11-03"]).ends_with(0);
    let answers =
        ["media-policy=in-place", "media-policy-national-guidance=assured", "media-boundaries=in-place"];
    let arguments =
        [["answer", "2025.toml"].as_slice(), &answers, &["--note", "Agreed", "--today", "2025-11-03"]]
            .concat();
    folder.run(&arguments).ends_with(0);
    folder.run(&["renew", "2025.toml", "2026.toml"]).ends_with(0);
    let mut session = Session::start(folder.root(), &["assess", "2026.toml", "--only", "open"]);
    session.answers("Who is answering?", "B. Other");
    session.sees("Last time (3 November 2025): in place\nNote: Agreed");
    session.keys("y");
    session.sees("2 of 14");
    session.sees("Last time (3 November 2025): assured");
    session.keys("2");
    session.answers("Note (Enter to skip)", "No longer compared");
    session.answers("Evidence: what shows it", "");
    session.sees("3 of 14");
    session.keys("s");
    session.sees("4 of 14");
    session.keys("q");
    session.ends();
    let text = folder.read("2026.toml");
    assert!(text.contains("[answers.media-policy]\nlevel = \"in-place\"\nnote = \"Agreed\"\nby = \"B. Other\"\non = 2026-11-22\n"), "{text}");
    assert!(
        text.contains(
            "[answers.media-policy-national-guidance]\nlevel = \"in-place\"\nnote = \"No longer compared\"\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("[carried.media-boundaries]\nfrom = 2025-11-03\n")
            && !text.contains("[answers.media-boundaries]"),
        "{text}"
    );
}
