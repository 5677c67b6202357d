//! A terminal that shows nothing of its own accord: what is typed before it is asked for waits unseen, and Ctrl-S stops
//! nothing. However the interview ends, the terminal is as it was before.

#[cfg(unix)]
mod unix {
    use std::io::stdin;

    use rustix::termios::{InputModes, LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    /// Keeps the terminal quiet while it lives.
    pub struct Quiet(Option<Termios>);

    impl Quiet {
        pub fn keep() -> Self {
            let Ok(before) = tcgetattr(stdin()) else { return Self(None) };
            let mut quiet = before.clone();
            // Ctrl-C between two keys is a key too: as a signal it would also end what asks whether to keep a text.
            quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
            quiet.input_modes.remove(InputModes::IXON | InputModes::ICRNL);
            let _ = tcsetattr(stdin(), OptionalActions::Drain, &quiet);
            Self(Some(before))
        }
    }

    impl Drop for Quiet {
        fn drop(&mut self) {
            if let Some(before) = &self.0 {
                let _ = tcsetattr(stdin(), OptionalActions::Drain, before);
            }
        }
    }
}

#[cfg(not(unix))]
mod other {
    /// Windows reads keys as they are, and shows none of its own accord.
    pub struct Quiet;

    impl Quiet {
        pub fn keep() -> Self {
            Self
        }
    }
}

#[cfg(not(unix))]
pub use other::Quiet;
#[cfg(unix)]
pub use unix::Quiet;
