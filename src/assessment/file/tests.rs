//! Every key is read as it was written: of the header, an answer, a carried-over answer, an action and a sent form.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::{collection::vec, option, sample};

use super::head::Head;
use super::write::NewFile;
use super::{Revision, revise, set_actions, set_answers};
use crate::approval::Digest;
use crate::assessment::{
    Action, ActionId, ActionNote, Answer, Assessment, Carried, Done, Due, Evidence, Follows, FormId, Levels,
    Publication, Published, Reviews, Sample, SentForm, Standing, Status, Value,
};
use crate::checklist::{Checklist, Count, Kind, Level, Question, QuestionId};
use crate::text::characters::first_refused;
use crate::text::source::Source;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// Four level questions and three counts; `c-some` may not exceed `c-all`.
fn small() -> Arc<Checklist> {
    let text = include_str!("../../../tests/fixtures/small.toml");
    Arc::new(Checklist::parse(&Source::new("small.toml", text)).unwrap())
}

/// Text with characters that mean something in TOML.
fn text() -> impl Strategy<Value = String> {
    "[\\PC\n\t\"'\\\\#=\\[\\]{}]{0,30}".prop_map(|mut text| {
        while let Some((at, _)) = first_refused(&text) {
            text.remove(at);
        }
        format!("x{text}")
    })
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..9000u64).prop_map(|days| today() - chrono::Days::new(days))
}

fn period() -> impl Strategy<Value = (Option<NaiveDate>, Option<NaiveDate>)> {
    (option::of(day()), option::of(day())).prop_map(|days| match days {
        (Some(from), Some(to)) => (Some(from.min(to)), Some(from.max(to))),
        days => days,
    })
}

fn levels(ranges: bool) -> impl Strategy<Value = Levels> {
    (sample::select(Level::ALL.to_vec()), sample::select(Level::ALL.to_vec())).prop_map(move |(a, b)| {
        if ranges { Levels::new(a.min(b), a.max(b)).unwrap() } else { Levels::one(a) }
    })
}

fn value_to(question: &Question, ranges: bool) -> BoxedStrategy<Value> {
    let value = match &question.kind {
        Kind::Scale(_) => levels(ranges).prop_map(Value::Level).boxed(),
        Kind::Count(Count { at_most: Some(_), .. }) => (0..5i64).prop_map(Value::Count).boxed(),
        Kind::Count(Count { signed: true, .. }) => any::<i64>().prop_map(Value::Count).boxed(),
        Kind::Count(_) => (5..i64::MAX).prop_map(Value::Count).boxed(),
    };
    prop_oneof![4 => value, 1 => Just(Value::Unknown), 1 => Just(Value::NotApplicable)].boxed()
}

fn answer_to(question: &Question, ranges: bool) -> impl Strategy<Value = Answer> + use<> {
    let is_count = question.count().is_some();
    let piece = (text(), option::of(day())).prop_map(|(reference, dated)| Evidence { reference, dated });
    let said = (option::of(text()), vec(piece, 0..3), option::of(text()), option::of(day()));
    (value_to(question, ranges), said, period()).prop_map(move |(value, said, period)| {
        let (note, evidence, by, on) = said;
        let note = note.or((value == Value::NotApplicable).then(|| "why".to_owned()));
        let (from, to) = if is_count { period } else { (None, None) };
        Answer { value, note, evidence, by, on, from, to }
    })
}

fn level_then() -> impl Strategy<Value = Option<Standing>> {
    let level = levels(false).prop_map(Standing::Level);
    option::of(prop_oneof![4 => level, 1 => Just(Standing::Unknown)])
}

fn carried_to(question: &Question) -> impl Strategy<Value = Carried> + use<> {
    let done = (1..99u32, text(), level_then());
    let done = done.prop_map(|(id, action, level_then)| Done { id: ActionId(id), action, level_then });
    (day(), answer_to(question, false), vec(done, 0..3)).prop_map(|(from, answer, done)| Carried {
        from,
        answer,
        done,
    })
}

fn action_about(question: &Question) -> impl Strategy<Value = Action> + use<> {
    let question = question.id.clone();
    let due = prop_oneof![day().prop_map(Due::On), text().prop_map(Due::Never)];
    let note = (day(), text()).prop_map(|(on, text)| ActionNote { on, text });
    let status = (sample::select(Status::ALL.to_vec()), option::of(text()));
    (level_then(), text(), text(), due, status, vec(note, 0..3)).prop_map(
        move |(level_then, action, owner, due, (status, reason), notes)| {
            let reason = reason.or((status == Status::NotToBeDone).then(|| "why".to_owned()));
            let (id, question) = (ActionId(0), question.clone());
            Action { id, question, level_then, action, owner, due, status, reason, notes }
        },
    )
}

fn follows() -> impl Strategy<Value = Follows> {
    (day(), day(), text()).prop_map(|(date, approved, text)| Follows {
        date,
        approved,
        sha256: Digest::compute(text),
    })
}

fn reviews() -> impl Strategy<Value = Reviews> {
    let sample = (any::<u32>(), any::<u32>()).prop_map(|(number, seed)| Sample { number, seed });
    (text(), option::of(sample)).prop_map(|(file, sample)| Reviews {
        sha256: Digest::compute(&file),
        file,
        sample,
    })
}

fn source() -> impl Strategy<Value = Published> {
    let kind = sample::select(Publication::ALL.to_vec());
    let printed = (text(), text(), text(), option::of(text()));
    let more = (option::of(text()), vec(text(), 0..3));
    (kind, printed, period(), option::of(text()), option::of(day()), more).prop_map(
        |(kind, (title, publisher, published, isbn), (from, to), address, read, (force_today, notes))| {
            Published { kind, title, publisher, published, isbn, from, to, address, read, force_today, notes }
        },
    )
}

