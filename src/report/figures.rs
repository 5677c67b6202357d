//! The pictures of a report, each with a table of the same figures.

use crate::assessment::Standing;
use crate::checklist::{Checklist, Level, LevelNames, Question, Section};
use crate::judge::change::{Change, Changes, QuestionChange};
use crate::judge::score::{Percents, SectionScore};

use crate::document::{
    Chart, Column, Figure, Fill, Grid, Key, LevelSection, Mark, Span, Table, TargetBar, Tenths,
};
use crate::results::Report;
use crate::words;

pub fn targets(report: &Report<'_>) -> Figure {
    let sections = &report.scorecard.sections;
    let settled = sections.iter().all(|section| section.score.not_settled == 0);
    let bar = |section: &SectionScore| {
        let score = &section.score;
        TargetBar {
            label: section.title.clone(),
            met: score.targets_met,
            not_settled: score.not_settled,
            missed: score.targets - score.targets_met - score.not_settled - score.essential_gaps,
            essential: score.essential_gaps,
        }
    };
    let between = if settled { "" } else { " or not settled" };
    Figure {
        title: "Targets met by section".to_owned(),
        description: format!(
            "A bar for each section with a box for each of its targets: met{between}, missed, or missed and essential."
        ),
        table: Some(targets_table(report, settled)),
        chart: Chart::Targets(sections.iter().map(bar).collect()),
    }
}

fn targets_table(report: &Report<'_>, settled: bool) -> Table {
    let board = report.board();
    let mut columns = vec![Column::words("Section"), Column::figures("Targets met")];
    columns.extend((!settled).then(|| Column::figures("Not settled")));
    columns.push(Column::figures("Essential gaps"));
    columns.extend(board.since_last_year.is_some().then(|| Column::words("Since last time")));
    let sections = report.checklist().sections.iter().zip(&report.scorecard.sections);
    let row = |(section, scored): (&Section, &SectionScore)| {
        let score = &scored.score;
        let met = met_of(score.targets_met, score.targets);
        let is_open = scored.coverage.answered + scored.coverage.not_applicable == 0;
        let unless_open = |cell: String| if is_open { "-".to_owned() } else { cell };
        let mut row = vec![scored.title.clone(), met];
        row.extend((!settled).then(|| unless_open(score.not_settled.to_string())));
        row.push(unless_open(score.essential_gaps.to_string()));
        let since = board.since_last_year.as_ref();
        row.extend(since.map(|since| unless_open(changes_in(section, &since.changes))));
        row
    };
    Table { columns, rows: sections.map(row).collect() }
}

/// `3 of 5`, or a dash if there are no targets.
pub fn met_of(met: usize, targets: usize) -> String {
    if targets == 0 { "-".to_owned() } else { format!("{met} of {targets}") }
}

/// `↑ 2 up, ↓ 1 down`, or `= no change`.
fn changes_in(section: &Section, changes: &Changes<'_>) -> String {
    let is_within = |each: &QuestionChange<'_>| section.questions.iter().any(|it| it.id == each.question.id);
    let changes: Changes<'_> = changes.iter().filter(is_within).collect();
    let parts = [
        ("↑", changes.up().count(), "up"),
        ("↓", changes.down().count(), "down"),
        ("?", changes.lost().count(), "now unknown"),
        ("!", changes.number(Change::Established), "now known"),
    ];
    let parts = parts.into_iter().filter(|(_, number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(sign, number, word)| format!("{sign} {number} {word}")).collect();
    if parts.is_empty() { "= no change".to_owned() } else { parts.join(", ") }
}

pub fn scores(report: &Report<'_>) -> Table {
    let open = report.scorecard.score.bounds.is_some();
    let mut columns = vec![Column::words("Section"), Column::figures("Score"), Column::words("Targets")];
    columns.extend(open.then(|| Column::figures("Bounds")));
    columns.push(Column::figures("Answered"));
    let rows = report.scorecard.sections.iter().map(|each| score_row(each, open)).collect();
    Table { columns, rows }
}

pub fn has_ranges(report: &Report<'_>) -> bool {
    let sections = report.scorecard.sections.iter();
    sections.filter_map(|section| section.score.percent).any(|percent| !percent.is_one())
}

fn score_row(section: &SectionScore, open: bool) -> Vec<String> {
    let (score, coverage) = (&section.score, &section.coverage);
    let mut row = vec![section.title.clone(), words::percent(score.percent), words::targets_met(score)];
    row.extend(open.then(|| score.bounds.map_or_else(|| "-".to_owned(), |bounds| bounds.to_string())));
    row.push(format!("{} of {}", coverage.answered, coverage.asked - coverage.not_applicable));
    row
}

/// The level of every question in each assessment, ours first; none if there are no others.
pub fn levels(report: &Report<'_>) -> Option<Grid> {
    let marks = |question: &Question| {
        let ours = report.about.assessment.standing(question);
        let pairs = report.comparisons.iter().flat_map(|comparison| &comparison.pairs);
        let theirs = pairs.filter(|pair| pair.question.id == question.id).map(|pair| pair.theirs);
        Some(ours.into_iter().chain(theirs).map(mark).collect())
    };
    let others = report.comparisons.iter().map(|comparison| {
        let with = comparison.with.assessment;
        format!("{}, {}", with.short_force(), with.year())
    });
    let columns = std::iter::once("This assessment".to_owned()).chain(others).collect();
    (!report.comparisons.is_empty()).then(|| grid("Levels side by side", columns, report.checklist(), marks))
}

/// The questions for which `marks` returns any, section by section.
pub fn grid(
    title: &str,
    columns: Vec<String>,
    checklist: &Checklist,
    marks: impl Fn(&Question) -> Option<Vec<Mark>>,
) -> Grid {
    let row = |question: &Question| Some((question.title.clone(), marks(question)?));
    let section = |section: &Section| LevelSection {
        label: section.title.clone(),
        rows: section.scaled().filter_map(|(question, _)| row(question)).collect(),
    };
    let sections = checklist.sections.iter().map(section).filter(|section| !section.rows.is_empty());
    let key = key(&checklist.level_names);
    Grid { title: title.to_owned(), columns, key, sections: sections.collect() }
}

pub fn span(score: Percents) -> Span {
    let [lowest, highest] = [score.lowest, score.highest].map(|end| Tenths::new(end.tenths()));
    Span { lowest, highest }
}

/// A level as a square, filled by a third for each point, or a sign if there is no level.
pub fn mark(standing: Standing) -> Mark {
    match standing {
        Standing::Level(levels) => {
            Mark::Square(Fill { lowest: levels.lowest().points(), highest: levels.highest().points() })
        }
        Standing::Unknown => Mark::Word("?"),
        Standing::NotApplicable => Mark::Word("n/a"),
        Standing::Unanswered => Mark::Dot,
    }
}

fn key(names: &LevelNames) -> Vec<Key> {
    let levels = Level::ALL.map(|level| (mark(Standing::Level(level.into())), names.name(level)));
    let others = [
        (Mark::Square(Fill { lowest: 1, highest: 2 }), "a finding from one level to another"),
        (mark(Standing::Unknown), "unknown"),
        (mark(Standing::NotApplicable), "not applicable"),
        (mark(Standing::Unanswered), "not stated or not answered"),
    ];
    let all = levels.into_iter().chain(others);
    all.map(|(mark, meaning)| Key { mark, meaning: meaning.to_owned() }).collect()
}
