//! Whether what comes in is a paste that the terminal did not mark: more than anybody presses at once, ready before the
//! next key is asked for. Its letters are no keys.

use std::thread;
use std::time::Duration;

/// So much may wait where one key was pressed ahead, in bytes, or on Windows in characters.
pub const A_KEY: usize = 1;

/// So much where it was an arrow, as in a menu.
pub const AN_ARROW: usize = 3;

/// The rest of a paste may still be on its way.
const ON_ITS_WAY: Duration = Duration::from_millis(40);

/// Whether the rest of a paste waits to be read.
pub fn is_pasting() -> bool {
    waiting() > A_KEY
}

/// Throws the rest of a paste away, where there is one: where more waits than may have been pressed ahead. Whether there was.
pub fn throw_away(ahead: usize) -> bool {
    /// Nobody pastes for longer than two seconds.
    const ROUNDS: usize = 50;
    if waiting() <= ahead {
        return false;
    }
    for _ in 0..ROUNDS {
        forget();
        thread::sleep(ON_ITS_WAY);
        if waiting() == 0 {
            break;
        }
    }
    true
}

#[cfg(unix)]
fn waiting() -> usize {
    let waiting = rustix::io::ioctl_fionread(std::io::stdin()).unwrap_or_default();
    usize::try_from(waiting).unwrap_or_default()
}

#[cfg(unix)]
fn forget() {
    let _ = rustix::termios::tcflush(std::io::stdin(), rustix::termios::QueueSelector::IFlush);
}

#[cfg(windows)]
fn waiting() -> usize {
    own_console::characters_waiting()
}

#[cfg(windows)]
fn forget() {
    own_console::forget_events();
}

#[cfg(not(any(unix, windows)))]
fn waiting() -> usize {
    0
}

#[cfg(not(any(unix, windows)))]
fn forget() {}
