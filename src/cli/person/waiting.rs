//! Reads on a separate thread, so that Ctrl-C and a resized window are noticed meanwhile on every system.

use std::io::BufRead;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use integrity_healthcheck::interview::LeftError;

const POLL_INTERVAL: Duration = Duration::from_millis(60);

/// Lines that follow another within this time are a paste: nobody types that fast.
const PASTE_GAP: Duration = Duration::from_millis(40);

static CTRL_C_PRESSED: AtomicBool = AtomicBool::new(false);

/// Makes Ctrl-C end the interview, not the program, which can then say how to continue.
pub fn catch_ctrl_c() {
    // This fails if the handler is already set. If it cannot be set, Ctrl-C ends the program: every answer is on disk.
    let _ = ctrlc::set_handler(|| CTRL_C_PRESSED.store(true, Ordering::SeqCst));
}

/// Waits until `read` returns, calling `meanwhile` every 60 ms. Fails on Ctrl-C; `read` then keeps running, and what it
/// reads is lost.
pub fn wait_for<T: Send + 'static>(
    read: impl FnOnce() -> T + Send + 'static,
    meanwhile: impl FnMut(),
) -> Result<T, LeftError> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // After Ctrl-C nobody receives any more.
        let _ = sender.send(read());
    });
    receive(&receiver, meanwhile)
}

fn receive<T>(receiver: &Receiver<T>, mut meanwhile: impl FnMut()) -> Result<T, LeftError> {
    loop {
        let received = receiver.recv_timeout(POLL_INTERVAL);
        if CTRL_C_PRESSED.load(Ordering::SeqCst) {
            return Err(LeftError);
        }
        match received {
            Ok(read) => return Ok(read),
            Err(RecvTimeoutError::Timeout) => meanwhile(),
            Err(RecvTimeoutError::Disconnected) => return Err(LeftError),
        }
    }
}

/// Lines from an input, not checked for UTF-8.
pub struct Lines(Receiver<Vec<u8>>);

impl Lines {
    /// Reads until the input closes, at most one line ahead.
    pub fn new(mut input: impl BufRead + Send + 'static) -> Self {
        let (sender, receiver) = mpsc::sync_channel(0);
        thread::spawn(move || {
            loop {
                let mut line = Vec::new();
                let is_over = input.read_until(b'\n', &mut line).map_or(true, |length| length == 0);
                if is_over || sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self(receiver)
    }

    pub fn next_pasted(&self) -> Option<Vec<u8>> {
        self.0.recv_timeout(PASTE_GAP).ok()
    }

    /// Fails if the input closes, or on Ctrl-C.
    pub fn next(&self) -> Result<Vec<u8>, LeftError> {
        receive(&self.0, || ())
    }
}
