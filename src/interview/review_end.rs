//! How a review ends: how it stands, and what comes next.

use crate::assessment::Assessment;
use crate::document::{Block, Fact};
use crate::judge::compare::Named;
use crate::judge::review::{Agreement, Review};
use crate::words;

/// How the review stands so far, and the next command.
pub fn closing(reviewed: &Assessment, review: &Assessment, file: &str) -> Vec<Block> {
    let open = review.open_questions().count();
    let beside = Review::new(reviewed, Named { name: file, assessment: review }, None, true, false);
    let figure = |agreement: Agreement| {
        let label = words::agreement(agreement);
        (beside.number(agreement) > 0).then(|| Fact::new(label, beside.number(agreement).to_string()))
    };
    let mut facts =
        vec![Fact::new("Looked at", beside.questions.len().to_string()), Fact::new("Open", open.to_string())];
    facts.extend(Agreement::ALL.into_iter().filter_map(figure));
    let of = review.reviews.as_ref().map(|reviews| reviews.file.as_str()).unwrap_or("FILE");
    vec![
        Block::Chapter("Where the review stands".to_owned()),
        Block::Facts(facts),
        Block::paragraph(format!("Next: healthcheck report {of} --review {file}")),
    ]
}
