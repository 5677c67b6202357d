//! One integration binary. A test reads as: these files, this command, exactly this outcome.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod another_checklist;
mod approving;
mod audience;
mod board;
mod checking;
mod commands;
mod comparing;
mod departments;
mod editions;
mod excel;
mod facts;
mod forms;
mod guarded;
mod help;
mod house;
mod html;
mod interviewing;
mod json;
mod merging;
mod mistakes;
mod plain;
mod planning;
mod properties;
mod published;
mod readme;
mod region;
mod renewing;
mod reports;
mod reviewing;
mod saving;
mod scoring;
mod scripted;
#[cfg(unix)]
mod session;
mod shipped;
mod support;
mod telling;
#[cfg(unix)]
mod terminal;
mod word;
mod years;
