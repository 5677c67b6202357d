//! How a report opens: what was assessed, and the figures that a board asks for.

use super::{approval, figures, review, summary};
use crate::checklist::Level;
use crate::document::{Block, Fact};
use crate::results::Report;
use crate::text::{long_date, number_of};
use crate::words;

/// What was assessed, by whom and when.
pub fn about(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    let checklist = &assessment.checklist;
    let dated = match &assessment.source {
        Some(source) => Fact::new(
            "Published",
            format!("{}, as {} ({})", source.published, report.about.name, source.kind),
        ),
        None => Fact::new("Opened on", long_date(assessment.date)),
    };
    let mut facts = vec![
        Fact::new("Force", &assessment.force),
        dated,
        Fact::new("Checklist", format!("{} (edition {})", checklist.title, checklist.edition)),
        Fact::new("Report of", long_date(report.today)),
    ];
    if report.is_own() {
        let levels = Level::ALL.map(|level| checklist.level_names.name(level));
        facts.push(Fact::new("Levels", format!("{} (lowest to highest)", levels.join(", "))));
    }
    if !assessment.assessor.is_empty() {
        facts.insert(1, Fact::new("Assessed by", &assessment.assessor));
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

/// The headline figures, as a chapter behind what was assessed.
pub fn headline(report: &Report<'_>) -> Vec<Block> {
    let chapter = [Block::Chapter("Headline".to_owned()), Block::Facts(key_figures(report))];
    about(report).into_iter().chain(chapter).collect()
}

/// The figures that a board asks for.
pub fn key_figures(report: &Report<'_>) -> Vec<Fact> {
    let score = &report.scorecard.score;
    let met = format!("{} of the {} questions answered and applicable", score.targets_met, score.targets);
    let without_evidence = match score.met_without_evidence {
        _ if !report.shows_evidence() => String::new(),
        0 => String::new(),
        number => format!(", {number} of them without evidence"),
    };
    let aside = match score.essential_not_applicable {
        0 => String::new(),
        aside => format!("; {aside} set aside as not applicable"),
    };
    let gaps = number_of(score.essential_gaps, "gap", "gaps");
    let between = match score.essential_not_settled {
        0 => String::new(),
        between => format!("; {between} not settled"),
    };
    let open = match report.about.assessment.source {
        Some(_) => format!("{} not stated", score.essential_open),
        None => format!("{} still open", number_of(score.essential_open, "question", "questions")),
    };
    let mut facts = vec![
        Fact::new("Targets met", format!("{met}{without_evidence}")),
        Fact::new("Essential", format!("{gaps}{between}; {open}{aside}")),
    ];
    facts.extend(words::score_facts(&report.scorecard));
    facts.extend(super::since::facts(report.about.assessment));
    facts.push(Fact::new("Gaps in all", report.gaps.len().to_string()));
    if report.about.assessment.source.is_some() {
        let not_settled = match score.not_settled {
            0 => "none".to_owned(),
            number => format!("{number}, whose words fit a level below the target as well as the target"),
        };
        facts.push(Fact::new("Not settled", not_settled));
    }
    facts
}

/// The scores with all figures, as a chapter.
pub fn scores(report: &Report<'_>) -> Vec<Block> {
    let chapter = [Block::Chapter("Scores and coverage".to_owned()), Block::Facts(key_figures(report))];
    chapter.into_iter().chain(sections_table(report)).collect()
}

/// The sections' scores with their targets, bounds and coverage.
pub fn sections_table(report: &Report<'_>) -> Vec<Block> {
    let mut reading = "Scores run from 0 to 100 and cover what is answered.".to_owned();
    if figures::has_ranges(report) {
        reading.push_str(" A range runs from the score over the lowest levels of the findings to the one over the highest.");
    }
    if report.scorecard.score.bounds.is_some() {
        reading.push_str(" Bounds: what the score could be once everything is answered, from all that is open absent to all of it assured.");
    }
    reading.push_str(" Answered: of the questions asked, less those not applicable.");
    vec![Block::Table(figures::scores(report)), Block::paragraph(reading)]
}
