//! The format of the header: all keys before the answers.

use chrono::NaiveDate;

use super::bound::{REVIEWS, follows, reviews};
use super::published::published;
use crate::assessment::{Follows, Published, Reviews};
use crate::checklist::{Checklist, format_version};
use crate::toml_text::{Fields, Keys};

pub(super) const CHECKLIST: &str = "checklist";

const EDITION: &str = "edition";

/// The header of a file. A key that is missing or wrong is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::assessment) struct Head {
    pub force: Option<String>,
    pub date: Option<NaiveDate>,
    pub assessor: Option<String>,
    pub checklist: Option<String>,
    pub edition: Option<String>,
    pub marking: Option<String>,
    pub follows: Option<Follows>,
    pub reviews: Option<Reviews>,
    pub source: Option<Published>,
}

pub(super) fn head(keys: &mut Keys<'_, '_>, today: NaiveDate, given: &Head) -> Head {
    format_version(keys);
    let essex = "\"Essex Police\"";
    Head {
        force: keys.required("force", essex).name(given.force.as_ref()),
        date: keys.required("date", &today.to_string()).past_date(today, given.date),
        assessor: keys
            .required("assessor", "\"Professional Standards Department\"")
            .text(given.assessor.as_ref()),
        checklist: keys.required(CHECKLIST, "\"without-fear-or-favour\"").text(given.checklist.as_ref()),
        edition: keys.required(EDITION, "\"2026.1\"").text(given.edition.as_ref()),
        marking: keys.key("marking").name(given.marking.as_ref()),
        follows: keys
            .key("follows")
            .table("last year's file", given.follows.as_ref(), |keys, given| follows(keys, today, given)),
        reviews: keys.key(REVIEWS).table("what is reviewed", given.reviews.as_ref(), reviews),
        source: keys
            .key("source")
            .table("a source", given.source.as_ref(), |keys, given| published(keys, today, given)),
    }
}

pub(super) fn has_findings(fields: &Fields<'_>) -> bool {
    fields.has("source") || fields.has(REVIEWS)
}

pub(super) fn check_edition(fields: &Fields<'_>, head: &Head, checklist: &Checklist) {
    if let (Some(edition), Some(span)) = (&head.edition, fields.value_span(EDITION))
        && *edition != checklist.edition
    {
        let message = format!("edition {edition} of `{}` is not available here", checklist.id);
        fields.problem(span, message, format!("the available edition is {}", checklist.edition));
    }
}
