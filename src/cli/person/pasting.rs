//! Recognises a paste that the terminal did not mark: more is waiting to be read than anybody types ahead. Its letters
//! must not count as keys.

use std::thread;
use std::time::Duration;

/// What may be waiting if one key was typed ahead, in bytes, or on Windows in characters.
pub const ONE_KEY: u64 = 1;

/// What may be waiting if an arrow was typed ahead, as people do in a menu.
pub const ONE_ARROW: u64 = 3;

pub fn is_pasting() -> bool {
    waiting() > ONE_KEY
}

/// Discards what is waiting if it is more than what may have been typed ahead. Returns whether it was.
pub fn discard_paste(typed_ahead: u64) -> bool {
    /// About two seconds: no paste takes longer.
    const ROUNDS: usize = 50;
    if waiting() <= typed_ahead {
        return false;
    }
    for _ in 0..ROUNDS {
        discard_waiting();
        // More of it may be on its way.
        thread::sleep(Duration::from_millis(40));
        if waiting() == 0 {
            break;
        }
    }
    true
}

#[cfg(unix)]
fn waiting() -> u64 {
    rustix::io::ioctl_fionread(std::io::stdin()).unwrap_or(0)
}

#[cfg(unix)]
fn discard_waiting() {
    // If the terminal is gone, nothing is waiting.
    let _ = rustix::termios::tcflush(std::io::stdin(), rustix::termios::QueueSelector::IFlush);
}

#[cfg(windows)]
use own_console::{characters_waiting as waiting, discard_waiting};
