//! What a report says, decided once.
//!
//! The chapters turn a [`Report`](crate::results::Report) into a [`Document`](crate::document::Document), which each format of
//! [`document`](crate::document) draws. Sheets to filter and fill in are a value of their own, which [`sheets`] makes and
//! [`workbook`](crate::workbook) draws.

mod answers;
mod approval;
mod chapters;
mod comparison;
mod editions;
mod explanation;
mod figures;
mod gap_list;
mod glossary;
mod headline;
mod left_out;
mod method;
mod narrative;
mod plan;
pub mod region;
mod review;
pub mod sheets;
mod show;
mod since;
mod summary;
mod survey;
mod then_and_now;
mod trend;

pub use approval::document as approval_document;
pub use editions::{comparison, gap_report, narrative, on_screen, scores, summary};
pub use explanation::{Topic, explain};
pub use headline::key_figures;
pub use plan::plan;
pub use show::{help_facts, list, show_assessment, show_checklist};
pub use trend::document as trend_document;
