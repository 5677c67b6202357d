//! What a report says of published findings: nothing that was not found.

use std::collections::BTreeMap;

use integrity_healthcheck::assessment::{Answer, Assessment, Levels, Value};
use integrity_healthcheck::catalogue::Catalogue;
use integrity_healthcheck::checklist::{Checklist, Level};
use integrity_healthcheck::document::{html, markdown, terminal, word};
use integrity_healthcheck::judge::compare::Named;
use integrity_healthcheck::publish;
use integrity_healthcheck::report::sheets::workbook;
use integrity_healthcheck::workbook::{Cell, NumberFormat, Workbook, excel};

use integrity_healthcheck::judge::trend::Trend;
use integrity_healthcheck::report::{self, Topic, explain};
use integrity_healthcheck::results::Report;
use integrity_healthcheck::text::source::Source;
use snapbox::{assert_data_eq, file};

use crate::support::{
    MustReplace, SOURCE, assert_has, flat, header, small, small_findings, small_with, text_of, today,
};

fn report_on<'a>(builtin: &'a Catalogue, about: Named<'a>) -> Report<'a> {
    Report::new(about, &builtin.published(), today())
}

/// A report in every format, each under its name.
fn in_every_format(report: &Report<'_>) -> Vec<(&'static str, String)> {
    let (document, narrative) = (report::gap_report(report), report::narrative(report));
    vec![
        ("terminal", terminal::draw(&document, terminal::WIDTH)),
        ("Markdown", markdown::draw(&document)),
        ("HTML", html::draw(&document)),
        ("Word", text_of(word::draw(&document).unwrap())),
        ("Excel", text_of(excel::draw(&workbook(report)).unwrap())),
        ("JSON", publish::draw(report)),
        ("narrative", terminal::draw(&narrative, terminal::WIDTH)),
        ("narrative in HTML", html::draw(&narrative)),
        ("narrative in Word", text_of(word::draw(&narrative).unwrap())),
    ]
}

