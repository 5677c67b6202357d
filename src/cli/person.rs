//! The person at the keyboard: at a real terminal, or by plain lines.

mod draw;
mod editor;
mod interview;
mod keys;
mod menu;
mod note;
mod pasting;
mod plain;
mod prompts;
mod question;
mod raw_mode;
mod terminal;
mod waiting;
mod window;

pub use interview::{interview, say_how_to_continue, with_person};
pub use terminal::Terminal;
