//! The `[source]` of a file: where its findings were published.

use chrono::NaiveDate;

use super::super::{Publication, Published};
use super::{PERIOD, read_period};
use crate::fields::{At, Fields};

pub fn read_published(fields: &mut Fields<'_>, today: NaiveDate) -> Option<Published> {
    let kind =
        fields.required_text("kind", "\"force report\"").and_then(|kind| read_publication(fields, &kind));
    let title = fields.required_text("title", "\"Revisiting police relationships: progress report\"");
    let publisher = fields.required_text("publisher", "\"HMIC\"");
    let published = fields.required_text("published", "\"December 2012\"");
    let isbn = fields.text("isbn");
    let (from, to) = read_period(fields, today, PERIOD);
    let address = fields.text("address");
    let read = fields.past_date("read", today);
    Some(Published {
        kind: kind?,
        title: title?.value,
        publisher: publisher?.value,
        published: published?.value,
        isbn: isbn.map(|isbn| isbn.value),
        from,
        to,
        address: address.map(|address| address.value),
        read: read.map(|read| read.value),
    })
}

fn read_publication(fields: &Fields<'_>, kind: &At<String>) -> Option<Publication> {
    let known = Publication::ALL.into_iter().find(|each| each.words() == kind.value);
    if known.is_none() {
        let all = Publication::ALL.map(Publication::words).join(", ");
        fields.problem(
            kind.span.clone(),
            format!("`{}` is no kind of publication", kind.value),
            format!("write one of: {all}"),
        );
    }
    known
}