/// The letters and digits of a text alone, so that neither markup nor a line's end hides a sentence.
fn letters(text: &str) -> String {
    let mut within = false;
    let words = text.chars().filter(|character| match character {
        '<' => {
            within = true;
            false
        }
        '>' => !std::mem::take(&mut within),
        _ => !within,
    });
    let words: String = words.collect();
    let words = ["&amp;", "&quot;", "&#39;", "&apos;", "&lt;", "&gt;"]
        .iter()
        .fold(words, |words, entity| words.replace(entity, " "));
    words.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The sentences of all levels of all questions, as letters; one of a few letters may stand anywhere by chance.
fn level_sentences(checklist: &Checklist) -> Vec<String> {
    let texts = checklist
        .level_questions()
        .flat_map(|question| question.scale().unwrap().descriptions.each_ref().map(String::as_str));
    let sentences = texts.flat_map(|text| text.split_inclusive(['.', ';', ':'])).map(letters);
    sentences.filter(|sentence| sentence.len() >= 25).collect()
}

#[track_caller]
fn holds_no_level_text(report: &Report<'_>, sentences: &[String]) {
    for (format, text) in in_every_format(report) {
        let text = letters(&text);
        for sentence in sentences {
            assert!(!text.contains(sentence.as_str()), "{}, {format}: {sentence}", report.about.name);
        }
    }
}

#[test]
fn every_gap_that_is_reported_was_found() {
    let builtin = Catalogue::built_in().unwrap();
    for about in builtin.published() {
        let report = report_on(&builtin, about);
        for gap in &report.gaps {
            let Some(Value::Level(levels)) =
                about.assessment.answer(&gap.question.id).map(|answer| answer.value)
            else {
                panic!("{} {}: a gap without a level", about.name, gap.question.id)
            };
            assert!(levels.highest() < gap.scale.target, "{} {}", about.name, gap.question.id);
        }
        // Met, not settled and gaps are together all that was found.
        let score = report.scorecard.score;
        assert_eq!(
            score.targets,
            score.targets_met + score.not_settled + report.gaps.len(),
            "{}",
            about.name
        );
        assert_eq!(score.not_settled, report.not_settled.len(), "{}", about.name);
    }
}

#[test]
fn no_sentence_of_our_levels_stands_in_a_report_on_what_was_published() {
    let builtin = Catalogue::built_in().unwrap();
    for about in builtin.published() {
        let sentences = level_sentences(&about.assessment.checklist);
        // The levels of 77 questions are 308 texts, one of which is in two parts; 9 of these are too short.
        assert_eq!(sentences.len(), 77 * 4 + 1 - 9);
        holds_no_level_text(&report_on(&builtin, about), &sentences);
    }
}

#[test]
fn nor_does_one_whatever_the_range_that_was_found() {
    let builtin = Catalogue::built_in().unwrap();
    let checklist = builtin.checklist("without-fear-or-favour").unwrap();
    let sentences = level_sentences(checklist);
    let published = builtin.published()[0].assessment;
    for (lowest, highest) in [(0, 0), (0, 1), (0, 3), (2, 3), (3, 3)] {
        let levels = Levels::new(Level::ALL[lowest], Level::ALL[highest]).unwrap();
        for note in [None, Some("A paraphrase.".to_owned())] {
            let answer = Answer { note, ..Answer::new(Value::Level(levels)) };
            let answers: BTreeMap<_, _> = published
                .checklist
                .level_questions()
                .map(|question| (question.id.clone(), answer.clone()))
                .collect();
            let assessment = Assessment { answers, ..published.clone() };
            let about = Named { name: "somewhere-2012", assessment: &assessment };
            holds_no_level_text(&report_on(&builtin, about), &sentences);
        }
    }
}

/// Findings with a range of each kind, on the small checklist: see `scoring.rs` for their arithmetic.
const FINDINGS: &str = "[answers]
a-heavy = { level = 'developing', highest = 'in-place', note = 'Some of it was seen.' }
a-light = { level = 'absent', highest = 'developing', note = 'There was no sign of it.' }
b-plain = { level = 'in-place', highest = 'assured', note = 'It is there.' }
b-high = { level = 'absent', highest = 'in-place', note = 'It is not checked.' }
c-all = { count = 4 }
";

/// A force's own answers beside them.
const OWN: &str = "[answers]
a-heavy = { level = 'assured' }
a-light = { level = 'developing' }
b-plain = { level = 'developing' }
c-all = { count = 5 }
";

#[test]
fn findings_and_what_stands_beside_them_are_told_as_ranges() {
    let (mut found, own) = (small_findings(FINDINGS), small_with(OWN));
    found.assessor = "HMIC".to_owned();
    let by = |name, assessment| Named { name, assessment };
    let report = Report::new(by("found-2012", &found), &[by("own.toml", &own)], today());
    let text = terminal::draw(&report::gap_report(&report), terminal::WIDTH);
    assert_data_eq!(text, file!["../golden/findings.txt"].raw());
    let text = terminal::draw(&explain(&report, Topic::Whole), terminal::WIDTH);
    assert_data_eq!(text, file!["../golden/findings-explained.txt"].raw());
    let report = Report::new(by("own.toml", &own), &[by("found-2012", &found)], today());
    let text = terminal::draw(&report::comparison(&report), terminal::WIDTH);
    assert_data_eq!(text, file!["../golden/findings-compared.txt"].raw());
}

/// What stands on a sheet in the row of a question under a heading.
fn cell(book: &Workbook, sheet: &str, row: &str, heading: &str) -> Cell {
    let sheet = book.sheets.iter().find(|each| each.name == sheet).unwrap();
    let at = sheet.columns.iter().position(|column| column.heading == heading);
    let at = at.unwrap_or_else(|| panic!("no column {heading} in {:?}", sheet.columns));
    let row = sheet.rows.iter().find(|cells| cells.contains(&Cell::Text(row.to_owned()))).unwrap();
    row[at].clone()
}

#[test]
fn a_first_year_of_findings_has_both_ends_and_the_period_of_its_source_in_the_workbook_too() {
    let (mut found, own) = (small_findings(FINDINGS), small_with(OWN));
    found.date = "2012-12-31".parse().unwrap();
    let source = found.source.as_mut().unwrap();
    (source.from, source.to) = ("2011-09-01".parse().ok(), "2012-05-31".parse().ok());
    let found_in = Named { name: "found-2012", assessment: &found };
    let named = Named { name: "own.toml", assessment: &own };
    let mut report = Report::new(named, &[found_in], today());
    report.trend = Some(Trend::new(&[found_in, named]).unwrap());
    let book = workbook(&report);
    let period = Cell::Text("1 September 2011 to 31 May 2012".to_owned());
    assert_eq!(cell(&book, "Counts over the years", "c-all", "2012, period"), period);
    assert_eq!(cell(&book, "Counts over the years", "c-all", "2026, period"), Cell::Empty);
    // Shared in section A: a-heavy and a-light. Lowest 100 × 2 ÷ 9 = 22.2, highest 100 × 5 ÷ 9 = 55.6; ours, 3 and 1:
    // 100 × 7 ÷ 9 = 77.8.
    let score = |heading: &str| cell(&book, "Scores over the years", "Section A", heading);
    assert_eq!(score("2012, shared, lowest"), Cell::Number(22.2, NumberFormat::Tenths));
    assert_eq!(score("2012, shared, highest"), Cell::Number(55.6, NumberFormat::Tenths));
    assert_eq!(score("2026, shared"), Cell::Number(77.8, NumberFormat::Tenths));
    let text = terminal::draw(&report::gap_report(&report), terminal::WIDTH);
    let flat = flat(&text);
    assert!(flat.contains("- 2012: 1 September 2011 to 31 May 2012."), "{text}");
}

#[test]
fn a_source_of_another_kind_is_partial_and_says_where_and_when_it_was_read() {
    let text = format!("{}{SOURCE}{FINDINGS}", header("small.toml", "1"));
    let text = text.must_replace("\"force report\"", "\"newspaper report\"").must_replace(
        "\"December 2012\" }",
        "\"5 December 2012\", address = \"https://paper.example/1\", read = 2026-11-20 }",
    );
    let found = Assessment::parse(&Source::new("f.toml", text), &small(), today()).unwrap();
    let report = Report::new(Named { name: "f.toml", assessment: &found }, &[], today());
    let text = terminal::draw(&report::gap_report(&report), terminal::WIDTH);
    let flat = flat(&text);
    let source =
        "Test Police, newspaper report, 5 December 2012, https://paper.example/1, read on 20 November 2026";
    assert!(flat.contains(source) && flat.contains("Partial: known only as far as"), "{text}");
    let json = crate::support::published(&publish::draw(&report));
    assert_eq!(json["source"]["address"], "https://paper.example/1");
    assert_eq!(json["source"]["read"], "2026-11-20");
    assert_eq!(json["source"]["partial"], true);
    let levels = |key: &str| (json[key][0]["level"].clone(), json[key][0]["highest"].clone());
    assert_eq!(levels("not_settled"), ("developing".into(), "in-place".into()));
    assert_eq!(levels("gaps"), ("absent".into(), "developing".into()));
    // The arithmetic is in `scoring.rs`.
    assert_eq!(json["score"]["percent"], serde_json::json!({ "lowest": 30.6, "highest": 76.4 }));
    assert_eq!(json["score"]["bounds"], serde_json::json!({ "lowest": 19.4, "highest": 86.1 }));
    assert_eq!(json["sections"][1]["score"]["bounds"], serde_json::Value::Null);
}

#[test]
fn an_answer_is_explained_at_both_ends_where_there_are_two() {
    let found = small_findings(FINDINGS);
    let report = Report::new(Named { name: "found-2012", assessment: &found }, &[], today());
    let told = |id: &str| {
        let question = found.checklist.question(id).unwrap();
        let text = terminal::draw(&explain(&report, Topic::Question(question)), terminal::WIDTH);
        flat(&text)
    };
    let heavy = told("a-heavy");
    assert_has!(
        heavy,
        "Our reading: developing to in place",
        "Target: in place, not settled",
        "weight 2 × 1 to 2 points = 2 to 4, of 6 at most"
    );
    assert!(told("d-only").contains("nothing yet; in the bounds 0 to 3"));
}
