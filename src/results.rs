//! The results of an assessment or a region, and who may read which of them. [`report`](crate::report) writes them as
//! chapters and sheets, [`publish`](crate::publish) as JSON; neither works anything out.

mod public;
mod region;
mod report;

pub use public::{Cleared, PublicReport, for_the_public};
pub use region::RegionReport;
pub use report::Report;
