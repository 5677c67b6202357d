//! Work with departments: forms out and back, the plan's sheet, merging returned answers, and who has answered.

pub mod form;
pub mod merge;
pub mod plan_sheet;
pub mod status;
