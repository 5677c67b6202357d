//! What becomes of questions and answers over three editions of a checklist, `fixtures/editions`: `broad` was narrowed,
//! `worded` reworded twice, `split` split, `left` and `right` joined, `gone` withdrawn, and `fresh` added.

use std::sync::Arc;

use integrity_healthcheck::assessment::{Assessment, EditionChange, Renewed, renew};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::lineage::Origin;
use integrity_healthcheck::checklist::{Checklist, LevelNames};
use integrity_healthcheck::document::terminal;
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::judge::trend::{Trend, TrendError};
use integrity_healthcheck::report;
use integrity_healthcheck::results::Report;
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::words;

use crate::support::{assert_has, flat, parsed, today};

const EDITIONS: [&str; 3] = [
    include_str!("../fixtures/editions/1.toml"),
    include_str!("../fixtures/editions/2.toml"),
    include_str!("../fixtures/editions/3.toml"),
];

fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::default();
    catalogue.add(EDITIONS.map(source), Vec::new()).unwrap_or_else(|invalid| panic!("{invalid}"));
    catalogue
}

fn source(text: &str) -> Source {
    Source::new("checklist.toml", text)
}

fn edition(name: &str) -> Arc<Checklist> {
    Arc::clone(catalogue().edition("editions", name).unwrap())
}

/// The healthcheck of a year, in an edition.
fn year(year: i32, of: &str, answers: &str) -> Assessment {
    let head = format!(
        "format = 1\nforce = 'Kent'\ndate = {year}-11-02\nassessor = 'PSD'\nchecklist = 'editions'\nedition = '{of}'\n"
    );
    parsed(&Source::new("a.toml", format!("{head}{answers}")), &edition(of))
}

#[test]
fn an_edition_is_held_with_those_before_it_and_read_by_name() {
    let catalogue = catalogue();
    let held: Vec<&str> = catalogue.checklists().map(|checklist| checklist.edition.as_str()).collect();
    assert_eq!(held, ["3", "2", "1"]);
    let second = edition("2");
    let from_there: Vec<&str> = second.editions().map(|checklist| checklist.edition.as_str()).collect();
    assert_eq!(from_there, ["2", "1"]);
    assert_eq!(catalogue.edition("editions", "1").unwrap().edition, "1");
    assert_eq!(catalogue.edition("editions", "1999").unwrap().edition, "3");
    assert_eq!(catalogue.source("editions").unwrap().text(), EDITIONS[2]);
}

#[test]
fn editions_of_two_checklists_are_kept_apart() {
    let mut catalogue = catalogue();
    catalogue.add([source(crate::support::SMALL)], Vec::new()).unwrap();
    assert_eq!(catalogue.checklist("small").unwrap().earlier, None);
    let earlier = catalogue.checklist("editions").unwrap().earlier.as_ref();
    assert_eq!(earlier.map(|checklist| checklist.edition.as_str()), Some("2"));
}

/// What a question of the third edition was in another: what it can be compared with, or why it cannot.
fn past(id: &str, other: &str) -> String {
    let (newest, other) = (edition("3"), edition(other));
    match newest.origin_of(newest.question(id).unwrap(), &other) {
        Origin::Comparable(past) => past.id.to_string(),
        Origin::NotComparable(past, reason) => {
            let ids: Vec<_> = past.iter().map(|question| question.id.as_str()).collect();
            format!("{}: {reason}", ids.join(", "))
        }
        Origin::New => "new".to_owned(),
    }
}

#[test]
fn a_question_is_comparable_where_every_link_of_its_chain_is() {
    let cases = [
        ("kept", "1", "kept"),
        ("reworded-again", "2", "reworded"),
        ("reworded-again", "1", "worded"),
        ("narrow", "2", "narrow"),
        ("narrow", "1", "broad: It asked two things."),
        ("half", "2", "half"),
        ("half", "1", "split: the earlier question was split"),
        ("joined", "2", "left, right: it was made from more than one question"),
        ("joined", "1", "left, right: it was made from more than one question"),
        ("fresh", "2", "new"),
    ];
    for (id, other, expected) in cases {
        assert_eq!(past(id, other), expected, "{id} in {other}");
    }
}

