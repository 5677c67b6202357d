//! Where answers, the plan and unfinished texts are kept.

use serde::{Deserialize, Serialize};

use crate::assessment::{Action, ActionId, Answer, Assessment, Details};
use crate::checklist::{Question, QuestionId};

/// Keeps an assessment. When a change fails, what was kept before still is.
pub trait Record {
    fn assessment(&self) -> &Assessment;

    /// The force's own assessment, if the answers are a review of it.
    fn reviewed(&self) -> Option<&Assessment> {
        None
    }

    /// Saves answers together; `None` takes an answer out.
    fn save_answers(&mut self, changes: &[(&Question, Option<Answer>)]) -> Result<(), SaveError>;

    fn save_actions(&mut self, actions: Vec<Action>) -> Result<(), SaveError>;

    fn save_details(&mut self, details: Details) -> Result<(), SaveError>;

    /// Saves an unfinished text beside the assessment, in place of the one of the same question and kind; false if it
    /// could not be saved.
    fn save_draft(&mut self, draft: &Draft) -> bool;

    fn delete_draft(&mut self, question: &QuestionId, kind: DraftKind);

    fn drafts(&self) -> Vec<Draft>;
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// It is not valid; another answer may be.
    Refused(String),
    /// Nothing can be saved.
    Failed(String),
}

/// An unfinished text about a question. A question has at most one of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub question: QuestionId,
    #[serde(rename = "of")]
    pub kind: DraftKind,
    pub text: String,
    /// The text that it was begun from.
    pub before: String,
    /// The owner of an action, if already typed.
    pub owner: Option<String>,
}

impl Draft {
    pub fn new(question: &Question, kind: DraftKind, text: String) -> Self {
        Self { question: question.id.clone(), kind, text, before: String::new(), owner: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftKind {
    Note,
    /// A new action of the plan.
    Action,
    /// New words for an action of the plan.
    Words(ActionId),
}
