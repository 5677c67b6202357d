//! Keeps keys from being echoed and Ctrl-S from freezing the terminal between two reads.

#[cfg(unix)]
use rustix::termios::{InputModes, LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// Restores the terminal's settings when dropped. Windows needs none of this: it echoes nothing by itself.
pub struct RawMode {
    #[cfg(unix)]
    before: Option<Termios>,
}

impl RawMode {
    #[cfg(unix)]
    pub fn enable() -> Self {
        let before = tcgetattr(std::io::stdin()).ok();
        if let Some(before) = &before {
            let mut raw = before.clone();
            // Without ISIG, Ctrl-C is a key. As a signal it would also end the question whether to keep a text.
            raw.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
            raw.input_modes.remove(InputModes::IXON | InputModes::ICRNL);
            set(&raw);
        }
        Self { before }
    }

    #[cfg(not(unix))]
    pub fn enable() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for RawMode {
    fn drop(&mut self) {
        self.before.iter().for_each(set);
    }
}

#[cfg(unix)]
fn set(settings: &Termios) {
    // If the terminal is gone there is nothing left to set.
    let _ = tcsetattr(std::io::stdin(), OptionalActions::Drain, settings);
}
