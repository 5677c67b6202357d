//! Answers that come back: merged in any order, none lost, and every conflict settled by somebody.

use std::collections::{BTreeMap, BTreeSet};

use integrity_healthcheck::assessment::{Answer, Assessment, Base, Evidence, Revision, Value, revise};
use integrity_healthcheck::checklist::{Level, Question, QuestionId};
use integrity_healthcheck::departments::merge::{Claim, Merge, Take, keep_question, merge, side_lines};
use integrity_healthcheck::text::source::Source;
use proptest::prelude::*;

use crate::properties::{answers, empty, with};
use crate::support::{small, today};

fn claim(from: usize, base: Option<Base>, (question, answer): &(Question, Answer)) -> Claim {
    Claim { question: question.id.clone(), from: format!("{from}.xlsx"), base, answer: answer.clone() }
}

/// Merges what came back, as the command does, and gives what the file then says.
fn merged((source, assessment): &(Source, Assessment), claims: &[Claim]) -> ((Source, Assessment), Merge) {
    let merge = merge(assessment, claims);
    let checklist = small();
    let taken = merge.new.iter().chain(&merge.changed);
    let answers = taken
        .map(|taken| (checklist.question(taken.question.as_str()).unwrap(), Some(taken.answer.clone())))
        .collect();
    let revision = Revision { answers, ..Revision::default() };
    (revise(source, assessment, &revision, today()).unwrap(), merge)
}

