//! What becomes of answers that were carried along.

use integrity_healthcheck::assessment::{Assessment, Renewed};

use crate::support::small_with;

fn renewed(assessment: &Assessment, id: &str) -> Option<Renewed> {
    assessment.renewal_of(&assessment.checklist.question(id).unwrap().id)
}

/// What was answered last time to each question of the small checklist but one.
const CARRIED: &str = "
carried.a-heavy = { from = 2025-11-03, level = 'in-place', note = 'One.', evidence = [{ ref = 'Audit', dated = 2025-06-30 }] }
carried.a-light = { from = 2025-11-03, level = 'developing', note = 'One.' }
carried.a-other = { from = 2025-11-03, level = 'absent' }
carried.b-plain = { from = 2025-11-03, level = 'unknown' }
carried.b-high = { from = 2025-11-03, level = 'assured', evidence = [{ ref = 'Audit' }] }
carried.c-all = { from = 2025-11-03, count = 5 }
carried.c-change = { from = 2025-11-03, count = 1 }
";

#[test]
fn confirmed_is_what_stands_as_it_was() {
    let assessment = small_with(&format!(
        "{CARRIED}
        [answers.a-heavy]
        level = 'in-place'
        note = 'One.'
        evidence = [{{ ref = 'Audit', dated = 2025-06-30 }}]
        by = 'Somebody else'
        on = 2026-11-20
        [answers.a-light]
        level = 'developing'
        note = 'Two.'
        [answers.b-plain]
        level = 'absent'
        [answers.b-high]
        level = 'assured'
        evidence = [{{ ref = 'Audit', dated = 2026-06-30 }}]
        [answers.c-all]
        count = 5
        [answers.c-change]
        count = 0
        [answers.d-only]
        level = 'absent'"
    ));
    let expected = [
        ("a-heavy", Some(Renewed::Confirmed)), // signed by another on another day, and still the same answer
        ("a-light", Some(Renewed::Same)),      // another note
        ("a-other", Some(Renewed::Open)),
        ("b-plain", Some(Renewed::Changed)),
        ("b-high", Some(Renewed::Same)), // other evidence
        ("c-all", Some(Renewed::Same)),  // a count is of a new period
        ("c-change", Some(Renewed::Changed)),
        ("d-only", None), // not answered last time
    ];
    for (id, expected) in expected {
        assert_eq!(renewed(&assessment, id), expected, "{id}");
    }
    let figures = [Renewed::Confirmed, Renewed::Same, Renewed::Changed, Renewed::Open, Renewed::Gone];
    assert_eq!(figures.map(|renewed| assessment.count_renewed(renewed)), [1, 3, 2, 1, 0]);
}
