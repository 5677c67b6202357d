//! Reads an assessment, noting every problem at its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::action::{ActionFormat, last_action};
use super::answer::{Rules, answer, carried, check_limits};
use super::head::{CHECKLIST, Head, check_edition, has_findings, head};
use super::known::known_question;
use super::names::{ACTIONS, ANSWERS, CARRIED, SENT};
use super::sent::sent;
use super::value;
use crate::assessment::{Action, Answer, Assessment, Carried, SentForm};
use crate::checklist::{Checklist, QuestionId};
use crate::text::source::{ParseError, Source};
use crate::toml_text::{Fields, Keys, Parsed};

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
        parsed.read("an assessment", |fields| {
            let head = read_head(fields, today);
            check_edition(fields, &head, checklist);
            let last = last_action(&mut Keys::Read(fields), 0);
            let answers = read_answers(fields, checklist, today);
            let carried = read_carried(fields, checklist, today);
            let actions = read_actions(fields, checklist, today);
            let sent = read_sent(fields, checklist, today);
            let highest = actions.last().map_or(0, |action| action.id.0);
            Some(Self {
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
}

/// The checklist that an assessment names, read before the assessment itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The checklist's id, or the path of its file relative to the assessment's.
    pub checklist: String,
    /// Blank if the file gives none.
    pub edition: String,
    span: Range<usize>,
}

impl Header {
    /// If no checklist is named, returns every problem that can be found without one.
    pub fn read(parsed: &Parsed<'_>, today: NaiveDate) -> Result<Self, ParseError> {
        let mut header = None;
        let read = parsed.read("an assessment", |fields| {
            let head = read_without_checklist(fields, today);
            let edition = head.edition.unwrap_or_default();
            let named = head.checklist.zip(fields.value_span(CHECKLIST));
            header = named.map(|(checklist, span)| Self { checklist, edition, span });
            Some(())
        });
        // Other problems are shown when the assessment is read with its checklist; if it names none, they are shown now.
        header.ok_or_else(|| read.expect_err("an assessment without a checklist has a problem"))
    }

    /// The error for an assessment whose checklist is not available, with every problem that can be found without it.
    pub fn checklist_missing(
        &self,
        parsed: &Parsed<'_>,
        today: NaiveDate,
        why: impl Into<String>,
        help: impl Into<String>,
    ) -> ParseError {
        let read = parsed.read("an assessment", |fields| {
            fields.problem(self.span.clone(), why, help);
            read_without_checklist(fields, today);
            Some(())
        });
        read.expect_err("the missing checklist is a problem")
    }
}

/// Reads the header, and marks the keys as known that can only be read with the checklist.
fn read_without_checklist(fields: &mut Fields<'_>, today: NaiveDate) -> Head {
    let head = read_head(fields, today);
    last_action(&mut Keys::Read(fields), 0);
    [ANSWERS, CARRIED, ACTIONS, SENT].into_iter().for_each(|key| fields.skip(key));
    head
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
    let mut format = ActionFormat::new(checklist, today);
    let mut actions =
        Keys::Read(fields).key(ACTIONS).tables("an action", &[], |keys, given| format.action(keys, given));
    actions.sort_by_key(|action| action.id);
    actions
}

fn read_sent(fields: &mut Fields<'_>, checklist: &Checklist, today: NaiveDate) -> Vec<SentForm> {
    let mut seen = BTreeSet::new();
    let mut all = Keys::Read(fields)
        .key(SENT)
        .tables("a form that was sent", &[], |keys, given| sent(keys, checklist, today, &mut seen, given));
    all.sort_by_key(|sent| sent.id);
    all
}
