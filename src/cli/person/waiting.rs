//! Waiting for a person: whatever is read, is read beside, so that Ctrl-C and a window of another size are noticed
//! meanwhile, on every system alike.

use std::io::BufRead;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use integrity_healthcheck::interview::Gone;

/// How often it is looked whether something else has happened.
const OFTEN: Duration = Duration::from_millis(60);

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C ends the interview and not the program, which still has to say how to go on.
pub fn heed_interrupts() {
    // Where there is no such handler, Ctrl-C ends the program: every answer is on disk.
    let _ = ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::SeqCst));
}

/// What is read, or that the person has gone; `meanwhile` is called again and again until then.
pub fn wait_for<T: Send + 'static>(
    read: impl FnOnce() -> T + Send + 'static,
    meanwhile: impl FnMut(),
) -> Result<T, Gone> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // Nobody waits any longer for what comes after the person has gone.
        let _ = sender.send(read());
    });
    received(&receiver, meanwhile)
}

fn received<T>(receiver: &Receiver<T>, mut meanwhile: impl FnMut()) -> Result<T, Gone> {
    loop {
        let received = receiver.recv_timeout(OFTEN);
        if INTERRUPTED.load(Ordering::SeqCst) {
            return Err(Gone);
        }
        match received {
            Ok(read) => return Ok(read),
            Err(RecvTimeoutError::Timeout) => meanwhile(),
            Err(RecvTimeoutError::Disconnected) => return Err(Gone),
        }
    }
}

/// The lines of an input, read beside.
pub struct Lines(Receiver<Vec<u8>>);

impl Lines {
    /// Those of an input, until it closes.
    pub fn of(mut input: impl BufRead + Send + 'static) -> Self {
        // One line is asked for at a time, and one read ahead at most.
        let (sender, receiver) = mpsc::sync_channel(0);
        thread::spawn(move || {
            loop {
                let mut bytes = Vec::new();
                let is_over = input.read_until(b'\n', &mut bytes).map_or(true, |number| number == 0);
                if is_over || sender.send(bytes).is_err() {
                    return;
                }
            }
        });
        Self(receiver)
    }

    /// The next line, where it waits already.
    pub fn at_once(&self) -> Option<Vec<u8>> {
        /// Nobody types a line so quickly.
        const AT_ONCE: Duration = Duration::from_millis(40);
        self.0.recv_timeout(AT_ONCE).ok()
    }

    /// The next line; its end being reached is the person's leaving.
    pub fn next(&self) -> Result<Vec<u8>, Gone> {
        received(&self.0, || ())
    }
}
