//! The action plan's sheet in an Excel report: written, filled in, and read again.

mod read;
mod write;

pub use read::Plan;
pub use write::action_plan;

/// The headings of the columns that are read again. They are found by these, wherever they are.
const ACTION: &str = "Action";
const ID: &str = "ID";
const TO_DO: &str = "To do";
const OWNER: &str = "Owner";
const DUE: &str = "Due";
const NO_DATE: &str = "Why there is no date";
const STATUS: &str = "Status";
const REASON: &str = "Reason, if not to be done";
const PROGRESS: &str = "Progress";
/// A merge can tell from its mark whether an action was changed since the sheet was made.
const MARK: &str = "Mark";
