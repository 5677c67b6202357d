//! Everything a report draws on, worked out once as a value, and who may read what of it.
//!
//! [`report`](crate::report) draws it as chapters and sheets, [`publish`](crate::publish) as JSON. Neither works anything out.

mod public;
mod region;
mod report;

pub use public::{Cleared, PublicReport, for_the_public};
pub use region::RegionReport;
pub use report::Report;
