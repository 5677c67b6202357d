//! The file of an assessment: reads it, noting every problem at its place, and changes it, keeping everything else.
//!
//! Each key is named once, in a format that both reads and writes it (see [`Keys`]).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Action, Answer, Assessment, Carried, Header, SentForm};
use crate::checklist::{Checklist, Question, QuestionId};
use crate::text::source::{ParseError, Problem, Source};
use crate::toml_text::{At, Fields, Keys, Parsed};

mod action;
mod answer;
mod bound;
mod details;
mod head;
mod lists;
mod published;
mod reply;
mod sent;
#[cfg(test)]
mod tests;
mod value;
mod write;

use action::{Actions, last_action};
use answer::{Rules, answer, carried, check_limits};
pub use details::set_details;
use head::{CHECKLIST, Head, check_edition, has_findings, head};
pub(super) use write::Draft;
pub use write::{EditError, NewAssessment, Revision, revise, set_actions, set_answers};

const ANSWERS: &str = "answers";
const CARRIED: &str = "carried";
const ACTIONS: &str = "actions";
const SENT: &str = "sent";

impl Assessment {
    /// Returns every problem in the file as one error. A date after `today` is a problem.
    pub fn parse(source: &Source, checklist: &Arc<Checklist>, today: NaiveDate) -> Result<Self, ParseError> {
        Self::read(&Parsed::new(source), checklist, today)
    }

    /// As [`Assessment::parse`], from a text that was parsed already. [`Header::read`] gives the name of the checklist.
    pub fn read(
        parsed: &Parsed<'_>,
        checklist: &Arc<Checklist>,
        today: NaiveDate,
    ) -> Result<Self, ParseError> {
        assessment(parsed, checklist, today)
    }
}

impl Header {
    /// If no checklist is named, returns every problem that can be found without one.
    pub fn read(parsed: &Parsed<'_>, today: NaiveDate) -> Result<Self, ParseError> {
        header(parsed, today)
    }

    /// The error for an assessment whose checklist is not available, with every problem that can be found without it.
    pub fn checklist_missing(
        &self,
        parsed: &Parsed<'_>,
        today: NaiveDate,
        why: impl Into<String>,
        help: impl Into<String>,
    ) -> ParseError {
        without_checklist(parsed, today, Problem::new(self.span.clone(), why, help))
    }
}

fn header(parsed: &Parsed<'_>, today: NaiveDate) -> Result<Header, ParseError> {
    let mut header = None;
    let read = parsed.read("an assessment", |fields| {
        let head = read_head(fields, today);
        let edition = head.edition.unwrap_or_default();
        let named = head.checklist.zip(fields.value_span(CHECKLIST));
        header = named.map(|(checklist, span)| Header { checklist, edition, span });
        skip_answers(fields);
        Some(())
    });
    // Other problems are shown when the assessment is read with its checklist; if it names none, they are shown now.
    header.ok_or_else(|| read.err().unwrap_or_else(|| unreadable(parsed.source())))
}

/// Marks the keys as known that can only be read with the checklist.
fn skip_answers(fields: &mut Fields<'_>) {
    last_action(&mut Keys::Read(fields), 0);
    [ANSWERS, CARRIED, ACTIONS, SENT].into_iter().for_each(|key| fields.skip(key));
}

fn unreadable(source: &Source) -> ParseError {
    ParseError::new(
        source.clone(),
        vec![Problem::new(0..0, "this is not an assessment", "start one with `healthcheck new`")],
    )
}

fn without_checklist(parsed: &Parsed<'_>, today: NaiveDate, problem: Problem) -> ParseError {
    let read = parsed.read("an assessment", |fields| {
        fields.note(problem);
        read_head(fields, today);
        skip_answers(fields);
        Some(())
    });
    read.err().unwrap_or_else(|| unreadable(parsed.source()))
}

fn assessment(
    parsed: &Parsed<'_>,
    checklist: &Arc<Checklist>,
    today: NaiveDate,
) -> Result<Assessment, ParseError> {
    parsed.read("an assessment", |fields| {
        let head = read_head(fields, today);
        check_edition(fields, &head, checklist);
        let last = last_action(&mut Keys::Read(fields), 0);
        let answers = read_answers(fields, checklist, today);
        let carried = read_carried(fields, checklist, today);
        let actions = read_actions(fields, checklist, today);
        let sent = read_sent(fields, checklist, today);
        let highest = actions.last().map_or(0, |action| action.id.0);
        Some(Assessment {
            force: head.force?,
            date: head.date?,
            assessor: head.assessor?,
            marking: head.marking,
            follows: head.follows,
            reviews: head.reviews,
            source: head.source,
            checklist: Arc::clone(checklist),
            answers,
            carried,
            actions,
            last_action: last.max(highest),
            sent,
        })
    })
}

fn read_head(fields: &mut Fields<'_>, today: NaiveDate) -> Head {
    head(&mut Keys::Read(fields), today, &Head::default())
}

fn read_answers(
    fields: &mut Fields<'_>,
    checklist: &Checklist,
    today: NaiveDate,
) -> BTreeMap<QuestionId, Answer> {
    let rules = Rules::for_answers(today, has_findings(fields));
    let mut answers = BTreeMap::new();
    let mut spans: BTreeMap<QuestionId, Range<usize>> = BTreeMap::new();
    fields.entries(ANSWERS, "an answer", ANSWER_EXAMPLE, |id, fields| {
        let question = known_question(fields, checklist, checklist.question(id.value), id);
        let answer = answer(&mut Keys::Read(fields), question, rules, None);
        if let (Some(question), Some(answer)) = (question, answer) {
            spans.extend(value::span(fields).map(|span| (question.id.clone(), span)));
            answers.insert(question.id.clone(), answer);
        }
    });
    check_limits(fields, checklist, &answers, &spans);
    answers
}

const ANSWER_EXAMPLE: &str = "level = \"in-place\"";

/// Answers of an earlier assessment, to questions of any edition.
fn read_carried(
    fields: &mut Fields<'_>,
    checklist: &Checklist,
    today: NaiveDate,
) -> BTreeMap<QuestionId, Carried> {
    let mut all = BTreeMap::new();
    fields.entries(CARRIED, "a carried answer", ANSWER_EXAMPLE, |id, fields| {
        let question = known_question(fields, checklist, checklist.question_in_any_edition(id.value), id);
        let carried = carried(&mut Keys::Read(fields), question, Rules::for_carried(today), None);
        if let (Some(question), Some(carried)) = (question, carried) {
            all.insert(question.id.clone(), carried);
        }
    });
    all
}

fn read_actions(fields: &mut Fields<'_>, checklist: &Checklist, today: NaiveDate) -> Vec<Action> {
    let mut format = Actions::new(checklist, today);
    let mut actions =
        Keys::Read(fields).key(ACTIONS).tables("an action", &[], |keys, given| format.action(keys, given));
    actions.sort_by_key(|action| action.id);
    actions
}

fn read_sent(fields: &mut Fields<'_>, checklist: &Checklist, today: NaiveDate) -> Vec<SentForm> {
    let mut seen = BTreeSet::new();
    let mut all = Keys::Read(fields).key(SENT).tables("a form that was sent", &[], |keys, given| {
        sent::sent(keys, checklist, today, &mut seen, given)
    });
    all.sort_by_key(|sent| sent.id);
    all
}

/// Notes a problem at an id if no question was found by it.
fn known_question<'c>(
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
