//! What a report says: golden files of what people read, and the published JSON.
//!
//! The golden files are read by a person before they are kept; their figures are worked out by hand in `scoring.rs`
//! and `comparing.rs`, and those of `own.toml` below.

use serde_json::Value;
use snapbox::{assert_data_eq, file};

use crate::support::{Folder, MustReplace, OWN, assert_has, assert_lacks, endings, flat, own_with};

fn own() -> Folder {
    Folder::with("own.toml", OWN)
}

#[test]
fn the_report_on_a_published_force_in_the_terminal() {
    let ran = Folder::new().run("report essex-2012").ends_with(0);
    assert_data_eq!(ran.stdout, file!["../golden/essex-2012.txt"].raw());
}

#[test]
fn the_report_on_a_force_of_ones_own() {
    let ran = own().run("report own.toml").ends_with(0);
    assert_data_eq!(ran.stdout, file!["../golden/own.txt"].raw());
    let ran = own().run("report own.toml --format markdown").ends_with(0);
    assert_data_eq!(ran.stdout, file!["../golden/own.md"].raw());
}

#[test]
fn the_arithmetic_line_by_line() {
    let ran = own().run("explain own.toml gifts-and-hospitality").ends_with(0);
    assert_data_eq!(ran.stdout, file!["../golden/explain-section.txt"].raw());
    let ran = own().run("explain own.toml gifts-single-register").ends_with(0);
    assert_data_eq!(ran.stdout, file!["../golden/explain-question.txt"].raw());
}

