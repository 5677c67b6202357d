//! Reviews in the published JSON.

use chrono::NaiveDate;
use serde::Serialize;

use super::level::{AnswerWord, HighestWord, answer_word, highest_word};
use crate::judge::review;

/// A review. Its levels are shown beside the force's and are never scored.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Review<'a> {
    /// The path of the review's file, as it was given.
    name: &'a str,
    /// Who reviewed.
    assessor: &'a str,
    /// The date on which the review was started.
    date: NaiveDate,
    /// How the questions were sampled; null if the review is about all questions that ask for a level.
    sample: Option<Sample>,
    /// How many questions the review is about.
    asked: usize,
    /// How many of them were looked at.
    looked_at: usize,
    /// Agreement beyond chance: kappa with linear weights, to two decimals. Null if it cannot be calculated.
    #[cfg_attr(test, schemars(range(min = -1, max = 1)))]
    kappa: Option<f64>,
    /// How many questions kappa is about: those that both answer with one level.
    kappa_questions: usize,
    /// Whether the force's file is what it was when the review began.
    same_file: bool,
    /// Whether the review has changed since the force last replied to it.
    changed_since_reply: bool,
    /// The questions that were looked at, in the order of the checklist.
    questions: Vec<ReviewedQuestion<'a>>,
}

/// A random sample of the questions.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Sample {
    /// How many questions were drawn in addition to the essential ones.
    number: u32,
    /// The seed of the draw.
    seed: u32,
}

/// What a reviewer says about a question.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ReviewedQuestion<'a> {
    /// The id of the question.
    question: &'a str,
    /// The reviewer's answer relative to the force's: lower means that the reviewer's is lower.
    agreement: Agreement,
    /// The reviewer's level, the lowest of a range, unknown or not-applicable.
    level: Option<AnswerWord>,
    /// The highest level of the reviewer's range; null if it is one level.
    highest: Option<HighestWord>,
    /// The reviewer's reason.
    reason: Option<&'a str>,
    /// The force's reply; null if it has not replied.
    reply: Option<Reply<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
enum Agreement {
    Agreed,
    Lower,
    Higher,
    NotSettled,
    WhetherItApplies,
    NotAnswered,
}

/// What the force replies to a reviewer's answer.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Reply<'a> {
    /// Whether the force accepts what the reviewer says.
    #[cfg_attr(test, schemars(extend("enum" = crate::assessment::Stance::ALL.map(crate::assessment::Stance::word))))]
    reply: &'static str,
    /// Why; always given if the force disputes it.
    reason: Option<&'a str>,
    /// Who replied.
    by: Option<&'a str>,
    /// When.
    on: NaiveDate,
}

pub fn review<'a>(review: &review::Review<'a>) -> Review<'a> {
    #[expect(clippy::cast_precision_loss, reason = "from -100 to 100")]
    let kappa = review.kappa.hundredths.map(|hundredths| hundredths as f64 / 100.0);
    Review {
        name: review.by.name,
        assessor: &review.by.assessment.assessor,
        date: review.by.assessment.date,
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

fn question<'a>(reviewed: &review::ReviewedQuestion<'a>) -> ReviewedQuestion<'a> {
    ReviewedQuestion {
        question: reviewed.question.id.as_str(),
        agreement: match reviewed.agreement {
            review::Agreement::Agreed => Agreement::Agreed,
            review::Agreement::Lower => Agreement::Lower,
            review::Agreement::Higher => Agreement::Higher,
            review::Agreement::NotSettled => Agreement::NotSettled,
            review::Agreement::WhetherItApplies => Agreement::WhetherItApplies,
            review::Agreement::NotAnswered => Agreement::NotAnswered,
        },
        level: answer_word(reviewed.theirs),
        highest: highest_word(reviewed.theirs),
        reason: reviewed.reason,
        reply: reviewed.reply.map(|reply| Reply {
            reply: reply.stance.word(),
            reason: reply.reason.as_deref(),
            by: reply.by.as_deref(),
            on: reply.on,
        }),
    }
}
