//! The action plan's sheet in an Excel report: written, filled in, and read again.

mod read;
mod row;
mod write;

pub use read::Plan;
pub use write::action_plan;

/// Headings of the columns that are read again. Reading finds a column by its heading, wherever it is.
const ACTION: &str = "Action";
const ID: &str = "ID";
const TO_DO: &str = "To do";
const OWNER: &str = "Owner";
const DUE: &str = "Due";
const NO_DATE: &str = "Why there is no date";
const STATUS: &str = "Status";
const REASON: &str = "Reason, if not to be done";
const PROGRESS: &str = "Progress";
/// The fingerprint of the action when the sheet was made, which shows whether the action has changed since.
const MARK: &str = "Mark";
