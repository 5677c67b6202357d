//! The pictures of a report, as figures to be drawn, each with the table that says the same.

use crate::assessment::Standing;
use crate::checklist::{Level, LevelNames, Section};
use crate::judge::score::{Percents, SectionScore};

use super::{Report, words};
use crate::document::{
    BesideRow, Chart, Column, Figure, Fill, GapBar, Key, LevelSection, Mark, ScoreBar, Span, Table, Tenths,
};

/// The sections' scores with their targets, and with their bounds where anything is open.
pub fn scores(report: &Report<'_>) -> Figure {
    let open = report.scorecard.score.bounds.is_some();
    let ranges = has_ranges(report);
    let mut columns = vec![Column::words("Section"), Column::figures("Score"), Column::words("Targets")];
    columns.extend(open.then(|| Column::figures("Bounds")));
    columns.push(Column::figures("Answered"));
    let sections = &report.scorecard.sections;
    let bar = |section: &SectionScore| ScoreBar {
        label: section.title.clone(),
        targets: words::targets(&section.score),
        score: section.score.percent.map(span),
        bounds: section.score.bounds.map(span),
    };
    let range = if ranges { ", hollow from the lowest levels of the findings to the highest" } else { "" };
    let bounds = if open { ", and below it a line from its lowest to its highest bound" } else { "" };
    Figure {
        title: "Scores by section".to_owned(),
        description: format!("A bar for the score of each section from 0 to 100{range}{bounds}."),
        chart: Chart::Scores(sections.iter().map(bar).collect()),
        table: Some(Table { columns, rows: sections.iter().map(|each| score_row(each, open)).collect() }),
    }
}

/// Whether any score of a report is a range.
pub fn has_ranges(report: &Report<'_>) -> bool {
    let sections = report.scorecard.sections.iter();
    sections.filter_map(|section| section.score.percent).any(|percent| !percent.is_one())
}

fn score_row(section: &SectionScore, open: bool) -> Vec<String> {
    let (score, coverage) = (&section.score, &section.coverage);
    let mut row = vec![section.title.clone(), words::percent(score.percent), words::targets(score)];
    row.extend(open.then(|| score.bounds.map_or_else(|| "-".to_owned(), |bounds| bounds.to_string())));
    row.push(format!("{} of {}", coverage.answered, coverage.asked - coverage.not_applicable));
    row
}

/// The gaps of each section, essential ones apart; none where there are none.
pub fn gaps(report: &Report<'_>) -> Option<Figure> {
    let bar = |section: &Section| {
        let gaps = || report.gaps.iter().filter(|gap| gap.section.id == section.id);
        let essential = gaps().filter(|gap| gap.scale.essential).count();
        GapBar { label: section.title.clone(), essential, other: gaps().count() - essential }
    };
    let bars: Vec<GapBar> = report.about.assessment.checklist.sections.iter().map(bar).collect();
    let row = |bar: &GapBar| vec![bar.label.clone(), bar.essential.to_string(), bar.other.to_string()];
    let columns = vec![Column::words("Section"), Column::figures("Essential"), Column::figures("Other")];
    (!report.gaps.is_empty()).then(|| Figure {
        title: "Gaps by section".to_owned(),
        description: "A bar for each section, as long as it has gaps, the essential ones first and darker."
            .to_owned(),
        table: Some(Table { columns, rows: bars.iter().map(row).collect() }),
        chart: Chart::Gaps(bars),
    })
}

/// Each section beside the others, over the questions that both sides answer; none where nothing is shared.
pub fn beside(report: &Report<'_>) -> Option<Figure> {
    let letters: Vec<String> = (0..report.comparisons.len()).map(words::letter).collect();
    let sections = || report.about.assessment.checklist.sections.iter().enumerate();
    let shared = |at: usize| {
        let comparisons = report.comparisons.iter().map(move |comparison| comparison.sections.get(at));
        comparisons.map(|shared| shared?.ours.percents().zip(shared?.theirs.percents()))
    };
    let rows: Vec<BesideRow> = sections()
        .map(|(at, section)| BesideRow {
            label: section.title.clone(),
            cells: shared(at).map(|cell| cell.map(|(ours, theirs)| (span(ours), span(theirs)))).collect(),
        })
        .collect();
    let row = |(at, section): (usize, &Section)| {
        let cells = shared(at).map(|cell| match cell {
            Some((ours, theirs)) => format!("{} : {}", words::whole(ours), words::whole(theirs)),
            None => "-".to_owned(),
        });
        std::iter::once(section.title.clone()).chain(cells).collect()
    };
    let columns =
        std::iter::once(Column::words("Section")).chain(letters.iter().map(Column::figures)).collect();
    rows.iter().any(|row| row.cells.iter().any(Option::is_some)).then(|| Figure {
        title: "Each section beside the others (this : other, in whole numbers)".to_owned(),
        description:
            "For each section and each of the others two bars from 0 to 100 over the questions that both \
                      answer: this assessment above, the other below. Where the levels are ranges, a line goes on from the \
                      score over the lowest to the one over the highest."
                .to_owned(),
        table: Some(Table { columns, rows: sections().map(row).collect() }),
        chart: Chart::Beside { columns: letters, rows },
    })
}

/// The levels of every question at a glance, ours first. The same stands in the tables that follow.
pub fn levels(report: &Report<'_>) -> Figure {
    let assessment = report.about.assessment;
    let sections = assessment.checklist.sections.iter().map(|section| LevelSection {
        label: section.title.clone(),
        rows: section
            .scaled()
            .map(|(question, _)| {
                let pairs = report.comparisons.iter().flat_map(|comparison| &comparison.pairs);
                let theirs = pairs.filter(|pair| pair.question.id == question.id).map(|pair| pair.theirs);
                (
                    question.title.clone(),
                    assessment.standing(question).into_iter().chain(theirs).map(mark).collect(),
                )
            })
            .collect(),
    });
    let letters = (0..report.comparisons.len()).map(words::letter);
    Figure {
        title: "Levels at a glance".to_owned(),
        description:
            "A square for each question and each force, the fuller the higher the level: this assessment \
                      first, then the others by their letters. Where a finding is a range, the square is full to the \
                      lowest level, and narrow from there to the highest."
                .to_owned(),
        chart: Chart::Levels {
            columns: std::iter::once("This".to_owned()).chain(letters).collect(),
            key: key(&assessment.checklist.level_names),
            sections: sections.filter(|section| !section.rows.is_empty()).collect(),
        },
        table: None,
    }
}

/// A score as a bar shows it.
pub fn span(score: Percents) -> Span {
    let [lowest, highest] = [score.lowest, score.highest].map(|end| Tenths::new(end.tenths()));
    Span { lowest, highest }
}

/// A level as a square, a third of it filled for each point; or what stands in its place.
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

/// What the marks mean.
pub fn key(names: &LevelNames) -> Vec<Key> {
    let levels = Level::ALL.map(|level| (mark(Standing::Level(level.into())), names.of(level)));
    let others = [
        (Mark::Square(Fill { lowest: 1, highest: 2 }), "a finding from one level to another"),
        (mark(Standing::Unknown), "unknown"),
        (mark(Standing::NotApplicable), "not applicable"),
        (mark(Standing::Unanswered), "not stated or not answered"),
    ];
    let all = levels.into_iter().chain(others);
    all.map(|(mark, meaning)| Key { mark, meaning: meaning.to_owned() }).collect()
}
