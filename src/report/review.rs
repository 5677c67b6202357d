//! Reviews of a force's answers: a line in the summary, a fact for each gap, and a chapter.

use crate::checklist::Question;
use crate::document::{Block, Column, Fact, Table};
use crate::judge::review::{Agreement, Kappa, Review, ReviewedQuestion};
use crate::results::Report;
use crate::text::{long_date, nonzero, number_of};
use crate::words;

pub fn facts(report: &Report<'_>) -> Vec<Fact> {
    report.reviews.iter().map(|review| Fact::new("Reviewed", one_line(review))).collect()
}

/// What the reviewers say of a question if they do not agree with the force.
pub fn differences(report: &Report<'_>, question: &Question) -> Vec<Fact> {
    let differing = report.reviews.iter().filter_map(|review| {
        let reviewed = review.on(question).filter(|reviewed| reviewed.agreement != Agreement::Agreed)?;
        Some(Fact::new(
            "Reviewer",
            format!("{}: {}", review.by.assessment.assessor, reviewers_answer(reviewed)),
        ))
    });
    differing.collect()
}

pub fn chapter(report: &Report<'_>) -> Vec<Block> {
    if report.reviews.is_empty() {
        return Vec::new();
    }
    let lead = "What others say of the force's answers. It stands beside them and takes the place of none: every figure of \
                this report is over the force's own levels.";
    let chapter = [Block::chapter("Reviews"), Block::paragraph(lead)];
    chapter.into_iter().chain(report.reviews.iter().flat_map(part)).collect()
}

fn part(review: &Review<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::Part(format!("{}, {}", review.by.assessment.assessor, long_date(review.by.assessment.date))),
        Block::paragraph(format!("{}.", words::questions_reviewed(review))),
        Block::Table(figures(review)),
        Block::paragraph(kappa(review.kappa)),
    ];
    if !review.same_file {
        blocks.push(Block::paragraph(
            "The force's file has changed since this review began, so some answers may not be those that the reviewer saw.",
        ));
    }
    if review.changed_since_reply {
        blocks.push(Block::paragraph("This review has changed since the force last replied to it."));
    }
    let entries = review.questions.iter().filter(|reviewed| reviewed.agreement != Agreement::Agreed);
    blocks.extend(entries.map(entry));
    blocks
}

fn one_line(review: &Review<'_>) -> String {
    let others = Agreement::ALL.into_iter().filter(|each| *each != Agreement::Agreed);
    let others = others.map(|each| (review.number(each), words::agreement(each)));
    let others = nonzero(others).join(", ").to_lowercase();
    format!(
        "{} looked at {}{}: {} agreed{}{others}",
        review.by.assessment.assessor,
        number_of(review.questions.len(), "question", "questions"),
        if review.sample.is_some() { ", drawn as a sample" } else { "" },
        review.number(Agreement::Agreed),
        if others.is_empty() { "" } else { "; " }
    )
}

fn figures(review: &Review<'_>) -> Table {
    let row = |each: Agreement| vec![words::agreement(each).to_owned(), review.number(each).to_string()];
    let shown = |each: &Agreement| {
        let always = [Agreement::Agreed, Agreement::Lower, Agreement::Higher, Agreement::NotSettled];
        always.contains(each) || review.number(*each) > 0
    };
    Table {
        columns: vec![Column::words("The two"), Column::figures("Questions")],
        rows: Agreement::ALL.into_iter().filter(shown).map(row).collect(),
    }
}

/// Kappa with its n, and what it means.
fn kappa(kappa: Kappa) -> String {
    let over = format!("the {} to which both give one level", number_of(kappa.n, "question", "questions"));
    let Some(hundredths) = kappa.hundredths else {
        return format!(
            "Agreement beyond chance (weighted kappa) cannot be given over {over}: it takes several, and levels that differ \
             from one to another."
        );
    };
    let few = if kappa.n < 30 { " Over so few questions it can be some way off either way." } else { "" };
    format!(
        "Agreement beyond chance (weighted kappa, linear): {}, over {over} (n = {}). 1 is full agreement, 0 no more than \
         chance alone would give, and below 0 less than that; a difference of two levels counts twice one of one.{few}",
        decimal(hundredths),
        kappa.n
    )
}

/// `0.83`, `-0.05`.
fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

fn entry(reviewed: &ReviewedQuestion<'_>) -> Block {
    let question = reviewed.question;
    let names = question.level_names();
    let mut facts = vec![
        Fact::new("Force", reviewed.ours.title(names)),
        Fact::new("Reviewer", reviewed.theirs.title(names)),
        Fact::new("The two", words::agreement(reviewed.agreement)),
    ];
    facts.extend(reviewed.reason.map(|reason| Fact::new("Reason", reason)));
    let none = reviewed.agreement.differs().then(|| "none so far".to_owned());
    facts.extend(reviewed.reply.map(words::reply).or(none).map(|reply| Fact::new("Force's reply", reply)));
    Block::Entry {
        title: words::question_title(question),
        anchor: None,
        facts,
        see: Some(("The answer in full", question.id.to_string())),
    }
}

fn reviewers_answer(reviewed: &ReviewedQuestion<'_>) -> String {
    let level = reviewed.theirs.title(reviewed.question.level_names());
    let reason = reviewed.reason.map(|reason| format!(". {reason}")).unwrap_or_default();
    let replied =
        reviewed.reply.map(|given| format!("\nForce's reply: {}", words::reply(given))).unwrap_or_default();
    format!("{level}{reason}{replied}")
}