#[test]
fn nothing_is_wider_than_the_screen() {
    for command in ["report", "score", "compare", "explain", "show"] {
        let ran = own().run(&[command, "own.toml"]).ends_with(0);
        for line in ran.stdout.lines() {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn the_same_files_and_date_give_the_same_bytes() {
    let made = |ending: &str| {
        let folder = own();
        let output = format!("r.{ending}");
        folder.run(&["report", "own.toml", "--output", &output]).ends_with(0);
        std::fs::read(folder.path(&output)).unwrap()
    };
    for ending in endings() {
        assert!(made(&ending) == made(&ending), "{ending}");
    }
}

fn json(arguments: &[&str]) -> Value {
    let ran = own().run(&[&["report", "--format", "json"], arguments].concat()).ends_with(0);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// The fixture answers in gifts and hospitality alone, but for one count: see the comments there.
#[test]
fn the_json_holds_what_was_promised() {
    let json = json(&["own.toml"]);
    assert_eq!(json["version"], 1);
    assert_eq!(json["force"], "essex POLICE");
    assert_eq!(json["date"], "2026-11-02");
    assert_eq!(json["assessor"], "Professional Standards Department");
    assert_eq!(json["marking"], "OFFICIAL-SENSITIVE");
    assert_eq!(json["checklist"], serde_json::json!({ "id": "without-fear-or-favour", "edition": "2026.1" }));
    let coverage = serde_json::json!({ "asked": 77, "answered": 4, "unknown": 1, "not_applicable": 1, "unanswered": 72 });
    assert_eq!(json["coverage"], coverage);
    // Weights 2, 1, 1, 1 and levels 1, 3, 1, unknown: 100 × (2 + 3 + 1 + 0) ÷ (3 × 5) = 40. Of the other five, whose
    // weights are 1 each, everything absent: 100 × 6 ÷ (3 × 10) = 20; everything assured: 100 × 21 ÷ 30 = 70. The other
    // seven sections stand open from 0 to 100: 20 ÷ 8 = 2.5, and (70 + 700) ÷ 8 = 96.25, halves up.
    assert_eq!(json["score"]["percent"], one(40.0));
    assert_eq!(json["score"]["bounds"], serde_json::json!({ "lowest": 2.5, "highest": 96.3 }));
    assert_eq!(json["score"]["targets_met"], 1);
    assert_eq!(json["score"]["targets"], 4);
    assert_eq!(json["score"]["essential_gaps"], 1);
    let gifts = &json["sections"][2];
    assert_eq!(gifts["id"], "gifts-and-hospitality");
    // Of the ten, five are answered or do not apply. Open: gifts-policy-national-guidance, -owner, -clear-limits,
    // -register-checked and -register-published.
    let bounds = serde_json::json!({ "lowest": 20.0, "highest": 70.0 });
    assert_eq!(gifts["score"]["bounds"], bounds);
    assert_eq!(
        gifts["coverage"],
        serde_json::json!({ "asked": 10, "answered": 4, "unknown": 1, "not_applicable": 1, "unanswered": 5 })
    );
    assert_eq!(json["sections"][0]["score"]["percent"], Value::Null);
    let gaps: Vec<_> =
        json["gaps"].as_array().unwrap().iter().map(|gap| gap["question"].as_str().unwrap()).collect();
    assert_eq!(gaps, ["gifts-single-register", "gifts-staff-understanding", "gifts-policy"]);
    assert_eq!(json["gaps"][1]["level"], "unknown");
    assert_eq!(
        json["gaps"][0],
        serde_json::json!({
            "question": "gifts-single-register", "section": "gifts-and-hospitality", "level": "developing",
            "highest": null, "target": "in-place", "essential": true, "weight": 2, "shortfall": 1,
        })
    );
}

/// A score of which both ends are the same.
fn one(percent: f64) -> Value {
    range(percent, percent)
}

/// A score over the lowest and over the highest levels.
fn range(lowest: f64, highest: f64) -> Value {
    serde_json::json!({ "lowest": lowest, "highest": highest })
}

#[test]
fn the_json_compares_and_counts() {
    // Essex is there unasked, since the assessment is of Essex.
    let json = json(&["own.toml", "--beside", "cheshire-2012", "surrey-2012"]);
    let with = |name: &str| {
        let all = json["comparison"].as_array().unwrap();
        all.iter().find(|comparison| comparison["with"] == name).unwrap().clone()
    };
    // Essex in 2012: single register and policy, both in place to assured, ours both developing (behind). Shared: those
    // two, of weights 2 and 1. Ours: 100 × (2×1 + 1) ÷ (3 × 3) = 33.33; theirs 100 × (2×2 + 2) ÷ 9 = 66.67 to 100.
    let essex = with("essex-2012");
    let keys = ["shared", "ahead", "level", "behind", "not_settled"];
    assert_eq!(keys.map(|key| essex[key].as_u64().unwrap()), [2, 0, 0, 2, 0]);
    assert_eq!((&essex["percent"], &essex["other_percent"]), (&one(33.3), &range(66.7, 100.0)));
    // Cheshire: all four in place to assured. Single register and policy (behind, ours are developing), staff
    // understanding (behind, ours is unknown), refused offers (not settled: ours is assured, within the range).
    // Ours 6 of 15, as above; theirs 100 × 2 × 5 ÷ 15 = 66.67 to 100.
    let cheshire = with("cheshire-2012");
    assert_eq!(keys.map(|key| cheshire[key].as_u64().unwrap()), [4, 0, 0, 3, 1]);
    assert_eq!((&cheshire["percent"], &cheshire["other_percent"]), (&one(40.0), &range(66.7, 100.0)));
    assert_eq!(with("surrey-2012")["partial"], true);
    let counts = json["counts"].as_array().unwrap();
    assert_eq!(counts.len(), 6);
    let leaks = counts.iter().find(|count| count["question"] == "media-leak-investigations").unwrap();
    assert_eq!(leaks["value"], 2);
    let published =
        serde_json::json!({ "cheshire-2012": 0, "essex-2012": 2, "essex-2014": null, "surrey-2012": 4 });
    assert_eq!(leaks["published"], published);
}

#[test]
fn the_json_holds_everything_that_was_typed() {
    let json = json(&["own.toml"]);
    let answers = json["answers"].as_array().unwrap();
    let answer = |id: &str| answers.iter().find(|answer| answer["question"] == id).unwrap();
    assert_eq!(
        *answer("gifts-single-register"),
        serde_json::json!({
            "question": "gifts-single-register", "level": "developing", "highest": null, "count": null, "note": "Two stations still keep their own.",
            "evidence": [{ "ref": "Register audit 3", "dated": "2026-09-30" }],
            "by": "A. Assessor", "on": "2026-11-20", "from": null, "to": null,
        })
    );
    let leaks = answer("media-leak-investigations");
    assert_eq!(
        (&leaks["count"], &leaks["from"], &leaks["to"]),
        (&2.into(), &"2025-11-01".into(), &"2026-10-31".into())
    );
}

#[test]
fn what_does_not_exist_is_null() {
    let folder = Folder::new();
    folder.run("new a.toml --force 'Nowhere Police'").ends_with(0);
    let ran = folder.run("report a.toml --format json").ends_with(0);
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["score"]["percent"], Value::Null);
    assert_eq!(json["score"]["bounds"], serde_json::json!({ "lowest": 0.0, "highest": 100.0 }));
    assert_eq!(json["marking"], Value::Null);
    assert_eq!(json["comparison"], serde_json::json!([]), "nothing is published on it");
    let beside = folder.run("report a.toml --format json --beside durham-2012").ends_with(0);
    let beside: Value = serde_json::from_str(&beside.stdout).unwrap();
    assert_eq!(
        (&beside["comparison"][0]["shared"], &beside["comparison"][0]["percent"]),
        (&0.into(), &Value::Null)
    );
    assert_eq!(json["counts"][0]["value"], Value::Null);
}

#[test]
fn what_a_person_typed_cannot_become_markup() {
    let hostile = "| a | <script>alert(1)</script> # *x* `y` [z](http://a.b)";
    let folder = Folder::with("own.toml", own_with(&["Two stations still keep their own."], hostile));
    let ran = folder.run("report own.toml --format markdown").ends_with(0);
    assert_lacks!(ran.stdout, "<script", "://");
    assert_has!(ran.stdout, "\\[z\\](http");
    let rows = ran.stdout.lines().filter(|line| line.starts_with('|') && line.contains("alert"));
    assert_eq!(rows.count(), 0);
}

/// What stands under a title up to the next blank line.
fn record<'t>(text: &'t str, title: &str) -> &'t str {
    let (_, after) = text.split_once(&format!("\n{title}\n")).unwrap();
    after.split("\n\n").next().unwrap()
}

#[test]
fn a_step_up_since_2012_without_evidence_is_pointed_out() {
    // In 2012 Essex compared gifts with contracts, and looked at posts, only on a concern: both developing, one level.
    // From there to in place is a step without evidence, and to assured two steps with it.
    let answers = "[answers.procurement-gifts-cross-reference]\nlevel = 'in-place'\n\
                   [answers.social-media-monitoring]\nlevel = 'assured'\nevidence = [{ ref = 'Log' }]\n";
    let folder = own().and("own.toml", format!("{OWN}{answers}"));
    let ran = folder.run("compare own.toml").ends_with(0);
    let (_, after) = ran.stdout.split_once("Steps up for which no evidence is named:").unwrap();
    let (points, _) = after.split_once("Caution").unwrap();
    let points: Vec<_> = points.lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(points, ["- Contracts compared with gifts [procurement-gifts-cross-reference]"]);
    let (_, table) = ran.stdout.split_once("THEN AND NOW").unwrap();
    let row = record(table, "Checks on public posts");
    assert!(
        row.contains("2012:   There is some checking") && row.ends_with("assured\n  Change: up 2 levels"),
        "{row}"
    );
    // A published finding is not set beside itself as then and now.
    assert_lacks!(folder.run("report essex-2012").ends_with(0).stdout, "THEN AND NOW");
}

#[test]
fn every_count_stands_beside_its_own_period() {
    let other = OWN.must_replace("from = 2025-11-01\nto = 2026-10-31", "from = 2024-11-01\nto = 2025-10-31");
    let folder = own().and("other.toml", other.must_replace("essex POLICE", "Kent Police"));
    let ran = folder.run("compare own.toml other.toml").ends_with(0);
    let flat = flat(&ran.stdout);
    assert_has!(
        flat,
        "- This, Media leak investigations: 1 November 2025 to 31 October 2026.",
        "- A, Kent Police, Media leak investigations: 1 November 2024 to 31 October 2025."
    );
}

#[test]
fn what_nobody_knows_is_not_called_a_step_down() {
    let folder = own().and("own.toml", format!("{OWN}[answers.media-staff-knowledge]\nlevel = 'unknown'\n"));
    let ran = folder.run("compare own.toml").ends_with(0);
    let (_, table) = ran.stdout.split_once("THEN AND NOW").unwrap();
    let row = record(table, "Staff know media rules");
    assert!(row.ends_with("unknown\n  Change: to be established"), "{row}");
}

#[test]
fn the_narrative_tells_what_is_answered_and_no_more() {
    let ran = Folder::new().run("report staffordshire-2012 --narrative").ends_with(0);
    assert_data_eq!(ran.stdout, file!["../golden/narrative-staffordshire-2012.txt"].raw());
    let ran = own().run("report own.toml --narrative --format markdown").ends_with(0);
    assert_data_eq!(&ran.stdout, file!["../golden/narrative-own.md"].raw());
    // Two of the eight sections are answered in; the others, and the third heading with them, are not told.
    assert_lacks!(ran.stdout, "How does the force identify");
    assert_has!(
        ran.stdout,
        "came to 2 (1 November 2025",
        "Not applicable: the bar on gifts from bidders.",
        "On the bar on gifts from bidders: “The force buys through a neighbour.”",
        "Nobody could say"
    );
}
