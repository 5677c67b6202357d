//! The person at the keyboard, in a terminal or by plain lines. Both show what the interview hands them and bring
//! back what was typed; neither decides anything.

mod plain;
mod screen;

pub use plain::Plain;
pub use screen::Terminal;
