//! The arithmetic, on cases worked out by hand.
//!
//! The small checklist: A (weight 1) asks a-heavy (weight 2, essential), a-light and a-other; B (weight 3) asks
//! b-plain and b-high (target assured); C asks for counts alone; D (weight 2) asks d-only (essential).

use integrity_healthcheck::assessment::Standing;
use integrity_healthcheck::judge::gap::{gaps, not_settled};
use integrity_healthcheck::judge::score::{Coverage, Percents, Score, Scorecard};
use integrity_healthcheck::words;

use crate::support::{small_findings, small_with};

fn shown(percents: Option<Percents>) -> String {
    percents.map_or("none".to_owned(), |percents| percents.to_string())
}

fn level(question: &str, level: &str) -> String {
    format!("answers.{question} = {{ level = \"{level}\", note = \"because\" }}\n")
}

fn scorecard(answers: &[(&str, &str)]) -> Scorecard {
    Scorecard::new(&small_with(&answers.iter().map(|(id, word)| level(id, word)).collect::<String>()))
}

/// The score and its bounds.
fn figures(score: &Score) -> [String; 2] {
    [score.percent, score.bounds].map(shown)
}

const MIXED: [(&str, &str); 4] = [
    ("a-heavy", "developing"),
    ("a-light", "unknown"),
    ("a-other", "not-applicable"),
    ("b-plain", "assured"),
];

#[test]
fn weights_unknown_not_applicable_and_open_questions() {
    let card = scorecard(&MIXED);
    // A: 100 × (2×1 + 1×0) ÷ (3 × 3) = 22.22; B: 100 × 3 ÷ 3 = 100; D has none.
    assert_eq!(shown(card.sections[0].score.percent), "22.2");
    assert_eq!(shown(card.sections[1].score.percent), "100.0");
    assert_eq!(shown(card.sections[3].score.percent), "none");
    // In all: (1×22.22 + 3×100) ÷ 4 = 80.56.
    // Lowest: b-high and d-only absent, so B 50 and D 0: (22.22 + 150 + 0) ÷ 6 = 28.70.
    // Highest: B 100 and D 100: (22.22 + 300 + 200) ÷ 6 = 87.04.
    assert_eq!(figures(&card.score), ["80.6", "28.7 to 87.0"]);
    let expected = Coverage { asked: 6, answered: 3, unknown: 1, not_applicable: 1, unanswered: 2 };
    assert_eq!(card.coverage, expected);
    // Of the three answered and applicable only b-plain meets its target; a-heavy is essential; d-only is open.
    assert_eq!((card.score.targets_met, card.score.targets), (1, 3));
    assert_eq!((card.score.essential_gaps, card.score.essential_open), (1, 1));
}

#[test]
fn a_section_of_counts_has_no_score_and_counts_change_nothing() {
    let without = scorecard(&MIXED);
    let answers: String = MIXED.iter().map(|(id, word)| level(id, word)).collect();
    let with = Scorecard::new(&small_with(&format!(
        "{answers}answers.c-all.count = 7\nanswers.c-change.count = -2\n"
    )));
    assert_eq!((with.score, &with.sections), (without.score, &without.sections));
    let given = Coverage { asked: 3, answered: 2, unanswered: 1, ..Coverage::default() };
    assert_eq!((with.figures, without.coverage), (given, with.coverage));
    let told = "3 of 6 questions answered, 1 of them unknown, 1 not applicable, 2 open; 2 of 3 figures given, 1 open";
    assert_eq!(words::coverage(&with), told);
    assert_eq!(figures(&with.sections[2].score), ["none", "none"]);
    assert_eq!(with.sections[2].coverage, Coverage::default());
}

#[test]
fn nothing_answered_has_bounds_and_no_score() {
    assert_eq!(figures(&scorecard(&[]).score), ["none", "0.0 to 100.0"]);
}

#[test]
fn nothing_applicable_has_neither_score_nor_bounds() {
    let all = ["a-heavy", "a-light", "a-other", "b-plain", "b-high", "d-only"];
    let card = scorecard(&all.map(|id| (id, "not-applicable")));
    assert_eq!(figures(&card.score), ["none", "none"]);
    assert_eq!((card.score.targets_met, card.score.targets), (0, 0));
    assert_eq!(card.coverage.not_applicable, 6);
}

#[test]
fn everything_assured_is_a_hundred_and_everything_absent_nought() {
    let all = ["a-heavy", "a-light", "a-other", "b-plain", "b-high", "d-only"];
    // Nothing is open, so there are no bounds.
    assert_eq!(figures(&scorecard(&all.map(|id| (id, "assured"))).score), ["100.0", "none"]);
    assert_eq!(figures(&scorecard(&all.map(|id| (id, "absent"))).score), ["0.0", "none"]);
}

#[test]
fn not_applicable_leaves_the_score_of_the_rest() {
    // b-plain alone, in place: 100 × 2 ÷ 3 = 66.67, whether b-high is open or not applicable; it has bounds where it is open.
    let open = scorecard(&[("b-plain", "in-place")]);
    let left_out = scorecard(&[("b-plain", "in-place"), ("b-high", "not-applicable")]);
    let b = |card: &Scorecard| figures(&card.sections[1].score);
    // Open: lowest 100 × 2 ÷ 6 = 33.33, highest 100 × 5 ÷ 6 = 83.33.
    assert_eq!(b(&open), ["66.7", "33.3 to 83.3"]);
    assert_eq!(b(&left_out), ["66.7", "none"]);
}

