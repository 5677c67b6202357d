//! The commands, one file each: the arguments as typed, and the function that runs them.

pub mod answer;
pub mod approve;
pub mod assess;
pub mod check;
pub mod compare;
pub mod completions;
pub mod correct;
pub mod explain;
pub mod form;
pub mod list;
pub mod man;
pub mod merge;
pub mod new;
pub mod plan;
pub mod region;
pub mod renew;
pub mod reopen;
pub mod reply;
pub mod report;
pub mod review;
pub mod score;
pub mod show;
pub mod status;
pub mod trend;
