//! Reviews: what they cover, how far they agree, and what the force replied.

use crate::assessment::{Reply, Sample, Stance};
use crate::judge::review::{Agreement, Review};
use crate::text::{long_date, number_of};

pub fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agreed => "Agreed",
        Agreement::Lower => "Reviewer lower",
        Agreement::Higher => "Reviewer higher",
        Agreement::NotSettled => "Not settled",
        Agreement::WhetherItApplies => "Differ on whether it applies",
        Agreement::NotAnswered => "Not answered by the force",
    }
}

pub fn questions_reviewed(review: &Review<'_>) -> String {
    format!("Looked at {} of {}", review.questions.len(), questions_to_review(review))
}

pub fn questions_to_review(review: &Review<'_>) -> String {
    let questions = number_of(review.asked, "question", "questions");
    match review.sample {
        None => format!("the {questions} that ask for a level"),
        Some(Sample { number, seed }) => format!(
            "the {questions} of a sample: every essential one, and {number} of the others drawn by the program from the seed \
             {seed}"
        ),
    }
}

pub fn reply(reply: &Reply) -> String {
    let reason = reply.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let by = reply.by.as_ref().map(|by| format!("{by}, ")).unwrap_or_default();
    let stance = match reply.stance {
        Stance::Accepted => "accepted",
        Stance::Disputed => "disputed",
    };
    format!("{stance}{reason} ({by}{})", long_date(reply.on))
}
