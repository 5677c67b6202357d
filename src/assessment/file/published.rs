//! The format of `[source]`: where findings were published.

use chrono::NaiveDate;

use super::answer::{PERIOD, period};
use crate::assessment::{Publication, Published};
use crate::toml_text::Keys;

pub(super) fn published(
    keys: &mut Keys<'_, '_>,
    today: NaiveDate,
    given: Option<&Published>,
) -> Option<Published> {
    let kind = kind(keys, given.map(|given| given.kind));
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
    let notes = keys.key("notes").texts(given.map_or(&[], |given| &given.notes));
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

fn kind(keys: &mut Keys<'_, '_>, given: Option<Publication>) -> Option<Publication> {
    let parse = |words: &str| Publication::ALL.into_iter().find(|kind| kind.words() == words);
    keys.required("kind", "\"force report\"").parsed(given, Publication::to_string, parse, |words| {
        let all = Publication::ALL.map(Publication::words).join(", ");
        (format!("`{words}` is not a kind of publication"), format!("write one of: {all}"))
    })
}