#[test]
fn renewal_onto_a_newer_edition_tells_what_became_of_each_question() {
    let renewal = renew(&year(2024, "1", ""), &edition("3"), "editions", today(), None);
    let told: Vec<String> = renewal.changes.iter().map(words::edition_change).collect();
    assert_eq!(
        told,
        [
            "broad has become narrow, and the answers cannot be compared: It asked two things.",
            "worded has become reworded-again, and the answers can be compared.",
            "split has become half, other-half, and the answers cannot be compared: the earlier question was split",
            "gone is no longer asked: Nobody could answer it.",
            "left has become joined, and the answers cannot be compared: it was made from more than one question",
            "right has become joined, and the answers cannot be compared: it was made from more than one question",
            "fresh is new.",
        ]
    );
    assert!(matches!(&renewal.changes[1], EditionChange::Reworded(_, by) if by.len() == 1));
    // Onto the same edition nothing changed.
    assert_eq!(renew(&year(2024, "3", ""), &edition("3"), "editions", today(), None).changes, []);
}

#[test]
fn a_carried_answer_stands_under_the_question_that_can_be_compared_and_else_stays_as_the_record() {
    let last = year(
        2024,
        "1",
        "answers.kept.level = 'in-place'\nanswers.worded.level = 'developing'\nanswers.broad.level = 'assured'\n\
         [[actions]]\nid = 'A1'\nquestion = 'worded'\naction = 'Do'\nowner = 'Bob'\nno-due = 'Waits'\nstatus = 'planned'\n",
    );
    let renewal = renew(&last, &edition("3"), "editions", today(), None);
    assert_eq!(renewal.carried, 3);
    let next = parsed(&Source::new("a.toml", renewal.text), &edition("3"));
    assert_eq!(
        next.carried.keys().map(|id| id.as_str()).collect::<Vec<_>>(),
        ["broad", "kept", "reworded-again"]
    );
    assert_eq!(next.actions[0].question.as_str(), "reworded-again");
    let renewed: Vec<_> = next.carried.keys().filter_map(|id| next.renewal_of(id)).collect();
    assert_eq!(renewed, [Renewed::Gone, Renewed::Open, Renewed::Open]);
    let report = Report::new(Named { name: "next.toml", assessment: &next }, &[], today());
    let text = flat(&terminal::draw(&report::gap_report(&report), 80));
    assert_has!(text, "Broad [broad]: no longer asked", "2 still open, 1 of questions no longer asked");
}

#[test]
fn the_years_are_told_by_the_questions_of_the_newest_edition() {
    let first = year(
        2024,
        "1",
        "answers.worded.level = 'absent'\nanswers.broad.level = 'assured'\nanswers.gone.level = 'absent'\n",
    );
    let last =
        year(2026, "3", "answers.reworded-again.level = 'in-place'\nanswers.narrow.level = 'in-place'\n");
    let trend = Trend::new(&[
        Named { name: "2024.toml", assessment: &first },
        Named { name: "2026.toml", assessment: &last },
    ])
    .unwrap();
    let row = |id: &str| trend.rows.iter().find(|row| row.question.id.as_str() == id).unwrap();
    let titles = |id: &str| {
        row(id).standings.iter().map(|standing| standing.title(&LevelNames::STANDARD)).collect::<Vec<_>>()
    };
    assert_eq!(titles("reworded-again"), ["absent", "in place"]);
    assert_eq!(titles("narrow"), ["not answered", "in place"]);
    assert_eq!(row("narrow").broken(), Some("It asked two things."));
    let withdrawn: Vec<_> =
        trend.withdrawn.iter().map(|(question, why)| (question.id.as_str(), why.as_str())).collect();
    assert_eq!(withdrawn, [("gone", "Nobody could answer it.")]);
}

#[test]
fn an_older_edition_answered_after_a_newer_one_is_not_the_next_year() {
    let (newer, older) = (year(2024, "2", ""), year(2025, "1", ""));
    let refused = Trend::new(&[
        Named { name: "2024.toml", assessment: &newer },
        Named { name: "2025.toml", assessment: &older },
    ]);
    let answered = "editions in the edition 2".to_owned();
    assert_eq!(
        refused.err(),
        Some(TrendError::Checklists("2024.toml".to_owned(), answered, "2025.toml".to_owned()))
    );
}