#[test]
fn a_question_meets_its_own_target_only() {
    let card = scorecard(&[("b-plain", "in-place"), ("b-high", "in-place")]);
    assert_eq!((card.score.targets_met, card.score.targets), (1, 2));
}

#[test]
fn gaps_run_essential_first_then_weight_times_shortfall_then_in_order() {
    let assessment = small_with(
        &[
            ("a-heavy", "developing"), // essential, 2 × 1
            ("a-light", "developing"), // 1 × 1
            ("a-other", "absent"),     // 1 × 2
            ("b-plain", "in-place"),   // no gap
            ("b-high", "in-place"),    // 1 × 1, after a-light
            ("d-only", "unknown"),     // essential, 1 × 2, after a-heavy
        ]
        .map(|(id, word)| level(id, word))
        .concat(),
    );
    let found = gaps(&assessment);
    let order: Vec<&str> = found.iter().map(|gap| gap.question.id.as_str()).collect();
    assert_eq!(order, ["a-heavy", "d-only", "a-other", "a-light", "b-high"]);
    assert_eq!(found[1].standing, Standing::Unknown);
    assert_eq!(found.iter().map(|gap| gap.shortfall).collect::<Vec<_>>(), [1, 2, 2, 1, 1]);
}

fn finding(question: &str, lowest: &str, highest: &str) -> String {
    format!("answers.{question} = {{ level = \"{lowest}\", highest = \"{highest}\" }}\n")
}

/// Findings: of those asked, a-other and d-only are not stated.
fn findings() -> String {
    let found = [
        finding("a-heavy", "developing", "in-place"), // reaches in place: not settled
        finding("a-light", "absent", "developing"),   // a gap, 1 below in place at the least
        finding("b-plain", "in-place", "assured"),    // met
        finding("b-high", "absent", "in-place"),      // a gap, 1 below assured
    ];
    found.concat()
}

#[test]
fn findings_score_over_their_lowest_and_over_their_highest_levels() {
    let card = Scorecard::new(&small_findings(&findings()));
    // A: lowest 100 × (2×1 + 0) ÷ 9 = 22.22, highest 100 × (2×2 + 1) ÷ 9 = 55.56.
    // With a-other open: lowest 100 × 2 ÷ 12 = 16.67, highest 100 × (5 + 3) ÷ 12 = 66.67.
    assert_eq!(figures(&card.sections[0].score), ["22.2 to 55.6", "16.7 to 66.7"]);
    // B: lowest 100 × (2 + 0) ÷ 6 = 33.33, highest 100 × (3 + 2) ÷ 6 = 83.33; nothing in it is open.
    assert_eq!(figures(&card.sections[1].score), ["33.3 to 83.3", "none"]);
    // In all: (22.22 + 3×33.33) ÷ 4 = 30.56, (55.56 + 3×83.33) ÷ 4 = 76.39.
    // Bounds, with D from 0 to 100: (16.67 + 100 + 0) ÷ 6 = 19.44, (66.67 + 250 + 200) ÷ 6 = 86.11.
    assert_eq!(figures(&card.score), ["30.6 to 76.4", "19.4 to 86.1"]);
    assert_eq!(card.score.at_least().map(|least| least.to_string()), Some("19.4".to_owned()));
}

#[test]
fn what_is_not_settled_is_neither_met_nor_a_gap_and_counted_apart() {
    let assessment = small_findings(&findings());
    let score = Scorecard::new(&assessment).score;
    assert_eq!((score.targets_met, score.not_settled, score.targets), (1, 1, 4));
    assert_eq!((score.essential_gaps, score.essential_not_settled, score.essential_open), (0, 1, 1));
    let open: Vec<&str> = not_settled(&assessment).iter().map(|found| found.question.id.as_str()).collect();
    assert_eq!(open, ["a-heavy"]);
    let section = &Scorecard::new(&assessment).sections[1].score;
    assert_eq!((section.targets_met, section.not_settled, section.targets), (1, 0, 2));
}

#[test]
fn a_finding_is_a_gap_where_even_its_highest_level_is_below_the_target() {
    let assessment = small_findings(&findings());
    let gaps: Vec<(&str, u32)> =
        gaps(&assessment).iter().map(|gap| (gap.question.id.as_str(), gap.shortfall)).collect();
    assert_eq!(gaps, [("a-light", 1), ("b-high", 1)]);
}

#[test]
fn a_count_stands_on_no_scale_answered_or_not() {
    for answers in ["", "answers.c-all.count = 3\n", "answers.c-all.count = 'unknown'\n"] {
        let assessment = small_with(answers);
        assert_eq!(assessment.standing(assessment.checklist.question("c-all").unwrap()), None, "{answers}");
    }
    let assessment = small_with("");
    let question = assessment.checklist.question("a-heavy").unwrap();
    assert_eq!(assessment.standing(question), Some(Standing::Unanswered));
}