fn unsigned(answer: &Answer) -> Answer {
    Answer { by: None, on: None, ..answer.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each answer goes to one or two people, who agree; in whatever order and in however many goes they come back.
    #[test]
    fn where_nobody_differs_the_order_does_not_matter_and_nothing_is_lost(
        given in answers(&small()),
        before in answers(&small()),
        parts in prop::collection::vec((0..4usize, 0..4usize), 12),
        signed in prop::collection::vec((prop::option::of("[A-C]"), prop::option::of(0..3u64)), 24),
        goes in prop::collection::vec(0..3usize, 24),
        order in any::<prop::sample::Index>(),
    ) {
        let start = with(&before);
        let mut signatures = signed.into_iter();
        let mut claims = Vec::new();
        for ((one, other), pair) in parts.into_iter().zip(&given) {
            let base = Some(Base::new(start.1.answer(&pair.0.id)));
            for from in BTreeSet::from([one, other]) {
                let mut claim = claim(from, base, pair);
                if let Some((by, days)) = signatures.next() {
                    (claim.answer.by, claim.answer.on) = (by, days.map(|days| today() - chrono::Days::new(days)));
                }
                claims.push(claim);
            }
        }
        // A form gives one answer to a question: those of one file that agree with it are one.
        let (all, merge) = merged(&start, &claims);
        prop_assert_eq!(&merge.conflicts, &vec![]);
        for claim in &claims {
            prop_assert_eq!(all.1.answer(&claim.question).map(unsigned), Some(unsigned(&claim.answer)));
        }
        let untouched = start.1.answers.iter().filter(|(id, _)| !claims.iter().any(|claim| claim.question == **id));
        for (id, answer) in untouched {
            prop_assert_eq!(all.1.answer(id), Some(answer));
        }
        // Another order.
        let mut turned = claims.clone();
        if !turned.is_empty() {
            let at = order.index(turned.len());
            turned.rotate_left(at);
            turned.reverse();
        }
        prop_assert_eq!(&merged(&start, &turned).0.1.answers, &all.1.answers);
        // In three goes.
        let mut now = start.clone();
        for go in 0..3 {
            let part: Vec<Claim> =
                turned.iter().zip(&goes).filter(|(_, at)| **at == go).map(|(claim, _)| claim.clone()).collect();
            let (next, merge) = merged(&now, &part);
            prop_assert_eq!(&merge.conflicts, &vec![]);
            now = next;
        }
        prop_assert_eq!(&now.1.answers, &all.1.answers);
        // Once more changes nothing.
        let (again, merge) = merged(&all, &claims);
        prop_assert_eq!(again.0.text(), all.0.text());
        prop_assert!(merge.new.is_empty() && merge.changed.is_empty());
    }

    /// Whoever says what: every answer is in the file afterwards, or is a side of a conflict.
    #[test]
    fn whatever_comes_back_is_taken_or_stands_in_a_conflict(
        before in answers(&small()), first in answers(&small()), second in answers(&small()), third in answers(&small()),
        known in any::<[bool; 3]>(),
    ) {
        let start = with(&before);
        let mut claims = Vec::new();
        for (from, (answers, known)) in [first, second, third].iter().zip(known).enumerate() {
            claims.extend(answers.iter().map(|pair| {
                claim(from, known.then(|| Base::new(start.1.answer(&pair.0.id))), pair)
            }));
        }
        let merge = merge(&start.1, &claims);
        let conflicts: BTreeMap<&QuestionId, Vec<Answer>> = merge
            .conflicts
            .iter()
            .map(|conflict| (&conflict.question, conflict.sides.iter().map(|side| unsigned(&side.answer)).collect()))
            .collect();
        let taken: BTreeMap<&QuestionId, &Answer> =
            merge.new.iter().chain(&merge.changed).map(|taken| (&taken.question, &taken.answer)).collect();
        for claim in &claims {
            let said = unsigned(&claim.answer);
            let is_in_conflict = conflicts.get(&claim.question).is_some_and(|sides| sides.contains(&said));
            let is_taken = taken.get(&claim.question).is_some_and(|taken| unsigned(taken) == said);
            let stands = start.1.answer(&claim.question).is_some_and(|ours| unsigned(ours) == said);
            prop_assert!(is_in_conflict || is_taken || stands, "{claim:?}");
        }
        // Nor is what was there lost to somebody who did not know it.
        for (id, ours) in &start.1.answers {
            let unknown = claims.iter().any(|claim| claim.question == *id && claim.base.is_none() && unsigned(&claim.answer) != unsigned(ours));
            if unknown {
                prop_assert!(conflicts.get(id).is_some_and(|sides| sides.contains(&unsigned(ours))));
            }
        }
        let mut turned = claims.clone();
        turned.reverse();
        prop_assert_eq!(integrity_healthcheck::departments::merge::merge(&start.1, &turned), merge);
    }
}

/// An answer to the one question `a-heavy`, signed.
fn said(level: Level, note: &str, by: &str, on: &str) -> (Question, Answer) {
    let question = small().question("a-heavy").unwrap().clone();
    let note = (!note.is_empty()).then(|| note.to_owned());
    let (by, on) = (Some(by.to_owned()), Some(on.parse().unwrap()));
    (question, Answer { note, by, on, ..Answer::new(Value::from(level)) })
}

fn start_with(pair: &(Question, Answer)) -> (Source, Assessment) {
    with(std::slice::from_ref(pair))
}

#[test]
fn an_answer_given_over_the_one_that_is_there_takes_its_place() {
    let ours = said(Level::Absent, "", "A", "2026-11-01");
    let start = start_with(&ours);
    let theirs = said(Level::InPlace, "Done in May.", "B", "2026-11-10");
    let merge = merge(&start.1, &[claim(1, Some(Base::new(Some(&ours.1))), &theirs)]);
    assert_eq!(merge.changed.len(), 1);
    assert_eq!(merge.changed[0].answer, theirs.1);
}

#[test]
fn ours_that_was_changed_since_and_two_that_differ_are_conflicts() {
    let ours = said(Level::Absent, "", "A", "2026-11-12");
    let start = start_with(&ours);
    let theirs = said(Level::InPlace, "Done in May.", "B", "2026-11-10");
    let since = merge(&start.1, &[claim(1, Some(Base::Open), &theirs)]);
    assert_eq!(since.conflicts.len(), 1);
    let [ours_side, theirs_side] = since.conflicts[0].sides.as_slice() else { panic!("{since:?}") };
    assert!(ours_side.is_ours && ours_side.from.is_empty());
    assert_eq!(theirs_side.from, ["1.xlsx"]);

    let another = said(Level::Developing, "", "C", "2026-11-10");
    let two = merge(&empty().1, &[claim(1, Some(Base::Open), &theirs), claim(2, Some(Base::Open), &another)]);
    assert_eq!(two.conflicts[0].sides.len(), 2);
}

#[test]
fn a_rule_settles_what_it_can_and_leaves_the_rest() {
    let ours = said(Level::Absent, "", "A", "2026-11-12");
    let start = start_with(&ours);
    let theirs = said(Level::InPlace, "Done in May.", "B", "2026-11-10");
    let conflict = &merge(&start.1, &[claim(1, None, &theirs)]).conflicts[0];
    assert_eq!(conflict.taken(Take::Ours), Some(0));
    assert_eq!(conflict.taken(Take::Theirs), Some(1));
    assert_eq!(conflict.taken(Take::Newest), Some(0)); // 12 November is after the 10th
    // Two that came back: neither is "theirs"; and of one day neither is the newest.
    let another = said(Level::Developing, "", "C", "2026-11-10");
    let two = merge(&empty().1, &[claim(1, Some(Base::Open), &theirs), claim(2, Some(Base::Open), &another)]);
    let conflict = &two.conflicts[0];
    assert_eq!([Take::Ours, Take::Theirs, Take::Newest].map(|take| conflict.taken(take)), [None; 3]);
}

#[test]
fn a_losing_note_is_kept_with_its_author_where_it_is_asked_for() {
    let ours = said(Level::Absent, "None that we know.", "A. Assessor", "2026-11-12");
    let start = start_with(&ours);
    let theirs = said(Level::InPlace, "Done in May.", "B. Other", "2026-11-10");
    let conflict = &merge(&start.1, &[claim(1, None, &theirs)]).conflicts[0];
    let settled =
        |keep| conflict.settled(0, keep, Some(&ours.1), |value| value.word()).unwrap().answer.note.unwrap();
    assert_eq!(settled(false), "None that we know.");
    assert_eq!(
        settled(true),
        "None that we know.\n\nNot taken: in-place, by B. Other, 10 November 2026. Done in May."
    );
}

#[test]
fn what_would_not_be_lost_is_not_asked_about() {
    let ours = said(Level::Absent, "Done in May.", "A. Assessor", "2026-11-12");
    let start = start_with(&ours);
    let lost = |theirs: &(Question, Answer), at| {
        let conflict = merge(&start.1, &[claim(1, None, theirs)]).conflicts.remove(0);
        let lost = conflict.lost(at);
        (!lost.is_empty()).then(|| keep_question(&lost))
    };
    let same = said(Level::InPlace, "Done in May.", "B. Other", "2026-11-10");
    assert_eq!([lost(&same, 0), lost(&same, 1)], [None, None]);
    let none = said(Level::InPlace, "", "B. Other", "2026-11-10");
    assert_eq!(lost(&none, 0), None);
    assert_eq!(lost(&none, 1).unwrap(), "Keep what A. Assessor wrote with the answer not taken?");
    let mut shown = same.clone();
    shown.1.evidence = vec![Evidence { reference: "Log 7".to_owned(), dated: None }];
    assert_eq!(lost(&shown, 0).unwrap(), "Keep what B. Other wrote with the answer not taken?");
}

#[test]
fn what_tells_two_answers_apart_stands_first() {
    let name = "Siân Pŵell, head of corporate communications";
    let ours = said(Level::InPlace, "", name, "2026-11-12");
    let start = start_with(&ours);
    let lines = |theirs: &(Question, Answer)| {
        let conflict = merge(&start.1, &[claim(1, None, theirs)]).conflicts.remove(0);
        side_lines(&start.1, &conflict, "kent.toml")
    };
    let later = said(Level::InPlace, "Another note.", name, "2026-11-20");
    assert_eq!(lines(&later), ["12 November 2026 (kent.toml)", "20 November 2026 (1.xlsx)"]);
    let other = said(Level::Absent, "", "B. Other", "2026-11-12");
    // A name is cut at 24 characters.
    assert_eq!(
        lines(&other),
        ["in place, Siân Pŵell, head of cor… (kent.toml)", "absent, B. Other (1.xlsx)"]
    );
    let noted = said(Level::InPlace, "Another note.", name, "2026-11-12");
    assert_eq!(lines(&noted), ["kent.toml", "1.xlsx"]);
}
