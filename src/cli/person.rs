//! The person at the keyboard: at a real terminal, or by plain lines.

mod draw;
mod editor;
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

pub use plain::Plain;
pub use terminal::Terminal;
