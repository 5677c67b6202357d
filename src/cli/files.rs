//! Files: healthchecks and what belongs to them, read, found and saved safely.

pub mod approvals;
pub mod compared_with;
pub mod disk;
pub mod drafts;
mod exchange;
pub mod folder;
pub mod load;
pub mod lock;
pub mod names;
pub mod packs;
mod privacy;
pub mod returns;
pub mod reviews;
pub mod start;
pub mod store;
pub mod target;
pub mod years;
