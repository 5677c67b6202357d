//! What a person reads at the end: the result so far, and the next commands.

use chrono::NaiveDate;

use super::standing::open;
use crate::assessment::Assessment;
use crate::document::{Block, Fact};
use crate::judge::compare::Named;
use crate::judge::gap::{Gap, gaps};
use crate::judge::review::{Agreement, Review};
use crate::report::key_figures;
use crate::results::Report;
use crate::words;

const WORST: usize = 5;

/// What is open, the score, the worst gaps and the next commands.
pub fn after_assessment(assessment: &Assessment, file: &str, today: NaiveDate) -> Vec<Block> {
    let report = Report::new(Named { name: file, assessment }, &[], today);
    let mut facts = vec![Fact::new("Open", open(assessment).unwrap_or_else(|| "nothing".to_owned()))];
    facts.extend(key_figures(&report));
    let mut blocks = vec![Block::Chapter("Where you stand".to_owned()), Block::Facts(facts)];
    let gaps = gaps(assessment);
    if !gaps.is_empty() {
        blocks.push(Block::paragraph("The gaps to close first:"));
        blocks.push(Block::list(gaps.iter().take(WORST).map(gap_line)));
    }
    // The name may be in quotation marks.
    let document = match file.rsplit_once(".toml") {
        Some((name, rest)) => format!("{name}.docx{rest}"),
        None => format!("{file}.docx"),
    };
    blocks.extend([
        Block::paragraph("Next: page one on the screen, the whole paper for Word, or back to your answers."),
        Block::list([
            format!("healthcheck report {file} --summary"),
            format!("healthcheck report {file} --output {document}"),
            format!("healthcheck assess {file}"),
        ]),
    ]);
    blocks
}

fn gap_line(gap: &Gap<'_>) -> String {
    let names = &gap.scale.names;
    format!(
        "{}: {}, target {}{}",
        gap.question.title,
        gap.standing.title(names),
        names.name(gap.scale.target),
        words::essential(gap.question)
    )
}

/// How far the reviewer agrees so far, and the next command.
pub fn after_review(reviewed: &Assessment, review: &Assessment, file: &str) -> Vec<Block> {
    let open = review.open_questions().count();
    let beside = Review::new(reviewed, Named { name: file, assessment: review }, None, true, false);
    let number = |agreement: Agreement| {
        let number = beside.number(agreement);
        (number > 0).then(|| Fact::new(words::agreement(agreement), number.to_string()))
    };
    let mut facts =
        vec![Fact::new("Looked at", beside.questions.len().to_string()), Fact::new("Open", open.to_string())];
    facts.extend(Agreement::ALL.into_iter().filter_map(number));
    let force_file = &review.reviews.as_ref().expect("a review says what it reviews").file;
    vec![
        Block::Chapter("Where the review stands".to_owned()),
        Block::Facts(facts),
        Block::paragraph(format!("Next: healthcheck report {force_file} --review {file}")),
    ]
}
