//! The format of a force's replies to a review, `REVIEW.reply.toml`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use toml_edit::DocumentMut;

use super::known::known_question;
use super::write::{EditError, put};
use crate::approval::digest;
use crate::assessment::{Replies, Reply, Stance};
use crate::checklist::{Checklist, Question, format_version};
use crate::text::source::{ParseError, Source};
use crate::toml_text::{Fields, Keys, Parsed, Written, changed};

const REPLIES: &str = "replies";

const FIRST: &str = "# A force's replies to a review, question by question. Name no person under investigation, no source and no\n\
                     # live operation.\n";

impl Replies {
    /// Returns every problem in the file as one error. A date after `today` is a problem.
    pub fn parse(source: &Source, checklist: &Checklist, today: NaiveDate) -> Result<Self, ParseError> {
        Parsed::new(source).read("a file of replies", |fields| {
            let head = head(&mut Keys::Read(fields), None);
            let mut replies = BTreeMap::new();
            fields.entries(REPLIES, "a reply", "reply = \"accepted\"", |id, fields| {
                let question = known_question(fields, checklist, checklist.question(id.value), id);
                let reply = reply(&mut Keys::Read(fields), today, None);
                replies.extend(question.zip(reply).map(|(question, reply)| (question.id.clone(), reply)));
            });
            let (review, sha256) = head?;
            Some(Self { review, sha256, replies })
        })
    }

    /// Adds or replaces replies in the text of the file, keeping everything else in it. Fails if the changed text would not be
    /// valid, or would not say what was meant.
    pub fn set(
        &self,
        before: Option<&Source>,
        name: &str,
        checklist: &Checklist,
        new: &[(&Question, Reply)],
        today: NaiveDate,
    ) -> Result<(Source, Self), EditError> {
        let text = changed(before.map_or("", Source::text), |document: &mut DocumentMut| {
            let named = (self.review.clone(), self.sha256);
            Written::collect(|keys| head(keys, Some(&named))).set_in(document.as_table_mut());
            for (question, given) in new {
                put(document, REPLIES, question, Written::collect(|keys| reply(keys, today, Some(given))));
            }
        })?;
        let text = if before.is_none() { format!("{FIRST}{text}") } else { text };
        let mut meant = self.clone();
        meant.replies.extend(new.iter().map(|(question, reply)| (question.id.clone(), reply.clone())));
        let source = Source::from_bytes(name, text.into_bytes()).map_err(EditError::Invalid)?;
        let read = Self::parse(&source, checklist, today).map_err(EditError::Invalid)?;
        if read == meant { Ok((source, read)) } else { Err(EditError::ReadsBackDifferently) }
    }
}

type Named = (String, crate::approval::Digest);

fn head(keys: &mut Keys<'_, '_>, given: Option<&Named>) -> Option<Named> {
    format_version(keys);
    let review = keys.required("review", "\"review.toml\"").text(given.map(|given| &given.0));
    let sha256 = digest(keys, given.map(|given| given.1));
    Some((review?, sha256?))
}

fn reply(keys: &mut Keys<'_, '_>, today: NaiveDate, given: Option<&Reply>) -> Option<Reply> {
    let stance = keys.required("reply", "\"accepted\"").parsed(
        given.map(|given| given.stance),
        |stance| stance.word().to_owned(),
        Stance::from_word,
        |word| (format!("`{}` is no reply", word.escape_debug()), "write accepted or disputed".to_owned()),
    );
    let reason = keys.key("reason").text(given.and_then(|given| given.reason.as_ref()));
    let by = keys.key("by").text(given.and_then(|given| given.by.as_ref()));
    let on = keys.required("on", &today.to_string()).past_date(today, given.map(|given| given.on));
    if let Keys::Read(fields) = keys {
        check_reason(fields, stance);
    }
    Some(Reply { stance: stance?, reason, by, on: on? })
}

/// A dispute needs a reason.
fn check_reason(fields: &Fields<'_>, stance: Option<Stance>) {
    if stance == Some(Stance::Disputed) && !fields.has("reason") {
        fields.problem_at(
            "reply",
            "disputed is given without a reason",
            "add a line such as `reason = \"The register ...\"`",
        );
    }
}
