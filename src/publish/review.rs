//! What reviewers say, in the published JSON.

use serde::Serialize;

use super::level::{highest_word, level_word};
use crate::judge::review::{self, Agreement, ReviewedQuestion};

#[derive(Serialize)]
pub struct Review<'a> {
    name: &'a str,
    assessor: &'a str,
    date: String,
    sample: Option<Sample>,
    asked: usize,
    looked_at: usize,
    kappa: Option<f64>,
    kappa_questions: usize,
    same_file: bool,
    changed_since_reply: bool,
    questions: Vec<Question<'a>>,
}

#[derive(Serialize)]
struct Sample {
    number: u32,
    seed: u32,
}

#[derive(Serialize)]
struct Question<'a> {
    question: &'a str,
    agreement: &'static str,
    level: Option<&'static str>,
    highest: Option<&'static str>,
    reason: Option<&'a str>,
    reply: Option<Reply<'a>>,
}

#[derive(Serialize)]
struct Reply<'a> {
    reply: &'static str,
    reason: Option<&'a str>,
    by: Option<&'a str>,
    on: String,
}

/// A review of the assessment.
pub fn review<'a>(review: &review::Review<'a>) -> Review<'a> {
    #[expect(clippy::cast_precision_loss, reason = "from -100 to 100")]
    let kappa = review.kappa.hundredths.map(|hundredths| hundredths as f64 / 100.0);
    Review {
        name: review.by.name,
        assessor: &review.by.assessment.assessor,
        date: review.by.assessment.date.to_string(),
        sample: review.sample.map(|sample| Sample { number: sample.number, seed: sample.seed }),
        asked: review.asked,
        looked_at: review.questions.len(),
        kappa,
        kappa_questions: review.kappa.n,
        same_file: review.same_file,
        changed_since_reply: review.changed_since_reply,
        questions: review.questions.iter().map(question).collect(),
    }
}

fn question<'a>(reviewed: &ReviewedQuestion<'a>) -> Question<'a> {
    Question {
        question: reviewed.question.id.as_str(),
        agreement: match reviewed.agreement {
            Agreement::Agreed => "agreed",
            Agreement::Lower => "lower",
            Agreement::Higher => "higher",
            Agreement::NotSettled => "not-settled",
            Agreement::WhetherItApplies => "whether-it-applies",
            Agreement::NotAnswered => "not-answered",
        },
        level: level_word(reviewed.theirs),
        highest: highest_word(reviewed.theirs),
        reason: reviewed.reason,
        reply: reviewed.reply.map(|reply| Reply {
            reply: reply.stance.word(),
            reason: reply.reason.as_deref(),
            by: reply.by.as_deref(),
            on: reply.on.to_string(),
        }),
    }
}
