//! The assessment compared with others: in total, question by question, and the counts.

use crate::assessment::{Answer, Assessment, Value};
use crate::checklist::{Checklist, Question};
use crate::judge::compare::{Comparison, Relation, answer_of};

use super::figures;
use crate::document::{Block, Column, Table};
use crate::results::Report;
use crate::text::letter;
use crate::words;

/// Shown wherever levels are compared.
pub fn caution(checklist: &Checklist) -> Block {
    let own = checklist.caution.iter().map(|caution| format!("{caution} ")).collect::<String>();
    Block::paragraph(format!("Caution: {own}A difference is a reason to ask, not a ranking."))
}

/// The figures of a comparison in total.
pub const TOTAL_COLUMNS: [&str; 7] = ["Shared", "Ahead", "Level", "Behind", "Not settled", "This", "Other"];

/// Shown wherever counts are compared.
pub const NEVER_SCORED: &str = "Counts are never scored. Periods and forces differ in length and size, and the \
                                published reports give no sizes.";

pub fn totals(report: &Report<'_>) -> Vec<Block> {
    if report.comparisons.is_empty() {
        return Vec::new();
    }
    let mut columns = vec![Column::words(""), Column::words("Compared with")];
    columns.extend(TOTAL_COLUMNS.map(Column::figures));
    let rows = report.comparisons.iter().enumerate().map(|(at, comparison)| total_row(at, comparison));
    vec![
        Block::chapter("Comparison in total"),
        caution(report.checklist()),
        Block::Table(Table { columns, rows: rows.collect() }),
        Block::paragraph(
            "Shared: questions that both sides answer with a level, or with unknown, which counts as absent. Seen from this \
         assessment: ahead where it lies above the whole range of the other, behind where it lies below it, level where \
         both are one and the same level, and not settled where the ranges meet. This and Other are the two scores, from 0 to 100, over the \
         shared questions only; of findings, over their lowest and over their highest levels.",
        ),
    ]
}

fn total_row(at: usize, comparison: &Comparison<'_>) -> Vec<String> {
    let number = |relation| comparison.number(relation).to_string();
    vec![
        letter(at),
        compared_with(comparison),
        comparison.shared().to_string(),
        number(Relation::Ahead),
        number(Relation::Level),
        number(Relation::Behind),
        number(Relation::NotSettled),
        words::percent(comparison.percent),
        words::percent(comparison.other_percent),
    ]
}

/// The label of the other assessment, and whether it answered another checklist, so that nothing is shared.
pub fn compared_with(comparison: &Comparison<'_>) -> String {
    let label = words::assessment_label(comparison.with);
    if comparison.same_checklist { label } else { format!("{label}; answered another checklist") }
}

pub fn question_by_question(report: &Report<'_>) -> Vec<Block> {
    let Some(grid) = figures::levels(report) else { return Vec::new() };
    vec![Block::chapter("Side by side, question by question"), Block::Grid(grid)]
}

pub fn counts(report: &Report<'_>) -> Vec<Block> {
    let ours = report.about.assessment;
    let others = || report.comparisons.iter().map(|comparison| comparison.with.assessment).enumerate();
    let questions: Vec<&Question> = report.checklist().count_questions().collect();
    if questions.is_empty() {
        return Vec::new();
    }
    let row = |question: &&Question| {
        let theirs = others().map(|(_, other)| answer_of(other, &ours.checklist, question));
        let values = [ours.answer(&question.id)].into_iter().chain(theirs).map(count_sign);
        std::iter::once(words::count_with_unit(question)).chain(values).collect()
    };
    let letters = others().map(|(at, _)| Column::figures(letter(at)));
    let columns = [Column::words("Count"), Column::figures("This")].into_iter().chain(letters).collect();
    let periods = others().flat_map(|(at, other)| {
        periods_of(&format!("{}, {}", letter(at), other.force), &ours.checklist, other, &questions)
    });
    let periods = periods_of("This", &ours.checklist, ours, &questions).into_iter().chain(periods);
    let mut blocks = vec![
        Block::chapter("Counts"),
        Block::paragraph(format!("{NEVER_SCORED} A dash: not stated, or not answered.")),
        Block::Table(Table { columns, rows: questions.iter().map(row).collect() }),
    ];
    blocks.extend(Block::list_if_any(periods));
    blocks.extend(Block::list_if_any(count_cautions(&questions)));
    blocks
}

/// A count, or a sign for a narrow column.
pub fn count_sign(answer: Option<&Answer>) -> String {
    match answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => number.to_string(),
        Some(Value::Unknown) => "?".to_owned(),
        Some(Value::NotApplicable) => "n/a".to_owned(),
        Some(Value::Level(_)) | None => "-".to_owned(),
    }
}

/// What the checklist says to bear in mind about its counts.
pub fn count_cautions(questions: &[&Question]) -> Vec<String> {
    let caution =
        |question: &&Question| Some(format!("{}: {}", question.title, question.count()?.caution.as_ref()?));
    questions.iter().filter_map(caution).collect()
}

/// The periods of an assessment's counts, under a name for it. Those that share the period of their source are listed once.
pub fn periods_of(name: &str, ours: &Checklist, theirs: &Assessment, questions: &[&Question]) -> Vec<String> {
    let of_source = words::period(theirs.period_of_source());
    let counted = questions.iter().filter_map(|question| {
        let answer = answer_of(theirs, ours, question)?;
        matches!(answer.value, Value::Count(_)).then(|| (question, words::period(theirs.period_of(answer))))
    });
    let (shared, own): (Vec<_>, Vec<_>) =
        counted.partition(|(_, period)| period.is_some() && *period == of_source);
    let own = own.into_iter().map(|(question, period)| match period {
        Some(period) => format!("{name}, {}: {period}.", question.title),
        None => format!("{name}, {}: no period is given.", question.title),
    });
    let of_source = of_source.filter(|_| !shared.is_empty()).map(|period| format!("{name}: {period}."));
    of_source.into_iter().chain(own).collect()
}
