//! The `[source]` of a file: where its findings were published.

use chrono::NaiveDate;

use super::answer::{PERIOD, period};
use crate::assessment::{Publication, Published};
use crate::toml_text::{At, Fields, Keys};

/// The keys of a source.
pub(super) fn published(
    keys: &mut Keys<'_, '_>,
    today: NaiveDate,
    given: Option<&Published>,
) -> Option<Published> {
    let kind = given.map(|given| (given.kind, given.kind.words().to_owned()));
    let kind = keys.required("kind", "\"force report\"").word(kind, read_publication);
    let title = keys
        .required("title", "\"Revisiting police relationships: progress report\"")
        .text(given.map(|given| &given.title));
    let publisher = keys.required("publisher", "\"HMIC\"").text(given.map(|given| &given.publisher));
    let published = keys.required("published", "\"December 2012\"").text(given.map(|given| &given.published));
    let isbn = keys.key("isbn").text(given.and_then(|given| given.isbn.as_ref()));
    let days = given.map_or((None, None), |given| (given.from, given.to));
    let (from, to) = period(keys, today, PERIOD, days);
    let address = keys.key("address").text(given.and_then(|given| given.address.as_ref()));
    let read = keys.key("read").past_date(today, given.and_then(|given| given.read));
    let force_today = keys.key("force-today").text(given.and_then(|given| given.force_today.as_ref()));
    let notes = keys.key("notes").texts(given.map(|given| given.notes.as_slice()).unwrap_or_default());
    Some(Published {
        kind: kind?,
        title: title?,
        publisher: publisher?,
        published: published?,
        isbn,
        from,
        to,
        address,
        read,
        force_today,
        notes,
    })
}

fn read_publication(fields: &Fields<'_>, kind: At<String>) -> Option<Publication> {
    let known = Publication::ALL.into_iter().find(|each| each.words() == kind.value);
    if known.is_none() {
        let all = Publication::ALL.map(Publication::words).join(", ");
        let message = format!("`{}` is not a kind of publication", kind.value);
        fields.problem(kind.span, message, format!("write one of: {all}"));
    }
    known
}
