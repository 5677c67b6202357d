//! How much is answered. A question asks for a level; what asks for a count is a figure. Both are named each time, so
//! that nobody takes all of the one for all of the other.

use crate::checklist::{Checklist, Question};
use crate::judge::score::{Coverage, Scorecard};
use crate::text::number_of;

/// What a checklist asks: `72 questions and 6 figures`.
pub fn questions_asked(checklist: &Checklist) -> String {
    number_of_questions(checklist.questions())
}

/// How many there are of some questions: `72 questions and 6 figures`, `6 figures`, `0 questions`.
pub fn number_of_questions<'a>(questions: impl Iterator<Item = &'a Question>) -> String {
    let (levels, counts): (Vec<_>, Vec<_>) = questions.partition(|question| question.scale().is_some());
    if levels.is_empty() && counts.is_empty() {
        "0 questions".to_owned()
    } else {
        both(levels.len(), counts.len())
    }
}

/// What is still open: `65 questions and 5 figures`; none where nothing is.
pub fn open_questions(questions: &Coverage, figures: &Coverage) -> Option<String> {
    let (questions, figures) = (questions.unanswered, figures.unanswered);
    (questions + figures > 0).then(|| both(questions, figures))
}

/// How many of the questions are answered and of the figures given, and how the others stand:
/// `50 of 72 questions answered, 3 of them unknown, 2 not applicable, 20 open; 3 of 6 figures given, 3 open`.
pub fn coverage(card: &Scorecard) -> String {
    let parts = [question_coverage(&card.coverage), figure_coverage(&card.figures)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("; ")
}

/// How some questions were answered; none where there are none.
pub fn question_coverage(coverage: &Coverage) -> Option<String> {
    let unknown = match coverage.unknown {
        0 => String::new(),
        unknown => format!(", {unknown} of them unknown"),
    };
    Some(format!("{}{unknown}{}", answered(coverage)?, rest(coverage)))
}

/// A figure that nobody knows is answered, but not given.
fn figure_coverage(coverage: &Coverage) -> Option<String> {
    let unknown = match coverage.unknown {
        0 => String::new(),
        unknown => format!(", {unknown} unknown"),
    };
    Some(format!("{}{unknown}{}", given(coverage)?, rest(coverage)))
}

fn answered(questions: &Coverage) -> Option<String> {
    (questions.asked > 0).then(|| format!("{} of {} questions answered", questions.answered, questions.asked))
}

fn given(figures: &Coverage) -> Option<String> {
    let given = figures.answered - figures.unknown;
    (figures.asked > 0).then(|| format!("{given} of {} figures given", figures.asked))
}

fn rest(coverage: &Coverage) -> String {
    let set_aside = match coverage.not_applicable {
        0 => String::new(),
        set_aside => format!(", {set_aside} not applicable"),
    };
    format!("{set_aside}, {} open", coverage.unanswered)
}

fn both(questions: usize, figures: usize) -> String {
    let named = [(questions, "question", "questions"), (figures, "figure", "figures")];
    let named = named.into_iter().filter(|(number, _, _)| *number > 0);
    let named: Vec<String> = named.map(|(number, one, many)| number_of(number, one, many)).collect();
    named.join(" and ")
}
