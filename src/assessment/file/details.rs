//! Corrects the header of an assessment's file.

use chrono::NaiveDate;
use toml_edit::DocumentMut;

use super::write::{EditError, read_back};
use crate::assessment::{Assessment, Details};
use crate::text::source::Source;
use crate::toml_text::{Written, change_keeping_comments, changed};

/// Changes force, assessor and marking as [`revise`](super::revise) changes answers.
pub fn set_details(
    source: &Source,
    assessment: &Assessment,
    details: Details,
    today: NaiveDate,
) -> Result<(Source, Assessment), EditError> {
    let Details { force, assessor, marking } = details;
    let text = changed(source.text(), |document| {
        let written = Written::collect(|keys| {
            keys.key("force").text(Some(&force));
            keys.key("assessor").text(Some(&assessor));
            keys.key("marking").text(marking.as_ref());
        });
        let change = |document: &mut DocumentMut| written.set_in(document.as_table_mut());
        change_keeping_comments(document, true, change, |_| None);
    })?;
    let meant = Assessment { force, assessor, marking, ..assessment.clone() };
    read_back(source, text, &meant, today)
}
