//! Scores with their coverage.

use super::questions::questions_and_figures;
use crate::document::Fact;
use crate::judge::score::{Coverage, Percents, Score, Scorecard};
use crate::text::nonzero;

/// A score, always with its coverage and bounds.
pub fn score_facts(card: &Scorecard) -> Vec<Fact> {
    let score = &card.score;
    let scored = card.sections.iter().filter(|section| section.score.percent.is_some()).count();
    let mean = format!("the mean of {scored} of {} sections", card.sections.len());
    let figure = match (score.percent, score.bounds) {
        (Some(percent), _) if percent.is_one() => format!("{percent} of 100, {mean}"),
        (Some(percent), _) => {
            format!("{percent} of 100, over the lowest and over the highest levels of the findings; {mean}")
        }
        (None, Some(_)) => "nothing answered".to_owned(),
        (None, None) => "none, as nothing applies".to_owned(),
    };
    let bounds = score.bounds.map(|Percents { lowest, highest }| {
        let bounds = format!("{lowest} with everything open absent, {highest} with everything open assured");
        Fact::new("Bounds", bounds)
    });
    [Fact::new("Score", figure), Fact::new("Coverage", coverage(card))].into_iter().chain(bounds).collect()
}

/// `7 of 9 targets met, 1 not settled, 1 essential gap`.
pub fn targets_met(score: &Score) -> String {
    if score.targets == 0 {
        let open = score.bounds.is_some();
        return if open { "nothing answered" } else { "nothing to score" }.to_owned();
    }
    let met = format!("{} of {} targets met", score.targets_met, score.targets);
    let gaps = if score.essential_gaps == 1 { "essential gap" } else { "essential gaps" };
    let others = nonzero([(score.not_settled, "not settled"), (score.essential_gaps, gaps)]);
    std::iter::once(met).chain(others).collect::<Vec<_>>().join(", ")
}

/// A score if there is one; for findings both ends.
pub fn percent(percent: Option<Percents>) -> String {
    percent.map_or_else(|| "none".to_owned(), |percent| percent.to_string())
}

/// What is still open: `65 questions and 5 figures`; none if nothing is.
pub fn open_questions(card: &Scorecard) -> Option<String> {
    let open = questions_and_figures(card.coverage.unanswered, card.figures.unanswered);
    (!card.is_whole()).then_some(open)
}

/// `1 question is`, `65 questions and 5 figures are`; none if nothing is open.
pub fn open_questions_are(card: &Scorecard) -> Option<String> {
    let number = card.coverage.unanswered + card.figures.unanswered;
    open_questions(card).map(|open| format!("{open} {}", if number == 1 { "is" } else { "are" }))
}

/// `50 of 72 questions answered, 3 of them unknown, 2 not applicable, 20 open; 3 of 6 figures given, 3 open`.
pub fn coverage(card: &Scorecard) -> String {
    let parts = [question_coverage(&card.coverage), figure_coverage(&card.figures)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// None if there are no questions.
pub fn question_coverage(questions: &Coverage) -> Option<String> {
    let answered = format!("{} of {} questions answered", questions.answered, questions.asked);
    (questions.asked > 0).then(|| with_the_rest(answered, "of them unknown", questions))
}

/// An unknown figure counts as answered, but not as given.
fn figure_coverage(figures: &Coverage) -> Option<String> {
    let given = format!("{} of {} figures given", figures.answered - figures.unknown, figures.asked);
    (figures.asked > 0).then(|| with_the_rest(given, "unknown", figures))
}

fn with_the_rest(answered: String, unknown: &str, coverage: &Coverage) -> String {
    let rest = nonzero([(coverage.unknown, unknown), (coverage.not_applicable, "not applicable")]);
    let open = format!("{} open", coverage.unanswered);
    std::iter::once(answered).chain(rest).chain([open]).collect::<Vec<_>>().join(", ")
}
