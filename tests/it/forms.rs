//! Forms out and back: what is filled in is what is read, and every mistake is told at its cell.

use integrity_healthcheck::assessment::{Answer, Assessment, Base, Evidence, FormId};
use integrity_healthcheck::checklist::{Checklist, Question};
use integrity_healthcheck::departments::form::read::{Opened, Returned};
use integrity_healthcheck::departments::form::{Form, layout};
use integrity_healthcheck::text::source::Source;
use integrity_healthcheck::workbook::excel;
use proptest::prelude::*;

use crate::properties::{answers, empty, with};
use crate::support::{header, small, today};

fn form(assessment: &Assessment) -> Form<'_> {
    Form::new(assessment, Some(FormId(1)), "all", today(), |_, _| true)
}

/// A form with answers filled in, whatever was known when it went out.
fn filled<'a>(mut form: Form<'a>, answers: &[(Question, Answer)]) -> Form<'a> {
    for asked in form.parts.iter_mut().flat_map(|part| &mut part.asked) {
        let given = answers.iter().find(|(question, _)| question.id == asked.question.id);
        asked.given = given.map(|(_, answer)| answer.clone()).or(asked.given.take());
    }
    form
}

fn bytes(form: &Form<'_>) -> Vec<u8> {
    excel::draw_pages(&layout::pages(form)).unwrap()
}

#[track_caller]
fn read(bytes: Vec<u8>, checklist: &Checklist) -> Returned {
    let opened = Opened::new("back.xlsx", bytes).unwrap_or_else(|wrong| panic!("{wrong}"));
    let identity = opened.identity().unwrap_or_else(|wrong| panic!("{wrong}"));
    opened.read(&identity, checklist, today()).unwrap_or_else(|wrong| panic!("{wrong}"))
}

/// What a spreadsheet might take for something else.
fn hostile() -> impl Strategy<Value = String> {
    // The texts between the bars.
    let texts = "=1+1|+1|-1|@SUM(A1)|'quoted|\"|_x0041_|_x000D_|&amp;|<b>|1/2|TRUE|42|2026-11-02| leading and trailing |two\n\nlines\n|\ttab|👮 – ŵ £5|#NAME?|Note|ID|open";
    prop::sample::select(texts.split('|').collect::<Vec<_>>()).prop_map(str::to_owned)
}

fn with_hostile(answers: Vec<(Question, Answer)>, texts: Vec<String>) -> Vec<(Question, Answer)> {
    let mut texts = texts.into_iter();
    answers
        .into_iter()
        .map(|(question, answer)| {
            let note = texts.next().or(answer.note);
            let by = texts.next().or(answer.by);
            let piece = texts.next().map(|reference| Evidence { reference, dated: None });
            let evidence = answer.evidence.into_iter().chain(piece).collect();
            (question, Answer { note, by, evidence, ..answer })
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_filled_in_is_read_as_it_was_filled_in(
        given in answers(&small()), texts in prop::collection::vec(hostile(), 0..20),
    ) {
        let given = with_hostile(given, texts);
        let (_, assessment) = empty();
        let back = read(bytes(&filled(form(&assessment), &given)), &small());
        let mut expected: Vec<_> = given.iter().map(|(question, answer)| (question.id.clone(), Base::Open, answer.clone())).collect();
        expected.sort_by(|one, other| one.0.cmp(&other.0));
        let mut found = back.answers.clone();
        found.sort_by(|one, other| one.0.cmp(&other.0));
        prop_assert_eq!(found, expected);
        prop_assert_eq!(back.open.len(), small().questions().count() - given.len());
        // A form with all of it comes back with nothing touched.
        let (_, assessment) = with(&given);
        let again = read(bytes(&form(&assessment)), &small());
        prop_assert_eq!(again.answers, vec![]);
        prop_assert_eq!(again.untouched, given.len());
    }
}

#[test]
fn the_marking_stands_at_the_head_of_every_sheet_that_is_seen() {
    let source = Source::new("a.toml", format!("{}marking = \"OFFICIAL\"\n", header("small.toml", "1")));
    let assessment = Assessment::parse(&source, &small(), today()).unwrap();
    let pages = layout::pages(&form(&assessment)).pages;
    let heads: Vec<&str> = pages
        .iter()
        .filter(|page| !page.hidden)
        .map(|page| page.lines.first().and_then(|line| line.slots.first()).unwrap().text())
        .collect();
    // The first sheet and those of four sections; this checklist explains no words.
    assert_eq!(heads, ["OFFICIAL"; 5]);
    // It is not taken for something that somebody typed.
    let back = read(bytes(&form(&assessment)), &small());
    assert_eq!(back.open.len(), small().questions().count());
}
