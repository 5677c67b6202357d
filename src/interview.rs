//! The interview: which question comes next, and what a reply means.
//!
//! It asks through [`Person`] and keeps through [`Record`], so that the same interview runs in a terminal, by plain
//! lines, and in a test. Every decision is here; those who draw and those who save make none. An answer is kept
//! before the next question is asked.

mod action;
mod ask;
mod change;
mod closing;
mod command;
mod conversation;
mod details;
mod drafts;
mod evidence;
mod find;
mod last_time;
mod lines;
mod long;
mod main_menu;
mod menu;
mod occasion;
mod opening;
mod pace;
mod particulars;
mod parts;
mod period;
mod person;
mod planned;
mod question_screen;
mod record;
mod screen;
mod section_end;
mod section_menu;
mod sitting;
mod standing;
mod start;
mod walk;

pub use command::Command;
pub use lines::first_text;
pub use menu::{Item, Menu};
pub use occasion::{End, Mode, Occasion, UnsavedError};
pub use opening::{opening, warning};
pub use person::{LeftError, Person};
pub use record::{Draft, DraftKind, Record, SaveError};
pub use screen::{Choice, LevelOption, Line, Screen, Typed};
pub use start::{Found, NewHealthcheck, Start, begin, file_is_missing, where_to_start};
pub use walk::interview;
