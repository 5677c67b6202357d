//! How a report opens: what was assessed, and the key figures.

use super::{approval, figures, review, since, summary};
use crate::checklist::Level;
use crate::document::{Block, Fact};
use crate::results::Report;
use crate::text::{long_date, nonzero, number_of};
use crate::words;

pub fn about(report: &Report<'_>) -> Vec<Block> {
    let (assessment, checklist) = (report.about.assessment, report.checklist());
    let mut facts = vec![Fact::new("Force", &assessment.force)];
    if !assessment.assessor.is_empty() {
        facts.push(Fact::new("Assessed by", &assessment.assessor));
    }
    facts.extend([
        match &assessment.source {
            Some(source) => {
                let published = format!("{}, as {} ({})", source.published, report.about.name, source.kind);
                Fact::new("Published", published)
            }
            None => Fact::new("Opened on", long_date(assessment.date)),
        },
        Fact::new("Checklist", format!("{} (edition {})", checklist.title, checklist.edition)),
        Fact::new("Report of", long_date(report.today)),
    ]);
    if report.is_own() {
        let levels = Level::ALL.map(|level| report.level_names().name(level));
        facts.push(Fact::new("Levels", format!("{} (lowest to highest)", levels.join(", "))));
    }
    if report.is_own() && !report.is_public() {
        facts.push(Fact::new("Status", summary::status(report)));
        let unsigned = report.approval.is_none().then(|| Fact::new("Approved by", words::TO_BE_SIGNED));
        facts.extend(unsigned);
    }
    facts.extend(approval::fact(report));
    facts.extend(review::facts(report));
    facts.extend(report.marking_shown().map(|marking| Fact::new("Marking", marking)));
    let mut blocks = vec![Block::Facts(facts)];
    if let Some(source) = &assessment.source {
        blocks.push(Block::paragraph(format!(
            "{} gave findings, no levels and no score. The levels are our reading: each finding has a lowest level, \
             which the words support, and a highest, which they do not rule out; often the two are one.",
            assessment.assessor
        )));
        blocks
            .extend(source.kind.known_in_part().map(|known| Block::paragraph(format!("Partial: {known}."))));
    }
    blocks
}

pub fn headline(report: &Report<'_>) -> Vec<Block> {
    let chapter = [Block::chapter("Headline"), Block::Facts(key_figures(report))];
    about(report).into_iter().chain(chapter).collect()
}

pub fn key_figures(report: &Report<'_>) -> Vec<Fact> {
    let score = &report.scorecard.score;
    let met = format!("{} of the {} questions answered and applicable", score.targets_met, score.targets);
    let without_evidence = if report.shows_evidence() { score.met_without_evidence } else { 0 };
    let targets = [met].into_iter().chain(nonzero([(without_evidence, "of them without evidence")]));
    let open = if report.is_own() {
        format!("{} still open", number_of(score.essential_open, "question", "questions"))
    } else {
        format!("{} not stated", score.essential_open)
    };
    let essential = [
        vec![number_of(score.essential_gaps, "gap", "gaps")],
        nonzero([(score.essential_not_settled, "not settled")]),
        vec![open],
        nonzero([(score.essential_not_applicable, "set aside as not applicable")]),
    ];
    let mut facts = vec![
        Fact::new("Targets met", targets.collect::<Vec<_>>().join(", ")),
        Fact::new("Essential", essential.concat().join("; ")),
    ];
    facts.extend(words::score_facts(&report.scorecard));
    facts.extend(since::facts(report.about.assessment));
    facts.push(Fact::new("Gaps in all", report.gaps.len().to_string()));
    if !report.is_own() {
        let not_settled = match score.not_settled {
            0 => "none".to_owned(),
            number => format!("{number}, whose words fit a level below the target as well as the target"),
        };
        facts.push(Fact::new("Not settled", not_settled));
    }
    facts
}

pub fn scores(report: &Report<'_>) -> Vec<Block> {
    let chapter = [Block::chapter("Scores and coverage"), Block::Facts(key_figures(report))];
    chapter.into_iter().chain(sections_table(report)).collect()
}

pub fn sections_table(report: &Report<'_>) -> Vec<Block> {
    let ranges =
        " A range runs from the score over the lowest levels of the findings to the one over the highest.";
    let bounds = " Bounds: what the score could be once everything is answered, from all that is open absent to all of it assured.";
    let reading = format!(
        "Scores run from 0 to 100 and cover what is answered.{}{} Answered: of the questions asked, less those not applicable.",
        if figures::has_ranges(report) { ranges } else { "" },
        if report.scorecard.score.bounds.is_some() { bounds } else { "" }
    );
    vec![Block::Table(figures::scores(report)), Block::paragraph(reading)]
}
