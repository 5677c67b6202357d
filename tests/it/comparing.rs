//! One assessment beside another, on cases worked out by hand.

use integrity_healthcheck::judge::compare::{Named, Relation, compare};
use integrity_healthcheck::judge::score::Percents;

use crate::support::{small_findings, small_with};

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

/// A score as it prints, both ends where there are two.
fn shown(percents: Option<Percents>) -> String {
    percents.map_or("none".to_owned(), |percents| percents.to_string())
}

#[test]
fn beside_findings_only_what_lies_outside_their_range_is_ahead_or_behind() {
    let theirs = small_findings(
        "[answers]
        a-heavy = { level = 'developing', highest = 'in-place' }
        a-light = { level = 'absent', highest = 'developing' }
        a-other = { level = 'developing', highest = 'in-place' }
        b-plain = { level = 'in-place' }
        b-high = { level = 'absent', highest = 'in-place' }",
    );
    let ours = small_with(
        "[answers]
        a-heavy = { level = 'assured' }
        a-light = { level = 'developing' }
        a-other = { level = 'absent' }
        b-plain = { level = 'in-place' }
        b-high = { level = 'assured' }",
    );
    let comparison = &compare(&ours, &[Named { name: "theirs", assessment: &theirs }])[0];
    let relation =
        |id: &str| comparison.pairs.iter().find(|pair| pair.question.id.as_str() == id).unwrap().relation;
    let found = ["a-heavy", "a-light", "a-other", "b-plain", "b-high", "d-only"].map(relation);
    let expected = [
        Relation::Ahead,      // 3 above 1 to 2
        Relation::NotSettled, // 1 within 0 to 1
        Relation::Behind,     // 0 below 1 to 2
        Relation::Level,      // 2 and 2
        Relation::Ahead,      // 3 above 0 to 2
        Relation::Unanswered,
    ];
    assert_eq!(found, expected);
    let sum = [Relation::Ahead, Relation::Level, Relation::Behind, Relation::NotSettled];
    let sum: usize = sum.map(|relation| comparison.number(relation)).iter().sum();
    assert_eq!((comparison.shared(), sum), (5, 5));
    // Ours: A 100 × (2×3 + 1 + 0) ÷ 12 = 58.33; B 100 × (2 + 3) ÷ 6 = 83.33; (58.33 + 3×83.33) ÷ 4 = 77.08.
    assert_eq!(shown(comparison.percent), "77.1");
    // Theirs, lowest: A 100 × (2×1 + 0 + 1) ÷ 12 = 25; B 100 × (2 + 0) ÷ 6 = 33.33; (25 + 100) ÷ 4 = 31.25.
    // Highest: A 100 × (2×2 + 1 + 2) ÷ 12 = 58.33; B 100 × (2 + 2) ÷ 6 = 66.67; (58.33 + 200) ÷ 4 = 64.58.
    assert_eq!(shown(comparison.other_percent), "31.3 to 64.6");
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
