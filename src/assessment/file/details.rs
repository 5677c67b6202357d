//! The head of an assessment's file, corrected.

use chrono::NaiveDate;

use super::write::{EditError, read_back};
use crate::assessment::{Assessment, Details};
use crate::text::source::Source;
use crate::toml_text::{Written, changed, keep_comments};

/// The text of an assessment with its force, assessor and marking corrected, and the assessment that it then is.
///
/// # Errors
///
/// When the text would not be a valid assessment with them, or would not say what was meant.
pub fn set_details(
    source: &Source,
    assessment: &Assessment,
    details: Details,
    today: NaiveDate,
) -> Result<(Source, Assessment), EditError> {
    let Details { force, assessor, marking } = details;
    let text = changed(source.text(), |document| {
        let before = document.to_string();
        let written = Written::collect(|keys| {
            keys.key("force").text(Some(&force));
            keys.key("assessor").text(Some(&assessor));
            keys.key("marking").text(marking.as_ref());
        });
        written.set_in(document.as_table_mut());
        keep_comments(&before, document, |_| None);
    })?;
    let meant = Assessment { force, assessor, marking, ..assessment.clone() };
    read_back(source, text, &meant, today)
}
