//! The assessment beside others: in sum, question by question, and the counts side by side.

use crate::assessment::{Answer, Assessment, Value};
use crate::checklist::{Checklist, Count, Kind, Question};
use crate::judge::compare::{Comparison, Relation, answer_of};

use super::figures;
use crate::document::{Block, Column, Table};
use crate::results::Report;
use crate::words;

/// What to bear in mind where levels stand side by side: what the checklist says of its findings, and what always holds.
pub fn caution(checklist: &Checklist) -> Block {
    let own = checklist.caution.iter().map(|caution| format!("{caution} ")).collect::<String>();
    Block::paragraph(format!("Caution: {own}A difference is a reason to ask, not a ranking."))
}

/// The figures of a comparison in sum.
pub const SUM_COLUMNS: [&str; 7] = ["Shared", "Ahead", "Level", "Behind", "Not settled", "This", "Other"];

/// How to take counts that stand side by side.
pub const NEVER_SCORED: &str = "Counts are never scored. Periods and forces differ in length and size, and the \
                                published reports give no sizes.";

/// Each comparison in one row.
pub fn in_sum(report: &Report<'_>) -> Vec<Block> {
    if report.comparisons.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Chapter("Comparison in total".to_owned())];
    let mut columns = vec![Column::words(""), Column::words("Compared with")];
    columns.extend(SUM_COLUMNS.map(Column::figures));
    let rows =
        report.comparisons.iter().enumerate().map(|(at, comparison)| sum_row(at, comparison)).collect();
    blocks.push(caution(&report.about.assessment.checklist));
    blocks.push(Block::Table(Table { columns, rows }));
    blocks.push(Block::paragraph(
        "Shared: questions that both sides answer with a level, or with unknown, which counts as absent. Seen from this \
         assessment: ahead where it lies above the whole range of the other, behind where it lies below it, level where \
         both are one and the same level, and not settled where the ranges meet. This and Other are the two scores, from 0 to 100, over the \
         shared questions only; of findings, over their lowest and over their highest levels.",
    ));
    blocks
}

fn sum_row(at: usize, comparison: &Comparison<'_>) -> Vec<String> {
    let number = |relation| comparison.number(relation).to_string();
    vec![
        words::letter(at),
        with(comparison),
        comparison.shared().to_string(),
        number(Relation::Ahead),
        number(Relation::Level),
        number(Relation::Behind),
        number(Relation::NotSettled),
        words::percent(comparison.percent),
        words::percent(comparison.other_percent),
    ]
}

/// Who is compared with; where another checklist was answered, nothing can be shared, and that is said.
pub fn with(comparison: &Comparison<'_>) -> String {
    let label = words::assessment_label(comparison.with);
    if comparison.same_checklist { label } else { format!("{label}; answered another checklist") }
}

/// Every level question with everybody's level, as squares.
pub fn question_by_question(report: &Report<'_>) -> Vec<Block> {
    let Some(grid) = figures::levels(report) else { return Vec::new() };
    vec![Block::Chapter("Side by side, question by question".to_owned()), Block::Grid(grid)]
}

fn letter_columns(report: &Report<'_>, first: &str) -> Vec<Column> {
    let letters = (0..report.comparisons.len()).map(|at| Column::figures(words::letter(at)));
    [Column::words(first), Column::figures("This")].into_iter().chain(letters).collect()
}

/// The counts side by side with their periods; they are never scored.
pub fn counts(report: &Report<'_>) -> Vec<Block> {
    let questions: Vec<&Question> = report.about.assessment.checklist.count_questions().collect();
    if questions.is_empty() {
        return Vec::new();
    }
    let rows = questions.iter().map(|question| count_row(report, question)).collect();
    let mut blocks = vec![
        Block::Chapter("Counts".to_owned()),
        Block::paragraph(format!("{NEVER_SCORED} A dash: not stated, or not answered.")),
        Block::Table(Table { columns: letter_columns(report, "Count"), rows }),
    ];
    let cautions: Vec<String> = questions.iter().filter_map(|question| count_caution(question)).collect();
    let lists = [periods(report, &questions), cautions];
    blocks.extend(lists.into_iter().filter(|list| !list.is_empty()).map(Block::list));
    blocks
}

fn count_row(report: &Report<'_>, question: &Question) -> Vec<String> {
    let ours = report.about.assessment;
    let theirs = report
        .comparisons
        .iter()
        .map(|comparison| answer_of(comparison.with.assessment, &ours.checklist, question));
    let values = [ours.answer(&question.id)].into_iter().chain(theirs).map(count_sign);
    std::iter::once(words::count_with_unit(question)).chain(values).collect()
}

/// A count where there is room for a figure or a sign alone.
pub fn count_sign(answer: Option<&Answer>) -> String {
    match answer.map(|answer| answer.value) {
        Some(Value::Count(number)) => number.to_string(),
        Some(Value::Unknown) => "?".to_owned(),
        Some(Value::NotApplicable) => "n/a".to_owned(),
        Some(Value::Level(_)) | None => "-".to_owned(),
    }
}

fn count_caution(question: &Question) -> Option<String> {
    match &question.kind {
        Kind::Count(Count { caution: Some(caution), .. }) => Some(format!("{}: {caution}", question.title)),
        _ => None,
    }
}

/// Which days the counts cover: each answer's own, else its source's.
fn periods(report: &Report<'_>, questions: &[&Question]) -> Vec<String> {
    let ours = report.about.assessment;
    let others = report.comparisons.iter().enumerate().flat_map(|(at, comparison)| {
        let name = format!("{}, {}", words::letter(at), comparison.with.assessment.force);
        periods_of(&name, &ours.checklist, comparison.with.assessment, questions)
    });
    periods_of("This", &ours.checklist, ours, questions).into_iter().chain(others).collect()
}

/// Which days the counts of one assessment cover, under a name for it: once for all that cover those of its source.
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
