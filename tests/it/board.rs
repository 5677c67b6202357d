//! Page one of a report: each sentence from figures that are worked out by hand, with none, one and many.

use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::document::{Block, Document};
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::report;
use integrity_healthcheck::results::{PublicReport, Report, for_the_public};

use crate::support::{MustReplace, assert_begins, assert_lacks, small_findings, small_with, today};

/// Paragraphs and points of page one, in the order in which they are read.
fn said(document: &Document) -> Vec<String> {
    let blocks = document.blocks.iter().flat_map(|block| match block {
        Block::Numbered { text, .. } => vec![text.clone()],
        Block::List(points) => points.iter().map(|point| format!("- {}", point.text)).collect(),
        _ => Vec::new(),
    });
    blocks.collect()
}

fn page_one(assessment: &Assessment) -> Vec<String> {
    said(&report::summary(&Report::new(Named { name: "a.toml", assessment }, &[], today())))
}

/// Every level question of the small checklist: a-heavy (essential), a-light, a-other, b-plain, b-high, d-only. Their target
/// is in place, but for b-high, whose is assured.
const ALL_MET: &str = "[answers]
a-heavy = { level = 'in-place', evidence = [{ ref = 'Audit' }] }
a-light = { level = 'in-place', evidence = [{ ref = 'Audit' }] }
a-other = { level = 'assured', evidence = [{ ref = 'Audit' }] }
b-plain = { level = 'in-place', evidence = [{ ref = 'Audit' }] }
b-high = { level = 'assured', evidence = [{ ref = 'Audit' }] }
d-only = { level = 'in-place', evidence = [{ ref = 'Audit' }] }
c-all = { count = 4 }
c-some = { count = 2 }
c-change = { count = 0 }
";

/// All targets met, but for the answers to these questions; an empty answer is none.
fn all_met_but(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(ALL_MET.to_owned(), |text, (id, answer)| {
        let line = text.lines().find(|line| line.starts_with(&format!("{id} = "))).unwrap();
        let line_now = if answer.is_empty() { String::new() } else { format!("{id} = {{ {answer} }}") };
        text.replace(line, &line_now)
    })
}

/// An answer below its target, with evidence.
const DEVELOPING: &str = "level = 'developing', evidence = [{ ref = 'Audit' }]";

#[test]
fn where_nothing_is_wrong_nothing_else_is_said() {
    let said = page_one(&small_with(ALL_MET));
    let expected = [
        "Test Police meets all 6 targets that apply to it.",
        "The board is asked to:",
        "- approve this healthcheck.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn one_of_each_is_told_as_one() {
    let one = all_met_but(&[
        ("a-heavy", "level = 'absent', evidence = [{ ref = 'Audit' }]"),
        ("a-light", "level = 'unknown'"),
        ("b-plain", "level = 'in-place'"),
        ("d-only", "level = 'not-applicable', note = 'Nobody does.'"),
        ("c-some", ""),
    ]);
    let said = page_one(&small_with(&one));
    // Of the five that apply a-heavy and a-light are missed; a-heavy is essential, b-plain names no evidence.
    let expected = [
        "Test Police meets 3 of the 5 targets that apply to it. Of the 2 it misses, one is essential, and one counts as \
         missed because nobody could say how things stand. One question is said not to apply. For one of the targets met no evidence is named. 1 figure is \
         not answered yet, so this is a draft and what it says may change.",
        "One essential target is missed:",
        "- A heavy: absent; target: in place. No action is agreed.",
        "The board is asked to:",
        "- agree an action for this essential gap: A heavy.",
        "- decide whether to act on the one other gap without an action, or to accept it.",
        "- have the facts established on this question, which nobody could answer: A light.",
        "- agree that this does not apply: D only (“Nobody does.”).",
    ];
    // What is not finished cannot be approved.
    assert_eq!(said, expected);
}

#[test]
fn where_one_target_or_none_applies_that_is_what_is_said() {
    #[track_caller]
    fn begins(answers: &str, expected: &str) {
        let first = page_one(&small_with(answers)).remove(0);
        assert_begins(&first, expected);
    }
    begins(
        "answers.a-heavy = { level = 'in-place', evidence = [{ ref = 'Audit' }] }",
        "Test Police meets the one target answered so far. 5 questions and 3 figures are not",
    );
    let missed = "Test Police misses the one target answered so far. It is essential.";
    begins("answers.a-heavy = { level = 'absent' }", missed);
    let none = ["a-heavy", "a-light", "a-other", "b-plain", "b-high", "d-only"]
        .map(|id| format!("answers.{id} = {{ level = 'not-applicable', note = 'None.' }}\n"));
    let none = none.concat();
    begins(&none, "No target applies to Test Police.");
    let one = none.must_replace("a-heavy = { level = 'not-applicable'", "a-heavy = { level = 'in-place'");
    begins(&one, "Test Police meets the one target that applies to it.");
    begins("", "Nothing can be said yet of where Test Police stands.");
}

/// Today is 22 November 2026.
const PLAN: &str = "\
actions = [
    { id = 'A1', question = 'a-heavy', action = 'Write the rule.', owner = 'Head of PSD', due = 2026-11-21, status = 'planned' },
    { id = 'A2', question = 'a-heavy', action = 'Tell everyone', owner = 'Head of Communications', no-due = 'after the rule', status = 'under way' },
    { id = 'A3', question = 'a-light', action = 'Buy a system', owner = 'Head of IT', due = 2026-06-30, status = 'planned' },
    { id = 'A4', question = 'a-other', action = 'Train all', owner = 'Head of Training', no-due = 'none', status = 'not to be done', reason = 'No time.' },
]
";

