//! How a report opens: what was assessed, and the figures that a board asks for.

use super::document::{Block, Fact};
use super::{Audience, Report, figures, words};

/// What was assessed, by whom and when.
pub fn about(report: &Report<'_>) -> Vec<Block> {
    let assessment = report.about.assessment;
    let checklist = &assessment.checklist;
    let dated = match &assessment.source {
        Some(source) => Fact::new(
            "Published",
            format!("{}, as {} ({})", source.published, report.about.name, source.kind),
        ),
        None => Fact::new("Opened on", words::date(assessment.date)),
    };
    let mut facts = vec![
        Fact::new("Force", &assessment.force),
        dated,
        Fact::new("Checklist", format!("{} (edition {})", checklist.title, checklist.edition)),
        Fact::new("Report of", words::date(report.today)),
    ];
    if !assessment.assessor.is_empty() {
        facts.insert(1, Fact::new("Assessed by", &assessment.assessor));
    }
    let mut blocks = vec![Block::Facts(facts)];
    if let Some(source) = &assessment.source {
        blocks.push(Block::paragraph(format!(
            "{} published findings, not levels and no score: these are our reading of its words.",
            source.publisher
        )));
        if source.kind.is_partial() {
            blocks.push(Block::paragraph("Partial: only a part of this publication is known."));
        }
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
    let bare = match score.met_without_evidence {
        // For the public nothing is said of evidence at all.
        _ if report.audience == Audience::Public => String::new(),
        0 => String::new(),
        bare => format!(", {bare} of them without evidence"),
    };
    let aside = match score.essential_not_applicable {
        0 => String::new(),
        aside => format!("; {aside} set aside as not applicable"),
    };
    let gaps = words::number_of(score.essential_gaps, "gap", "gaps");
    let open = words::number_of(score.essential_open, "question", "questions");
    let mut facts = vec![
        Fact::new("Targets met", format!("{met}{bare}")),
        Fact::new("Essential", format!("{gaps}; {open} still open{aside}")),
    ];
    facts.extend(words::score(&report.scorecard));
    facts.extend(super::since::facts(report.about.assessment));
    facts.push(Fact::new("Gaps in all", report.gaps.len().to_string()));
    facts
}

/// The sections as a chapter of the report.
pub fn sections(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = sections_table(report);
    blocks.insert(0, Block::Chapter("Sections".to_owned()));
    blocks
}

/// The sections' scores with their coverage and bounds.
pub fn sections_table(report: &Report<'_>) -> Vec<Block> {
    let reading = "Scores run from 0 to 100 and cover what is answered. Target: the score at which every target is just \
                   met. Bounds: the score with everything open absent, and with everything open assured. Answered: of \
                   the questions asked, less those not applicable.";
    vec![Block::Figure(figures::scores(report)), Block::paragraph(reading)]
}
