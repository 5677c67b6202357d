//! One assessment beside another, on cases worked out by hand.

use integrity_healthcheck::compare::{Named, Relation, compare, practice};

use crate::support::small_with;

const OURS: &str = "
[answers]
a-heavy = { level = 'assured' }
a-light = { level = 'developing' }
a-other = { level = 'unknown' }
b-plain = { level = 'in-place' }
b-high = { level = 'not-applicable', note = 'because' }
";

const THEIRS: &str = "
[answers]
a-heavy = { level = 'in-place' }
a-light = { level = 'developing' }
a-other = { level = 'developing' }
b-high = { level = 'assured' }
d-only = { level = 'assured' }
";

#[test]
fn shared_questions_alone_are_compared_and_scored() {
    let (ours, theirs) = (small_with(OURS), small_with(THEIRS));
    let comparisons = compare(&ours, &[Named { name: "theirs", assessment: &theirs }]);
    let comparison = &comparisons[0];
    // a-heavy ahead, a-light level, a-other (unknown, as absent) behind; they do not state b-plain; b-high and d-only
    // have no level on our side.
    let numbers =
        [Relation::Ahead, Relation::Level, Relation::Behind, Relation::NotStated, Relation::Unanswered]
            .map(|relation| comparison.number(relation));
    assert_eq!(numbers, [1, 1, 1, 1, 2]);
    assert_eq!(comparison.shared(), 3);
    // Only section A is shared. Ours: 100 × (2×3 + 1 + 0) ÷ (3×4) = 58.33; theirs: 100 × (2×2 + 1 + 1) ÷ 12 = 50.
    assert_eq!(comparison.percent.unwrap().to_string(), "58.3");
    assert_eq!(comparison.other_percent.unwrap().to_string(), "50.0");
}

#[test]
fn an_assessment_is_not_compared_with_itself() {
    let (ours, same) = (small_with(OURS), small_with(OURS));
    assert!(compare(&ours, &[Named { name: "a copy", assessment: &same }]).is_empty());
}

#[test]
fn nothing_shared_has_no_figure() {
    let (ours, theirs) =
        (small_with("answers.a-heavy.level = 'assured'"), small_with("answers.d-only.level = 'absent'"));
    let comparisons = compare(&ours, &[Named { name: "theirs", assessment: &theirs }]);
    assert_eq!(comparisons[0].shared(), 0);
    assert_eq!((comparisons[0].percent, comparisons[0].other_percent), (None, None));
}

#[test]
fn practice_comes_from_other_forces_that_have_more_in_place() {
    let ours = small_with("answers.a-light.level = 'developing'");
    let mut further = small_with("answers.a-light.level = 'in-place'");
    let question = ours.checklist.question("a-light").unwrap();
    let found = |other: &_| practice(&ours, &[Named { name: "other", assessment: other }], question).len();
    assert_eq!(found(&further), 0, "the same force is no example to itself");
    further.force = "Other Police".to_owned();
    assert_eq!(found(&further), 1);
    let mut level = small_with("answers.a-light.level = 'developing'");
    level.force = "Other Police".to_owned();
    assert_eq!(found(&level), 0);
}
