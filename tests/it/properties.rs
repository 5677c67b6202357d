//! What holds for any input.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use integrity_healthcheck::assessment::{
    Answer, Assessment, Evidence, Levels, NewAssessment, Value, renew, set_answers,
};
use integrity_healthcheck::checklist::{Checklist, Count, Kind, Level, Question};
use integrity_healthcheck::text::characters::first_refused;
use integrity_healthcheck::text::source::Source;
use proptest::prelude::*;

use crate::support::{Folder, SOURCE, header, parsed, shipped_header, shipped_with, small, today};

/// Any text that a person may write: no hidden characters, not blank.
pub fn text() -> impl Strategy<Value = String> {
    "[\\PC\n\t\"'\\\\#=\\[\\]{}]{0,40}".prop_map(|mut text| {
        while let Some((at, _)) = first_refused(&text) {
            text.remove(at);
        }
        format!("x{text}")
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..9000u64).prop_map(|days| today() - chrono::Days::new(days))
}

pub fn answer_to(question: &Question) -> BoxedStrategy<Answer> {
    let value = match &question.kind {
        Kind::Scale(_) => prop::sample::select(Level::ALL.to_vec()).prop_map(Value::from).boxed(),
        // c-some may not exceed c-all, which is kept apart from it.
        Kind::Count(Count { at_most: Some(_), .. }) => (0..5i64).prop_map(Value::Count).boxed(),
        Kind::Count(Count { signed: true, .. }) => any::<i64>().prop_map(Value::Count).boxed(),
        Kind::Count(_) => (5..i64::MAX).prop_map(Value::Count).boxed(),
    };
    let value = prop_oneof![4 => value, 1 => Just(Value::Unknown), 1 => Just(Value::NotApplicable)];
    let evidence = prop::collection::vec(
        (text(), prop::option::of(date())).prop_map(|(reference, dated)| Evidence { reference, dated }),
        0..3,
    );
    let is_count = question.count().is_some();
    let people = (prop::option::of(text()), prop::option::of(date()), prop::option::of((date(), date())));
    (value, prop::option::of(text()), evidence, people)
        .prop_map(move |(value, note, evidence, (by, on, period))| {
            let note = if value == Value::NotApplicable { note.or(Some("why".to_owned())) } else { note };
            let period = period.filter(|_| is_count).map(|(a, b)| (a.min(b), a.max(b)));
            let (from, to) = (period.map(|period| period.0), period.map(|period| period.1));
            Answer { value, note, evidence, by, on, from, to }
        })
        .boxed()
}

pub fn answers(checklist: &Checklist) -> impl Strategy<Value = Vec<(Question, Answer)>> + use<> {
    let each: Vec<_> = checklist
        .questions()
        .map(|question| (Just(question.clone()), prop::option::of(answer_to(question))))
        .collect();
    each.prop_map(|each| {
        each.into_iter().filter_map(|(question, answer)| Some((question, answer?))).collect::<Vec<_>>()
    })
    .prop_shuffle()
}

/// An assessment of the small checklist in which nothing is answered, and its text.
pub fn empty() -> (Source, Assessment) {
    let source = Source::new("a.toml", header("small.toml", "1"));
    let assessment = parsed(&source, &small());
    (source, assessment)
}

/// The same with these answers.
pub fn with(answers: &[(Question, Answer)]) -> (Source, Assessment) {
    let (source, assessment) = empty();
    let changes: Vec<_> = answers.iter().map(|(question, answer)| (question, Some(answer.clone()))).collect();
    set_answers(&source, &assessment, &changes, today()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again_the_same(force in text(), marking in prop::option::of(text()), answers in answers(&small())) {
        let new = NewAssessment {
            force: &force, date: today(), assessor: "PSD", checklist: "small.toml", edition: "1", marking: marking.as_deref(),
        };
        let mut source = Source::new("a.toml", new.to_toml());
        let mut assessment = Assessment::parse(&source, &small(), today()).unwrap();
        prop_assert_eq!(&assessment.force, &force);
        prop_assert_eq!(&assessment.marking, &marking);
        let mut expected = BTreeMap::new();
        for (question, answer) in answers {
            (source, assessment) = set_answers(&source, &assessment, &[(&question, Some(answer.clone()))], today()).unwrap();
            expected.insert(question.id, answer);
        }
        prop_assert_eq!(&Assessment::parse(&source, &small(), today()).unwrap().answers, &expected);
    }

    #[test]
    fn a_finding_that_is_written_is_read_again_the_same(ends in (0..4usize, 0..4usize)) {
        let levels = Levels::new(Level::ALL[ends.0.min(ends.1)], Level::ALL[ends.0.max(ends.1)]).unwrap();
        let source = Source::new("a.toml", format!("{}{SOURCE}", header("small.toml", "1")));
        let assessment = Assessment::parse(&source, &small(), today()).unwrap();
        let question = assessment.checklist.question("a-heavy").unwrap().clone();
        let change = (&question, Some(Answer::new(Value::Level(levels))));
        let (source, found) = set_answers(&source, &assessment, &[change], today()).unwrap();
        prop_assert_eq!(found.answer(&question.id).unwrap().value, Value::Level(levels));
        // One level alone takes the other end out again.
        let change = (&question, Some(Answer::new(Value::from(Level::InPlace))));
        let (source, _) = set_answers(&source, &found, &[change], today()).unwrap();
        prop_assert!(!source.text().contains("highest"));
    }

    #[test]
    fn what_is_renewed_carries_every_answer_and_answers_none(answers in answers(&small())) {
        let (_, last) = with(&answers);
        let renewal = renew(&last, &small(), "small.toml", today(), None);
        let next = Assessment::parse(&Source::new("b.toml", renewal.text.as_str()), &small(), today()).unwrap();
        prop_assert!(next.answers.is_empty());
        prop_assert_eq!(renewal.carried, last.answers.len());
        for (id, carried) in &next.carried {
            prop_assert_eq!(Some(&carried.answer), last.answers.get(id));
            prop_assert_eq!(carried.from, last.date);
        }
        // A year without an answer loses nothing either.
        let again = renew(&next, &small(), "small.toml", today(), None);
        let after = Assessment::parse(&Source::new("c.toml", again.text), &small(), today()).unwrap();
        prop_assert_eq!(after.carried, next.carried);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read(bytes)?;
    }

    #[test]
    fn no_toml_makes_the_reader_panic(body in "([a-z.\\[\\]{}=\"',#\n 0-9-]|answers|level|count|note|sections|questions|levels|evidence){0,60}") {
        read(shipped_with(&body).into_bytes())?;
        read(body.into_bytes())?;
    }
}

/// Reads bytes as `check` does, as an assessment and as a checklist, and shows the problems.
fn read(bytes: Vec<u8>) -> Result<(), TestCaseError> {
    let source = match Source::from_bytes("x", bytes) {
        Ok(source) => source,
        Err(invalid) => {
            prop_assert!(invalid.to_string().starts_with("x:"));
            return Ok(());
        }
    };
    let read = [Checklist::parse(&source).err(), Assessment::parse(&source, &small(), today()).err()];
    for invalid in read.into_iter().flatten() {
        prop_assert!(!invalid.problems().is_empty());
        prop_assert!(invalid.to_string().starts_with("x:"), "{}", invalid);
    }
    Ok(())
}

#[test]
fn check_ends_in_0_or_1_on_hostile_files() {
    let deep = format!("{}x = {}{}", shipped_header(), "[".repeat(20_000), "]".repeat(20_000));
    let many = format!("{}{}", shipped_header(), "[answers.a]\n".repeat(20_000));
    let wide = format!("{}note = \"{}\"", shipped_header(), "é".repeat(500_000));
    let hostile: [&[u8]; 9] = [
        b"",
        b"\n\n\n",
        b"\0\0\0\0",
        b"\xEF\xBB\xBF",
        b"answers = 1",
        b"sections = 1",
        deep.as_bytes(),
        many.as_bytes(),
        wide.as_bytes(),
    ];
    for (at, bytes) in hostile.iter().enumerate() {
        let ran = Folder::with("a.toml", bytes).run("check a.toml");
        assert!(matches!(ran.status, 0 | 1), "{at}: {} {}", ran.status, ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{at}: {}", ran.stderr);
    }
}
