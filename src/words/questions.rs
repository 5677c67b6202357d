//! Questions of a checklist, alone and counted. One that asks for a count is called a figure.

use crate::assessment::EditionChange;
use crate::checklist::{Checklist, Question, QuestionId, Term};
use crate::document::Block;
use crate::text::number_of;

pub fn question_with_id(question: &Question) -> String {
    format!("{} [{}]", question.title, question.id)
}

/// The title, marked if the question is essential.
pub fn question_title(question: &Question) -> String {
    format!("{}{}", question.title, essential(question))
}

pub fn essential(question: &Question) -> &'static str {
    if question.is_essential() { " (essential)" } else { "" }
}

pub fn count_with_unit(question: &Question) -> String {
    let count = question.count().expect("only figures are listed as counts");
    format!("{} ({})", question.title, count.unit)
}

/// `72 questions and 6 figures`.
pub fn questions_asked(checklist: &Checklist) -> String {
    number_of_questions(checklist.questions())
}

/// `72 questions and 6 figures`, `6 figures`, `0 questions`.
pub fn number_of_questions<'a>(questions: impl Iterator<Item = &'a Question>) -> String {
    let (levels, counts): (Vec<_>, Vec<_>) = questions.partition(|question| question.scale().is_some());
    questions_and_figures(levels.len(), counts.len())
}

pub(super) fn questions_and_figures(questions: usize, figures: usize) -> String {
    let number_of_questions = number_of(questions, "question", "questions");
    let number_of_figures = number_of(figures, "figure", "figures");
    match (questions, figures) {
        (_, 0) => number_of_questions,
        (0, _) => number_of_figures,
        _ => format!("{number_of_questions} and {number_of_figures}"),
    }
}

pub fn terms<'a>(terms: impl IntoIterator<Item = &'a Term>) -> Block {
    Block::list(terms.into_iter().map(|term| format!("{}: {}", term.words.join(", "), term.means)))
}

pub fn edition_change(change: &EditionChange) -> String {
    let ids = |ids: &[QuestionId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match change {
        EditionChange::Replaced(id, by, reason) => {
            format!("{id} has become {}, and the answers cannot be compared: {reason}", ids(by))
        }
        EditionChange::Reworded(id, by) => {
            format!("{id} has become {}, and the answers can be compared.", ids(by))
        }
        EditionChange::Withdrawn(id, reason) => format!("{id} is no longer asked: {reason}"),
        EditionChange::New(id) => format!("{id} is new."),
    }
}
