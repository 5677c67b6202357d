//! Phrases that several rooms use, each decided once.

mod answers;
mod approval;
mod levels;
mod plan;
mod questions;
mod review;
mod scores;

pub use answers::{
    answer_facts, assessment_label, evidence, finding, found_label, period, publication_kind, quoted, value,
    value_label,
};
pub use approval::{
    DECLARED, DECLARED_FINDINGS, TO_BE_SIGNED, approval, approval_stamp, approved, reopened, signatures,
};
pub use levels::{change, how_levels_are_read, level_described, level_numbers, level_sign};
pub use plan::{
    action_in_full, action_notes, action_status, action_text, action_with_id, action_with_owner,
    actions_done, due, gate_failure, plan_point, steps_to_close,
};
pub use questions::{
    count_with_unit, edition_change, essential, number_of_questions, question_title, question_with_id,
    questions_asked, terms,
};
pub use review::{agreement, questions_reviewed, questions_to_review, reply};
pub use scores::{
    coverage, open_questions, open_questions_are, percent, question_coverage, score_facts, targets_met,
};
