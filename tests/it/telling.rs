//! What became of each question over the years, and which of those that moved are named; worked out by hand.

use std::sync::Arc;

use integrity_healthcheck::assessment::Assessment;
use integrity_healthcheck::checklist::Checklist;
use integrity_healthcheck::document::Block;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::judge::trend::{Baseline, Highlights, Trend};
use integrity_healthcheck::report::{self, trend_document};
use integrity_healthcheck::results::{PublicReport, Report, for_the_public};
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::words;

use crate::support::{MustReplace, SMALL, SOURCE, header, parsed, today};

/// Twelve questions: `e1` to `e6` are essential, `q1` to `q8` are not; the target of each is in place.
fn dozen() -> Arc<Checklist> {
    let levels =
        "levels = { absent = 'No.', developing = 'Nearly.', in-place = 'Yes.', assured = 'Surely.' }";
    let essential = (1..=6).map(|at| format!("e{at}'\nessential = true"));
    let plain = (1..=8).map(|at| format!("q{at}'"));
    let questions = essential.chain(plain).map(|id| {
        let ask = &id[..2];
        format!("[[sections.questions]]\nid = '{id}\nask = 'Is it so of {ask}?'\n{levels}\n")
    });
    let head =
        "format = 1\nid = 'dozen'\nedition = '1'\ntitle = 'Dozen'\n[[sections]]\nid = 's'\ntitle = 'S'\n";
    parsed_checklist(&format!("{head}{}", questions.collect::<String>()))
}

fn parsed_checklist(text: &str) -> Arc<Checklist> {
    let read = Checklist::parse(&Source::new("c.toml", text));
    Arc::new(read.unwrap_or_else(|invalid| panic!("{invalid}")))
}

/// The healthcheck of a year: `id=level` and so on, or a range as `id=level..level`; the first may be published.
fn year(checklist: &Arc<Checklist>, year: i32, published: bool, answers: &str) -> Assessment {
    let head = header("c.toml", "1").must_replace("2026-11-02", &format!("{year}-11-02"));
    let source = if published { SOURCE } else { "" };
    let answers = answers.split_whitespace().map(|answer| {
        let (id, level) = answer.split_once('=').unwrap();
        match level.split_once("..") {
            Some((lowest, highest)) => {
                format!("answers.{id} = {{ level = '{lowest}', highest = '{highest}' }}\n")
            }
            None if level == "not-applicable" => {
                format!("answers.{id} = {{ level = '{level}', note = 'None' }}\n")
            }
            None => format!("answers.{id}.level = '{level}'\n"),
        }
    });
    let text = format!("{head}{source}{}", answers.collect::<String>());
    parsed(&Source::new("a.toml", text), checklist)
}

fn trend(years: &[Assessment]) -> Trend<'_> {
    let named: Vec<_> = years.iter().map(|assessment| Named { name: "a.toml", assessment }).collect();
    Trend::new(&named).unwrap()
}

/// What is told of one question of the small checklist with these levels: since last year, and since the first.
fn told(levels: &[&str], published: bool) -> [String; 2] {
    let small = parsed_checklist(SMALL);
    let of_year = |(at, level): (usize, &&str)| {
        let answer = if level.is_empty() { String::new() } else { format!("a-heavy={level}") };
        year(&small, 2020 + i32::try_from(at).unwrap(), published && at == 0, &answer)
    };
    let years: Vec<Assessment> = levels.iter().enumerate().map(of_year).collect();
    let row = trend(&years).rows[0].clone();
    [Baseline::Last, Baseline::First].map(|since| words::change(row.since(since).change))
}

#[test]
fn a_change_is_told_since_last_year_and_since_the_first() {
    let cases: [(&[&str], [&str; 2]); 12] = [
        // It rose and fell back: a fall this year.
        (&["developing", "in-place", "developing"], ["down 1 level", "unchanged"]),
        (&["assured", "absent", "in-place"], ["up 2 levels", "down 1 level"]),
        (&["absent", "in-place", "in-place"], ["unchanged", "up 2 levels"]),
        // Last year is the year before, though it has no level; the first is the first that has one.
        (&["absent", "", "in-place"], ["no level then", "up 2 levels"]),
        (&["", "developing", "in-place"], ["up 1 level", "up 1 level"]),
        (&["not-applicable", "", "in-place"], ["no level then", "no level then"]),
        // What nobody knew is established since both baselines, and did not rise.
        (&["unknown", "in-place"], ["established", "established"]),
        (&["unknown", "developing", "in-place"], ["up 1 level", "established"]),
        (&["developing", "unknown", "in-place"], ["established", "up 1 level"]),
        (&["developing", "in-place", "unknown"], ["to be established", "to be established"]),
        (&["developing", "in-place", ""], ["no level now", "no level now"]),
        (&["in-place"], ["no level then", "no level then"]),
    ];
    for (levels, expected) in cases {
        assert_eq!(told(levels, false), expected, "{levels:?}");
    }
}

#[test]
fn a_published_first_year_is_left_only_where_its_whole_range_is() {
    let cases: [(&[&str], [&str; 2]); 6] = [
        (&["developing..in-place", "assured"], ["up at least 1 level"; 2]), // 3 - 2
        (&["absent..developing", "assured"], ["up at least 2 levels"; 2]),  // 3 - 1
        (&["in-place..assured", "developing"], ["down at least 1 level"; 2]), // 2 - 1
        (&["developing..in-place", "in-place"], ["not settled"; 2]),
        (&["in-place", "in-place"], ["unchanged"; 2]), // one level is no range, published or not
        (&["developing..in-place", "absent", "developing"], ["up 1 level", "not settled"]),
    ];
    for (levels, expected) in cases {
        assert_eq!(told(levels, true), expected, "{levels:?}");
    }
}