#[test]
fn actions_stand_with_owner_date_and_how_late_they_are() {
    let text = all_met_but(&[("a-heavy", DEVELOPING)]);
    let said = page_one(&small_with(&format!("{PLAN}{text}")));
    // From 30 June to 22 November: 31 + 31 + 30 + 31 + 22 = 145 days.
    let expected = [
        "Test Police meets 5 of the 6 targets that apply to it. The one it misses is essential.",
        "One essential target is missed:",
        "- A heavy: developing; target: in place. A1: Write the rule (Head of PSD, was due on 21 November 2026, 1 day late); A2: \
         Tell everyone (Head of Communications, no date: after the rule).",
        "Two actions are overdue:",
        "- A3: Buy a system (Head of IT, was due on 30 June 2026, 145 days late).",
        "- A1: Write the rule (Head of PSD, was due on 21 November 2026, 1 day late).",
        "The board is asked to:",
        "- give the overdue actions A3 and A1 new dates.",
        "- give this action a date: A2: Tell everyone (Head of Communications, no date: after the rule).",
        "- accept that this action will not be done: A4: Train all (“No time.”).",
        "- approve this healthcheck.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn what_moved_since_last_time_is_told_from_what_was_carried_along() {
    let carried = "
carried.a-heavy = { from = 2025-11-03, level = 'developing' }
carried.a-light = { from = 2025-11-03, level = 'assured' }
carried.b-plain = { from = 2025-11-03, level = 'in-place' }
carried.a-other = { from = 2025-11-03, level = 'unknown' }
carried.b-high = { from = 2025-11-03, level = 'assured' }
";
    let now = all_met_but(&[("b-high", "level = 'unknown'")]);
    let said = page_one(&small_with(&format!("{carried}{now}")));
    // a-heavy rose, a-light slipped, b-plain stayed; b-high had a level and is unknown; a-other was unknown. Then three
    // targets were met: a-light, b-plain and b-high. Now five are: b-high no longer, but a-heavy, a-other, which was unknown,
    // and d-only, which was not asked then.
    let moved = [
        "Of the answers of 3 November 2025, 1 has risen, 1 has slipped, 1 that was known can no longer be given, 1 that \
         was unknown has a level and 1 is unchanged.",
        "- Slipped: A light (assured, now in place).",
        "- No longer known: B high (was assured).",
        "- Risen, of the essential ones: A heavy.",
    ];
    let expected = "Test Police meets 5 of the 6 targets that apply to it, 2 more than last time (3): 3 are newly met, and 1 \
                    that was met no longer is.";
    assert!(said[0].starts_with(expected), "{said:#?}");
    assert_eq!(said[1..5], moved, "{said:#?}");
    // While anything is open, fewer targets than last time would be no news.
    let open = all_met_but(&[("b-high", "level = 'unknown'"), ("d-only", "")]);
    let said = page_one(&small_with(&format!("{carried}{open}")));
    assert!(said[0].starts_with("Test Police meets 4 of the 5 targets answered so far."), "{said:#?}");
    // What is said not to apply is not missed.
    let aside = all_met_but(&[("b-high", "level = 'not-applicable', note = 'None.'")]);
    let said = page_one(&small_with(&format!("{carried}{aside}")));
    let expected = "Test Police meets all 5 targets that apply to it, 2 more than last time (3): 3 are newly met, and 1 that was \
                    met is now said not to apply.";
    assert!(said[0].starts_with(expected), "{said:#?}");
}

#[test]
fn essential_targets_that_nothing_shows_are_named() {
    let said = page_one(&small_with(&all_met_but(&[("a-heavy", "level = 'in-place'")])));
    let expected = "For one of the targets met no evidence is named. It is essential: A heavy.";
    assert!(said[0].ends_with(expected), "{said:#?}");
}

#[test]
fn strengths_rest_on_evidence_of_the_last_twelve_months() {
    let strong = |dated: &str| {
        let heavy = format!("level = 'assured', evidence = [{{ ref = 'Audit', dated = {dated} }}]");
        let said = page_one(&small_with(&all_met_but(&[("a-heavy", &heavy)])));
        said.iter().any(|said| said.starts_with("Strengths") && said.contains("A heavy"))
    };
    // Today is 22 November 2026.
    assert!(strong("2025-11-22") && !strong("2025-11-21"));
}

#[test]
fn what_was_published_is_told_by_what_is_sure() {
    let found = small_findings(
        "[answers]
        a-heavy = { level = 'absent', highest = 'developing' }
        a-light = { level = 'in-place', highest = 'assured' }
        b-plain = { level = 'developing', highest = 'in-place' }",
    );
    let said = page_one(&found);
    let expected = [
        "HMIC said something on 3 of the 6 questions. By our reading Test Police certainly met the target of 1 and certainly \
         fell short of 1; of 1 the words do not settle it.",
        "One essential target is missed:",
        "- A heavy: absent to developing; target: in place.",
    ];
    assert_eq!(said, expected);
}

#[test]
fn the_public_is_told_what_this_is_and_whether_anything_is_done() {
    let text = all_met_but(&[("a-heavy", DEVELOPING)]);
    let cleared = for_the_public(&small_with(&format!("{PLAN}{text}")), None);
    let report = PublicReport::new(&cleared, &[], &[], &[], today(), None).unwrap();
    let said = said(&report::gap_report(&report));
    assert!(
        said[0].starts_with("Test Police has looked at its arrangements for arithmetic, by"),
        "{said:#?}"
    );
    let heavy = "- A heavy: developing; target: in place. An action is planned or under way.";
    assert!(said.iter().any(|text| text == heavy), "{said:#?}");
    assert_lacks!(said.concat(), "Head of", "Write the rule");
}
