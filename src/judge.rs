//! Every figure, order and verdict: scores, gaps, comparisons, changes over the years, the plan, the gates.

pub mod board;
pub mod change;
pub mod compare;
pub mod gap;
pub mod gate;
pub mod plan;
pub mod region;
pub mod review;
pub mod score;
pub mod survey;
pub mod trend;