fn ids(moved: &Highlights<'_>) -> (String, usize) {
    let named: Vec<&str> = moved.named.iter().map(|row| row.question.id.as_str()).collect();
    (named.join(" "), moved.others.len())
}

/// Answers to questions, each at one level.
fn at(level: &str, ids: &str) -> String {
    ids.split_whitespace().map(|id| format!("{id}={level} ")).collect()
}

#[test]
fn named_as_improved_are_those_that_are_essential_or_reached_their_target() {
    let checklist = dozen();
    let years = [
        year(&checklist, 2025, false, &at("absent", "e1 q1 q2 q3 q4")),
        year(&checklist, 2026, false, "e1=developing q1=developing q2=in-place q3=assured q4=absent"),
    ];
    // By most: q3 up 3, q2 up 2, both at their target; e1 up 1, essential. q1 is below its target, and not named.
    assert_eq!(ids(&trend(&years).improved(Baseline::Last)), ("q3 q2 e1".to_owned(), 1));
}

#[test]
fn of_a_tie_all_are_named_or_none() {
    let checklist = dozen();
    let all = "q1 q2 q3 q4 q5 q6 q7 q8";
    let years = [
        year(&checklist, 2025, false, &format!("{} q8=absent", at("developing", "q1 q2 q3 q4 q5 q6 q7"))),
        year(&checklist, 2026, false, &at("in-place", all)),
    ];
    // q8 rose by two; the other seven by one, and with them there would be eight.
    assert_eq!(ids(&trend(&years).improved(Baseline::Last)), ("q8".to_owned(), 7));
    let text = told_in_lists(&trend(&years));
    let risen = [
        "Risen since 2025. Essential questions, and those that reached their target, are named:",
        "Q8: up 2 levels",
        "and 7 more, up 1 level; all stand in the annex",
        "Steps up for which no evidence is named:",
    ];
    assert_eq!(text[..4], risen);
    assert_eq!(text[4..], ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"]);
    // Five fit.
    let five = [
        year(&checklist, 2025, false, &at("developing", "q1 q2 q3 q4 q5")),
        year(&checklist, 2026, false, &at("in-place", "q1 q2 q3 q4 q5")),
    ];
    assert_eq!(ids(&trend(&five).improved(Baseline::Last)), ("q1 q2 q3 q4 q5".to_owned(), 0));
}

#[test]
fn every_essential_question_that_slipped_is_named() {
    let checklist = dozen();
    let essential = "e1 e2 e3 e4 e5 e6";
    let years = [
        year(&checklist, 2025, false, &(at("in-place", essential) + "q1=assured q2=in-place")),
        year(&checklist, 2026, false, &(at("developing", essential) + "q1=in-place q2=absent")),
    ];
    // Six are more than five, and all essential; q2 fell below its target, but there is no room; q1 is still at its own.
    assert_eq!(ids(&trend(&years).slipped(Baseline::Last)), (essential.to_owned(), 2));
    let text = told_in_lists(&trend(&years));
    assert_eq!(text[1], "E1 (essential): down 1 level");
    assert_eq!(text[7], "and 2 more; all stand in the annex"); // q2 by two, q1 by one
}

#[test]
fn where_none_is_named_the_number_is() {
    let checklist = dozen();
    let years = [
        year(&checklist, 2025, false, &at("absent", "q1 q2")),
        year(&checklist, 2026, false, &at("developing", "q1 q2")),
    ];
    assert_eq!(told_in_lists(&trend(&years))[1], "2 questions, up 1 level; all stand in the annex");
}

/// The paragraphs and points on what moved, in the order in which they are read.
fn told_in_lists(trend: &Trend<'_>) -> Vec<String> {
    let blocks = trend_document(trend, today()).blocks;
    let from = blocks.iter().position(|block| matches!(block, Block::Paragraph(text) if text.starts_with("Risen") || text.starts_with("Slipped")));
    let lists =
        blocks.into_iter().skip(from.unwrap()).take_while(|block| !matches!(block, Block::Chapter(_)));
    lists
        .flat_map(|block| match block {
            Block::Paragraph(text) => vec![text],
            Block::List(points) => points.into_iter().map(|point| point.text).collect(),
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn the_public_reads_nothing_of_evidence_and_findings_have_their_places() {
    let checklist = dozen();
    let years = [year(&checklist, 2025, false, "q1=absent"), year(&checklist, 2026, false, "q1=in-place")];
    assert_eq!(trend(&years).risen_without_evidence().count(), 1);
    let mut report = Report::new(Named { name: "a.toml", assessment: &years[1] }, &[], today());
    report.trend = Some(trend(&years));
    let said = |report: &Report<'_>| {
        format!("{:?}", report::gap_report(report)).contains("Steps up for which no evidence is named")
    };
    assert!(said(&report));
    let cleared = years.each_ref().map(|year| for_the_public(year, None));
    assert!(!said(&PublicReport::new(&cleared[1], &[], &[], &cleared, today(), None).unwrap()));
    let found = [year(&checklist, 2012, true, "q1=absent"), year(&checklist, 2014, true, "q1=in-place")];
    assert_eq!(trend(&found).risen_without_evidence().count(), 0);
}