fn forms() -> impl Strategy<Value = Vec<SentForm>> {
    let ids: Vec<QuestionId> = small().questions().map(|question| question.id.clone()).collect();
    let asked = sample::subsequence(ids.clone(), 1..=ids.len());
    let form = (text(), day(), option::of(day()), asked, option::of(day()));
    let form = form.prop_map(|(to, on, due, questions, returned)| SentForm {
        id: FormId(0),
        to,
        on,
        due,
        questions,
        returned,
    });
    vec(form, 0..3)
        .prop_map(|all| (1..).zip(all).map(|(id, sent)| SentForm { id: FormId(id), ..sent }).collect())
}

fn of_some<T: std::fmt::Debug, S: Strategy<Value = T> + 'static>(
    of: impl Fn(&Question) -> S,
) -> impl Strategy<Value = BTreeMap<QuestionId, T>> {
    let each = |question: &Question| (Just(question.id.clone()), option::of(of(question)));
    let all: Vec<_> = small().questions().map(each).collect();
    all.prop_map(|all| all.into_iter().filter_map(|(id, given)| Some((id, given?))).collect())
}

/// An assessment with anything that a file can hold.
fn whole() -> impl Strategy<Value = Assessment> {
    let head = (text(), day(), text(), option::of(text()), option::of(follows()));
    let parts = (option::of(source()), option::of(reviews())).prop_flat_map(|(source, reviews)| {
        let ranges = source.is_some() || reviews.is_some();
        let answers = of_some(move |question| answer_to(question, ranges));
        (
            (Just(source), Just(reviews)),
            answers,
            of_some(carried_to),
            of_some(action_about),
            (0..9u32, forms()),
        )
    });
    (head, parts).prop_map(
        |(
            (force, date, assessor, marking, follows),
            ((source, reviews), answers, carried, about, (more, sent)),
        )| {
            let actions: Vec<Action> = (1..)
                .zip(about.into_values())
                .map(|(id, action)| Action { id: ActionId(id), ..action })
                .collect();
            let last_action = u32::try_from(actions.len()).unwrap() + more;
            let checklist = small();
            Assessment {
                force,
                date,
                assessor,
                marking,
                follows,
                reviews,
                source,
                checklist,
                answers,
                carried,
                actions,
                last_action,
                sent,
            }
        },
    )
}

/// A new file with the header, the carried-over answers and the actions.
fn written(given: &Assessment) -> Source {
    let head = Head {
        force: Some(given.force.clone()),
        date: Some(given.date),
        assessor: Some(given.assessor.clone()),
        checklist: Some(given.checklist.id.clone()),
        edition: Some(given.checklist.edition.clone()),
        marking: given.marking.clone(),
        follows: given.follows.clone(),
        reviews: given.reviews.clone(),
        source: given.source.clone(),
    };
    let mut file = NewFile::with_head(&head, today());
    for (id, carried) in &given.carried {
        file.add_carried(given.checklist.question(id.as_str()).unwrap(), carried);
    }
    file.add_actions(&given.checklist, &given.actions, given.last_action);
    Source::new("a.toml", file.into_text())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_whole_assessment_is_read_as_it_was_written(given in whole()) {
        let source = written(&given);
        let read = Assessment::parse(&source, &given.checklist, today()).unwrap_or_else(|invalid| panic!("{invalid}"));
        let changes: Vec<_> = given
            .answers
            .iter()
            .map(|(id, answer)| (given.checklist.question(id.as_str()).unwrap(), Some(answer.clone())))
            .collect();
        let revision = Revision { answers: changes.clone(), actions: None, sent: Some(given.sent.clone()) };
        let (source, read) = revise(&source, &read, &revision, today()).unwrap();
        prop_assert_eq!(&read, &given);
        // Setting all of it once more changes nothing.
        let (again, _) = set_answers(&source, &read, &changes, today()).unwrap();
        let (again, _) = set_actions(&again, &read, given.actions.clone(), today()).unwrap();
        prop_assert_eq!(again.text(), source.text());
    }
}

fn help(body: &str) -> String {
    let head =
        "format = 1\nforce = 'F'\ndate = 2026-11-02\nassessor = 'A'\nchecklist = 'small'\nedition = '1'\n";
    let invalid = Assessment::parse(&Source::new("a.toml", format!("{head}{body}")), &small(), today());
    invalid.unwrap_err().problems().first().unwrap().help.clone()
}

#[test]
fn an_unknown_key_is_told_each_key_once_in_the_order_of_the_file() {
    assert_eq!(
        help("zzzzzzzz = 1\n"),
        "delete it; an assessment may have: format, force, date, assessor, checklist, edition, marking, follows, \
         reviews, source, last-action, answers, carried, actions, sent"
    );
    assert_eq!(
        help("[answers.a-heavy]\nlevel = 'absent'\nzzzzzzzz = 1\n"),
        "delete it; an answer may have: level, highest, count, note, evidence, by, on, from, to"
    );
    assert_eq!(
        help("[[sent]]\nid = 'F1'\nto = 'A'\non = 2026-11-02\nquestions = ['a-heavy']\nzzzzzzzz = 1\n"),
        "delete it; a form that was sent may have: id, to, on, due, questions, returned"
    );
    assert_eq!(
        help("[carried.c-all]\nfrom = 2025-11-02\ncount = 1\nzzzzzzzz = 1\n"),
        "delete it; a carried answer may have: from, level, highest, count, note, evidence, by, on, period-from, \
         period-to, done"
    );
}
