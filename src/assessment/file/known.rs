//! Finds the question that an id in a file refers to.

use crate::checklist::{Checklist, Question};
use crate::toml_text::{At, Fields};

/// Notes a problem at an id if no question was found by it.
pub(super) fn known_question<'c>(
    fields: &Fields<'_>,
    checklist: &Checklist,
    found: Option<&'c Question>,
    id: At<&str>,
) -> Option<&'c Question> {
    if found.is_some() {
        return found;
    }
    let help = match checklist.nearest_question(id.value) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        _ => format!("`healthcheck show {}` lists every question with its id", checklist.id),
    };
    let message = format!("the checklist has no question `{}`", id.value.escape_debug());
    fields.problem(id.span, message, help);
    None
}
